import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../../testing/fixtures.ts';
import { button, facts, openFigure, savedData, setState, status, testAccessibility } from '../../testing/figure.ts';

const ADDRESS = 'neural-networks/backpropagation/';
const open = (page: Page, hash = '', language = 'en') => openFigure(page, `${language}/${ADDRESS}${hash}`, '#backprop');

const START = { source: 'expression', expression: '(a + b) * d', values: { a: 3, b: 2, d: 1 }, quiz: false, at: 0 };
const END = 1000;

const gradients = async (figure: Locator) => (await facts(figure)).report.gradients as Record<string, number | null>;
const mark = (figure: Locator, label: RegExp) => figure.locator('svg .explained').and(figure.getByLabel(label));

test('gradients are those of closed forms, a shared node among them', async ({ page }) => {
  const figure = await open(page);
  const cases: [expression: string, values: Record<string, number>, right: Record<string, number>][] = [
    ['(a + b) * d', { a: 3, b: 2, d: 1 }, { a: 1, b: 1, d: 5 }],
    ['x(xa) + x(xa) + x^2*a', { x: 1, a: 1 }, { x: 6, a: 3 }],
    ['x^2 + x^2*x', { x: 2 }, { x: 2 * 2 + 3 * 4 }],
    ['e^(a*b) + a', { a: 0.5, b: -1.2 }, { a: -1.2 * Math.exp(-0.6) + 1, b: 0.5 * Math.exp(-0.6) }],
    ['(relu(w*x + b) - t)^2', { w: 1.5, x: 2, b: -1, t: 4 }, { w: -8, x: -6, b: -4, t: 4 }],
    ['log(a/b)', { a: 3, b: 0.2 }, { a: 1 / 3, b: -5 }],
    ['relu(x)', { x: 0 }, { x: 0 }],
  ];
  for (const [expression, values, right] of cases) {
    await setState(figure, { ...START, expression, values, at: END });
    const found = await gradients(figure);
    expect(Object.keys(found).sort(), expression).toEqual(Object.keys(right).sort());
    for (const [name, gradient] of Object.entries(right))
      expect(found[name], `${name} of ${expression}`).toBeCloseTo(gradient, 12);
  }
  // A kink is told, and that the ways to its slope differ.
  expect((await facts(figure)).report.kink).toBe(true);
  await expect(figure.locator('.check')).toContainText('A kink');
  await expect(figure.locator('.check')).toContainText('0.5');
});

test('the loss of a small network, against formulas written out', async ({ page }) => {
  test.slow();
  const figure = await open(page);
  const [x, t, w, b, v] = [1.5, 1, [0.8, -0.5], [-0.4, 0.3], [1.2, -0.7]];
  const unit: Record<string, [(sum: number) => number, (sum: number) => number]> = {
    tanh: [Math.tanh, (sum) => 1 - Math.tanh(sum) ** 2],
    sigmoid: [(sum) => 1 / (1 + Math.exp(-sum)), (sum) => Math.exp(-sum) / (1 + Math.exp(-sum)) ** 2],
    relu: [(sum) => Math.max(0, sum), (sum) => (sum > 0 ? 1 : 0)],
    linear: [(sum) => sum, () => 1],
  };
  for (const [activation, [squash, slope]] of Object.entries(unit)) {
    await setState(figure, { ...START, source: 'network', hidden: 2, activation, values: {}, at: END });
    const sums = w.map((weight, index) => weight * x + b[index]);
    const error = sums.reduce((total, sum, index) => total + v[index] * squash(sum), 0) - t;
    const { report } = await facts(figure);
    expect(report.value).toBeCloseTo(error ** 2, 12);
    const found = report.gradients as Record<string, number>;
    for (const [index, sum] of sums.entries()) {
      expect(found[`v${index + 1}`], activation).toBeCloseTo(2 * error * squash(sum), 12);
      expect(found[`b${index + 1}`], activation).toBeCloseTo(2 * error * v[index] * slope(sum), 12);
      expect(found[`w${index + 1}`], activation).toBeCloseTo(2 * error * v[index] * slope(sum) * x, 12);
    }
    expect(found.t).toBeCloseTo(-2 * error, 12);
  }
  // Every number of the check agrees with the way back.
  await expect(figure.locator('.check tbody tr')).toHaveCount(8);
  await expect(figure.locator('.check')).not.toContainText('do not agree');
});

test('forward and backward by keyboard, a sentence for each step, memory counted', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, START);
  await figure.locator('.figure').focus();
  const seen: [string, number | null, string][] = [
    ['Forward 1 of 2: a + b = 5. Its local slopes are, in order, 1, 1.', null, '1 value, 8 bytes'],
    ['Forward 2 of 2: (a + b) d = 5. Its local slopes are, in order, 1, 5.', null, '2 values, 16 bytes'],
    ['the gradient of the last node is 1', null, '2 values, 16 bytes'],
    ['Backward 1 of 2: (a + b) d passes 1 × 1 = 1 to a + b and 1 × 5 = 5 to d.', 5, '1 value, 8 bytes'],
    [
      'Backward 2 of 2: a + b passes 1 × 1 = 1 to a and 1 × 1 = 1 to b. All gradients are found.',
      5,
      '1 value, 8 bytes',
    ],
  ];
  for (const [sentence, gradient, memory] of seen) {
    await page.keyboard.press('ArrowRight');
    await expect(status(figure)).toContainText(sentence);
    expect((await gradients(figure)).d).toBe(gradient);
    await expect(figure.locator('.kept').first()).toContainText(memory);
  }
  expect((await facts(figure)).report).toMatchObject({ done: true, kept: 2, needed: 1 });
  // A value changed at the end is followed to the end.
  await figure.getByRole('textbox', { name: 'value of d' }).fill('1/2');
  await expect.poll(async () => (await gradients(figure)).a).toBe(0.5);
  expect((await facts(figure)).report.done).toBe(true);
  await page.keyboard.press('Escape');
  await figure.locator('.figure').focus();
  await page.keyboard.press('Home');
  await expect(status(figure)).toContainText('Only the leaves are known: a = 3, b = 2, d = 0.5.');
});

test('numbers explain themselves: a sum over users, a product, an exponential; data and rules', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, expression: 'x^2 + x^2*x', values: { x: 2 }, at: END });
  await mark(figure, /^x, value 2, gradient 16$/).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('used 2 times');
  await expect(dialog).toContainText('16');
  await page.keyboard.press('Escape');
  expect((await savedData(figure)).split('\r\n').filter(Boolean)).toHaveLength(5);

  await setState(figure, { ...START, expression: 'e^x', values: { x: 1 }, at: END });
  await mark(figure, /^from x to e/).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('The local slope of an exponential is its own value.');
  await page.keyboard.press('Escape');

  await figure.locator('.rules summary').click();
  await expect(figure.locator('.rules tr.used')).toHaveCount(1);
  await expect(figure.locator('.rules tbody tr').filter({ hasText: 'relu' }).first()).toContainText('u = 0');
});

test('nonsense, missing values, overflow and too much are told', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, START);
  const typed = figure.getByRole('textbox', { name: /Formula/ });
  for (const [text, sentence] of [
    ['sni(x)', /sni/],
    ['2 + 3', /no variable/],
    ['a*(', /not finished/],
    [new Array(45).fill('a').join('*'), /at most 40/],
  ] as const) {
    await typed.fill(text);
    await expect(figure.getByRole('alert')).toContainText(sentence);
    expect((await facts(figure)).state.expression).toBe(START.expression);
  }
  await typed.fill('a*b');
  await expect.poll(async () => (await facts(figure)).state.expression).toBe('a*b');
  await figure.getByRole('textbox', { name: 'value of a' }).fill('much');
  await expect(figure.getByRole('alert').filter({ hasText: 'much' })).toBeVisible();

  await setState(figure, { ...START, expression: 'log(a)*b + b', values: { a: -1 }, at: 1 });
  await expect(status(figure)).toContainText('log(a) has no value here');
  await setState(figure, { at: END });
  await expect(status(figure)).toContainText('something that goes into it has none');
  expect((await facts(figure)).report).toMatchObject({ done: false, value: null });
  await setState(figure, { ...START, expression: 'exp(a)*b', values: { a: 1000 }, at: 1 });
  await expect(status(figure)).toContainText('larger than the largest number');
  await expect(figure).not.toContainText(/NaN|Infinity/);
});

test('the quiz asks for every slope and gradient and knows slips', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, expression: 'u*v + u', values: { u: 3, v: 4 } });
  await figure.getByRole('checkbox', { name: /Fill in/ }).check();
  await expect(status(figure)).toContainText('Question 1 of 7');
  const panel = figure.locator('.quiz');
  const answer = async (text: string, said: string | RegExp) => {
    await panel.getByRole('textbox').fill(text);
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('status')).toContainText(said);
  };
  await answer('one', 'one');
  await answer('-1', 'the sign is not');
  await answer('1', 'Right');
  await answer('1', 'Right');
  await expect(panel).toContainText('gradient of u v');
  await answer('1', 'Right');
  await answer('3', 'other input');
  await answer('12', 'value of the node');
  await answer('4', 'Right');
  await button(panel, 'Show it').click();
  await expect(panel.getByRole('status')).toContainText('It is 3');
  await expect(panel).toContainText('It is used 2 times');
  await answer('4', 'one user alone');
  await answer('5', 'Right');
  await answer('3', 'Right');
  await expect(status(figure)).toContainText('3 of 7 right');
});

testAccessibility(open, '#backprop', [
  [1280, '#backprop?source=network&hidden=2&at=23'],
  [360, '#backprop?source=expression&expression=x^2%2Bx^2*x&values=x:2&at=7'],
  [360, '#backprop?source=network&hidden=3&quiz=true&at=4'],
]);
