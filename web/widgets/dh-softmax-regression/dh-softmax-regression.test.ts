import { expect, test } from '../../testing/fixtures.ts';
import type { Locator, Page } from '@playwright/test';
import {
  button,
  facts,
  openFigure,
  savedData,
  setState,
  status,
  testAccessibility,
  toTheEnd,
} from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/neural-networks/softmax/${hash}`, '#softmax-regression');

interface Report {
  step: number;
  outcome: string;
  loss: number;
  accuracy: number;
  testAccuracy: number | null;
  confusion: number[];
}
const report = async (figure: Locator) => (await facts(figure)).report as unknown as Report;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

test('it starts with equal probabilities, learns the three kinds, and goes back exactly', async ({ page }) => {
  const figure = await open(page);
  const start = await report(figure);
  expect(start.loss).toBeCloseTo(Math.log(3), 12);
  await setState(figure, { at: 150 });
  const later = await report(figure);
  expect(later.step).toBe(150);
  expect(later.loss).toBeLessThan(0.2);
  expect(later.testAccuracy).toBeGreaterThan(0.9);
  await expect(status(figure)).toContainText('After 150 updates');

  // The matrix counts every penguin kept for testing once; its diagonal is what is right.
  const { confusion } = later;
  expect((confusion[0] + confusion[4] + confusion[8]) / sum(confusion)).toBeCloseTo(later.testAccuracy!, 12);
  // 342 of the 344 penguins were measured, three tenths of each kind kept aside.
  expect(Math.abs(sum(confusion) - 0.3 * 342)).toBeLessThan(2);

  await button(figure, 'One step back').click();
  await expect.poll(async () => (await report(figure)).step).toBe(149);
  await button(figure, 'One step forward').click();
  await expect.poll(async () => (await report(figure)).step).toBe(150);
  expect((await report(figure)).loss).toBe(later.loss);

  const data = (await savedData(figure)).trim().split('\r\n');
  expect(data[0]).toBe('updates,"cross-entropy, training","cross-entropy, test"');
  expect(data).toHaveLength(1 + 151);
});

test('other measures, batches and shares; counts explain themselves; nonsense is told', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { across: 'body_mass', up: 'bill_depth', at: 100 });
  const { loss, testAccuracy } = await report(figure);
  expect(testAccuracy).toBeGreaterThan(0.6);
  await setState(figure, { batch: 10, at: 100 });
  expect((await report(figure)).loss).not.toBe(loss);
  await setState(figure, { test: 0, at: 100 });
  const { testAccuracy: none, confusion } = await report(figure);
  expect(none).toBeNull();
  expect(sum(confusion)).toBe(342);
  await expect(figure.locator('caption')).toContainText('Training penguins');

  await figure.locator('.confusion td').first().getByRole('button').click();
  await expect(page.getByRole('dialog')).toContainText(`Of the 151 that are Adelie, ${confusion[0]}`);
  await page.keyboard.press('Escape');

  const rate = figure.getByRole('textbox', { name: 'Learning rate η, exact value' });
  await rate.fill('fast');
  await expect(figure.getByRole('alert').filter({ hasText: 'fast' })).toBeVisible();
  const batch = figure.getByRole('textbox', { name: 'Batch size b, exact value' });
  await setState(figure, { test: 80 });
  await batch.fill('200');
  await expect(figure.getByRole('alert').filter({ hasText: /range/ })).toBeVisible();
  expect((await facts(figure)).state.batch).toBe(10);
});

test('a huge rate jumps about without losing its numbers, and the run ends', async ({ page }) => {
  const figure = await open(page, '#softmax-regression?rate=1000');
  await toTheEnd(page, figure);
  const { outcome, step, loss } = await report(figure);
  expect([outcome, step]).toEqual(['limit-reached', 2000]);
  expect(Number.isFinite(loss)).toBe(true);
  await expect(figure).not.toContainText(/NaN|Infinity/);
});

testAccessibility(open, '#softmax-regression', [
  [1280, '#softmax-regression?at=200'],
  [360, '#softmax-regression?at=20&test=0'],
]);
