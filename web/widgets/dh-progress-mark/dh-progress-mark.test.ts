import { expect, test } from '../../testing/fixtures.ts';
import type { Page } from '@playwright/test';

const LESSON = 'gentle-descent/derivative';
const mark = (page: Page) => page.locator(`dh-progress-mark[lesson="${LESSON}"]`).first().getByRole('img');

/** Writes a record with so many checks of the lesson done, as earlier editions kept it. */
async function recordDone(page: Page, done: number): Promise<void> {
  await page.evaluate(
    ([lesson, count]) => {
      const entry = { state: 'done', attempts: 1, hints: 0, solutionSeen: false, changed: 1 };
      const checks = Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`${lesson}/check-${index}`, entry]),
      );
      localStorage.setItem('downhill-progress', JSON.stringify({ format: 'downhill-progress', version: 1, checks }));
    },
    [LESSON, done] as const,
  );
}

test('a mark tells how far its lesson is', async ({ page }) => {
  await page.goto(`en/${LESSON}/`);
  await expect(mark(page)).toHaveAttribute('aria-label', /not started/);
  await recordDone(page, 2);
  await page.reload();
  await expect(mark(page)).toHaveAttribute('aria-label', /^2 of \d+ checks done/);
  await recordDone(page, 99);
  await page.reload();
  await expect(mark(page)).toHaveAttribute('aria-label', /^all \d+ checks done/);
});

test('a mark follows what is done in another tab', async ({ context, page }) => {
  await page.goto(`ko/${LESSON}/`);
  await expect(mark(page)).toHaveAttribute('aria-label', /아직 시작하지 않음/);
  const other = await context.newPage();
  await other.goto(`ko/${LESSON}/`);
  await recordDone(other, 1);
  await expect(mark(page)).toHaveAttribute('aria-label', /중 1개 완료/);
});

test('an unreadable record stays where it is, and the page works', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`en/${LESSON}/`);
  await page.evaluate(() => localStorage.setItem('downhill-progress', '{broken'));
  await page.reload();
  await expect(mark(page)).toHaveAttribute('aria-label', /not started/);
  expect(await page.evaluate(() => localStorage.getItem('downhill-progress'))).toBe('{broken');
  expect(errors).toEqual([]);
});
