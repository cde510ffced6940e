import { expect, test } from '../../testing/fixtures.ts';
import type { Page } from '@playwright/test';
import { PATIENCE, facts, openFigure, savedData, setState, status, testAccessibility, toTheEnd } from '../../testing/figure.ts'; // prettier-ignore

/** With all that a prediction of the lesson holds back. */
async function open(page: Page, hash = '', language = 'en') {
  const figure = await openFigure(page, `${language}/probability/monte-carlo/${hash}`, '#monte-carlo');
  await figure.evaluate((element) => element.removeAttribute('withheld'));
  return figure;
}

const START = {
  target: 'integral',
  integrand: 'exp(-x^2)',
  from: -1,
  to: 1,
  method: 'plain',
  repeat: 0,
  samples: 1000,
  view: 'estimate',
  seed: 1,
  at: 0,
};
/** A step beyond all runs: their end. */
const END = 1000;
/** √π erf(1), by Maple. */
const BELL = 1.4936482656248540508;

test('estimates, errors and exact values are those of closed forms', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, at: END });
  const bell = (await facts(figure)).report;
  expect(bell.exact).toBeCloseTo(BELL, 12);
  expect(bell.error).toBeCloseTo(Math.abs((bell.value as number) - BELL), 12);
  expect(bell.holds).toBe((bell.error as number) <= (bell.halfWidth as number));
  // t with 999 degrees of freedom: 1.96234.
  expect((bell.halfWidth as number) / (bell.standardError as number)).toBeCloseTo(1.96234, 4);

  // Of zeros and fours the variance follows from the mean.
  await setState(figure, { ...START, target: 'darts', samples: 5000, at: END });
  const darts = (await facts(figure)).report;
  const value = darts.value as number;
  expect((value * 5000) / 4).toBeCloseTo(Math.round((value * 5000) / 4), 8);
  expect(darts.standardError).toBeCloseTo(Math.sqrt((value * (4 - value)) / 4999), 10);

  await setState(figure, { ...START, target: 'expectation', g: 'x^2', distribution: 'discrete-uniform', options: {}, at: END }); // prettier-ignore
  expect((await facts(figure)).report.exact).toBeCloseTo(91 / 6, 12);
  await setState(figure, { ...START, integrand: '2', from: 0, to: 3, at: END });
  expect((await facts(figure)).report).toMatchObject({ value: 6, standardError: 0, holds: true });
  // A straight line: the second of a pair makes good what the first misses.
  await setState(figure, { ...START, integrand: '3x + 1', from: 0, to: 1, method: 'antithetic', at: END });
  expect((await facts(figure)).report.value).toBeCloseTo(2.5, 12);
});

test('errors fall like one over the root of n, intervals hold as often as they claim, and repeated draws break that', async ({
  page,
}) => {
  const figure = await open(page);
  await setState(figure, { ...START, samples: 100_000, view: 'error' });
  expect(Math.abs(((await facts(figure)).report.slope as number) + 0.5)).toBeLessThan(0.05);
  await expect(status(figure)).toContainText('has slope −0.');
  await setState(figure, { ...START, samples: 100_000, view: 'error', method: 'sobol' });
  expect((await facts(figure)).report.slope).toBeLessThan(-0.9);
  await setState(figure, { ...START, view: 'repeats' });
  const honest = (await facts(figure)).report.coverage as number;
  // Binomial about 0.95 with deviation 0.007.
  expect(honest).toBeGreaterThan(0.92);
  expect(honest).toBeLessThan(0.98);
  await figure.getByRole('checkbox', { name: /^Use the last draw again/ }).check();
  // Worth (1 − 0.9) ÷ (1 + 0.9) of independent draws: P(|Z| < 1.96 / √19) = 0.347.
  await expect.poll(async () => Math.abs(((await facts(figure)).report.coverage as number) - 0.347)).toBeLessThan(0.06);
  await expect(status(figure)).toContainText('cannot be trusted');
});

test('methods are compared, each on the same number of values; what cannot go together gives way', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, samples: 100_000, view: 'compare' });
  const { report } = await facts(figure);
  expect(report.best).toBe('sobol');
  expect(report.ratio).toBeGreaterThan(30);
  await expect(figure.locator('tbody tr')).toHaveCount(5);
  await figure.locator('tbody button').last().click();
  await expect(page.getByRole('dialog', { name: /^Sobol: what a sample is worth/ })).toContainText('squared');
  await page.keyboard.press('Escape');

  await setState(figure, { ...START, method: 'importance' });
  await setState(figure, { target: 'darts' });
  expect((await facts(figure)).state.method).toBe('plain');
  await setState(figure, { ...START, repeat: 0.5 });
  await setState(figure, { method: 'stratified' });
  expect((await facts(figure)).state.repeat).toBe(0);
  // Exponential draws are never below 0.
  await setState(figure, { ...START, method: 'importance', proposal: 'exponential' });
  await expect(figure.getByRole('alert').filter({ hasText: 'nothing is ever drawn there' })).toBeVisible();
});

test('many samples are drawn by all cores in the background; stopping keeps what is there, and going on gives the same', async ({
  page,
}) => {
  test.slow();
  const figure = await open(page);
  const many = { ...START, samples: 60_000_000 };
  await setState(figure, { ...many, at: END });
  const whole = (await facts(figure)).report;
  expect(whole).toMatchObject({ samples: 60_000_000, outcome: 'limit-reached' });
  expect(Math.abs((whole.value as number) - BELL)).toBeLessThan(5 * (whole.standardError as number));
  await expect(figure).toContainText(/Drawing .* samples took/);

  await setState(figure, { ...many, seed: 2 });
  await setState(figure, { seed: 1 });
  await figure.getByRole('button', { name: 'Draw all 60,000,000' }).click();
  await expect(figure.getByRole('progressbar')).toBeVisible();
  await figure.getByRole('button', { name: 'Stop drawing' }).click();
  const rest = figure.getByRole('button', { name: 'Draw the rest of 60,000,000' });
  await expect(rest).toBeVisible({ timeout: PATIENCE });
  expect((await facts(figure)).report.samples).toBeLessThan(60_000_000);
  await rest.click();
  await expect.poll(async () => (await facts(figure)).report, { timeout: PATIENCE }).toEqual(whole);
});

test('a run is the same whatever the number of processors', async ({ browser, baseURL }) => {
  test.slow();
  const reports: unknown[] = [];
  for (const hardwareConcurrency of [1, 4]) {
    const page = await browser.newPage({ baseURL });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setHardwareConcurrencyOverride', { hardwareConcurrency });
    const figure = await open(page);
    await setState(figure, { ...START, samples: 20_000_000, at: END });
    await expect.poll(async () => (await facts(figure)).report.samples, { timeout: PATIENCE }).toBe(20_000_000);
    reports.push((await facts(figure)).report);
    await page.close();
  }
  expect(reports[1]).toEqual(reports[0]);
});

test('by keyboard; numbers explain themselves; what has no value is told', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, START);
  await toTheEnd(page, figure);
  expect((await facts(figure)).report.samples).toBe(1000);
  await figure.locator('.numbers button').nth(1).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Standard error' })).toContainText('divided by √n');
  await page.keyboard.press('Escape');
  expect((await savedData(figure)).split('\r\n').length).toBe(60);

  const formula = figure.getByRole('textbox', { name: /^Function/ });
  await formula.fill('exp(');
  await expect(figure.getByRole('alert').filter({ hasText: 'not finished' })).toBeVisible();
  expect((await facts(figure)).state.integrand).toBe('exp(-x^2)');
  for (const [state, sentence] of [
    [{ integrand: 'log(x)' }, /Left out, for want of a finite value/],
    [{ integrand: '1/x^2' }, /no true value/],
    [{ integrand: '1/0' }, /no number that can be shown|no true value/],
    [{ target: 'expectation', g: 'x', distribution: 'cauchy', options: {} }, /there is no true value/],
  ] as const)
    for (const view of ['estimate', 'error', 'repeats', 'compare']) {
      await setState(figure, { ...START, ...state, view, at: END });
      if (view === 'estimate') await expect(status(figure)).toContainText(sentence);
      await expect(figure).not.toContainText(/NaN|Infinity/);
    }
});

testAccessibility(open, '#monte-carlo', [
  [1280, '#monte-carlo?method=stratified&view=compare&at=40'],
  [360, '#monte-carlo?target=expectation&distribution=gamma&view=repeats&at=40'],
]);
