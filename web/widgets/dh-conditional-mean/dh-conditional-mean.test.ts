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
  const figure = await openFigure(page, `${language}/probability/conditional/${hash}`, '#slice');
  await figure.evaluate((element) => element.removeAttribute('withheld'));
  return figure;
}

const START = {
  distribution: 'two-branches',
  options: { share: 0.7, noise: 0.2 },
  loss: 'squared',
  x: 3,
  guess: 2,
  curve: false,
  draws: 0,
  seed: 1,
};

/** Softmax of the score that is linear in x, for two classes with means 0 and 2, deviation 1 and equal shares. */
const classOne = (x: number) => 1 / (1 + Math.exp(-2 * (x - 1)));
const entropy = (p: number) => -p * Math.log(p) - (1 - p) * Math.log(1 - p);
const EVEN = { distribution: 'measure-and-class', options: { share: 0.5, gap: 2, deviation: 1 } };

/** A state, and by closed forms the best guess, what it costs, and what the chosen one costs. */
const CLOSED: [string, Record<string, unknown>, best: number, least: number, risk: number][] = [
  ['branches', {}, 0.8, 0.04 + 4 - 0.64, 0.04 + 4 - 0.64 + 1.44],
  ['normal', { distribution: 'correlated-normal', options: { correlation: 0.6 }, x: 2, guess: 0 }, 1.2, 0.64, 0.64 + 1.44],
  ['normal, absolute', { distribution: 'correlated-normal', options: { correlation: 0.6 }, x: 2, guess: 1.2, loss: 'absolute' }, 1.2, 0.8 * Math.sqrt(2 / Math.PI), 0.8 * Math.sqrt(2 / Math.PI)],
  ['disc', { distribution: 'disc', options: { radius: 2 }, x: 1.2, guess: 1 }, 0, 2.56 / 3, 2.56 / 3 + 1],
  ['triangle, absolute', { distribution: 'triangle', options: {}, x: 0.8, guess: 1, loss: 'absolute' }, 0.4, 0.2, 0.6],
  ['a class known', { distribution: 'class-and-measure', options: { gap: 3, deviation: 0.5 }, x: 0.8, guess: 1 }, 3, 0.25, 4.25],
  ['classes, squared', { ...EVEN, x: 2, guess: 0 }, classOne(2), classOne(2) * (1 - classOne(2)), classOne(2)],
  ['classes, absolute', { ...EVEN, x: 2, guess: 0.5, loss: 'absolute' }, 1, 1 - classOne(2), 0.5],
  ['classes, cross-entropy', { ...EVEN, x: 0, guess: 0.5, loss: 'cross-entropy' }, classOne(0), entropy(classOne(0)), Math.log(2)],
]; // prettier-ignore

test('best guesses and what they cost are those of closed forms; every distribution shows itself', async ({ page }) => {
  test.slow();
  const figure = await open(page);
  for (const [name, patch, best, least, risk] of CLOSED) {
    await setState(figure, { ...START, ...patch, curve: true });
    const { report } = await facts(figure);
    expect(report.best, name).toBeCloseTo(best, 12);
    expect(report.least, name).toBeCloseTo(least, 12);
    expect(report.risk, name).toBeCloseTo(risk, 12);
    await expect(figure).not.toContainText(/NaN|Infinity|undefined/);
  }
  await setState(figure, START);
  const list = figure.getByRole('combobox', { name: 'Joint distribution' });
  for (const name of await list.locator('option').allTextContents()) {
    await list.selectOption(name);
    await expect(figure.getByRole('alert')).toHaveCount(0);
    expect((await facts(figure)).report.least, name).toBeGreaterThan(0);
    await expect(figure, name).not.toContainText(/NaN|Infinity|undefined/);
  }
});

test('cut and guess by mouse and keys, the button, and the numbers that explain themselves', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, START);
  await expect(status(figure)).toHaveText(
    'At x = 3, the guess c = 2 has a mean loss of 4.84: the variance 3.4, which no guess avoids, plus 1.44, the squared distance from the conditional expectation 0.8.',
  );
  const [place, guess] = [figure.locator('.map .handle'), figure.locator('.costs .handle')];
  await place.focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await facts(figure)).state.guess).toBeLessThan(2);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await facts(figure)).report.atX).toBeLessThan(3);
  await setState(figure, START);
  await drag(page, guess, -60);
  await expect.poll(async () => (await facts(figure)).state.guess).toBeLessThan(1.9);
  await button(figure, 'Go to the best guess').click();
  await expect(status(figure)).toContainText('c = 0.8 is the best guess');
  await setState(figure, START);
  for (const [name, text] of [
    ['R(2) = 4.84', 'plus the squared distance of c from the mean'],
    ['E[y | x = 3] = 0.8', 'weighted by how probable it is'],
    ['Var(y | x = 3) = 3.4', 'No guess can do better'],
  ]) {
    await button(figure, name).click();
    await expect(page.getByRole('dialog')).toContainText(text);
    await page.keyboard.press('Escape');
  }
  // Keys go from class to class where x is one.
  await setState(figure, { ...START, distribution: 'class-and-measure', options: {}, x: 1 });
  await place.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await facts(figure)).report.atX).toBe(0);
});

test('nothing to guess, many best guesses, and probabilities that are none are told', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, x: 3.2 });
  await expect(status(figure)).toHaveText('No point with x = 3.2 can occur, so there is nothing to guess.');
  expect((await facts(figure)).report).toMatchObject({ best: null, risk: null, marginal: 0 });
  await expect(figure).not.toContainText(/NaN|Infinity|undefined/);

  const apart = { share: 0.5, height: 3, noise: 0.05 };
  await setState(figure, { ...START, options: apart, loss: 'absolute', guess: 1 });
  const { bestFrom, bestTo, least } = (await facts(figure)).report as Record<string, number>;
  expect(bestTo).toBeGreaterThan(2.4);
  expect(bestFrom).toBeCloseTo(-bestTo, 9);
  expect(least).toBeCloseTo(3, 12);
  await expect(status(figure)).toContainText('have the same mean loss, 3.');

  await setState(figure, { ...START, ...EVEN, loss: 'cross-entropy', x: 1, guess: 1 });
  await expect(status(figure)).toContainText('gets the probability 0, so the mean loss is infinite.');
  expect((await facts(figure)).report.risk).toBeNull();
  await setState(figure, { guess: 1.2 });
  await expect(status(figure)).toContainText('c = 1.2 is no probability');
  await expect(figure).not.toContainText(/NaN|undefined/);
  // A number has no cross-entropy: the choice goes back to squares, and a link is refused.
  await figure.getByRole('combobox', { name: 'Joint distribution' }).selectOption('Two branches');
  await expect.poll(async () => (await facts(figure)).state.loss).toBe('squared');
  const refused = await open(page, '#slice?distribution=two-branches&loss=cross-entropy');
  await expect(refused).toContainText('Possible are: squared, absolute.');
  expect((await facts(refused)).state.loss).toBe('squared');
});

test('random points near the cut have about its mean; what is saved has the curve and the costs', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, draws: 12_000 });
  const { report } = await facts(figure);
  // Five deviations of a share of 12,000, and of the mean of those in the strip.
  const share = (2 * 3.6) / 40 / 2 / 3;
  expect(Math.abs((report.onLine as number) / 12_000 - share)).toBeLessThan(5 * Math.sqrt(share / 12_000));
  const deviation = Math.sqrt((report.variance as number) / (report.onLine as number));
  expect(Math.abs((report.meanOnLine as number) - 0.8)).toBeLessThan(5 * deviation);
  await expect(status(figure)).toContainText('Of 12,000 random points,');

  const [head, ...rows] = (await savedData(figure)).trim().split(/\r?\n/);
  expect(head.replace('\ufeff', '')).toBe('x,conditional expectation,least R(c),c,R(c)');
  const numbers = rows.map((row) => row.split(',').map(Number));
  const [x, best] = numbers.find(([place]) => place > 2)!;
  expect(best).toBeCloseTo((0.4 * 2 * x) / 3, 9);
  for (const [, , , c, risk] of numbers.slice(0, 20)) expect(risk).toBeCloseTo(3.4 + (c - 0.8) ** 2, 9);

  const { state } = await facts(figure);
  const parameters = await figure.evaluate(
    (element) => (element as unknown as { linkParameters: string }).linkParameters,
  );
  expect((await facts(await open(page, `#slice?${parameters}`))).state).toEqual(state);
});

testAccessibility(open, '#slice', [
  [1280, '#slice?distribution=noisy-curve&options=&x=1&guess=0&curve=true&draws=300'],
  [360, '#slice?distribution=measure-and-class&options=&loss=cross-entropy&x=1.5&guess=0.5&curve=true'],
]);
