/** What the browser tests of all figures share: open a lesson, read and set the state of its figure, find its parts. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { violations } from './accessibility.ts';
import { expect, standing, test } from './fixtures.ts';

export interface Facts {
  state: Record<string, unknown>;
  report: Record<string, unknown>;
}
export type Figure = Element & Facts & { ready: Promise<void>; linkParameters: string };

/** How long a page may take on a busy machine until its figure stands there, in ms: scripts, module and first model come one after the other. */
export const PATIENCE = 30_000;

declare global {
  interface Window {
    /** The address that `openFigure` has opened; gone as soon as the page goes elsewhere. */
    opened?: string;
  }
}

/**
 * Puts a figure as the lesson has it into the place of one that another test has used, sent there by a link or not: all that opening the
 * page once more would do, but for the page. False when another page stands there.
 */
const renew = (page: Page, address: string, selector: string, hash: string): Promise<boolean> =>
  page.evaluate(
    async ([address, selector, hash]) => {
      if (window.opened !== address) return false;
      // One that no test has come near yet: the page watches for the element it was opened with.
      if (!customElements.get(document.querySelector(selector)!.localName)) return false;
      history.replaceState(null, '', location.pathname);
      const written = await (await fetch(location.href)).text();
      const figure = new DOMParser().parseFromString(written, 'text/html').querySelector(selector)!;
      document.querySelector(selector)!.replaceWith(document.importNode(figure, true));
      scrollTo({ top: 0, behavior: 'instant' });
      if (hash) location.hash = hash;
      return true;
    },
    [address, selector, hash] as const,
  );

/** Open a lesson (`en/chapter/lesson/`) with an optional hash and wait until its figure can be used and nothing moves under the pointer. */
export async function openFigure(page: Page, address: string, selector: string): Promise<Locator> {
  const [path, hash = ''] = address.split(/(?=#)/);
  const first = standing.delete(page);
  if (!first || !(await renew(page, path, selector, hash))) {
    if (first) await page.goto('about:blank'); // else a link to the page that stands there would not open it anew
    await page.goto(address);
    await page.evaluate((opened) => Object.assign(window, { opened }), path);
  }
  const figure = page.locator(selector);
  // What a prediction of the lesson holds back is for its own tests; here the reader has guessed.
  await figure.evaluate((element) => element.removeAttribute('withheld'));
  await bringIntoView(figure);
  await expect(figure.locator('.frame')).toBeVisible({ timeout: PATIENCE });
  await laidOut(page);
  await settled(figure);
  return figure;
}

/** At once: the page scrolls smoothly, and what is measured on the way is wrong a moment later. */
export const bringIntoView = (locator: Locator): Promise<void> =>
  locator.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));

/** Begins to read, and resolves when the fonts are there and all that web/site/src/scripts/rest.ts puts off is laid out. */
export async function laidOut(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('scroll')));
  await page.waitForFunction(
    () =>
      document.fonts.status === 'loaded' &&
      [...document.querySelectorAll('.dh-lesson > *')].every(
        (block) => getComputedStyle(block).contentVisibility !== 'auto',
      ),
    undefined,
    { timeout: PATIENCE },
  );
}

/**
 * Resolves when everything asked for so far is shown and drawn. Handles pass a drag on in the next frame, and plots draw in the next one;
 * `ready` waits for neither.
 */
export const settled = (figure: Locator): Promise<void> =>
  figure.evaluate(async (element) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await (element as Element as Figure).ready;
    await frame();
  });

/** State and report, once everything asked for is shown. */
export async function facts(figure: Locator): Promise<Facts> {
  await settled(figure);
  return figure.evaluate((element) => {
    const { state, report } = element as Element as Figure;
    return { state, report };
  });
}

export async function setState(figure: Locator, state: Record<string, unknown>): Promise<void> {
  await figure.evaluate((element, patch) => {
    (element as Element as Figure).state = patch;
  }, state);
  await settled(figure);
}

/** Drag a handle by so many pixels, from where it has come to rest. */
export async function drag(page: Page, handle: Locator, right: number, down = 0): Promise<void> {
  const core = handle.locator('.core');
  await bringIntoView(core);
  await core.hover();
  const box = (await core.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + right, y + down, { steps: 6 });
  await page.mouse.up();
}

export const button = (figure: Locator, name: string | RegExp) => figure.getByRole('button', { name, exact: true });
export const status = (figure: Locator) => figure.locator('dh-status p');

/** Choose an item of "Save and share" (in English), and read the file that comes. */
export async function saved(figure: Locator, item: string): Promise<Buffer> {
  await button(figure, 'Save and share').click();
  const [download] = await Promise.all([figure.page().waitForEvent('download'), button(figure, item).click()]);
  return readFile(await download.path());
}

export const savedData = async (figure: Locator): Promise<string> =>
  (await saved(figure, 'Save the data (CSV)')).toString('utf8');

/** Play the run to its end by keyboard. */
export async function toTheEnd(page: Page, figure: Locator): Promise<void> {
  await figure.locator('.figure').focus();
  await page.keyboard.press('End');
  await expect.poll(async () => (await facts(figure)).report.outcome, { timeout: PATIENCE }).not.toBe('running');
}

/** What Playwright itself says on a page whose service worker is blocked. */
const BLOCKED = 'Service Worker registration blocked by Playwright';

/** Collect what the page complains about; a test ends by expecting the list to be empty. */
export function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type()) && message.text() !== BLOCKED) found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(error.message));
  return found;
}

/** Plots follow a new width a frame later. */
export const expectNoWider = (page: Page, width: number): Promise<void> =>
  expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

/**
 * Tests that a figure is accessible in both languages and both themes, and no wider than the window, in the states that some links give it.
 * `prepare` brings it further than a link can.
 */
export function testAccessibility(
  open: (page: Page, hash: string, language: string) => Promise<Locator>,
  selector: string,
  views: readonly (readonly [width: number, hash: string])[],
  prepare: (figure: Locator) => Promise<unknown> = async () => {},
): void {
  for (const language of ['en', 'ko'])
    test(`accessible in ${language} and no wider than the window`, async ({ page }) => {
      test.slow();
      const found = complaints(page);
      for (const [width, hash] of views) {
        await page.setViewportSize({ width, height: 740 });
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
        standing.add(page);
        const figure = await open(page, hash, language);
        await prepare(figure);
        await settled(figure);
        await expectNoWider(page, width);
        // Both languages have the same colours.
        expect(await violations(page, selector, language === 'en' ? 'everything' : 'all but contrast')).toEqual([]);
        if (language === 'ko') continue;
        await page.emulateMedia({ colorScheme: 'dark' });
        await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
        await settled(figure);
        expect(await violations(page, selector, 'contrast')).toEqual([]);
      }
      expect(found).toEqual([]);
    });
}
