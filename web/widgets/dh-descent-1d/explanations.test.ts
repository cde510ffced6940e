// The numbers of the table explain themselves.
import { expect, test } from '../../testing/fixtures.ts';
import type { Page } from '@playwright/test';
import { violations } from '../../testing/accessibility.ts';
import { bringIntoView, expectNoWider, facts, openFigure, setState } from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/gentle-descent/gradient-descent/${hash}`, '#descent-1d');

const PARABOLA = {
  f: 'x^2+2x+3',
  start: 3,
  rate: 0.1,
  rates: [],
  tolerance: 1e-6,
  limit: 200,
  optimizer: 'gradient-descent',
};

/** The panel that explains a number. */
const panel = (page: Page) => page.locator('dh-explanation [popover]');

test('a number of the table explains itself: by mouse, with the numbers put in, beside the number', async ({
  page,
}) => {
  const figure = await open(page);
  await setState(figure, { ...PARABOLA, at: 3 });
  const row = figure.locator('tbody tr').nth(2);
  await row.getByRole('button', { name: '1.56' }).click();
  await expect(panel(page)).toContainText('Place 1.56, reached with step 2');
  // x₁ = 3 − 0.1 · 8 = 2.2, where the slope is 6.4.
  await expect(panel(page).locator('annotation')).toContainText('2.2 - 0.1 \\cdot 6.4');
  await expect(panel(page)).toContainText('From the place before, 2.2, the slope there, 6.4');
  await expect.poll(async () => (await facts(figure)).report.steps).toBe(2);
  await row.getByRole('button', { name: '8.5536' }).click();
  await expect(panel(page).locator('annotation')).toContainText('(1.56)^{2} + 2 (1.56) + 3');
  // A second click on the same number closes, and so does one elsewhere.
  await row.getByRole('button', { name: '8.5536' }).click();
  await expect(panel(page)).toBeHidden();
  await row.getByRole('button', { name: '5.12' }).click();
  await expect(panel(page).locator('annotation')).toContainText('2 (1.56) + 2');
  await page.mouse.click(5, 5);
  await expect(panel(page)).toBeHidden();
  // The start is what the reader chose, and a step of another optimizer has another formula.
  await expect(figure.locator('tbody tr').first().getByRole('button')).toHaveCount(2);
  await setState(figure, { optimizer: 'momentum', at: 3 });
  await expect(row.getByRole('button')).toHaveCount(2);
});

test('a number of the table explains itself: by keyboard, and the focus comes back', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...PARABOLA, at: 2 });
  await figure.locator('dh-data-table .scroll').focus();
  await page.keyboard.press('Tab');
  const number = figure.locator('tbody tr').nth(2).getByRole('button', { name: '1.56' });
  await expect(number).toBeFocused();
  for (const [opens, closes] of [
    ['Enter', 'Escape'],
    ['Space', 'Tab'],
  ]) {
    await number.focus();
    await page.keyboard.press(opens);
    await expect(panel(page)).toBeFocused();
    await expect(number).toHaveAttribute('aria-expanded', 'true');
    if (closes === 'Tab') {
      await page.keyboard.press('Tab');
      await expect(panel(page).getByRole('button', { name: 'Close' })).toBeFocused();
    }
    await page.keyboard.press(closes);
    await expect(panel(page)).toBeHidden();
    await expect(number).toHaveAttribute('aria-expanded', 'false');
    if (closes === 'Escape') await expect(number).toBeFocused();
    // The reader goes on from the number, not from the end of the page.
    else await expect(figure.getByRole('button', { name: '8.5536' })).toBeFocused();
  }
  expect((await facts(figure)).report.steps).toBe(2);
});

test('an explanation fits a phone, is opened by a finger, and is accessible', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const figure = await open(page, '#descent-1d?at=3', 'ko');
  for (const [column, name] of [
    [1, '1.56'],
    [3, '5.12'],
  ] as const) {
    // prettier-ignore
    const number = figure.locator('tbody tr').nth(2).locator('td').nth(column).getByRole('button', { name });
    await bringIntoView(number);
    await number.tap();
    await expect(panel(page).locator('annotation')).toHaveCount(1);
    const box = (await panel(page).boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(360);
    expect(box.y + box.height).toBeLessThanOrEqual(740);
    expect(await violations(page, 'dh-explanation')).toEqual([]);
    await panel(page).getByRole('button', { name: '닫기' }).tap();
    await expect(panel(page)).toBeHidden();
  }
  await expectNoWider(page, 360);
  await context.close();
});
