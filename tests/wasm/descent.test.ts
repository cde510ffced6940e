import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DescentProblem } from '../../web/core/optimize/types.ts';
import { DESCENT_OUTCOMES, STATIONARY_KINDS } from '../../web/core/optimize/types.ts';
import { core, near, refuses } from './core.ts';

const parabola: DescentProblem = { expression: 'x^2 + 2x + 3', start: [3], options: { 'learning-rate': 0.1 } };
const withRate = (rate: number): DescentProblem => ({ ...parabola, options: { 'learning-rate': rate } });

test('a run follows the closed form of a quadratic', () => {
  const run = core.descent(parabola);
  run.advance(20);
  const { points, values, gradients, gradientNorms, rates } = run.trace();
  const closed = Array.from({ length: 21 }, (_, k) => -1 + 4 * 0.8 ** k);
  near(points, closed);
  near(
    values,
    closed.map((x) => (x + 1) ** 2 + 2),
  );
  near(
    gradients,
    closed.map((x) => 2 * x + 2),
  );
  near(
    gradientNorms,
    closed.map((x) => Math.abs(2 * x + 2)),
  );
  near(
    rates,
    closed.map(() => 0.1),
  );
});

test('every way of ending is told, with the step', () => {
  const end = (problem: DescentProblem) => core.descent(problem).advance(10_000);
  assert.deepEqual(end(withRate(0.5)), { step: 1, outcome: 'converged', stationary: 'minimum' });
  assert.equal(end(withRate(1)).outcome, 'oscillating');
  assert.equal(end(withRate(1.1)).outcome, 'diverged');
  assert.deepEqual(end({ ...withRate(0.001), stepLimit: 7 }), {
    step: 7,
    outcome: 'limit-reached',
    stationary: 'none',
  });
  assert.equal(end({ expression: 'log(x)', start: [1], options: { 'learning-rate': 2 } }).outcome, 'undefined');
  const saddle = { expression: 'x^2 - y^2', variables: ['x', 'y'], start: [1, 0] };
  assert.deepEqual(end(saddle).stationary, 'saddle');
  assert.equal(end(saddle).outcome, 'flat-point');
  assert.deepEqual(end({ ...parabola, expression: '-x^2', direction: 'ascent' }).stationary, 'maximum');
});

test('going back, seeking and rewinding lead to the same states as going forward', () => {
  const problem = {
    expression: 'x^4 - 3x^2 + x',
    start: [2],
    optimizer: 'momentum',
    options: { 'learning-rate': 1e-4 },
  };
  const run = core.descent(problem);
  const once = core.descent(problem);
  run.advance(700);
  for (const step of [699, 3, 512, 0, 255, 700]) {
    assert.equal(run.seek(step).step, step);
    once.rewind();
    once.advance(step);
    assert.deepEqual(run.state(), once.state());
  }
  assert.equal(run.back().step, 699);
  assert.equal(run.rewind().step, 0);
  assert.equal(run.back().step, 0, 'nothing comes before the start');
  assert.equal(run.trace().values.length, 701, 'going back removes nothing');
  assert.equal(run.trace(690).values.length, 11);
  assert.equal(run.trace(1e9).values.length, 0);
});

test('curvature gives the thresholds of a quadratic exactly', () => {
  assert.deepEqual(core.descent(parabola).curvature(), { quadratic: true, smallest: 2, largest: 2 });
  const bowl = { expression: 'x^2 + 2y^2', variables: ['x', 'y'], start: [1, 1] };
  assert.deepEqual(core.descent(bowl).curvature(), { quadratic: true, smallest: 2, largest: 4 });
  assert.equal(core.descent({ expression: 'x^4', start: [1] }).curvature().quadratic, false);
});

test('a run without a record keeps no rows and arrives at the same place', () => {
  const kept = core.descent(parabola);
  const bare = core.descent({ ...parabola, record: false });
  assert.deepEqual(bare.advance(1000), kept.advance(1000));
  assert.deepEqual(bare.state(), kept.state());
  assert.equal(bare.trace().values.length, 0);
});

test('a wrong problem is refused by the name of what is wrong', () => {
  const bad = (change: Partial<DescentProblem>, facts: object) =>
    refuses(() => core.descent({ ...parabola, ...change }), facts);
  bad({ options: { 'learning-rate': 0 } }, { code: 'out-of-range', parameter: 'learning-rate', value: 0 });
  bad({ options: { 'learning-rate': NaN } }, { code: 'not-finite', parameter: 'learning-rate' });
  bad({ options: { speed: 1 } }, { code: 'unknown-id', parameter: 'speed' });
  bad(
    { optimizer: 'newton' },
    {
      code: 'unknown-id',
      parameter: 'optimizer',
      expected: core
        .catalog()
        .optimizers.map(({ id }) => id)
        .join(', '),
    },
  );
  bad({ start: [1, 2] }, { code: 'wrong-dimension', parameter: 'start', value: 2, expected: '1' });
  bad({ start: [NaN] }, { code: 'not-finite', parameter: 'start' });
  bad({ tolerance: -1 }, { code: 'out-of-range', parameter: 'tolerance', value: -1 });
  bad({ stepLimit: 1.5 }, { code: 'not-an-integer', parameter: 'step-limit', value: 1.5 });
  bad({ stepLimit: 1e300 }, { code: 'out-of-range', parameter: 'step-limit' });
  bad({ expression: 'log(x)', start: [-1] }, { code: 'undefined-at-start', parameter: 'start' });
  bad({ expression: 'x +' }, { code: 'unexpected-token', position: 3 });
  const run = core.descent(parabola);
  refuses(() => run.advance(-1), { code: 'out-of-range', parameter: 'steps' });
  refuses(() => run.seek(NaN), { code: 'not-an-integer', parameter: 'step' });
});

test('the catalog and the types name the same things', () => {
  const { outcomes, stationaryKinds, optimizers, landscapes, errorCodes, functions } = core.catalog();
  assert.deepEqual(outcomes, DESCENT_OUTCOMES);
  assert.deepEqual(stationaryKinds, STATIONARY_KINDS);
  for (const { options } of optimizers) {
    assert.equal(options[0].id, 'learning-rate');
    for (const { minimum, maximum, default: value } of options) assert.ok(minimum <= value && value <= maximum);
  }
  assert.ok(errorCodes.includes('unexpected-token') && functions.includes('sin'));
  assert.ok(landscapes.length >= 6);
});

test('descent on every landscape, at its own rate, ends lower than it began', () => {
  for (const { id, expression, variables, start, learningRate, minimisers, minimum } of core.catalog().landscapes) {
    const f = core.expression(expression, variables);
    for (const point of minimisers) near(f.evaluate(Float64Array.from(point)), [minimum], 1e-9);
    const run = core.descent({
      expression,
      variables,
      start,
      options: { 'learning-rate': learningRate },
      stepLimit: 5000,
    });
    const before = run.state().value;
    run.advance(5000);
    assert.ok(run.state().value < before, id);
  }
});
