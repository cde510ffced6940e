import { expect, test } from '../../testing/fixtures.ts';
import type { Locator, Page } from '@playwright/test';
import {
  button,
  drag,
  facts,
  openFigure,
  setState,
  status,
  testAccessibility,
  toTheEnd,
} from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/descent-on-data/stochastic-descent/${hash}`, '#sgd-race');

interface Report {
  ticks: number;
  outcome: string;
  batches: number[];
  updates: number[];
  samples: number[];
  gaps: (number | null)[];
  diverged: boolean[];
  costs: number[];
  scatter: number;
  gradient: number[];
  meanGradient: number[];
}
const report = async (figure: Locator) => (await facts(figure)).report as unknown as Report;

/** Standardised, the mean square of any line's residuals is a round bowl of curvature 2: the gap shrinks by (1 − 2η)² a full step. */
const shrunk = (gap: number, rate: number, steps: number) => gap * (1 - 2 * rate) ** (2 * steps);

test('counted in updates, each lane takes as many; all points follow the closed form', async ({ page }) => {
  const figure = await open(page);
  const [start] = (await report(figure)).gaps as number[];
  await setState(figure, { rates: [0.05, 0.05, 0.05], limit: 40, at: 17 });
  const { updates, samples, gaps } = await report(figure);
  expect(updates).toEqual([17, 17, 17]);
  expect(samples).toEqual([17_000, 17 * 32, 17]);
  expect(gaps[0]! / shrunk(start, 0.05, 17)).toBeCloseTo(1, 9);
});

test('counted in points seen, small batches are down first; the last batch of an epoch is small', async ({ page }) => {
  const figure = await open(page, '#sgd-race?axis=samples&limit=10&at=3');
  const { updates, samples, gaps } = await report(figure);
  // 93 updates fit into 3,000 points of batches of 32: two epochs of 32 updates, and 29 more.
  expect(updates).toEqual([3, 93, 3000]);
  expect(samples).toEqual([3000, 2928, 3000]);
  expect(gaps[1]!).toBeLessThan(gaps[0]! / 100);
  await expect(status(figure)).toContainText('Ahead: b = 32');
});

test('walkers that are level, alike or at rest are told as such', async ({ page }) => {
  const figure = await open(page, '#sgd-race?data=own&points=2,5&batches=0,1,1&limit=40&at=40');
  await expect(status(figure)).toContainText('After 40 updates each, the height left: walker 1 (b = 1): ');
  await expect(status(figure)).toContainText('All are level. There is only one point');
  await setState(figure, { points: [[0, 1], [1, 3], [2, 5], [3, 7]], batches: [0, 2, 1], rates: [0.5, 0.5, 0.5], at: 40 }); // prettier-ignore
  expect((await report(figure)).updates[0]).toBeLessThan(40);
  await expect(status(figure)).toContainText('After at most 40 updates each');
  await setState(figure, { batches: [0, 2, 2], rates: [0.05, 0.05, 0.05], at: 5 });
  await expect(status(figure)).toContainText('Level: walker 2 (b = 2), walker 3 (b = 2).');
});

test('counted in time, every lane takes what it has measured', async ({ page }) => {
  const figure = await open(page, '#sgd-race?axis=time&limit=100&at=100');
  const { updates, costs } = await report(figure);
  expect(updates[0]).toBe(100);
  for (const lane of [1, 2]) {
    // The last row that is kept may stand a little before the end.
    expect(updates[lane] * costs[lane]).toBeLessThanOrEqual(100 * costs[0] * 1.000001);
    expect(updates[lane] * costs[lane]).toBeGreaterThan(99 * costs[0]);
  }
  expect(costs[2]).toBeLessThan(costs[0]);
});

test('the batch gradients average to the full gradient, and scatter more the smaller the batch', async ({ page }) => {
  const figure = await open(page, '#sgd-race?axis=updates&limit=40&at=10');
  const scatters: number[] = [];
  for (const lane of ['1', '2', '3']) {
    await setState(figure, { lane });
    await expect(figure.locator('.scatter')).toContainText(lane === '1' ? 'only one batch' : 'batch gradients scatter');
    const { scatter, gradient, meanGradient } = await report(figure);
    for (const axis of [0, 1]) expect(meanGradient[axis]).toBeCloseTo(gradient[axis], 10);
    scatters.push(scatter);
  }
  expect(scatters[0]).toBeLessThan(1e-10);
  expect(scatters[1]).toBeGreaterThan(0.1);
  expect(scatters[2]).toBeGreaterThan(4 * scatters[1]);
});

test('four times the points halve the scatter, to the numbers that the lesson prints', async ({ page }) => {
  const figure = await open(page);
  for (const [lane, points] of [
    ['2', '4 points'],
    ['3', '16'],
  ]) {
    const link = page.getByRole('link', { name: points, exact: true });
    const hash = new URL((await link.getAttribute('href'))!, page.url()).hash;
    expect(hash).toContain(`batches=0,4,16&rates=0.05,0.05,0.05&lane=${lane}&`);
    await link.click();
    await expect(figure.locator('.scatter')).toContainText(`b = ${parseInt(points)}: the`);
    await expect.poll(async () => (await report(figure)).ticks).toBe(10);
    const { scatter } = await report(figure);
    await expect(page.getByText(`${scatter.toFixed(2)} with ${points}`)).toBeVisible();
  }
});

test('the same seed runs the same race, going back gives the same places, another seed another race', async ({
  page,
}) => {
  const figure = await open(page, '#sgd-race?axis=samples&limit=10&at=4');
  const { gaps } = await report(figure);
  await setState(figure, { at: 9 });
  await button(figure, 'One step back').click();
  await expect.poll(async () => (await report(figure)).ticks).toBe(8);
  await setState(figure, { at: 4 });
  expect((await report(figure)).gaps).toEqual(gaps);
  await setState(figure, { seed: 2, at: 4 });
  expect((await report(figure)).gaps).not.toEqual(gaps);
  await setState(figure, { seed: 1, at: 4 });
  expect((await report(figure)).gaps).toEqual(gaps);
});

test('by mouse and by keyboard: the start moves, the race plays, a lane changes', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { limit: 12 });
  const handle = figure.getByRole('slider', { name: 'Start' });
  await drag(page, handle, 52, -38);
  await expect.poll(async () => ((await facts(figure)).state.start as number[])[0]).toBeGreaterThan(1);
  await handle.focus();
  const [dragged] = (await facts(figure)).state.start as number[];
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => ((await facts(figure)).state.start as number[])[0]).toBeLessThan(dragged);
  await toTheEnd(page, figure);
  expect((await report(figure)).updates).toEqual([12, 12, 12]);
  const batch = figure.getByRole('textbox', { name: 'Batch size of walker 2' });
  await batch.fill('500');
  await batch.press('Enter');
  await expect.poll(async () => (await report(figure)).batches).toEqual([1000, 500, 1]);
});

test('too large a rate throws small batches out first, and the figure says so', async ({ page }) => {
  const figure = await open(page, '#sgd-race?rates=0.6,0.6,0.6&axis=samples&limit=10&at=10');
  const { diverged, gaps } = await report(figure);
  expect(diverged).toEqual([false, false, true]);
  expect(gaps[0]!).toBeLessThan(1e-9);
  await expect(status(figure)).toContainText('b = 1: diverged');
  await setState(figure, { rates: [100, 100, 100], lane: '3' });
  await toTheEnd(page, figure);
  expect((await report(figure)).diverged).toEqual([true, true, true]);
  await expect(figure.locator('.scatter')).toContainText('no gradients to show');
  await expect(figure).not.toContainText(/NaN|Infinity/);
});

test('wrong entries are explained beside the lanes and leave the last good state', async ({ page }) => {
  const figure = await open(page);
  const batch = figure.getByRole('textbox', { name: 'Batch size of walker 2' });
  const says = async (typed: string, sentence: RegExp) => {
    await batch.fill(typed);
    await batch.press('Enter');
    await expect(figure.getByRole('alert')).toContainText(sentence);
    expect((await report(figure)).batches).toEqual([1000, 32, 1]);
  };
  await says('5000', /range.1.to.1000\./);
  await says('2.5', /whole number/);
  await says('many', /many/);
  await batch.fill('64');
  await batch.press('Enter');
  await expect(figure.getByRole('alert')).toHaveCount(0);
  expect((await report(figure)).batches).toEqual([1000, 64, 1]);
  // Fewer points than a batch has: the batch becomes all of them.
  await setState(figure, {
    data: 'own',
    points: [
      [1, 2],
      [2, 3],
      [4, 4],
    ],
    at: 0,
  });
  expect((await report(figure)).batches).toEqual([3, 3, 1]);
  await setState(figure, { points: [[1, 2]] });
  await toTheEnd(page, figure);
  await setState(figure, { points: [] });
  await expect(status(figure)).toContainText('no points');
  await expect(figure).not.toContainText(/NaN|Infinity/);
});

test('a race that stands at the lowest place from the start is over, and nothing hangs', async ({ page }) => {
  const figure = await open(page);
  for (const axis of ['updates', 'samples', 'time']) {
    await setState(figure, {
      data: 'own',
      points: [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
      axis,
      at: 0,
    });
    expect((await report(figure)).gaps).toEqual([0, 0, 0]);
    await toTheEnd(page, figure);
    expect((await report(figure)).gaps).toEqual([0, 0, 0]);
  }
  await expect(figure).not.toContainText(/NaN|Infinity/);
});

test('a link brings the race back, a broken one the defaults', async ({ page }) => {
  const figure = await open(page, '#sgd-race?batches=0,16,2&rates=0.1,0.05,0.01&axis=samples&lane=3&limit=5&at=2');
  await facts(figure);
  const link = await figure.evaluate((element) => (element as unknown as { linkParameters: string }).linkParameters);
  for (const part of ['batches=0,16,2', 'rates=0.1,0.05,0.01', 'axis=samples', 'lane=3', 'limit=5', 'at=2'])
    expect(decodeURIComponent(link)).toContain(part);
  await page.goto('about:blank');
  const broken = await open(page, '#sgd-race?batches=0,5000,1');
  await expect(broken).toContainText('Batch size: 5000 is outside the range');
  expect((await report(broken)).batches).toEqual([1000, 32, 1]);
});

testAccessibility(open, '#sgd-race', [
  [360, '#sgd-race?axis=samples&limit=10&at=3'],
  [1280, '#sgd-race?rates=0.6,0.6,0.6&axis=samples&limit=10&at=10&lane=3'],
]);
