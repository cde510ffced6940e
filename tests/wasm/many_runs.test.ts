/** Many descents in one call, through the facade. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core, near, refuses } from './core.ts';

const wells = { expression: '(x^2 - 1)^2 + y^2', options: { 'learning-rate': 0.05 }, stepLimit: 500 };

test('a sweep over rates ends where single descents end', () => {
  const problem = { expression: 'x^2 + 2x + 3', start: [3], stepLimit: 20 };
  const rates = [0.01, 0.1, 0.5, 1.1];
  const sweep = core.rateSweep(problem, rates);
  for (const [index, rate] of rates.entries()) {
    const run = core.descent({ ...problem, options: { 'learning-rate': rate } });
    const { step, outcome } = run.advance(20);
    assert.equal(core.catalog().outcomes[sweep.outcomes[index]], outcome);
    assert.equal(sweep.steps[index], step);
    near([sweep.values[index]], [run.state().value], 0);
    run.free();
  }
  refuses(() => core.rateSweep(problem, [0.1, -1]), { code: 'out-of-range', parameter: 'learning-rate', value: -1 });
  refuses(() => core.rateSweep({ ...problem, expression: 'x +' }, rates), { code: 'unexpected-token', position: 3 });
});

test('ends and basins: starts left of 0 go to −1, the others to 1', () => {
  const grid = { x: [-2, 2, 8], y: [-1, 1, 3] } as const;
  const ends = core.ends(wells, grid, 0, 3);
  const { labels, kinds, ends: places } = core.basins(wells, ends, [1, 0, -1, 0], 0.01);
  near(places, [1, 0, -1, 0], 0);
  assert.deepEqual(kinds, ['minimum', 'minimum']);
  const row = [1, 1, 1, 1, 0, 0, 0, 0];
  assert.deepEqual([...labels], [...row, ...row, ...row]);
  assert.ok(Math.abs(ends.ends[0] + 1) < 1e-5);
});

test('a run that does not converge belongs to no basin, an unknown place becomes one', () => {
  const ends = core.ends({ ...wells, stepLimit: 1 }, { x: [-2, 2, 4], y: [-1, 1, 2] }, 0, 2);
  assert.deepEqual([...core.basins(wells, ends, [], 0.01).labels], Array(8).fill(-1));
  const found = core.basins(wells, core.ends(wells, { x: [0, 2, 1], y: [-1, 1, 1] }, 0, 1), [], 0.01);
  near(found.ends, [1, 0], 1e-5);
});

test('wrong grids are refused by name', () => {
  const grid = { x: [-2, 2, 4], y: [-1, 1, 2] } as const;
  refuses(() => core.ends(wells, { ...grid, x: [2, -2, 4] }, 0, 2), { code: 'out-of-range', parameter: 'to' });
  refuses(() => core.ends(wells, grid, 0, 3), { code: 'out-of-range', parameter: 'last-row' });
  const fine = { x: [-2, 2, 10_000], y: [-1, 1, 10_000] } as const;
  refuses(() => core.ends(wells, fine, 0, 10_000), {
    code: 'out-of-range',
    parameter: 'last-row',
    expected: '[0, 419]',
  });
  refuses(() => core.ends(wells, grid, 2, 1), { code: 'out-of-range', parameter: 'last-row' });
  refuses(() => core.ends({ ...wells, expression: 'x', variables: ['x'] }, grid, 0, 2), { code: 'wrong-dimension' });
  refuses(() => core.basins(wells, { ends: new Float64Array(3), outcomes: new Int32Array(1) }, [], 1), {
    code: 'wrong-dimension',
    parameter: 'ends',
  });
});

// One parameter, and a loss whose mean is (w − mean of y)² + variance.
const y = [0, 1, 2, 5];
const swarm = { loss: '(w - y)^2', inputs: y.map(() => 0), outputs: y, from: -4, to: 4, runs: 9 };

test('the swarm starts evenly spread, and with the full batch falls as one descent', () => {
  const all = core.swarm({ ...swarm, batchSize: 4, options: { 'learning-rate': 0.25 } });
  near(all.seek(0).positions, [-4, -3, -2, -1, 0, 1, 2, 3, 4], 0);
  near(all.seek(1).positions, [-1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3]); // half way to the mean, 2
  near(all.losses([0, 2]), [7.5, 3.5]);
  near(all.batchLosses([0, 2]), all.losses([0, 2]), 0);
});

test('with one sample a step every step has a loss of its own', () => {
  const one = core.swarm({ ...swarm, options: { 'learning-rate': 0.25 }, seed: 3 });
  const seen = new Set<number>();
  let { positions, batch } = one.seek(0);
  for (let step = 1; step <= 4; ++step) {
    assert.equal(batch.length, 1);
    const target = y[batch[0]];
    seen.add(target);
    near(one.batchLosses([0, 1]), [target ** 2, (1 - target) ** 2]);
    const next = one.seek(step);
    near(
      next.positions,
      positions.map((w) => w - 0.5 * (w - target)),
    );
    ({ positions, batch } = next);
  }
  assert.deepEqual([...seen].sort(), y, 'an epoch uses every sample once');
  const last = one.seek(1000);
  one.seek(3);
  assert.deepEqual(one.seek(1000), last);
});

test('runs may draw batches of their own', () => {
  const apart = core.swarm({ ...swarm, from: 0, to: 0, sharedBatches: false, options: { 'learning-rate': 0.1 } });
  assert.ok(new Set(apart.seek(3).positions).size > 1);
  const together = core.swarm({ ...swarm, from: 0, to: 0, options: { 'learning-rate': 0.1 } });
  assert.equal(new Set(together.seek(3).positions).size, 1);
});

test('a run that grows beyond all bounds is lost, not an error', () => {
  const wild = core.swarm({ ...swarm, batchSize: 4, options: { 'learning-rate': 10 } });
  const stays = 2; // the one run that starts at the minimum
  near(
    wild.seek(100).positions,
    [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((w) => (w === stays ? w : NaN)),
    0,
  );
});

test('wrong swarms are refused by name', () => {
  refuses(() => core.swarm({ ...swarm, loss: '(w - z)^2' }), { code: 'unknown-name', parameter: 'z', position: 5 });
  refuses(() => core.swarm({ ...swarm, batchSize: 5 }), { code: 'out-of-range', parameter: 'batch-size' });
  refuses(() => core.swarm({ ...swarm, runs: 0 }), { code: 'out-of-range', parameter: 'runs' });
  refuses(() => core.swarm({ ...swarm, from: NaN }), { code: 'not-finite', parameter: 'from' });
  refuses(() => core.swarm({ ...swarm, outputs: [1] }), { code: 'wrong-dimension', parameter: 'data' });
});
