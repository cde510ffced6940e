/** Nothing moves while a lesson is read: figures come into the room that was kept for them. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { readThrough, readable } from './site.ts';

const WIDTHS = [1280, 360];
/** How much more than the room kept for it a figure may take, in px, and how much less: states and languages differ by a line of text. */
const MORE = 8;
const LESS = 40;
const LARGEST_SHIFT = 0.02;

declare global {
  interface Window {
    shifts: { value: number; moved: string[] }[];
  }
}

async function watchShifts(page: Page): Promise<void> {
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

for (const { address, html } of readable) {
  if (!html.includes('dh-figure')) continue;
  for (const width of WIDTHS) {
    test(`/${address} stands still at ${width} px`, async ({ page }) => {
      await watchShifts(page);
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address);
      await readThrough(page);
      const shifts = await page.evaluate(() => window.shifts);
      const total = shifts.reduce((sum, { value }) => sum + value, 0);
      expect.soft(total, JSON.stringify(shifts)).toBeLessThanOrEqual(LARGEST_SHIFT);

      for (const figure of await page.locator('.dh-figure').all()) {
        const measure = () =>
          figure.evaluate((element: HTMLElement) => {
            const reserved = parseFloat(element.style.minHeight || getComputedStyle(element).minHeight);
            element.style.minHeight = '0';
            const taken = element.getBoundingClientRect().height;
            element.style.minHeight = '';
            return { reserved, taken };
          });
        const fits = ({ reserved, taken }: { reserved: number; taken: number }) =>
          taken <= reserved + MORE && taken >= reserved - LESS;
        // Formulas are set one after the other, and until then a figure is a little lower.
        await expect
          .poll(async () => fits(await measure()))
          .toBe(true)
          .catch(() => {});
        const { reserved, taken } = await measure();
        const tag = await figure.evaluate(({ localName }) => localName);
        const key = width < 720 ? 'narrow' : 'wide';
        // Softly, so that all are told.
        expect
          .soft(
            fits({ reserved, taken }),
            `web/widgets/${tag}/frame.json: "${key}": ${Math.round(taken)}, not ${reserved}`,
          )
          .toBe(true);
      }
    });
  }
}
