import { expect, test } from '../../testing/fixtures.ts';
import type { Page } from '@playwright/test';
import {
  button,
  facts,
  openFigure,
  savedData,
  setState,
  settled,
  status,
  testAccessibility,
} from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/probability/expectation/${hash}`, '#covariance');

const START = { data: 'own', rectangles: true, ellipse: true };

type Numbers = Record<string, number>;

test('covariance and correlation are the sums that define them', async ({ page }) => {
  const figure = await open(page);
  const clouds = [
    [[1, 2], [2, 1], [3, 5], [4, 3], [5, 6], [6, 3], [7, 7], [8, 5]],
    [[-3, 9], [-2, 4], [-1, 1], [0, 0], [1, 1], [2, 4], [3, 9]],
    [[0, 5], [1, 3], [2, 1]],
    [[0.1, -7], [12, 4]],
  ]; // prettier-ignore
  for (const points of clouds) {
    await setState(figure, { ...START, points });
    const report = (await facts(figure)).report as Numbers;
    const mean = (which: number) => points.reduce((sum, point) => sum + point[which], 0) / points.length;
    const products = (one: number, other: number) =>
      points.reduce((sum, point) => sum + (point[one] - mean(one)) * (point[other] - mean(other)), 0);
    const about = JSON.stringify(points);
    expect(report.covariance, about).toBeCloseTo(products(0, 1) / points.length, 12);
    expect(report.sampleCovariance, about).toBeCloseTo(products(0, 1) / (points.length - 1), 12);
    expect(report.correlation, about).toBeCloseTo(products(0, 1) / Math.sqrt(products(0, 0) * products(1, 1)), 12);
    expect(Math.abs(report.correlation)).toBeLessThanOrEqual(1);
  }
});

test('large numbers, one value, constant columns and no points', async ({ page }) => {
  const figure = await open(page);
  const big = [4, 7, 13, 16].map((part) => [1e9 + part, 1e9 + part]);
  await setState(figure, { ...START, points: big });
  expect((await facts(figure)).report).toMatchObject({
    varianceX: 22.5,
    sampleVarianceX: 30,
    covariance: 22.5,
    sampleCovariance: 30,
    correlation: 1,
  });
  await setState(figure, { points: [[3, 4]] });
  expect((await facts(figure)).report).toMatchObject({
    covariance: 0,
    varianceX: 0,
    sampleCovariance: null,
    sampleVarianceX: null,
    correlation: null,
  });
  await expect(status(figure)).toContainText('There is one point only');
  await button(figure, 'covariance (÷ (n − 1)) = not defined').click();
  await expect(page.getByRole('dialog')).toContainText('n − 1 is 0');
  await page.keyboard.press('Escape');
  await setState(figure, { points: [[1, 3], [2, 3], [5, 3]] }); // prettier-ignore
  expect((await facts(figure)).report).toMatchObject({ covariance: 0, correlation: null });
  await expect(status(figure)).toContainText('One of the two never varies');
  await setState(figure, { points: [] });
  await expect(status(figure)).toContainText('There are no points');
  await expect(figure).not.toContainText(/NaN|Infinity|undefined/);
});

test('points by keys, buttons and a pasted table; numbers explain themselves', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, points: [[1, 1], [2, 2], [3, 3], [4, 4], [10, 10]] }); // prettier-ignore
  await expect(status(figure)).toContainText('The correlation is 1');
  const point = figure.getByRole('slider', { name: 'point' });
  await point.focus();
  await page.keyboard.press('End');
  // A key goes on from where the point is drawn.
  for (let press = 0; press < 12; ++press) {
    await page.keyboard.press('Shift+ArrowDown');
    await settled(figure);
  }
  await expect.poll(async () => (await facts(figure)).report.correlation).toBeLessThan(-0.2);
  expect((await facts(figure)).report.taking).toBeGreaterThan(0);
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await facts(figure)).report.points).toBe(4);
  await figure.getByRole('button', { name: 'Add a point' }).click();
  await expect.poll(async () => (await facts(figure)).report.points).toBe(5);

  await figure.locator('summary', { hasText: 'Your own data' }).click();
  await figure.locator('textarea').fill('a,b\n0,0\n2,1\n4,5');
  await figure.getByRole('button', { name: 'Use 3 points' }).click();
  await expect.poll(async () => (await facts(figure)).report.points).toBe(3);
  expect((await facts(figure)).report.covariance).toBeCloseTo(10 / 3, 12);
  await button(figure, 'covariance (÷ n) = 3.333').click();
  await expect(page.getByRole('dialog')).toContainText('each with its sign');
  await page.keyboard.press('Escape');
  const [head, ...rows] = (await savedData(figure)).trim().split(/\r?\n/);
  expect(head).toContain('product');
  const products = rows.map((row) => Number(row.split(',')[4]));
  expect(products.reduce((sum, product) => sum + product, 0) / 3).toBeCloseTo(10 / 3, 9);
});

testAccessibility(open, '#covariance', [
  [1280, '#covariance?data=own&points=-3,9;-2,4;-1,1;0,0;1,1;2,4;3,9'],
  [360, '#covariance?data=cars'],
]);
