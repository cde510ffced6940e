/** Epochs and batches through the facade. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core, near, refuses } from './core.ts';

const RULE = { samples: 11, batchSize: 4, seed: 3, shuffled: true, dropLast: false };
const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index);
const sorted = (numbers: Int32Array): number[] => [...numbers].sort((a, b) => a - b);

test('batch by batch: each epoch uses every sample once, in an order of its own', () => {
  const used = new Array<number>(11).fill(0);
  const orders = [];
  for (let at = 1; at <= 15; at++) {
    const standing = core.epochs(RULE, at);
    for (const sample of standing.batch) used[sample]++;
    const first = ((at - 1) % 3) * 4;
    assert.equal(standing.perEpoch, 3);
    assert.equal(standing.epoch, Math.floor((at - 1) / 3));
    assert.deepEqual([...standing.batch], [...standing.order.slice(first, first + 4)]);
    assert.deepEqual(sorted(standing.order), upTo(11));
    assert.deepEqual([...standing.timesUsed], used);
    assert.equal(
      standing.samplesUsed,
      used.reduce((sum, times) => sum + times, 0),
    );
    if (at % 3 === 0) orders.push(standing.order.join());
  }
  assert.deepEqual(used, new Array(11).fill(5));
  assert.equal(new Set(orders).size, 5);
  const start = core.epochs(RULE, 0);
  assert.deepEqual([start.epoch, start.batch.length, start.samplesUsed], [0, 0, 0]);
  assert.equal(start.order.join(), orders[0]);
});

test('the batches are those of descent on data', () => {
  // One point a batch, from (0, 0): each step is along (1, x) of its point, so it tells which point it was.
  const inputs = Float64Array.from({ length: 7 }, (_, index) => index + 1);
  const problem = core.regression({ inputs, outputs: inputs.map((x) => x ** 2), objective: 'mean-squared' });
  const run = problem.descent({ batchSize: 1, seed: 9, stepLimit: 20 });
  let before = [0, 0];
  for (let at = 1; at <= 20; at++) {
    run.seek(at);
    const [intercept, slope] = run.state().point;
    const [sample] = core.epochs({ ...RULE, samples: 7, batchSize: 1, seed: 9 }, at).batch;
    near([(slope - before[1]) / (intercept - before[0])], [inputs[sample]], 1e-6);
    before = [intercept, slope];
  }
  [run, problem].forEach((each) => each.free());
});

test('without shuffling in their own order; a rest that is dropped is another one only with shuffling', () => {
  const own = { ...RULE, shuffled: false, dropLast: true };
  const standing = core.epochs(own, 20);
  assert.equal(standing.perEpoch, 2);
  assert.deepEqual([...standing.order], upTo(11));
  assert.deepEqual([...standing.timesUsed], [...new Array(8).fill(10), 0, 0, 0]);
  assert.equal(standing.samplesUsed, 80);
  const { timesUsed } = core.epochs({ ...own, shuffled: true }, 20);
  assert.equal(
    timesUsed.reduce((sum, times) => sum + times, 0),
    80,
  );
  assert.ok(
    timesUsed.every((times) => times > 0 && times < 11),
    timesUsed.join(),
  );
});

test('iterations per epoch, for each batch size', () => {
  for (const n of [1, 2, 12, 97]) {
    const sizes = upTo(n).map((index) => index + 1);
    assert.deepEqual(
      [...core.iterationsPerEpoch(n, false)],
      sizes.map((b) => Math.ceil(n / b)),
    );
    assert.deepEqual(
      [...core.iterationsPerEpoch(n, true)],
      sizes.map((b) => Math.floor(n / b)),
    );
  }
});

test('what is no batch size is refused', () => {
  refuses(() => core.epochs({ ...RULE, batchSize: 12 }, 0), {
    code: 'out-of-range',
    parameter: 'batch-size',
    expected: '[1, 11]',
  });
  refuses(() => core.epochs({ ...RULE, batchSize: 2.5 }, 0), { code: 'not-an-integer', parameter: 'batch-size' });
  refuses(() => core.epochs({ ...RULE, samples: 0 }, 0), { code: 'out-of-range', parameter: 'samples' });
  refuses(() => core.epochs(RULE, -1), { code: 'out-of-range', parameter: 'iterations' });
  refuses(() => core.epochs({ ...RULE, seed: -1 }, 0), { parameter: 'seed' });
});
