import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { facts, openFigure, savedData, setState, status, testAccessibility } from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/neural-networks/softmax/${hash}`, '#softmax');

const START = { logits: [2, 1, 0], temperature: 1, shift: 0, form: 'stable', precision: 'double', target: 0, twice: false };

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
  for (const [logits, form, precision, overflow] of [
    [[1000, 999, 998], 'naive', 'double', true],
    [[1000, 999, 998], 'stable', 'double', false],
    [[700, 699, 698], 'naive', 'double', false],
    [[90, 89, 88], 'naive', 'float', true],
    [[90, 89, 88], 'stable', 'float', false],
    [[90, 89, 88], 'naive', 'double', false],
  ] as const) {
    await setState(figure, { ...START, logits: [...logits], form, precision });
    expect((await facts(figure)).report.overflow, `${logits} ${form} ${precision}`).toBe(overflow);
    if (overflow) await expect(status(figure)).toContainText('becomes infinite');
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
  expect((await savedData(figure)).split('\r\n')[0]).toContain('p − t');
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
  await expect(figure.locator('dh-formula').first()).toContainText('0.');
  await exact.fill('nonsense');
  await expect(figure.locator('.error').first()).toBeVisible();
  expect((await facts(figure)).report.winner).toBe(2);
});

testAccessibility(open, '#softmax', [
  [1280, '#softmax?logits=1000,999,998&form=naive'],
  [360, '#softmax?logits=2,1,0,-1,4,3&target=2'],
]);
