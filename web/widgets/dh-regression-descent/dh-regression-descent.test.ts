import { expect, test } from '../../testing/fixtures.ts';
import type { Locator, Page } from '@playwright/test';
import {
  button,
  drag,
  facts,
  openFigure,
  savedData,
  setState,
  status,
  testAccessibility,
  toTheEnd,
} from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/descent-on-data/regression-by-descent/${hash}`, '#regression-descent');

/** Three points whose closed form is at hand: XᵀX = [[3, 0], [0, 2]], Xᵀy = (6, 5), β* = (2, 2.5), least ‖y − Xβ‖² = 1.5. */
const THREE = {
  data: 'own',
  points: [
    [-1, 0],
    [0, 1],
    [1, 5],
  ],
  scaling: false,
  start: [0, 0],
  limit: 40,
};
const square = (intercept: number, slope: number) => 1.5 + 3 * (intercept - 2) ** 2 + 2 * (slope - 2.5) ** 2;

const point = async (figure: Locator) => (await facts(figure)).report.point as [number, number];

test('each loss walks as its closed form says', async ({ page }) => {
  const figure = await open(page);
  // Of the squares, each coefficient's distance to β* shrinks by 1 − ηλ: λ = 6 and 4 for the sum, 2 and 4/3 for the mean.
  for (const [loss, rate, curvatures, scale] of [
    ['squared-norm', 0.07, [6, 4], 1],
    ['mean-squared', 0.3, [2, 4 / 3], 1 / 3],
  ] as const) {
    await setState(figure, { ...THREE, loss, rate, at: 7 });
    const { report } = await facts(figure);
    const expected = [2 - 2 * (1 - rate * curvatures[0]) ** 7, 2.5 - 2.5 * (1 - rate * curvatures[1]) ** 7];
    const [intercept, slope] = report.point as [number, number];
    expect(intercept).toBeCloseTo(expected[0], 12);
    expect(slope).toBeCloseTo(expected[1], 12);
    expect(report.loss).toBeCloseTo(scale * square(intercept, slope), 12);
    expect(report.gap).toBeCloseTo(scale * (square(intercept, slope) - 1.5), 12);
  }
  // The norm goes the same way, in steps that are divided by the norm of the residuals.
  await setState(figure, { loss: 'norm', rate: 0.3, at: 1 });
  const [intercept, slope] = await point(figure);
  expect(intercept).toBeCloseTo((0.3 * 6) / Math.sqrt(26), 12);
  expect(slope).toBeCloseTo((0.3 * 5) / Math.sqrt(26), 12);
  expect((await facts(figure)).report.loss).toBeCloseTo(Math.sqrt(square(intercept, slope)), 12);
});

test('by mouse: the start on the map, the points, the steps', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...THREE, loss: 'mean-squared', rate: 0.3 });
  await drag(page, figure.getByRole('slider', { name: 'Start' }), 52, -38);
  await expect.poll(async () => ((await facts(figure)).state.start as number[])[0]).toBeGreaterThan(0.3);
  const start = (await facts(figure)).state.start as number[];
  expect(start[1]).toBeGreaterThan(0.2);
  expect(await point(figure)).toEqual(start);
  await button(figure, 'One step forward').click();
  const [intercept, slope] = await point(figure);
  expect(intercept).toBeCloseTo(2 + (start[0] - 2) * 0.4, 12);
  expect(slope).toBeCloseTo(2.5 + (start[1] - 2.5) * 0.6, 12);
  await button(figure, 'One step back').click();
  expect(await point(figure)).toEqual(start);
  await button(figure, 'Add a point').click();
  expect((await facts(figure)).report.points).toBe(4);
});

test('by keyboard: play to the end, move the start, choose the loss', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...THREE, loss: 'mean-squared', rate: 0.5, limit: 400 });
  await toTheEnd(page, figure);
  expect((await facts(figure)).report.outcome).toBe('converged');
  expect((await facts(figure)).report.gap as number).toBeLessThan(1e-11);
  await expect(status(figure)).toContainText('ŷ = 2 + 2.5x');
  const handle = figure.getByRole('slider', { name: 'Start' });
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => ((await facts(figure)).state.start as number[])[0]).toBeGreaterThan(0);
  await figure.getByRole('radio', { name: 'norm', exact: true }).focus();
  await page.keyboard.press('Space');
  await expect.poll(async () => (await facts(figure)).state.loss).toBe('norm');
});

test('scaling makes the bowl round: one step is enough', async ({ page }) => {
  const figure = await open(page, '#regression-descent?data=line&loss=mean-squared&rate=0.5&scaling=1&at=1');
  const { report } = await facts(figure);
  expect(report.condition).toBeCloseTo(1, 9);
  expect(report.outcome).toBe('converged');
  await setState(figure, { scaling: false });
  expect((await facts(figure)).report.condition as number).toBeGreaterThan(12);
});

test('each link of the lesson shows what the text says', async ({ page }) => {
  const figure = await open(page);
  const follow = async (hash: string) => {
    // The figure follows the event, which comes later than the change; the rate alone may have been the same before.
    await page.evaluate(async (to) => {
      const changed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
      location.hash = to;
      await changed;
    }, hash);
    await expect.poll(async () => (await facts(figure)).state.rate).toBe(Number(/rate=([\d.]+)/.exec(hash)![1]));
    await toTheEnd(page, figure);
    return (await facts(figure)).report as { outcome: string; gap: number };
  };
  const hashes = await page
    .locator('main a[href^="#regression-descent?"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!.slice(1)));
  const diverging = hashes.filter((hash) => /squared-norm/.test(hash) && !/rate=0.0006/.test(hash));
  expect(diverging).toHaveLength(2);
  for (const hash of diverging) expect((await follow(hash)).outcome).toBe('diverged');
  const gap = async (part: string) => (await follow(hashes.find((hash) => hash.includes(part))!)).gap;
  expect(await gap('loss=squared-norm&rate=0.0006')).toBeLessThan(3);
  expect(await gap('loss=norm&rate=0.02')).toBeGreaterThan(5);
  await expect(status(figure)).toContainText('jumps to and fro');
  expect(await gap('loss=norm&rate=0.01')).toBeGreaterThan(0.1);
  expect(await gap('loss=norm&rate=0.009')).toBeLessThan(0.05);
  expect(await gap('rate=0.3&scaling=1')).toBeLessThan(1e-10);
});

test('a run that diverges says which limit it broke, and no number is printed raw', async ({ page }) => {
  const figure = await open(page, '#regression-descent?data=line&loss=mean-squared&rate=0.05');
  await toTheEnd(page, figure);
  await expect(status(figure)).toContainText('2/L = 0.02829');
  expect((await facts(figure)).report.outcome).toBe('diverged');
  await setState(figure, { rate: 100, loss: 'squared-norm' });
  await toTheEnd(page, figure);
  await expect(status(figure)).toContainText('Diverged');
  await expect(figure).not.toContainText(/NaN|Infinity/);
});

test('no points, one point, points on a line and points above each other are answered', async ({ page }) => {
  const figure = await open(page);
  const own = (points: number[][]) => setState(figure, { data: 'own', points, loss: 'norm', rate: 0.1, at: 0 });
  await own([]);
  await expect(status(figure)).toContainText('no points');
  await own([[1, 3]]);
  await toTheEnd(page, figure);
  await own([
    [0, 1],
    [1, 3],
    [2, 5],
  ]);
  await setState(figure, { start: [1, 2] });
  await toTheEnd(page, figure);
  await own([
    [2, 1],
    [2, 4],
  ]);
  await toTheEnd(page, figure);
  await expect(figure).not.toContainText(/NaN|Infinity/);
});

test('wrong entries are explained and the last good state stays; the steps are saved', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...THREE, loss: 'mean-squared', rate: 0.3, at: 3 });
  const rate = figure.getByRole('textbox', { name: 'Learning rate η, exact value' });
  await rate.fill('fast');
  await rate.press('Enter');
  await expect(figure.getByRole('alert')).toBeVisible();
  expect((await facts(figure)).state.rate).toBe(0.3);
  await rate.fill('0.3');
  await rate.press('Enter');
  await expect(figure.getByRole('alert')).toHaveCount(0);
  await setState(figure, { at: 3 });
  const link = await figure.evaluate((element) => (element as unknown as { linkParameters: string }).linkParameters);
  expect(link).toContain('at=3');

  const rows = (await savedData(figure)).trim().split('\n');
  expect(rows).toHaveLength(5);
  expect(Number(rows[4].split(',')[1])).toBeCloseTo(2 - 2 * 0.4 ** 3, 12);
});

testAccessibility(open, '#regression-descent', [
  [360, '#regression-descent?data=line&loss=norm&rate=0.02&at=100'],
  [1280, '#regression-descent?data=cars&loss=mean-squared&rate=0.001&scaling=1&at=5'],
]);
