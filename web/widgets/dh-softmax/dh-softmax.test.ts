import { expect, test } from '../../testing/fixtures.ts';
import type { Page } from '@playwright/test';
import { facts, openFigure, savedData, setState, status, testAccessibility } from '../../testing/figure.ts';

/** With all that a prediction of the lesson holds back. */
async function open(page: Page, hash = '', language = 'en') {
  const figure = await openFigure(page, `${language}/neural-networks/softmax/${hash}`, '#softmax');
  await figure.evaluate((element) => element.removeAttribute('withheld'));
  return figure;
}

const START = {
  logits: [2, 1, 0],
  temperature: 1,
  shift: 0,
  form: 'stable',
  precision: 'double',
  target: 0,
  twice: false,
};

/** By the definition, with exponents that cannot overflow. */
function shares(logits: readonly number[], temperature = 1): number[] {
  const powers = logits.map((logit) => Math.exp((logit - Math.max(...logits)) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

test('shares follow the scores, whatever is added to all of them; temperature stretches them', async ({ page }) => {
  const figure = await open(page);
  for (const [logits, temperature, shift] of [
    [[2, 1, 0], 1, 0],
    [[2, 1, 0], 1, 500],
    [[-3, 4, 4, 0.5], 0.7, -20],
    [[-249.873093, -424.126709, -460.292542, 378.097443, -292.614532], 1, 0],
  ] as const) {
    await setState(figure, { ...START, logits: [...logits], temperature, shift });
    const { report } = await facts(figure);
    const expected = shares(logits, temperature);
    (report.probabilities as number[]).forEach((share, index) => expect(share).toBeCloseTo(expected[index], 12));
    expect(report.winner).toBe(expected.indexOf(Math.max(...expected)) + 1);
  }
  await setState(figure, { ...START, twice: true });
  expect((await facts(figure)).report.first).toBeCloseTo(0.4506, 4);
});

test('the formula as it stands overflows, in double and in float, and says why', async ({ page }) => {
  const figure = await open(page);
  for (const [logits, form, precision, fate] of [
    [[1000, 999, 998], 'naive', 'double', 'overflow'],
    [[1000, 999, 998], 'stable', 'double', 'good'],
    [[700, 699, 698], 'naive', 'double', 'good'],
    // Each exponential is finite, their sum is not.
    [[709.5, 709.5], 'naive', 'double', 'overflow'],
    [[90, 89, 88], 'naive', 'float', 'overflow'],
    [[90, 89, 88], 'stable', 'float', 'good'],
    [[90, 89, 88], 'naive', 'double', 'good'],
    [[-1000, -999, -998], 'naive', 'double', 'underflow'],
    [[-1000, -999, -998], 'stable', 'double', 'good'],
  ] as const) {
    await setState(figure, { ...START, logits: [...logits], form, precision });
    const { report } = await facts(figure);
    expect(report.fate, `${logits} ${form} ${precision}`).toBe(fate);
    expect(report.winner === 0).toBe(fate !== 'good');
    await expect(status(figure)).toContainText(
      { good: 'is the most probable', overflow: 'becomes infinite', underflow: 'rounded to 0' }[fate],
    );
    await expect(figure).not.toContainText(/NaN|Infinity/);
  }
});

test('cross-entropy and its slopes, p − t', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, target: 3 });
  const { report } = await facts(figure);
  const [first, second, third] = shares([2, 1, 0]);
  expect(report.loss).toBeCloseTo(-Math.log(third), 12);
  (report.slopes as number[]).forEach((slope, index) =>
    expect(slope).toBeCloseTo([first, second, third - 1][index], 12),
  );
  await expect(status(figure)).toContainText('the cross-entropy is 2.408');
  expect((await savedData(figure)).split('\r\n')[0]).toContain('∂f/∂z');
});

test('scores by slider and keyboard; a class comes and goes; a share shows its formula', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, START);
  const exact = figure.getByRole('textbox', { name: 'Logit of class B z, exact value' });
  await exact.fill('log(8)');
  await expect.poll(async () => (await facts(figure)).report.winner).toBe(2);
  await figure.getByRole('button', { name: 'Add a class' }).click();
  await expect.poll(async () => ((await facts(figure)).state.logits as number[]).length).toBe(4);
  await figure.getByRole('button', { name: 'Remove a class' }).click();
  await figure.getByRole('button', { name: /^Probability of class A/ }).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: /^Probability of class A: 0\./ });
  await expect(panel).toContainText('p1');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect.poll(async () => (await facts(figure)).state.chosen).toBe(1);
  await expect(figure.locator('dh-formula').first()).toContainText('0.');
  await exact.fill('nonsense');
  await expect(figure.locator('.error').first()).toBeVisible();
  expect((await facts(figure)).report.winner).toBe(2);
});

testAccessibility(open, '#softmax', [
  [1280, '#softmax?logits=1000,999,998&form=naive'],
  [360, '#softmax?logits=2,1,0,-1,4,3&target=2'],
]);
