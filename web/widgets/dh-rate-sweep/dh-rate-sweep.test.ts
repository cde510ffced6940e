import { expect, test } from '../../testing/fixtures.ts';
import type { Page } from '@playwright/test';
import { drag, facts, openFigure, setState, status, testAccessibility } from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/descent-on-data/limits-of-descent/${hash}`, '#rate-sweep');

/** Three points whose Hessian is known: for the mean square, (2/3) ΣXᵀX = [[2, 0], [0, 4/3]]. */
const THREE = {
  data: 'own',
  points: [
    [-1, 0],
    [0, 1],
    [1, 5],
  ],
  loss: 'mean-squared',
  scaling: false,
  steps: 40,
};

test('the cliff stands at 2/L, and the loss follows the closed form', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...THREE, rate: 0.3 });
  const { report } = await facts(figure);
  expect(report.cliff).toBeCloseTo(1, 12);
  // β* = (2, 2.5), least loss 1/2; each coefficient's distance shrinks by 1 − ηλ with λ = 2 and 4/3.
  const distance = [2 * (1 - 0.3 * 2) ** 40, 2.5 * (1 - (0.3 * 4) / 3) ** 40];
  expect(report.loss).toBeCloseTo(1 / 2 + distance[0] ** 2 + (2 / 3) * distance[1] ** 2, 12);
  expect(report.outcome).toBe('limit-reached');
  await setState(figure, { rate: 1.05 });
  expect((await facts(figure)).report.outcome).toBe('diverged');
  await expect(status(figure)).toContainText('it diverges');
  await setState(figure, { rate: 9, steps: 20_000 });
  await expect(status(figure)).toContainText('beyond all bounds');
  await expect(figure).not.toContainText(/NaN|Infinity/);
});

test('more steps do not move the cliff; scaling does', async ({ page }) => {
  const figure = await open(page, '#rate-sweep?data=line&loss=mean-squared&steps=50&scaling=0');
  const before = (await facts(figure)).report;
  await setState(figure, { steps: 500 });
  const after = (await facts(figure)).report;
  expect(after.cliff).toBe(before.cliff);
  expect(after.loss as number).toBeLessThanOrEqual(before.loss as number);
  await setState(figure, { scaling: true });
  expect((await facts(figure)).report.cliff).toBeCloseTo(1, 12);
});

test('by mouse and by keyboard: the cursor moves along the logarithmic axis', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { data: 'line', rate: 0.01 });
  const handle = figure.getByRole('slider', { name: 'Learning rate' }).first();
  await drag(page, handle, 112);
  await expect.poll(async () => (await facts(figure)).state.rate as number).toBeGreaterThan(0.03);
  const dragged = (await facts(figure)).state.rate as number;
  await handle.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await facts(figure)).state.rate as number).toBeLessThan(dragged);
});

testAccessibility(open, '#rate-sweep', [[360, '#rate-sweep?rate=0.9']]);
