import { expect, test } from '../../testing/fixtures.ts';
import type { Page } from '@playwright/test';
import {
  button,
  drag,
  facts,
  openFigure,
  savedData,
  setState,
  status,
  testAccessibility,
} from '../../testing/figure.ts';

async function open(page: Page, hash = '', language = 'en') {
  const figure = await openFigure(page, `${language}/probability/expectation/${hash}`, '#moments');
  await figure.evaluate((element) => element.removeAttribute('withheld'));
  return figure;
}

const START = {
  load: 'weights',
  points: [
    [0, 0.5],
    [1, 0.3],
    [6, 0.2],
  ],
  distribution: 'normal',
  options: {},
  pivot: 3,
  moment: 'torque',
  g: '',
};

type Numbers = Record<string, number>;

/** Σ pᵢ f(xᵢ) with the weights made to sum to 1. */
function expected(points: number[][], f: (x: number) => number): number {
  const total = points.reduce((sum, [, weight]) => sum + weight, 0);
  return points.reduce((sum, [x, weight]) => sum + (weight / total) * f(x), 0);
}

test('the numbers of own weights are the sums that define them', async ({ page }) => {
  const figure = await open(page);
  const die = [1, 2, 3, 4, 5, 6].map((face) => [face, 1]);
  const cases: [points: number[][], pivot: number][] = [
    [START.points, 3],
    [die, 2],
    [[[-4, 3], [0.5, 1], [7, 2], [9, 5]], -1],
    [[[1e6, 1], [1e6 - 3, 1]], 1e6],
  ]; // prettier-ignore
  for (const [points, pivot] of cases) {
    await setState(figure, { ...START, points, pivot });
    const report = (await facts(figure)).report as Numbers;
    const mean = expected(points, (x) => x);
    const deviation = Math.sqrt(expected(points, (x) => (x - mean) ** 2));
    const about = `${JSON.stringify(points)} about ${pivot}`;
    expect(report.mean, about).toBeCloseTo(mean, 9);
    expect(report.torque, about).toBeCloseTo(mean - pivot, 9);
    expect(report.deviation, about).toBeCloseTo(deviation, 6);
    expect(report.aboutPivot, about).toBeCloseTo(expected(points, (x) => (x - pivot) ** 2), 6); // prettier-ignore
    expect(report.skewness, about).toBeCloseTo(expected(points, (x) => ((x - mean) / deviation) ** 3), 6); // prettier-ignore
    expect(report.kurtosis, about).toBeCloseTo(expected(points, (x) => ((x - mean) / deviation) ** 4), 6); // prettier-ignore
  }
  // All of the weight at one value: no spread, so no shape.
  await setState(figure, { ...START, points: [[2, 1], [5, 0]], pivot: 2 }); // prettier-ignore
  const { report } = await facts(figure);
  expect(report).toMatchObject({ mean: 2, variance: 0, skewness: null, kurtosis: null, balanced: true });
  await button(figure, 'skewness = none').click();
  await expect(page.getByRole('dialog')).toContainText('the standard deviation is 0');
  await page.keyboard.press('Escape');
});

test('distributions have their published moments, and heavy tails have none', async ({ page }) => {
  const figure = await open(page);
  const cases: [string, Record<string, number>, (number | null)[]][] = [
    ['exponential', { rate: 0.5 }, [2, 4, 2, 9]],
    ['normal', { mean: 1, deviation: 3 }, [1, 9, 0, 3]],
    ['laplace', {}, [0, 2, 0, 6]],
    ['poisson', { rate: 4 }, [4, 4, 0.5, 3.25]],
    ['student-t', { freedom: 5 }, [0, 5 / 3, 0, 9]],
    ['student-t', { freedom: 2 }, [0, null, null, null]],
    ['cauchy', {}, [null, null, null, null]],
  ];
  for (const [distribution, options, moments] of cases)
    for (const moment of ['torque', 'square', 'skewness', 'kurtosis']) {
      await setState(figure, { ...START, load: 'distribution', distribution, options, pivot: 0.5, moment });
      const { report } = await facts(figure);
      const found = [report.mean, report.variance, report.skewness, report.kurtosis] as (number | null)[];
      found.forEach((value, index) => {
        if (moments[index] === null) expect(value, `${distribution} ${index}`).toBeNull();
        else expect(value, `${distribution} ${index}`).toBeCloseTo(moments[index], 10);
      });
      await expect(figure).not.toContainText(/NaN|Infinity|undefined/);
    }
  await expect(status(figure)).toContainText('Cauchy, x₀ = 0, γ = 1 has no expected value.');
});

test('every distribution shows itself, and tips the beam towards its mean', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, load: 'distribution' });
  const list = figure.getByRole('combobox', { name: 'Distribution' });
  for (const name of await list.locator('option').allTextContents()) {
    await list.selectOption(name);
    const { report, state } = await facts(figure);
    const tips = /level|no expected value/.exec((await status(figure).textContent())!);
    if (!tips)
      await expect(status(figure)).toContainText(
        (report.mean as number) > (state.pivot as number) ? 'to the right' : 'to the left',
      );
    await expect(figure, name).not.toContainText(/NaN|Infinity|undefined/);
    await expect(figure.getByRole('alert')).toHaveCount(0);
  }
});

test('pivot and weights by mouse and keys; the beam is level at the mean', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, START);
  await expect(status(figure)).toHaveText('The beam tips to the left: with the pivot at 3, E[X − c] is −1.5.');
  const pivot = figure.getByRole('slider', { name: 'Pivot' }).first();
  await drag(page, pivot, -40);
  await expect.poll(async () => (await facts(figure)).state.pivot).toBeLessThan(3);
  // Near the mean it catches.
  await setState(figure, { ...START, pivot: 1.45 });
  await pivot.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await facts(figure)).state.pivot).toBeGreaterThan(1.45);
  await setState(figure, { pivot: 1.5 });
  await expect(status(figure)).toHaveText('With the pivot at c = 1.5 the beam is level. The expected value is 1.5.');

  // The first weight, moved by keys; the others stay, and their shares change.
  const weight = figure.getByRole('slider', { name: 'point' });
  await weight.focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => ((await facts(figure)).state.points as number[][])[0][1]).toBeGreaterThan(0.5);
  const points = (await facts(figure)).state.points as number[][];
  expect(points.slice(1)).toEqual(START.points.slice(1));
  expect((await facts(figure)).report.largest).toBeCloseTo(points[0][1] / (points[0][1] + 0.5), 12);
  await expect(status(figure)).toContainText('The weights add up to');
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await facts(figure)).report.count).toBe(2);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await facts(figure)).report.count).toBe(3);
});

test('values and weights are typed, and nonsense is told', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, START);
  await figure.getByRole('textbox', { name: 'Values 3' }).fill('11');
  await expect.poll(async () => (await facts(figure)).report.mean).toBeCloseTo(2.5, 12);
  await figure.getByRole('button', { name: 'Add' }).click();
  await expect.poll(async () => (await facts(figure)).report.count).toBe(4);
  await figure.getByRole('textbox', { name: /^Weights.* 1$/ }).fill('-2');
  await expect(figure.getByRole('alert')).toContainText('−2 is outside the range');
  expect((await facts(figure)).report.count).toBe(4);
  await figure.getByRole('textbox', { name: /^Weights.* 1$/ }).fill('1/3');
  await expect(figure.getByRole('alert')).toHaveCount(0);
});

test('numbers explain themselves; E[g(X)] and g(E[X]) are told apart', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, moment: 'square' });
  await button(figure, 'E[(X − c)²] = 7.5').click();
  await expect(page.getByRole('dialog')).toContainText('smallest with the pivot at the mean');
  await page.keyboard.press('Escape');
  await setState(figure, { g: 'x^2' });
  expect((await facts(figure)).report).toMatchObject({ outcome: 'settled', ofMean: 2.25 });
  expect((await facts(figure)).report.expected).toBeCloseTo(7.5, 12);
  await expect(status(figure)).toContainText('E[g(X)] is 7.5, but g(E[X]) is 2.25.');
  await setState(figure, { g: '2x+1' });
  await expect(status(figure)).toContainText('E[g(X)] and g(E[X]) agree: 4.');
  await setState(figure, { g: '1/x' });
  expect((await facts(figure)).report).toMatchObject({ outcome: 'divergent', expected: null });
  await setState(figure, { g: 'log(x-0.5)' });
  await expect(status(figure)).toContainText('At x = 0 the function g has no value');
  await setState(figure, { g: 'x^2', load: 'distribution', distribution: 'exponential', options: { rate: 0.5 } });
  expect((await facts(figure)).report.expected).toBeCloseTo(8, 9);
  await setState(figure, { g: 'exp(x)' });
  await expect(status(figure)).toContainText('does not converge');
  await setState(figure, { g: 'x^2 +', load: 'weights' });
  await expect(figure.getByRole('alert')).toHaveCount(1);
  await setState(figure, START);
});

test('what is saved has the terms that are added up', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, moment: 'square' });
  const [, ...rows] = (await savedData(figure)).trim().split(/\r?\n/);
  const terms = rows.map((row) => Number(row.split(',')[2]));
  expect(terms).toHaveLength(3);
  expect(terms.reduce((sum, term) => sum + term, 0)).toBeCloseTo(7.5, 9);
});

testAccessibility(open, '#moments', [
  [1280, '#moments?pivot=1.5&moment=square&g=x^2'],
  [360, '#moments?load=distribution&distribution=normal-mixture&options=&pivot=0&moment=kurtosis'],
]);
