/** Regression by descent, through the facade. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RegressionProblem } from '../../web/core/regression/types.ts';
import { core, near, refuses } from './core.ts';

const data = core.dataset('line', { points: 50, noise: 1 }, 4);
const problem: RegressionProblem = { ...data, objective: 'mean-squared' };

/** ‖y − β₀ − β₁x‖² */
function squares([intercept, slope]: readonly number[]): number {
  return data.inputs.reduce((sum, x, i) => sum + (data.outputs[i] - intercept - slope * x) ** 2, 0);
}

test('three objectives of one problem', () => {
  const beta = [1, -2];
  for (const [objective, value] of [
    ['norm', Math.sqrt(squares(beta))],
    ['squared-norm', squares(beta)],
    ['mean-squared', squares(beta) / 50],
  ] as const) {
    const regression = core.regression({ ...problem, objective });
    near(regression.losses([...beta, ...beta]), [value, value], 1e-11);
    near(regression.facts().minimiser, core.leastSquares(data).coefficients);
    near([regression.facts().leastLoss], regression.losses(regression.facts().minimiser));
    assert.equal(regression.facts().curvatures === undefined, objective === 'norm');
    regression.free();
  }
});

test('the loss over a rectangle: the first coefficient runs fastest', () => {
  const regression = core.regression(problem);
  const values = regression.grid([0, 2, 3], [-1, 1, 2]);
  const expected = [-1, 1].flatMap((slope) => [0, 1, 2].map((intercept) => squares([intercept, slope]) / 50));
  near(values, expected, 1e-11);
});

test('standardised inputs: condition 1, and coefficients that turn into the others and back', () => {
  const regression = core.regression({ ...problem, standardised: true });
  const { minimiser, condition } = regression.facts();
  near([condition], [1]);
  const original = regression.toOriginal([...minimiser, ...minimiser]);
  near(original, [...core.leastSquares(data).coefficients, ...core.leastSquares(data).coefficients], 1e-11);
  near(regression.toStandardised(original), [...minimiser, ...minimiser], 1e-11);
  near(core.regression(problem).toOriginal([1, 2]), [1, 2], 0);
});

test('full-batch descent follows its gradient and converges', () => {
  const regression = core.regression({ ...problem, standardised: true });
  const run = regression.descent({ options: { 'learning-rate': 0.1 } });
  const before = run.state();
  near(before.point, [0, 0]);
  near(before.batchGradient, before.gradient);
  run.advance(1);
  near(
    run.state().point,
    before.gradient.map((slope) => -0.1 * slope),
  );
  const end = run.advance(1000);
  assert.equal(end.outcome, 'converged');
  assert.equal(end.samples, 50 * end.step);
  assert.ok(end.milliseconds >= 0);
  near(run.state().point, regression.facts().minimiser, 1e-6);
  assert.equal(regression.descent({ options: { 'learning-rate': 1.01 } }).advance(1000).outcome, 'limit-reached');
  assert.equal(regression.descent({ options: { 'learning-rate': 2 } }).advance(1000).outcome, 'diverged');
});

test('mini-batches: an epoch uses every sample once, and its gradients average to the whole', () => {
  const run = core.regression(problem).descent({ batchSize: 8, options: { 'learning-rate': 0.001 } });
  const used: number[] = [];
  for (let k = 0; k < 7; ++k) {
    used.push(...run.state().batch);
    assert.equal(run.state().batch.length, k < 6 ? 8 : 2);
    run.advance(1);
  }
  assert.deepEqual(
    used.sort((a, b) => a - b),
    Array.from({ length: 50 }, (_, i) => i),
  );
  assert.deepEqual([run.state().epoch, run.state().samples], [1, 50]);

  const gradients = run.batchGradients();
  assert.equal(gradients.length, 7 * 2);
  const sizes = [8, 8, 8, 8, 8, 8, 2];
  const average = [0, 1].map((j) => sizes.reduce((sum, size, k) => sum + size * gradients[2 * k + j], 0) / 50);
  near(average, run.state().gradient);
});

test('back, rewind and seek replay the same run; the trace keeps every row', () => {
  const run = core.regression(problem).descent({ batchSize: 3, seed: 9, options: { 'learning-rate': 0.002 } });
  run.advance(300);
  const there = run.state();
  assert.equal(run.back().step, 299);
  assert.equal(run.rewind().step, 0);
  assert.equal(run.back().step, 0);
  run.seek(300);
  assert.deepEqual(run.state(), there);
  const trace = run.trace();
  assert.equal(trace.steps.length, 301);
  near(trace.points.slice(-2), there.point, 0);
  near([trace.losses[300], trace.samples[300]], [there.loss, there.samples], 0);
  assert.equal(run.trace(300).points.length, 2);
  assert.equal(run.trace(1e6).steps.length, 0);
});

test('the seed decides the batches, and only it', () => {
  const regression = core.regression(problem);
  const end = (seed: number) => {
    const run = regression.descent({ batchSize: 4, seed, options: { 'learning-rate': 0.002 }, recordEvery: 0 });
    run.advance(100);
    assert.equal(run.trace().steps.length, 0);
    return run.state().point;
  };
  assert.deepEqual(end(1), end(1));
  assert.notDeepEqual(end(1), end(2));
});

test('a run outlives its problem', () => {
  const regression = core.regression(problem);
  const run = regression.descent();
  regression.free();
  assert.equal(run.advance(5).step, 5);
  refuses(() => regression.facts(), { code: 'freed' });
});

test('a sweep shows the cliff at 2/L', () => {
  const regression = core.regression(problem);
  const cliff = 2 / regression.facts().curvatures![1];
  const sweep = regression.sweep([cliff / 2, 0.99 * cliff, 1.1 * cliff], { stepLimit: 2000 });
  const outcomes = [...sweep.outcomes].map((index) => core.catalog().outcomes[index]);
  assert.notEqual(outcomes[1], 'diverged');
  assert.equal(outcomes[2], 'diverged');
  assert.equal(sweep.values[2], Infinity);
  near([sweep.values[0]], [regression.facts().leastLoss], 1e-6);
});

test('wrong settings are refused by name', () => {
  const regression = core.regression(problem);
  for (const [options, code, parameter] of [
    [{ batchSize: 51 }, 'out-of-range', 'batch-size'],
    [{ batchSize: 1.5 }, 'not-an-integer', 'batch-size'],
    [{ stepLimit: 0 }, 'out-of-range', 'step-limit'],
    [{ start: [1] }, 'wrong-dimension', 'start'],
    [{ start: [1, NaN] }, 'not-finite', 'start'],
    [{ seed: -1 }, 'out-of-range', 'seed'],
    [{ optimizer: 'luck' }, 'unknown-id', 'optimizer'],
    [{ options: { 'learning-rate': 0 } }, 'out-of-range', 'learning-rate'],
  ] as const) {
    refuses(() => regression.descent(options), { code, parameter });
    if (parameter !== 'learning-rate') refuses(() => regression.sweep([0.1], options), { code, parameter });
  }
  refuses(() => regression.losses([1, 2, 3]), { code: 'wrong-dimension', parameter: 'coefficients' });
  refuses(() => core.regression({ ...problem, objective: 'hope' as 'norm' }), {
    code: 'unknown-id',
    parameter: 'objective',
  });
});

test('multiplications as counted in lesson 2.4', () => {
  assert.deepEqual(core.multiplications(3, 100), { residualFirst: 2 * 3 * 100, productFirst: 9 * 100 + 300 + 9 });
});
