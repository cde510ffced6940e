/** Nothing moves while a page is read: figures come into the room that was kept for them. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** How much more than the room kept for it a figure may take, in px, and how much less: states and languages differ by a line of text. */
const MORE = 8;
const LESS = 40;
const LARGEST_SHIFT = 0.02;

declare global {
  interface Window {
    shifts: { value: number; moved: string[] }[];
  }
}

/** To be called before the page is opened. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifts = [];
    const name = (node: Node | null) =>
      node instanceof Element ? `${node.localName}#${node.id}.${node.className}` : String(node?.nodeName);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Node | null }[];
      })[])
        if (!entry.hadRecentInput)
          window.shifts.push({ value: entry.value, moved: entry.sources.map(({ node }) => name(node)) });
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

export async function expectStill(page: Page): Promise<void> {
  const shifts = await page.evaluate(() => window.shifts);
  const total = shifts.reduce((sum, { value }) => sum + value, 0);
  expect.soft(total, JSON.stringify(shifts)).toBeLessThanOrEqual(LARGEST_SHIFT);
}

interface Room {
  kept: number;
  taken: number;
}

const roomOf = (figure: Locator): Promise<Room> =>
  figure.evaluate((element: HTMLElement) => {
    const kept = parseFloat(getComputedStyle(element).minHeight);
    element.style.minHeight = '0';
    const taken = element.getBoundingClientRect().height;
    element.style.minHeight = '';
    return { kept, taken };
  });

/** What is wrong with the room kept for a figure, and what its `frame.json` should say instead; empty when it fits. */
async function misfit(figure: Locator, width: 'wide' | 'narrow'): Promise<string> {
  const { kept, taken } = await roomOf(figure);
  if (taken <= kept + MORE && taken >= kept - LESS) return '';
  const tag = await figure.evaluate(({ localName }) => localName);
  return `takes ${Math.round(taken)} px, kept are ${kept}: "${width}": ${Math.round(taken)} in web/widgets/${tag}/frame.json`;
}

/** Softly, so that all are told; formulas are set one after the other, and until then a figure is a little lower. */
export async function expectToFit(page: Page, width: 'wide' | 'narrow'): Promise<void> {
  for (const figure of await page.locator('.dh-figure').all()) {
    const id = await figure.getAttribute('id');
    await expect
      .configure({ soft: true })
      .poll(() => misfit(figure, width), { message: `#${id}` })
      .toBe('');
  }
}
