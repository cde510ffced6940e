/** Softmax, activations and what else networks are made of, through the facade. Trainings are in training.test.ts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core, near, refuses } from './core.ts';

const catalog = core.neuralCatalog();

test('the catalog names everything in both languages', () => {
  const { activations, losses, initialisations, schedules, optimizers, features } = catalog;
  assert.ok(activations.length >= 8 && initialisations.length >= 5 && features.length >= 7);
  for (const { id, classes, numbers, takesLogits } of losses) {
    assert.equal(numbers, !takesLogits, id);
    assert.equal(classes, id === 'logistic' ? 2 : Infinity, id);
  }
  for (const { name } of [...activations, ...losses, ...initialisations, ...schedules, ...optimizers])
    assert.ok(name.ko && name.en);
  for (const { latex } of [...activations, ...losses, ...initialisations, ...features]) assert.ok(latex);
  assert.deepEqual(optimizers, core.catalog().optimizers);
  assert.deepEqual(schedules, core.catalog().schedules);
  for (const { options } of [...optimizers, ...schedules]) for (const option of options) assert.ok(option.name);
});

test('a linear layer is a sum a cell, and its slopes those of the sums', () => {
  const [samples, inputs, outputs] = [4, 3, 2];
  const x = [1, 2, 0, 0, 1, 3, 2, 1, 1, 1, 0, 2];
  const weights = [2, 0, 1, -1, 0, 3];
  const slopes = [1, 0, 0, 2, -1, 1, 0, 0];
  const layer = { samples, inputs, outputs, x, weights, biases: [1, -2] };
  near(core.linearLayer(layer), [5, -4, 2, 6, 6, 0, 3, 4], 0);
  const found = core.linearLayerSlopes({ ...layer, slopes });
  // Xᵀ G, the sums of the columns of G, and G Wᵀ, worked out by hand.
  near(found.weights, [-1, 2, 1, 3, -1, 7], 0);
  near(found.biases, [0, 3], 0);
  near(found.inputs, [2, 1, 0, 0, -2, 6, -2, -2, 3, 0, 0, 0], 0);

  refuses(() => core.linearLayer({ ...layer, weights: [2, 0, 1, -1] }), {
    code: 'wrong-dimension',
    parameter: 'weights',
  });
  refuses(() => core.linearLayer({ ...layer, biases: [1, 2, 3] }), { code: 'wrong-dimension', parameter: 'biases' });
  refuses(() => core.linearLayer({ ...layer, x: [...x.slice(1), NaN] }), { code: 'not-finite', parameter: 'x' });
  const [many, column] = [100_000, new Float64Array(100_000)];
  refuses(
    () => core.linearLayer({ samples: many, inputs: 1, outputs: many, x: column, weights: column, biases: column }),
    {
      code: 'out-of-range',
      parameter: 'outputs',
    },
  );
  refuses(() => core.linearLayer({ ...layer, samples: 0 }), { code: 'out-of-range', parameter: 'samples' });
  refuses(() => core.linearLayerSlopes({ ...layer, slopes: [1] }), { code: 'wrong-dimension', parameter: 'slopes' });
});

test('softmax in both forms and precisions', () => {
  const { probabilities, exponents, logSumExp } = core.softmax([2, 1, 0]);
  near(probabilities, [0.66524095577482178, 0.24472847105479764, 0.09003057317038046], 1e-15);
  near(exponents, [0, -1, -2], 0);
  near([logSumExp], [2.4076059644443806], 1e-15);
  near(core.softmax([2, 1, 0], { form: 'naive' }).exponents, [2, 1, 0], 0);

  const naive = core.softmax([1000, 0], { form: 'naive' });
  assert.deepEqual([...naive.exponentials], [Infinity, 1]);
  assert.ok(Number.isNaN(naive.probabilities[0]));
  assert.equal(core.softmax([1000, 0]).probabilities[0], 1);
  assert.equal(core.softmax([89, 0], { form: 'naive', precision: 'float' }).sum, Infinity);
  assert.ok(Number.isFinite(core.softmax([89, 0], { form: 'naive' }).sum));
  assert.ok(core.softmax([0.1, 0.2], { precision: 'float' }).probabilities.every((p) => p === Math.fround(p)));
  near(core.softmax([2, 1, 0], { temperature: 2 }).probabilities, core.softmax([1, 0.5, 0]).probabilities, 1e-15);

  const { probabilities: sure } = core.softmax([-249.873093, -424.126709, -460.292542, 378.097443, -292.614532]);
  assert.equal(sure[3], 1);
  assert.ok([0, 1, 2, 4].every((k) => sure[k] <= 1.9e-273));
  near([core.softmax(core.softmax([2, 1, 0]).probabilities).probabilities[0]], [0.4506], 1e-4);

  refuses(() => core.softmax([]), { code: 'wrong-dimension', parameter: 'logits' });
  refuses(() => core.softmax([1], { temperature: 0 }), { code: 'out-of-range', parameter: 'temperature' });
  refuses(() => core.softmax([1], { temperature: NaN }), { code: 'not-finite', parameter: 'temperature' });
});

test('cross-entropy and its gradient', () => {
  const { loss, gradient } = core.crossEntropy([2, 1, 0], [0, 1, 0]);
  near([loss], [2.4076059644443806 - 1], 1e-15);
  near(gradient, [0.66524095577482178, 0.24472847105479764 - 1, 0.09003057317038046], 1e-15);
  assert.equal(core.crossEntropy([0, 1000], [1, 0]).loss, 1000);
  assert.equal(core.crossEntropy([0, 1000], [1, 0], { form: 'naive' }).loss, Infinity);
  assert.equal(core.crossEntropy([0, 1000], [0, 1], { form: 'naive' }).loss, NaN);
  near(
    core.crossEntropy([2, 1, 0], [0, 1, 0], { temperature: 2 }).gradient,
    [...core.crossEntropy([1, 0.5, 0], [0, 1, 0]).gradient].map((g) => g / 2),
    1e-15,
  );
  assert.equal(core.crossEntropyOfProbabilities([0, 1], [0, 1]), 0);
  assert.equal(core.crossEntropyOfProbabilities([0, 1], [1, 0]), Infinity);
  refuses(() => core.crossEntropy([1, 2], [1]), { code: 'wrong-dimension', parameter: 'target' });
  refuses(() => core.crossEntropy([1, 2], [1, 1]), { code: 'out-of-range', parameter: 'target', value: 2 });
});

test('activations and losses on arrays, with their slopes', () => {
  const x = Float64Array.of(-3, -0.5, 0, 0.5, 3);
  for (const { id, kinks } of catalog.activations) {
    const { values, slopes } = core.activation(id, x);
    const h = 1e-6;
    const up = core.activation(
      id,
      x.map((v) => v + h),
    ).values;
    const down = core.activation(
      id,
      x.map((v) => v - h),
    ).values;
    x.forEach((v, i) => {
      if (!kinks.includes(v)) near([slopes[i]], [(up[i] - down[i]) / (2 * h)], 1e-6);
    });
    assert.equal(values.length, 5);
  }
  assert.equal(core.activation('relu', Float64Array.of(0)).slopes[0], 0);
  assert.deepEqual(core.activation('tanh', new Float64Array()).values.length, 0);
  const { values, slopes } = core.loss('squared', Float64Array.of(1, 3), 1);
  near([...values, ...slopes], [0, 4, 0, 4], 0);
  near(core.loss('logistic', Float64Array.of(-800), 1).values, [800], 0);
  refuses(() => core.activation('step', x), { code: 'unknown-id', parameter: 'activation' });
  refuses(() => core.loss('cross-entropy', x, 1), { code: 'unknown-id', parameter: 'loss' });
});

test('schedules, and the size of networks', () => {
  near(
    core.scheduledRates({ id: 'step-decay', options: { period: 2, factor: 0.5 } }, 0.4, 5),
    [0.4, 0.4, 0.2, 0.2, 0.1],
    0,
  );
  refuses(() => core.scheduledRates({ id: 'warm-up', options: { duration: 0 } }, 1, 5), {
    code: 'out-of-range',
    parameter: 'duration',
  });
  assert.equal(core.parameterCount([2, 8, 8, 1]), 105);
  assert.equal(core.parameterCount([784, 128, 10]), 101_770);
  assert.deepEqual(core.widthFor(105, 2, 2, 1), { width: 8, parameters: 105 });
  assert.deepEqual(core.widthFor(105, 1, 2, 1), { width: 26, parameters: 105 });
  refuses(() => core.parameterCount([2]), { parameter: 'layers' });
  refuses(() => core.widthFor(0, 1, 1, 1), { parameter: 'parameters' });
});

test('descents take their rates from a schedule, and show what the optimizer remembers', () => {
  const run = core.descent({
    expression: 'x^2',
    start: [1],
    optimizer: 'adam',
    options: { 'learning-rate': 0.1 },
    schedule: { id: 'warm-up', options: { duration: 4 } },
  });
  assert.deepEqual(run.state().memory, [[0], [0]]);
  run.advance(1);
  near(run.state().memory.flat(), [0.2, 0.004], 1e-15);
  near(run.state().point, [1 - 0.025], 1e-9);
  run.free();
});

test('a drawn digit is centred', () => {
  const pixels = new Float32Array(100 * 100);
  for (let y = 70; y < 95; ++y) for (let x = 80; x < 86; ++x) pixels[100 * y + x] = 1;
  const image = core.centreDigit(pixels, 100, 100);
  assert.equal(image.length, 784);
  const [ink, across, down] = image.reduce(
    ([sum, x, y], value, i) => [sum + value, x + value * ((i % 28) + 0.5), y + value * (Math.floor(i / 28) + 0.5)],
    [0, 0, 0],
  );
  near([across / ink, down / ink], [14, 14], 0.01);
  near([ink], [150 / (25 / 20) ** 2], 1e-4);
  refuses(() => core.centreDigit(pixels, 10, 10), { code: 'wrong-dimension', parameter: 'pixels' });
});

test('a digit is drawn, as it stands and centred', () => {
  const seven = [3, 4, 0, 11, 4, 0, 6, 20, 0];
  const { plain, centred } = core.drawDigit(seven, 2);
  const ink = (image: Float32Array) => image.reduce((sum, value) => sum + value, 0);
  // Two lines, 8 and √(25 + 256) long, that share a corner, with round ends.
  const length = 8 + Math.hypot(5, 16);
  assert.ok(Math.abs(ink(plain) - (2 * length + Math.PI)) < 2, `${ink(plain)}`);
  assert.equal(plain[4 * 28 + 6], 1);
  assert.equal(Math.max(...centred), 1);
  assert.equal(ink(core.drawDigit([], 2).plain), 0);
  refuses(() => core.drawDigit([1, 2], 2), { code: 'wrong-dimension', parameter: 'points' });
  refuses(() => core.drawDigit([1, NaN, 0], 2), { code: 'not-finite', parameter: 'points' });
  refuses(() => core.drawDigit(seven, 0), { code: 'out-of-range', parameter: 'pen', value: 0 });
});
