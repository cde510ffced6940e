/** What the browser tests of all figures share: open a lesson, read and set the state of its figure, find its parts. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export interface Facts {
  state: Record<string, unknown>;
  report: Record<string, unknown>;
}
export type Figure = Element & Facts & { ready: Promise<void>; linkParameters: string };

/** Open a lesson (`en/chapter/lesson/`) with an optional hash and wait until its figure can be used. */
export async function openFigure(page: Page, address: string, selector: string): Promise<Locator> {
  await page.goto(address);
  const figure = page.locator(selector);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('.frame')).toBeVisible();
  return figure;
}

/** State and report, once everything asked for is shown. */
export const facts = (figure: Locator): Promise<Facts> =>
  figure.evaluate(async (element) => {
    await (element as Element as Figure).ready;
    const { state, report } = element as Element as Figure;
    return { state, report };
  });

export const setState = (figure: Locator, state: Record<string, unknown>): Promise<void> =>
  figure.evaluate(async (element, patch) => {
    (element as Element as Figure).state = patch;
    await (element as Element as Figure).ready;
  }, state);

export const button = (figure: Locator, name: string | RegExp) => figure.getByRole('button', { name, exact: true });
export const status = (figure: Locator) => figure.locator('dh-status p');

/** Play the run to its end by keyboard. */
export async function toTheEnd(page: Page, figure: Locator): Promise<void> {
  await figure.locator('.figure').focus();
  await page.keyboard.press('End');
  await expect.poll(async () => (await facts(figure)).report.outcome).not.toBe('running');
}

/** Collect what the page complains about; a test ends by expecting the list to be empty. */
export function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(error.message));
  return found;
}

/**
 * Tests that a figure is accessible in both themes and both languages, and no wider than the window, in the states that some links give it.
 * `prepare` brings it further than a link can.
 */
export function testAccessibility(
  open: (page: Page, hash: string, language: string) => Promise<Locator>,
  selector: string,
  views: readonly (readonly [width: number, hash: string])[],
  prepare: (figure: Locator) => Promise<void> = async () => {},
): void {
  for (const colorScheme of ['light', 'dark'] as const)
    test(`accessible in ${colorScheme}, in both languages, and no wider than the window`, async ({ page }) => {
      const found = complaints(page);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const [width, hash] of views) {
        await page.setViewportSize({ width, height: 740 });
        for (const language of ['ko', 'en']) {
          await page.goto('about:blank');
          const figure = await open(page, hash, language);
          await prepare(figure);
          await facts(figure);
          const results = await new AxeBuilder({ page }).include(selector).analyze();
          expect(results.violations).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        }
      }
      expect(found).toEqual([]);
    });
}
