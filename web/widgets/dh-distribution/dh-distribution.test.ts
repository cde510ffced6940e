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
import type { Figure } from '../../testing/figure.ts';

async function open(page: Page, hash = '', language = 'en') {
  const figure = await openFigure(page, `${language}/probability/mass-and-density/${hash}`, '#distribution');
  await figure.evaluate((element) => element.removeAttribute('withheld'));
  return figure;
}

const START = {
  distribution: 'normal',
  options: {},
  low: -1,
  high: 1,
  lower: 'cdf',
  logarithmic: false,
  width: 1,
  draws: 0,
  seed: 1,
  kept: '',
};

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
const sum = (from: number, to: number, mass: (k: number) => number) =>
  Array.from({ length: to - from + 1 }, (_, index) => mass(from + index)).reduce((all, one) => all + one, 0);

/** By closed forms: the state, P(low ≤ X ≤ high), and density or mass in the middle. */
const CLOSED: [string, Record<string, number>, low: number, high: number, probability: number, middle: number][] = [
  ['uniform', { from: 1, to: 5 }, 0, 2, 0.25, 0.25],
  ['exponential', { rate: 2 }, 0.5, 1.5, Math.exp(-1) - Math.exp(-3), 2 * Math.exp(-2)],
  ['cauchy', {}, -1, 3, (Math.atan(3) - Math.atan(-1)) / Math.PI, 1 / (2 * Math.PI)],
  ['laplace', { location: 1, scale: 2 }, 1, 3, (1 - Math.exp(-1)) / 2, Math.exp(-0.5) / 4],
  ['gamma', { shape: 2 }, 0, 2, 1 - 3 * Math.exp(-2), Math.exp(-1)],
  ['beta', { alpha: 2, beta: 1 }, 0.2, 0.6, 0.32, 0.8],
  ['student-t', { freedom: 1 }, 0, 2, Math.atan(2) / Math.PI, 1 / (2 * Math.PI)],
  ['normal', {}, -1, 1, 0.682689492137086, 1 / Math.sqrt(2 * Math.PI)],
  ['bernoulli', { probability: 0.3 }, 1, 4, 0.3, 0],
  ['binomial', { trials: 12, probability: 0.25 }, 2.5, 5, sum(3, 5, (k) => choose(12, k) * 0.25 ** k * 0.75 ** (12 - k)), choose(12, 4) * 0.25 ** 4 * 0.75 ** 8], // prettier-ignore
  ['geometric', { probability: 0.4 }, 2, 6, sum(2, 6, (k) => 0.4 * 0.6 ** (k - 1)), 0.4 * 0.6 ** 3],
  ['discrete-uniform', {}, 2, 4, 0.5, 1 / 6],
];

test('probabilities and heights are those of closed forms', async ({ page }) => {
  const figure = await open(page);
  for (const [distribution, options, low, high, probability, middle] of CLOSED) {
    await setState(figure, { ...START, distribution, options, low, high });
    const { report, state } = await facts(figure);
    expect(state.distribution).toBe(distribution);
    expect(report.probability, distribution).toBeCloseTo(probability, 12);
    expect(report.density, distribution).toBeCloseTo(middle, 12);
    if (!report.discrete) expect(report.perLength).toBeCloseTo(probability / (high - low), 12);
    await expect(figure).not.toContainText(/NaN|Infinity|undefined/);
  }
});

test('every distribution shows itself in every view', async ({ page }) => {
  test.slow();
  const figure = await open(page);
  const list = figure.getByRole('combobox', { name: 'Distribution' });
  const names = await list.locator('option').allTextContents();
  expect(names.length).toBeGreaterThanOrEqual(17);
  await setState(figure, { draws: 300 });
  for (const name of names) {
    await list.selectOption(name);
    // Begins with the middle half of its probability, or as near to that as its masses allow.
    const { report } = await facts(figure);
    expect(report.probability, name).toBeGreaterThan(0.45);
    const words = await figure.evaluate(async (element) => {
      const views = [
        { lower: 'survival', logarithmic: true },
        { lower: 'quantile', logarithmic: false },
        { lower: 'cdf', logarithmic: false },
      ];
      const seen = [];
      for (const view of views) {
        Object.assign(element, { state: view });
        await (element as Element as Figure).ready;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        seen.push(element.shadowRoot!.textContent);
      }
      return seen.join(' ');
    });
    expect(words, name).not.toMatch(/NaN|Infinity|undefined/);
    await expect(figure.getByRole('alert')).toHaveCount(0);
  }
});

test('the ends by mouse, keys and exact numbers; numbers explain themselves; nonsense is told', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, START);
  await drag(page, figure.locator('.handle').first(), 40);
  await expect.poll(async () => (await facts(figure)).state.low).toBeGreaterThan(-1);
  await setState(figure, START);
  await figure.locator('.handle').nth(1).focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await facts(figure)).state.high).toBeLessThan(1);
  // It stops at the other end.
  for (let press = 0; press < 15; ++press) await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(async () => (await facts(figure)).state.high).toBe(-1);
  await expect(status(figure)).toContainText('The density there is 0.242, but without width there is no area.');
  expect((await facts(figure)).report).toMatchObject({ probability: 0, perLength: null });

  await setState(figure, START);
  await button(figure, 'P(−1 ≤ X ≤ 1) = 0.6827').click();
  await expect(page.getByRole('dialog')).toContainText('0.84134');
  await page.keyboard.press('Escape');
  await button(figure, 'density p(0) = 0.3989').click();
  await expect(page.getByRole('dialog')).toContainText('0.39894');
  await page.keyboard.press('Escape');

  const exact = figure.getByRole('textbox', { name: 'Right end of the interval b, exact value' });
  await exact.fill('-5');
  await exact.press('Enter');
  await expect(figure.getByRole('alert').filter({ hasText: 'Right end of the interval' })).toBeVisible();
  expect((await facts(figure)).state.high).toBe(1);
  const deviation = figure.getByRole('textbox', { name: 'standard deviation σ, exact value' });
  await deviation.fill('0');
  await deviation.press('Enter');
  await expect(figure.getByRole('alert').filter({ hasText: 'standard deviation' })).toBeVisible();
  await setState(figure, { options: { deviation: 0.1 } });
  await expect(status(figure)).toContainText('The density rises to 3.989, above 1.');
});

test('a density is drawn by hand: the bar follows, the others share what is left', async ({ page }) => {
  const figure = await open(page);
  const weights = [1, 1, 1, 1, 1];
  await setState(figure, { ...START, distribution: 'drawn', options: { from: 0, to: 1 }, weights, low: 0, high: 0.2 });
  const bar = figure.locator('.handle').nth(2);
  await expect(bar).toHaveAttribute('aria-label', 'Bar 1');
  await drag(page, bar, 0, -40);
  await expect.poll(async () => (await facts(figure)).report.probability).toBeGreaterThan(0.25);
  const { state, report } = await facts(figure);
  const drawn = state.weights as number[];
  expect(report.probability).toBeCloseTo(drawn[0] / drawn.reduce((all, one) => all + one), 12);
  drawn.slice(2).forEach((weight) => expect(weight).toBe(drawn[1]));
  await bar.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(async () => (await facts(figure)).report.probability).toBeLessThan(report.probability as number);
  await setState(figure, { weights: [0, 0, 0] });
  await expect(figure.getByRole('alert').filter({ hasText: 'all of them are 0' })).toBeVisible();
  expect((await facts(figure)).state.weights).not.toEqual([0, 0, 0]);
});

test('draws, others beside it, SciPy, the file, and a link that says it all', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, draws: 4000 });
  // Six deviations of a share of 4,000 draws.
  expect(Math.abs(((await facts(figure)).report.share as number) - 0.6827)).toBeLessThan(6 * Math.sqrt(0.217 / 4000));
  await button(figure, 'Keep this one to compare').click();
  await expect(button(figure, /^Drop from the comparison: Normal, μ = 0, σ = 1/)).toBeVisible();
  await setState(figure, { distribution: 'student-t', options: { freedom: 3 }, logarithmic: true, lower: 'survival' });
  expect((await facts(figure)).report.others).toBe(1);
  await expect(figure.locator('.lower')).toContainText('Normal, μ = 0, σ = 1');
  await figure.getByText('The same numbers from SciPy').click();
  await expect(figure.locator('pre')).toContainText('d = scipy.stats.t(3)');
  await expect(figure.locator('pre')).toContainText('d.sf(1)  # 0.195501');
  const [head, first] = (await savedData(figure)).replace('\ufeff', '').split('\r\n');
  expect(head).toBe('x,density p(x),P(X ≤ x),P(X > x),"Normal, μ = 0, σ = 1"');
  expect(first.split(',')).toHaveLength(5);

  const { state } = await facts(figure);
  const parameters = await figure.evaluate(
    (element) => (element as unknown as { linkParameters: string }).linkParameters,
  );
  const again = await open(page, `#distribution?${parameters}`);
  expect((await facts(again)).state).toEqual(state);
});

test('far tails keep their digits', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, low: 10, high: 12, logarithmic: true, lower: 'survival', width: 4 });
  const { probability } = (await facts(figure)).report;
  expect((probability as number) / 7.61985302416e-24).toBeCloseTo(1, 9);
  await button(figure, /^P\(10 ≤ X ≤ 12\)/).click();
  await expect(page.getByRole('dialog')).toContainText('subtracting would lose digits');
});

testAccessibility(open, '#distribution', [
  [1280, '#distribution?distribution=student-t&kept=normal/mean:0,deviation:1&draws=500'],
  [360, '#distribution?distribution=drawn&low=0.2&high=0.6'],
  [360, '#distribution?distribution=binomial&low=3&high=6&lower=quantile'],
]);
