/** What the browser tests of all figures share: open a lesson, read and set the state of its figure, find its parts. */
import { expect } from '@playwright/test';
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
