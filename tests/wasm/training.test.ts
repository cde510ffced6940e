/** Trainings of networks through the facade: they run, go back, branch, are saved and read; bad input is refused by name. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TrainingProblem } from '../../web/core/training/types.ts';
import { core, near, refuses } from './core.ts';

const { inputs, outputs, columns, classes } = core.dataset('circle', { points: 200 }, 3);
const data = { inputs, outputs, columns, classes };
const playground: TrainingProblem = {
  data,
  layers: [{ units: 4 }, { units: 3, activation: 'relu' }],
  optimizer: 'adam',
  options: { 'learning-rate': 0.02 },
  testShare: 0.5,
  seed: 7,
};

test('a training learns, by batches, epochs and time', () => {
  const training = core.training(playground);
  assert.equal(training.progress().batchesPerEpoch, 10);
  assert.equal(training.advance({ batches: 3 }).step, 3);
  assert.deepEqual((({ step, epoch, batch }) => [step, epoch, batch])(training.advance({ epochs: 1 })), [10, 1, 0]);
  const { step, milliseconds } = training.advance({ milliseconds: 30 });
  assert.ok(step > 10 && milliseconds >= 30 && milliseconds < 300, `${step} steps in ${milliseconds} ms`);
  training.advance({ epochs: 200 });
  const { training: own, test, l1Penalty, l2Penalty } = training.metrics();
  assert.ok(own.accuracy! > 0.95 && test!.accuracy! > 0.9);
  assert.equal(own.samples + test!.samples, 200);
  assert.equal(
    own.confusion!.reduce((sum, count) => sum + count),
    100,
  );
  assert.deepEqual([l1Penalty, l2Penalty], [0, 0]);
  const history = training.history();
  assert.equal(history.epochs[0], 0);
  assert.ok(history.milliseconds.every((time, i) => i === 0 || time >= history.milliseconds[i - 1]));
  assert.ok(history.milliseconds.at(-1)! > 0);
  near([history.training.at(-1)!], [own.loss], 1e-12);
  training.free();
});

test('back, rewind, seek and branch are exact', () => {
  const training = core.training(playground);
  const start = training.parameters();
  training.advance({ batches: 512 });
  const [end, loss] = [training.parameters(), training.metrics().training.loss];
  const branch = training.branch({ l2: 0.1 });
  assert.equal(training.back({ batches: 1 }).step, 511);
  assert.equal(training.back({ epochs: 1 }).step, 510);
  assert.equal(training.back({ epochs: 1 }).step, 500);
  training.seek(512);
  assert.deepEqual(training.parameters(), end);
  assert.equal(training.metrics().training.loss, loss);
  assert.equal(training.rewind().step, 0);
  assert.deepEqual(training.parameters(), start);
  assert.equal(training.history().epochs.length, 1);
  training.advance({ epochs: 80 });
  branch.advance({ batches: 288 });
  assert.notDeepEqual(branch.parameters(), training.parameters());
  assert.ok(branch.metrics().l2Penalty > 0);
  refuses(() => training.branch({ l2: -1 }), { code: 'out-of-range', parameter: 'l2' });
  [training, branch].forEach((each) => each.free());
});

test('the network is laid out as told, and weights can be set', () => {
  const training = core.training({ data, layers: playground.layers });
  const [seen, first, second, last] = training.layers();
  assert.deepEqual([seen.units, first.units, second.units, last.units], [2, 4, 3, 1]);
  assert.deepEqual([first.activation, second.activation, last.activation], ['tanh', 'relu', 'linear']);
  assert.equal(last.biases + 1, training.parameters().length);
  training.setParameter(first.weights + 2 * 2 + 1, 1.5);
  assert.equal(training.parameters()[5], 1.5);
  const sample = [0.5, -2];
  const trace = training.trace(sample);
  const w = training.parameters();
  const sum = w[first.biases + 2] + w[4] * 0.5 + 1.5 * -2;
  near([trace[1].sums[2], trace[1].outputs[2]], [sum, Math.tanh(sum)], 1e-6);
  near([1 / (1 + Math.exp(-trace[3].outputs[0]))], training.predict(sample), 1e-6);
  training.setParameters(new Float64Array(w.length));
  assert.deepEqual([...training.predict([1, 1, 2, 2])], [0.5, 0.5]);
  refuses(() => training.setParameter(w.length, 1), { code: 'out-of-range', parameter: 'index' });
  refuses(() => training.setParameter(0, NaN), { code: 'not-finite', parameter: 'value' });
  refuses(() => training.setParameters([1]), { code: 'wrong-dimension', parameter: 'parameters' });
  refuses(() => training.predict([1]), { code: 'wrong-dimension', parameter: 'inputs' });
  training.free();
});

test('maps, thumbnails, statistics, predictions and the coming update', () => {
  const training = core.training({ ...playground, data: { ...data, features: ['x1', 'x2', 'product'] } });
  training.advance({ epochs: 30 });
  const map = training.map([-6, 6, 13], [-6, 6, 13]);
  assert.equal(map.length, 169);
  near([map[13 * 4 + 9]], training.predict([3, -2]), 1e-6);
  assert.equal(training.thumbnails([-6, 6, 10], [-6, 6, 10]).length, (3 + 4 + 3 + 1) * 100);
  const statistics = training.statistics(10);
  assert.equal(statistics.length, 3);
  assert.equal(
    statistics[0].activations.counts.reduce((sum, count) => sum + count),
    400,
  );
  const { rows, outputs: said, classes: predicted } = training.predictions('test');
  assert.deepEqual(rows, training.split().test);
  assert.deepEqual(
    [...predicted],
    [...said].map((p) => Number(p > 0.5)),
  );
  const right = predicted.filter((label, i) => label === outputs[rows[i]]).length;
  near([right / rows.length], [training.metrics().test!.accuracy!], 1e-15);
  const { batch, change, gradient, rate } = training.nextUpdate();
  assert.deepEqual(batch, training.nextBatch());
  assert.equal(rate, 0.02);
  assert.equal(gradient.length, change.length);
  const before = training.parameters();
  training.advance({ batches: 1 });
  near(
    training.parameters(),
    before.map((w, i) => w + change[i]),
    1e-7,
  );
  refuses(() => training.map([0, 1, 1], [0, 1, 5]), { parameter: 'count' });
  refuses(() => training.statistics(1), { parameter: 'bins' });
  training.free();
});

test('numbers: a curve of one input, what each unit adds to it, and one layer out of linear ones', () => {
  const x = Float64Array.from({ length: 60 }, (_, i) => -3 + i / 10);
  const training = core.training({
    data: { inputs: x, outputs: x.map(Math.sin) },
    layers: [{ units: 8 }],
    optimizer: 'adam',
    options: { 'learning-rate': 0.02 },
    precision: 'double',
  });
  training.advance({ epochs: 500 });
  const { rSquared, meanError, largestError } = training.metrics().training;
  assert.ok(rSquared! > 0.99 && meanError! < largestError!);
  const parts = training.contributions(x);
  const sums = Float64Array.from(x, (_, i) =>
    Array.from({ length: 9 }, (__, unit) => parts[60 * unit + i]).reduce((a, b) => a + b),
  );
  near(sums, training.predict(x), 1e-12);
  assert.equal(training.collapsed(), undefined);
  refuses(() => training.map([0, 1, 5], [0, 1, 5]), { code: 'wrong-dimension', parameter: 'columns' });
  const linear = core.training({ data: { inputs: x, outputs: x }, layers: [{ units: 3, activation: 'linear' }] });
  const [slope, height] = linear.collapsed()!;
  near([slope * 2 + height], linear.predict([2]), 1e-6);
  [training, linear].forEach((each) => each.free());
});

test('softmax regression is a network without hidden layers', () => {
  const clusters = core.dataset('clusters', { points: 120, classes: 3 }, 2);
  const training = core.training({ data: clusters, options: { 'learning-rate': 0.3 } });
  training.advance({ epochs: 100 });
  const { accuracy, precision, recall, confusion } = training.metrics().training;
  assert.ok(accuracy! > 0.95);
  assert.deepEqual([precision!.length, recall!.length, confusion!.length], [3, 3, 9]);
  near([training.predict([1, 0]).reduce((sum, p) => sum + p)], [1], 1e-6);
  training.free();
});

test('what is saved goes on as if never interrupted; what does not fit is refused, and the present stays', () => {
  const training = core.training(playground);
  training.advance({ batches: 123 });
  const text = training.save();
  const again = core.loadTraining(text, data);
  assert.deepEqual(again.parameters(), training.parameters());
  [training, again].forEach((each) => each.advance({ batches: 321 }));
  assert.deepEqual(again.parameters(), training.parameters());
  const saved = JSON.parse(text);
  const load = (changes: object) => core.loadTraining(JSON.stringify({ ...saved, ...changes }), data);
  load({}).free();
  refuses(() => core.loadTraining('{"format"', data), { code: 'malformed', position: 9 });
  refuses(() => load({ version: 9 }), { code: 'wrong-version', value: 9, expected: '1' });
  refuses(() => load({ parameters: saved.parameters.slice(1) }), { code: 'wrong-dimension', parameter: 'parameters' });
  refuses(() => load({ parameters: [...saved.parameters, 1] }), { code: 'wrong-dimension', parameter: 'parameters' });
  refuses(() => load({ parameters: saved.parameters.with(3, null) }), {
    code: 'malformed',
    parameter: 'parameters[3]',
  });
  refuses(() => core.loadTraining(text.replace(/("parameters": \[)[^,]*/, '$11e99'), data), {
    code: 'not-finite',
    parameter: 'parameters[0]',
  });
  refuses(() => core.loadTraining(text, { ...data, columns: 1 }), {});
  [training, again].forEach((each) => each.free());
});

test('divergence stops the training, says why, and keeps the last good epoch', () => {
  const training = core.training({
    ...playground,
    optimizer: 'gradient-descent',
    options: { 'learning-rate': 0.3 },
    l2: 10,
  });
  const { outcome, divergence, step, epoch } = training.advance({ epochs: 1000 });
  assert.equal(outcome, 'diverged');
  assert.equal(divergence!.cause, 'penalty');
  near([divergence!.penaltyFactor], [2], 1e-12);
  assert.ok(divergence!.step > step && divergence!.epoch === epoch);
  assert.ok(training.parameters().every(Number.isFinite));
  refuses(() => training.save(), { code: 'not-finite', parameter: 'model' });
  assert.ok(training.save(true).length > 0);
  training.rewind();
  training.change({ l2: 0 });
  assert.equal(training.advance({ epochs: 10 }).outcome, 'running');
  training.free();
});

test('a training ends when it is told to', () => {
  const training = core.training({ ...playground, stopping: { epochs: 5 } });
  assert.deepEqual((({ outcome, epoch }) => [outcome, epoch])(training.advance({ milliseconds: 2000 })), [
    'epochs-reached',
    5,
  ]);
  training.change({ stopping: { loss: 0.3, monitor: 'training' } });
  assert.equal(training.advance({ epochs: 2000 }).outcome, 'goal-reached');
  assert.ok(training.metrics().training.loss <= 0.3);
  refuses(() => training.change({ stopping: { epochs: 1.5 } }), { code: 'not-an-integer', parameter: 'epochs' });
  training.free();
});

test('images: bytes or numbers, moved in training, told apart', () => {
  const images = new Uint8Array(60 * 64);
  const labels = Uint8Array.from({ length: 60 }, (_, i) => i % 3);
  labels.forEach((label, i) => images.fill(255, 64 * i + 16 * label + 8, 64 * i + 16 * label + 24));
  const training = core.training({
    data: { images, width: 8, height: 8, outputs: labels, classes: 3, shift: 1 },
    layers: [{ units: 12, activation: 'relu' }],
    optimizer: 'adam',
    options: { 'learning-rate': 0.01 },
    testShare: 0.2,
  });
  training.advance({ epochs: 40 });
  assert.equal(training.metrics().test!.accuracy, 1);
  const numbers = Float32Array.from(images.subarray(0, 64), (byte) => byte / 255);
  const probabilities = training.predict(numbers);
  assert.equal(probabilities.length, 3);
  assert.ok(probabilities[0] > 0.9);
  const twin = core.training({
    data: { images: Float32Array.from(images, (byte) => byte / 255), width: 8, height: 8, outputs: labels, classes: 3 },
  });
  near(
    twin.predict(numbers),
    core.training({ data: { images, width: 8, height: 8, outputs: labels, classes: 3 } }).predict(numbers),
    0,
  );
  [training, twin].forEach((each) => each.free());
});

test('what cannot be trained is refused by name', () => {
  const bad = (changes: object) => () => core.training({ ...playground, ...changes });
  refuses(bad({ layers: [{ units: 2.5 }] }), { code: 'not-an-integer', parameter: 'units' });
  refuses(bad({ layers: [{ units: 4, activation: 'step' }] }), { code: 'unknown-id', parameter: 'activation' });
  refuses(bad({ optimizer: 'newton' }), { code: 'unknown-id', parameter: 'optimizer' });
  refuses(bad({ options: { momentum: 1 } }), { code: 'unknown-id', parameter: 'momentum' });
  refuses(bad({ batchSize: 101 }), { code: 'out-of-range', parameter: 'batch-size', expected: '[0, 100]' });
  refuses(bad({ seed: -1 }), { parameter: 'seed' });
  refuses(bad({ testShare: NaN }), { code: 'not-finite', parameter: 'test-share' });
  refuses(bad({ schedule: { id: 'sawtooth' } }), { code: 'unknown-id', parameter: 'schedule' });
  refuses(bad({ data: { ...data, outputs: outputs.with(17, 2) } }), {
    code: 'out-of-range',
    parameter: 'outputs',
    position: 17,
  });
  refuses(bad({ data: { ...data, inputs: inputs.with(9, NaN) } }), {
    code: 'not-finite',
    parameter: 'inputs',
    position: 4,
  });
  refuses(bad({ data: { ...data, features: ['x3'] } }), { code: 'unknown-id', parameter: 'features' });
  refuses(bad({ loss: 'cross-entropy', data: { inputs, outputs, columns } }), {
    code: 'unknown-id',
    parameter: 'loss',
    expected: 'squared, absolute, huber',
  });
});
