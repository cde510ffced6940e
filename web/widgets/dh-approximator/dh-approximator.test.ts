import { expect, test } from '../../testing/fixtures.ts';
import type { Locator, Page } from '@playwright/test';
import {
  bringIntoView,
  button,
  facts,
  openFigure,
  savedData,
  setState,
  status,
  testAccessibility,
} from '../../testing/figure.ts';
import type { Figure } from '../../testing/figure.ts';
import { PLACES } from './fields.ts';

const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/neural-networks/why-depth/${hash}`, '#approximator');

interface Report {
  step: number;
  outcome: string;
  drawn: boolean;
  parameters: number;
  largestError: number;
  meanError: number;
  pieces: number | null;
  deepWidth: number | null;
  deepParameters: number | null;
  deepLargestError: number | null;
  deepPieces: number | null;
  trained: number;
  best: number | null;
  worst: number | null;
  deepBest: number | null;
  deepWorst: number | null;
}
const report = async (figure: Locator) => (await facts(figure)).report as unknown as Report;
const drawn = async (figure: Locator) => (await facts(figure)).state.drawn as number[];

const START = { f: 'sin(3x+1)', drawn: [], units: 10, depth: 1, weights: 'written', activation: 'relu', rate: 0.01, show: 'units', seed: 1, at: 0 }; // prettier-ignore
const places = Array.from({ length: PLACES }, (_, k) => -1 + (2 * k) / (PLACES - 1));
const ZIGZAG = '2abs(2abs(2abs(x)-1)-1)-1';

/** The errors of the polygon through n + 1 evenly spaced points of f, at the places. */
function polygonErrors(f: (x: number) => number, units: number): number[] {
  return places.map((x) => {
    const piece = Math.min(Math.floor(((x + 1) * units) / 2), units - 1);
    const [from, to] = [-1 + (2 * piece) / units, -1 + (2 * (piece + 1)) / units];
    return Math.abs(f(from) + ((x - from) / (to - from)) * (f(to) - f(from)) - f(x));
  });
}

test('weights written down are the polygon; folds are exact; parameters are counted', async ({ page }) => {
  const figure = await open(page);
  for (const units of [1, 7, 10, 20, 64]) {
    await setState(figure, { ...START, units });
    const { largestError, meanError, parameters } = await report(figure);
    const errors = polygonErrors((x) => Math.sin(3 * x + 1), units);
    expect(largestError).toBeCloseTo(Math.max(...errors), 12);
    expect(meanError).toBeCloseTo(errors.reduce((sum, error) => sum + error, 0) / PLACES, 12);
    expect(parameters).toBe(3 * units + 1);
  }
  for (const depth of [2, 3, 6]) {
    const f = Array.from({ length: depth }).reduce((inner) => `2abs(${inner as string})-1`, 'x') as string;
    await setState(figure, { ...START, f, units: Math.min(64, 2 ** depth), depth });
    const { largestError, deepLargestError, pieces, deepPieces, deepWidth, deepParameters } = await report(figure);
    expect(Math.max(largestError, deepLargestError!)).toBeLessThan(1e-12);
    expect([pieces, deepPieces, deepWidth, deepParameters]).toEqual([2 ** depth, 2 ** depth, 2, 6 * depth + 1]);
  }
  await expect(status(figure)).toContainText('exactly the curve');
  // Trained from written weights, it comes back to them.
  await setState(figure, { ...START, at: 50 });
  expect((await report(figure)).largestError).not.toBeCloseTo(0.0443, 4);
  await button(figure, 'Rewind to the start').click();
  await expect.poll(async () => (await report(figure)).largestError).toBeCloseTo(0.0443, 4);
});

test('it learns from a random start, and goes back exactly; the deep network has as many parameters', async ({
  page,
}) => {
  const figure = await open(page);
  await setState(figure, { ...START, f: ZIGZAG, weights: 'random', units: 24, depth: 3 });
  const first = await report(figure);
  // All units bend at 0, where their biases are.
  expect([first.pieces, first.parameters, first.deepWidth, first.deepParameters]).toEqual([2, 73, 5, 76]);
  await setState(figure, { at: 299 });
  const before = await report(figure);
  expect(before.meanError).toBeLessThan(first.meanError);
  await button(figure, 'One step forward').click();
  await expect.poll(async () => (await report(figure)).step).toBe(300);
  await button(figure, 'One step back').click();
  await expect.poll(async () => (await report(figure)).step).toBe(299);
  expect(await report(figure)).toEqual(before);

  const rows = (await savedData(figure)).trim().split('\r\n');
  expect(rows).toHaveLength(1 + PLACES);
  const errors = rows.slice(1).map((row) => Math.abs(Number(row.split(',')[1]) - Number(row.split(',')[2])));
  expect(Math.max(...errors)).toBeCloseTo(before.largestError, 12);

  await setState(figure, { activation: 'tanh' });
  expect(await report(figure)).toMatchObject({ pieces: null, deepPieces: null });
});

test('drawn by mouse and by keyboard, dropped by typing; the link brings the drawing back', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, units: 64 });
  await bringIntoView(figure.locator('.curve'));
  const area = (await figure.locator('.curve svg .area').first().boundingBox())!;
  const at = (x: number, y: number) => [area.x + ((x + 1) / 2) * area.width, area.y + ((1.3 - y) / 2.6) * area.height] as const; // prettier-ignore
  await page.mouse.move(...at(-0.8, 1));
  await page.mouse.down();
  await page.mouse.move(...at(0, 0), { steps: 4 });
  await page.mouse.move(...at(0.8, 1), { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await report(figure)).drawn).toBe(true);
  const heights = await drawn(figure);
  expect(heights).toHaveLength(PLACES);
  const pixel = 2.6 / area.height;
  places.forEach((x, index) => {
    if (Math.abs(x) < 0.78) expect(Math.abs(heights[index] - 1.25 * Math.abs(x))).toBeLessThan(2 * pixel + 0.01);
    // What the stroke did not pass stays as it was.
    if (Math.abs(x) > 0.82) expect(heights[index]).toBeCloseTo(Math.sin(3 * x + 1), 2);
  });

  const pen = figure.getByRole('slider', { name: /^Pen/ });
  await pen.focus();
  const where = 25;
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(async () => (await drawn(figure))[where + 1]).toBeGreaterThan(heights[where + 1]);
  const lifted = await drawn(figure);
  const lift = (index: number) => lifted[index] - heights[index];
  expect(lift(where + 6) / lift(where + 1)).toBeCloseTo(0.5, 1);
  expect(lift(where + 12)).toBe(0);

  const link = await figure.evaluate((element) => (element as Element as Figure).linkParameters);
  await figure.getByRole('textbox', { name: /Curve/ }).fill('x');
  await expect.poll(async () => (await report(figure)).drawn).toBe(false);
  await open(page, `#approximator?${link}`);
  expect(await drawn(figure)).toEqual(lifted);
  await button(figure, 'Drop the drawing, take the formula’s curve').click();
  await expect.poll(async () => (await report(figure)).drawn).toBe(false);
});

test('many seeds and sizes are trained while one watches', async ({ page }) => {
  test.slow();
  const figure = await open(page);
  await setState(figure, { ...START, f: ZIGZAG, weights: 'random', units: 8, show: 'seeds' });
  const alone = await report(figure);
  expect(alone).toMatchObject({ trained: 11, deepBest: null });
  expect(alone.best).toBeLessThanOrEqual(alone.worst!);
  await setState(figure, { show: 'units', at: 2000 });
  const { meanError } = await report(figure);
  expect(meanError).toBeGreaterThanOrEqual(alone.best!);
  expect(meanError).toBeLessThanOrEqual(alone.worst!);

  await setState(figure, { f: 'sin(3x+1)', show: 'widths', at: 0 });
  await expect(status(figure)).toContainText('Three seeds for each size');
  const rows = (await savedData(figure)).trim().split('\r\n').slice(1).map((row) => row.split(',')); // prettier-ignore
  expect(rows).toHaveLength(7 * 4);
  // Of what is written down each doubling makes a quarter.
  const written = rows.filter((row) => row.at(-3) === '').map((row) => Number(row.at(-2)));
  expect(written).toHaveLength(7);
  for (const k of [3, 4]) expect(written[k] / written[k + 1]).toBeCloseTo(4, 0);
});

test('bends explain themselves; divergence and nonsense are told in words', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, units: 2 });
  await figure.getByRole('button', { name: /Unit 2 bends at x = / }).click();
  const panel = page.locator('dh-explanation');
  await expect(panel).toContainText('the slope of the output changes by');
  await page.keyboard.press('Escape');

  await setState(figure, { ...START, weights: 'random', activation: 'relu', depth: 6, units: 64, rate: 10, at: 2000 });
  await expect(figure).not.toContainText(/NaN|Infinity/);
  const curve = figure.getByRole('textbox', { name: /Curve/ });
  await curve.fill('1/x');
  await expect(figure.getByRole('alert').first()).toContainText('no finite value at 0');
  await curve.fill('log(x)');
  await expect(figure.getByRole('alert').first()).toContainText('no finite value at −1');
  expect((await facts(figure)).state.f).toBe('sin(3x+1)');
  await setState(figure, { drawn: [1, 2, 3] });
  expect(await drawn(figure)).toEqual([]);
});

testAccessibility(open, '#approximator', [
  [1280, '#approximator?f=x*sin(9x)&units=24&depth=3&weights=random&at=200'],
  [360, '#approximator?units=4&depth=2&weights=random&show=seeds'],
]);
