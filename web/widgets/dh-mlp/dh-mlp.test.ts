import { readFile } from 'node:fs/promises';
import { expect, test } from '../../testing/fixtures.ts';
import {
  PATIENCE,
  bringIntoView,
  button,
  complaints,
  facts,
  setState,
  status,
  testAccessibility,
} from '../../testing/figure.ts';
import { open, report, show, unit } from '../../testing/playground.ts';

/** A network of these weights (layer by layer, weights unit by unit, then biases) with tanh inside. */
function outputs(sizes: readonly number[], weights: readonly number[], input: readonly number[]): number[] {
  let values = [...input];
  let place = 0;
  sizes.slice(1).forEach((units, layer) => {
    const inputs = sizes[layer];
    const biases = place + inputs * units;
    const sums = Array.from({ length: units }, (_, unit) =>
      values.reduce((sum, value, from) => sum + weights[place + unit * inputs + from] * value, weights[biases + unit]),
    );
    values = layer < sizes.length - 2 ? sums.map(Math.tanh) : sums;
    place = biases + units;
  });
  return values;
}

test('learns by epoch and by update, and goes back to the same weights', async ({ page }) => {
  const figure = await open(page);
  const start = await report(figure);
  expect(start).toMatchObject({ step: 0, epoch: 0, parameters: 2 * 4 + 4 + 4 * 2 + 2 + 2 + 1 });
  await button(figure, 'Learn one step').click();
  await expect.poll(async () => (await report(figure)).epoch).toBe(1);
  expect((await report(figure)).step).toBe(15);
  await setState(figure, { by: 'update' });
  await button(figure, 'Learn one step').click();
  await expect.poll(async () => (await report(figure)).step).toBe(16);
  const { weights } = await report(figure);
  // What is said of the marked point is what the weights say.
  const { sum, output, predicted } = await report(figure);
  const [logit] = outputs([2, 4, 2, 1], weights, [2, 1]);
  expect(sum).toBeCloseTo(logit, 5);
  expect(output).toBeCloseTo(1 / (1 + Math.exp(-logit)), 5);
  expect(predicted).toBe(logit > 0 ? 1 : 0);
  await button(figure, 'Undo one step').click();
  await expect.poll(async () => (await report(figure)).step).toBe(15);
  await button(figure, 'Learn one step').click();
  await expect.poll(async () => (await report(figure)).step).toBe(16);
  expect((await report(figure)).weights).toEqual(weights);
  await button(figure, 'Rewind to the start').click();
  await expect.poll(async () => (await report(figure)).weights).toEqual(start.weights);
});

test('the same seed gives the same run, another one another', async ({ page }) => {
  const figure = await open(page);
  const start = await report(figure);
  await setState(figure, { by: 'update', at: 16 });
  const { weights } = await report(figure);
  await setState(figure, { seed: 2 });
  expect((await report(figure)).step).toBe(0);
  expect((await report(figure)).weights).not.toEqual(start.weights);
  await setState(figure, { seed: 1, at: 16 });
  expect((await report(figure)).weights).toEqual(weights);
  await expect(status(figure)).toContainText('After 16 updates.');
});

test('a unit shows its sum, its weights are changed by hand, and lines are clicked', async ({ page }) => {
  const figure = await open(page);
  const { weights } = await report(figure);
  // By keyboard: the first unit is an input; to the right are those of the first layer.
  await unit(figure, 'input x₁').focus();
  await page.keyboard.press('ArrowRight');
  await expect(unit(figure, 'unit 2 of hidden layer 1')).toBeFocused();
  await page.keyboard.press('Enter');
  const card = figure.getByRole('dialog');
  await expect(card).toContainText('unit 2 of hidden layer 1');
  const value = Math.tanh(weights[2] * 2 + weights[3] * 1 + weights[8 + 1]);
  await expect(card.getByText(/at the point/)).toContainText(
    `${value.toPrecision(4).replace('-', '−')} at the point (2, 1)`,
  );
  const field = card.getByRole('textbox', { name: 'from input x₂ to unit 2 of hidden layer 1' });
  await field.fill('-1/4');
  await expect.poll(async () => (await report(figure)).weights[3]).toBe(-0.25);
  await expect(card.getByText(/at the point/)).toContainText(
    Math.tanh(weights[2] * 2 - 0.25 + weights[8 + 1])
      .toPrecision(4)
      .replace('-', '−'),
  );
  await field.fill('many');
  await expect(card.getByRole('alert')).toContainText('many');
  expect((await report(figure)).weights[3]).toBe(-0.25);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(unit(figure, 'unit 2 of hidden layer 1')).toBeFocused();
  // The link does not carry it, and says so.
  await button(figure, 'Save and share').click();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await button(figure, 'Copy a link to this state').click();
  await expect(figure).toContainText('Weights set by hand');
  // The line from x₁ to the first unit, near its end.
  await bringIntoView(figure.locator('.network'));
  const [from, to] = await Promise.all(
    ['input x₁', 'unit 1 of hidden layer 1'].map(async (name) => (await unit(figure, name).boundingBox())!),
  );
  const at = (share: number, start: number, end: number) => start + share * (end - start);
  await page.mouse.click(at(0.9, from.x + from.width, to.x), at(0.9, from.y + from.height / 2, to.y + to.height / 2));
  await expect(card.getByRole('textbox', { name: 'from input x₁ to unit 1 of hidden layer 1' })).toBeFocused();
});

test('penalties act at once while it learns, and are told apart from the loss', async ({ page }) => {
  const figure = await open(page, '#mlp?at=3');
  const { weights, loss } = await report(figure);
  await setState(figure, { l2: 0.05, l1: 0.01 });
  const after = await report(figure);
  expect(after.step).toBe(45);
  expect(after.weights).toEqual(weights);
  expect(after.loss).toBe(loss);
  const inputs = [...weights.slice(0, 8), ...weights.slice(12, 20), ...weights.slice(22, 24)];
  const penalty = inputs.reduce((sum, weight) => sum + 0.01 * Math.abs(weight) + 0.025 * weight ** 2, 0);
  expect(after.penalty).toBeCloseTo(penalty, 6);
  await show(page, figure);
  await figure.locator('[data-part="numbers"]').getByRole('button').first().click();
  await expect(page.locator('dh-explanation')).toContainText('penalty = ');
  await page.keyboard.press('Escape');
  // Ticking what only changes the picture adds nothing to the history.
  await setState(figure, { discrete: true, showTest: false, logLoss: true });
  expect((await report(figure)).step).toBe(45);
});

test('several classes, numbers, a typed rule and own points each learn, and losses follow the data', async ({
  page,
}) => {
  const figure = await open(page);
  await show(page, figure);
  await setState(figure, { data: 'clusters', classes: 4, noise: 10, layers: [6], rate: 0.1, at: 60 });
  let now = await report(figure);
  expect(now.confusion.length).toBe(16);
  const tested = now.confusion.reduce((sum, count) => sum + count);
  // A half of each class of 75.
  expect(tested).toBe(4 * 38);
  expect(now.confusion[0] + now.confusion[5] + now.confusion[10] + now.confusion[15]).toBe(Math.round(now.testAccuracy * tested)); // prettier-ignore
  expect(now.testAccuracy).toBeGreaterThan(0.9);
  await setState(figure, { loss: 'cross-entropy' });
  await setState(figure, { data: 'regression-plane', layers: [], rate: 0.02, at: 60 });
  expect((await facts(figure)).state.loss).toBe('usual');
  now = await report(figure);
  expect(now.accuracy).toBeNull();
  // Squared error of a linear unit: x₁/10 + x₂/10, but for the noise.
  expect(now.weights[0]).toBeCloseTo(0.1, 1);
  await setState(figure, { data: 'rule', rule: 'x1 - x2', noise: 0, layers: [], at: 100 });
  now = await report(figure);
  expect(now.testAccuracy).toBeGreaterThan(0.97);
  expect(now.weights[0] / now.weights[1]).toBeCloseTo(-1, 0);
  await setState(figure, { rule: 'x1 -' });
  await expect(figure.getByRole('alert').first()).toContainText('not finished');
  await setState(figure, { rule: 'x1 - x2', data: 'own', points: [[1, 1, 0], [2, 2, 0], [-1, -1, 1], [-2, -1, 1]], test: 0, at: 50 }); // prettier-ignore
  now = await report(figure);
  expect(now.accuracy).toBe(1);
  expect(now.testLoss).toBeNull();
  await setState(figure, { points: [[1, 1, 9]] });
  await expect(figure.getByRole('alert').first()).toContainText('outside the range 0 to 5');
  await setState(figure, { points: [] });
  await expect(status(figure)).toContainText('There are no points.');
});

test('divergence is explained with its place and cause, and what the case list names comes out so', async ({
  page,
}) => {
  const figure = await open(page, '#mlp?rate=100&activation=relu&layers=8,8&at=5');
  expect(await report(figure)).toMatchObject({ outcome: 'diverged', cause: 'learning-rate', epoch: 0 });
  await expect(status(figure)).toContainText(
    /Diverged at update \d+: .* of layer \d left the range.*rate 100.*last good epoch/,
  );
  // L2 of 10 and a rate of 0.3: weights double in every update, |1 − 3| = 2.
  await setState(figure, { rate: 0.3, l2: 10, activation: 'tanh', layers: [4, 2], by: 'update', at: 20 });
  const before = (await report(figure)).weights;
  await setState(figure, { at: 21 });
  const after = (await report(figure)).weights;
  expect(Math.max(...after.slice(0, 8).map((weight, index) => Math.abs(weight / before[index])))).toBeCloseTo(2, 1);
  await setState(figure, { by: 'epoch', at: 30 });
  expect(await report(figure)).toMatchObject({ outcome: 'diverged', cause: 'penalty' });
  await expect(status(figure)).toContainText('multiplies the weights by 2 with each update');
  // All weights zero: hidden ones stay exactly zero.
  await setState(figure, { rate: 0.03, l2: 0, layers: [8, 8], initialisation: 'zero', at: 100 });
  expect(await report(figure)).toMatchObject({ outcome: 'running', largestHidden: 0 });
  // Weights that are finite may be too large for a loss that is: that is said, and no such epoch is gone back to.
  const far = {
    layers: [16, 16, 16, 16],
    activation: 'leaky-relu',
    initialisation: 'he',
    rate: 3,
    batch: 0,
    by: 'update',
  };
  await setState(figure, { ...far, at: 30 });
  const { divergedAt, step, loss } = await report(figure);
  expect(loss).not.toBeNull();
  await setState(figure, { at: 0 });
  await setState(figure, { at: divergedAt - 1 });
  expect(step).toBeLessThan(divergedAt - 1);
  await expect(status(figure)).toContainText('the loss is out of the range of numbers');
  await setState(figure, { by: 'epoch', batch: 10, activation: 'tanh' });
  await setState(figure, { data: 'regression-plane', loss: 'squared', layers: [8, 8], rate: 1, batch: 1, noise: 50, initialisation: 'usual', at: 20 }); // prettier-ignore
  expect((await report(figure)).outcome).toBe('diverged');
  await expect(figure).not.toContainText(/NaN|Infinity|∞/);
});

test('stopping rules end it, and layers and features are changed by hand', async ({ page }) => {
  const figure = await open(page);
  await show(page, figure);
  await setState(figure, { epochs: 7, at: 20 });
  expect(await report(figure)).toMatchObject({ outcome: 'epochs-reached', epoch: 7 });
  await expect(status(figure)).toContainText('It stopped after the epochs');
  await setState(figure, { epochs: 0, goal: 0.5, at: 0 });
  await setState(figure, { at: 300 });
  expect((await report(figure)).outcome).toBe('goal-reached');
  expect((await report(figure)).testLoss).toBeLessThanOrEqual(0.5);
  await button(figure, 'One unit more in hidden layer 2').click();
  await expect.poll(async () => (await facts(figure)).state.layers).toEqual([4, 3]);
  expect((await report(figure)).step).toBe(0);
  await button(figure, 'Add a layer').click();
  await expect.poll(async () => (await facts(figure)).state.layers).toEqual([4, 3, 3]);
  await figure.getByRole('combobox', { name: 'Activation of hidden layer 3' }).selectOption('relu');
  await expect.poll(async () => (await facts(figure)).state.activation).toBe('tanh,tanh,relu');
  const units = figure.getByRole('textbox', { name: 'Units of hidden layer 1' });
  await units.fill('99');
  await expect(figure.getByRole('alert').first()).toContainText(/99 is outside the range 1.to.16/);
  expect((await report(figure)).parameters).toBe(2 * 4 + 4 + 4 * 3 + 3 + 3 * 3 + 3 + 3 + 1);
  await units.fill('5');
  await figure.getByRole('checkbox', { name: 'x₁x₂' }).check();
  await expect.poll(async () => (await facts(figure)).state.features).toBe('x1,x2,product');
  expect((await report(figure)).parameters).toBe(3 * 5 + 5 + 5 * 3 + 3 + 3 * 3 + 3 + 3 + 1);
  await setState(figure, { features: 'x1,nonsense' });
  await expect(figure.getByRole('alert').first()).toContainText('What the network sees');
});

test('a model is saved and read back to the last bit; a broken file is refused; runs are kept side by side', async ({
  page,
}) => {
  const figure = await open(page, '#mlp?data=xor&layers=3&optimizer=adam&at=40');
  await show(page, figure);
  const { weights } = await report(figure);
  const [download] = await Promise.all([page.waitForEvent('download'), button(figure, 'Save the model').click()]);
  const text = await readFile(await download.path(), 'utf8');
  await setState(figure, { at: 41 });
  const next = (await report(figure)).weights;
  await button(figure, 'Keep this run to compare').click();
  await setState(figure, { data: 'circle', layers: [8], optimizer: 'gradient-descent', at: 3 });
  await expect(figure.locator('.kept tbody tr')).toHaveCount(1);
  const openModel = async (content: string) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(figure, 'Open a model').click()]);
    await chooser.setFiles({ name: 'model.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  };
  for (const [broken, sentence] of [
    ['{"figure": 1', 'damaged at character'],
    ['[1]', '“figure”'],
    [text.replace(/\\"version\\":\s*\d+/, '\\"version\\": 99'), 'version 99'],
  ] as const) {
    await openModel(broken);
    await expect(figure.getByText(sentence)).toBeVisible();
    expect((await facts(figure)).state).toMatchObject({ data: 'circle', layers: [8] });
    expect((await report(figure)).step).toBe(45);
  }
  await openModel(text);
  await expect.poll(async () => (await facts(figure)).state.data).toBe('xor');
  expect((await report(figure)).weights).toEqual(weights);
  // Training goes on as if never interrupted, Adam's memory included.
  await button(figure, 'Learn one step').click();
  await expect.poll(async () => (await report(figure)).epoch).toBe(41);
  expect((await report(figure)).weights).toEqual(next);
  await figure
    .locator('.kept')
    .getByRole('button', { name: /^3 tanh/ })
    .click();
  await expect.poll(async () => (await facts(figure)).state.layers).toEqual([3]);
});

test('a lesson leaves controls out, links bring the state back', async ({ page }) => {
  const found = complaints(page);
  const figure = await open(
    page,
    '#mlp?without=noise,learning-group&data=spiral&classes=3&layers=6,6&dropout=0.1,0&by=update&at=7&probe=-1,2',
  );
  await page.keyboard.press('Shift');
  await expect(figure.getByRole('region', { name: 'Network' })).toBeVisible({ timeout: PATIENCE });
  await expect(figure.getByRole('region', { name: 'Learning' })).toHaveCount(0);
  await expect(figure.locator('[data-part="noise"]')).toHaveCount(0);
  const link = await figure.evaluate((element) => (element as unknown as { linkParameters: string }).linkParameters);
  for (const part of ['data=spiral', 'classes=3', 'layers=6,6', 'dropout=0.1,0', 'by=update', 'at=7', 'probe=-1,2'])
    expect(decodeURIComponent(link)).toContain(part);
  expect(found).toEqual([]);
});

testAccessibility(open, '#mlp', [
  [360, '#mlp?data=spiral&classes=3&layers=8,8&at=20'],
  [1280, '#mlp?data=regression-gauss&layers=8,8&at=20'],
]);
