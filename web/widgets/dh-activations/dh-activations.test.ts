import { expect, test } from '../../testing/fixtures.ts';
import type { Page } from '@playwright/test';
import { drag, facts, openFigure, savedData, setState, status, testAccessibility } from '../../testing/figure.ts';

/** With all that a prediction of the lesson holds back. */
async function open(page: Page, hash = '', language = 'en') {
  const figure = await openFigure(page, `${language}/neural-networks/activations/${hash}`, '#activations');
  await figure.evaluate((element) => element.removeAttribute('withheld'));
  return figure;
}

const START = { activation: 'relu', compare: 'none', x: 1, layers: 10, weight: 1 };

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
/** By their definitions, values and slopes; tanh by its exponentials. */
const DEFINED: Record<string, [value: (z: number) => number, slope: (z: number) => number]> = {
  linear: [(z) => z, () => 1],
  sigmoid: [sigmoid, (z) => sigmoid(z) * (1 - sigmoid(z))],
  tanh: [
    (z) => (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z)),
    (z) => 4 / (Math.exp(z) + Math.exp(-z)) ** 2,
  ],
  relu: [(z) => (z > 0 ? z : 0), (z) => (z > 0 ? 1 : 0)],
  'leaky-relu': [(z) => (z > 0 ? z : 0.01 * z), (z) => (z > 0 ? 1 : 0.01)],
  elu: [(z) => (z > 0 ? z : Math.exp(z) - 1), (z) => (z > 0 ? 1 : Math.exp(z))],
  softplus: [(z) => Math.log(1 + Math.exp(z)), sigmoid],
};

test('values, slopes and products through layers are those of the definitions', async ({ page }) => {
  const figure = await open(page);
  for (const [activation, [value, slope]] of Object.entries(DEFINED))
    for (const x of [-3.3, 0.7]) {
      await setState(figure, { ...START, activation, x, layers: 7, weight: 1.5 });
      const { report } = await facts(figure);
      expect(report.value, `${activation} at ${x}`).toBeCloseTo(value(x), 12);
      expect(report.slope, `${activation} at ${x}`).toBeCloseTo(slope(x), 12);
      const product = (1.5 * slope(x)) ** 7;
      expect(Math.abs((report.product as number) - product)).toBeLessThanOrEqual(1e-10 * product);
      await expect(figure).not.toContainText(/NaN|Infinity/);
    }
  // By a table of the normal distribution: Φ(1) = 0.841344746.
  await setState(figure, { ...START, activation: 'gelu' });
  expect((await facts(figure)).report.value).toBeCloseTo(0.841344746, 8);
});

test('without an activation the network is a straight line, with any other it bends', async ({ page }) => {
  const figure = await open(page);
  for (const activation of [...Object.keys(DEFINED), 'gelu']) {
    await setState(figure, { ...START, activation });
    const bend = (await facts(figure)).report.bend as number;
    if (activation === 'linear') expect(bend).toBeLessThan(1e-12);
    else expect(bend, activation).toBeGreaterThan(0.1);
  }
});

test('saturation, kinks, fading and exploding are told', async ({ page }) => {
  const figure = await open(page);
  for (const [state, sentence] of [
    [{ activation: 'sigmoid', x: 0 }, /its slope is 0\.25.*9\.537×10⁻⁷ and all but vanishes/],
    [{ activation: 'tanh', x: 4 }, /hardly any slope to learn from/],
    [{ x: -2 }, /multiplied by 0, and nothing is left/],
    [{ x: 0 }, /has a kink; in place of a slope, the one on the left, 0, is used/],
    [{ weight: 2 }, /multiplied by 1024 and explodes/],
    [{ layers: 1 }, /Through 1 such layer, a slope is multiplied by 1\./],
  ] as const) {
    await setState(figure, { ...START, ...state });
    await expect(status(figure)).toContainText(sentence);
  }
  // 1 − tanh² falls below 1 % where tanh is above √0.99, at 2.993.
  for (const [x, saturated] of [
    [2.99, false],
    [3, true],
  ] as const) {
    await setState(figure, { ...START, activation: 'tanh', x });
    expect((await facts(figure)).report.saturated).toBe(saturated);
  }
});

test('the point by mouse and keys; two compared; the product explains itself; nonsense is told', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, START);
  const handle = figure.locator('.handle[role="slider"]');
  await drag(page, handle, 60, 0);
  await expect.poll(async () => (await facts(figure)).state.x).toBeGreaterThan(1.5);
  await setState(figure, { x: 1 });
  await handle.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await facts(figure)).state.x).toBeCloseTo(0.8, 9);

  await figure.getByRole('combobox', { name: 'Compare with' }).selectOption('tanh');
  await expect.poll(async () => (await savedData(figure)).split('\r\n')[0]).toContain('slope of Tanh');

  await setState(figure, { ...START, activation: 'sigmoid', x: 0 });
  await figure.getByRole('button', { name: /^through 10 layers/ }).click();
  await expect(page.getByRole('dialog', { name: 'Factor with Sigmoid at z = 0' })).toContainText('0.25');
  await page.keyboard.press('Escape');

  const exact = figure.getByRole('textbox', { name: 'Sum of the unit z, exact value' });
  await exact.fill('much');
  await expect(figure.getByRole('alert').filter({ hasText: 'much' })).toBeVisible();
  expect((await facts(figure)).state.x).toBe(0);
});

testAccessibility(open, '#activations', [
  [1280, '#activations?activation=tanh&compare=sigmoid'],
  [360, '#activations?activation=elu&x=-3'],
]);
