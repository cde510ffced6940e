import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core, near, refuses } from './core.ts';

test('a formula prints, evaluates and differentiates', () => {
  const f = core.expression('x^2+2x+3');
  assert.equal(f.text, 'x^2 + 2x + 3');
  assert.equal(f.latex, 'x^{2} + 2 x + 3');
  assert.deepEqual(f.variables, ['x']);
  assert.equal(f.derivative().text, '2x + 2');
  near(f.evaluate(Float64Array.of(-1, 0, 1.5)), [2, 3, 8.25]);
  near(f.sample(-1, 1, 5), [2, 2.25, 3, 4.25, 6]);
  assert.deepEqual(f.jet([2]), { value: 11, gradient: [6], hessian: [2] });
});

test('two variables: points, grids, partial derivatives', () => {
  const f = core.expression('x^2 y + 3y', ['x', 'y']);
  near(f.evaluate(Float64Array.of(1, 2, -1, 3)), [8, 12]);
  const into = new Float64Array(2);
  assert.equal(f.evaluate(Float64Array.of(1, 2, -1, 3), into), into);
  near(into, [8, 12]);
  assert.deepEqual([...f.grid([0, 2, 3], [1, 2, 2])], [3, 4, 7, 6, 8, 14]);
  assert.deepEqual(f.jet([1, 2]), { value: 8, gradient: [4, 4], hessian: [4, 2, 2, 0] });
  assert.ok(core.equivalent(f.derivative('y').text, 'x^2 + 3', ['x', 'y']).equivalent);
  assert.ok(core.equivalent(f.derivative().text, '2x y', ['x', 'y']).equivalent);
});

test('what was typed in another spelling or without brackets is read, and doubts are told where they are', () => {
  assert.equal(core.expression('f′(x) = ２sin x cos x − ½√x').text, '2 sin(x) cos(x) - 1/2 * sqrt(x)');
  assert.deepEqual(core.expression('x² − 1/2x').doubts, [
    { kind: 'quotient', position: 5, length: 4, taken: '(1/2) * x', otherwise: '1/(2x)' },
  ]);
  assert.deepEqual(core.expression('2x').doubts, []);
  assert.deepEqual(core.expression('x^2').derivative().doubts, []);
  assert.throws(() => core.number('(-8)^(1/3)'), { code: 'not-finite', expected: 'cbrt(-8)' });
});

test('the ends of samples and grids are met exactly', () => {
  const f = core.expression('x');
  for (const [from, to] of [
    [0.1, 0.7],
    [-1e9, 1e-9],
    [1 / 3, 2 / 3],
  ]) {
    const values = f.sample(from, to, 1201);
    assert.deepEqual([values[0], values.at(-1)], [from, to]);
    assert.ok(values.every((value, index) => index === 0 || value > values[index - 1]));
  }
});

test('where there is no value there is NaN, at a pole infinity', () => {
  const [left, zero, right] = core.expression('log(x)').evaluate(Float64Array.of(-1, 0, 1));
  assert.ok(Number.isNaN(left));
  assert.deepEqual([zero, right], [-Infinity, 0]);
  assert.ok(Number.isNaN(core.expression('|x|').jet([0]).gradient[0]));
});

test('a derivative has its value also where only its simplified form shows it', () => {
  // The product rule leaves |x| + x x/|x|.
  const slope = core.expression('x |x|').derivative();
  assert.deepEqual([...slope.evaluate(Float64Array.of(-2, 0, 3))], [4, 0, 6]);
  assert.deepEqual([...slope.sample(-1, 1, 3)], [2, 0, 2]);
  assert.ok(Number.isNaN(core.expression('|x|').derivative().evaluate(Float64Array.of(0))[0]));
});

test('the steps of a derivative name rules of the catalog', () => {
  const steps = core.expression('x^2 sin(x) + 1').steps();
  const rules = core.catalog().derivativeRules;
  assert.equal(steps[0].rule, 'sum');
  assert.equal(steps[0].depth, 0);
  assert.ok(steps.some(({ rule }) => rule === 'product'));
  for (const { rule, beforeText, afterLatex } of steps) {
    assert.ok(rules.includes(rule), rule);
    assert.ok(beforeText && afterLatex);
  }
});

test('kinks, jumps, poles and holes', () => {
  const kinked = core.expression('|x - 1| + 1/(x + 2)').features(-4, 4);
  near(kinked.kinks, [1], 1e-9);
  near(kinked.poles, [-2], 1e-9);
  near(core.expression('sign(x)').features(-1, 1).jumps, [0], 1e-9);
  const [hole] = core.expression('sqrt(x)').features(-3, 4).holes;
  near([hole.from, hole.to], [-3, 0], 1e-9);
});

test('difference quotients lose and gain digits as they should', () => {
  const { exact, forward, central, complex } = core
    .expression('x^3')
    .differences(1, Float64Array.of(1e-2, 1e-4, 1e-200));
  assert.equal(exact, 3);
  near(forward.subarray(0, 2), [3e-2 + 1e-4, 3e-4], 1e-6);
  near(central.subarray(0, 2), [1e-4, 1e-8], 1e-10);
  assert.equal(complex[2], 0);
  assert.equal(central[2], 3, 'x + h is x: the difference is 0');
});

test('numbers are formulas without variables', () => {
  near([core.number('1/3'), core.number('sqrt(2)'), core.number('e^-2')], [1 / 3, Math.SQRT2, Math.exp(-2)]);
  refuses(() => core.number('1/0'), { code: 'not-finite' });
  refuses(() => core.number('x'), { code: 'unknown-name', parameter: 'x', position: 0 });
});

test('formulas are compared as functions, with a counterexample', () => {
  assert.deepEqual(core.equivalent('(x+1)^2', 'x^2 + 2x + 1').equivalent, true);
  const { equivalent, decided, counterexample, left, right } = core.equivalent('x^2', 'x^3');
  assert.deepEqual([equivalent, decided], [false, true]);
  near([left, right], [counterexample[0] ** 2, counterexample[0] ** 3], 1e-9);
  assert.deepEqual(core.equivalent('x^2', 'x^3', ['x'], 5), core.equivalent('x^2', 'x^3', ['x'], 5));
  assert.equal(core.equivalent('log(-1-x^2)', 'sqrt(-1-x^2)').decided, false);
});

test('reading errors say what and where, in characters of the text rather than bytes', () => {
  const fault = (text: string, facts: object, variables?: string[]) =>
    refuses(() => core.expression(text, variables), facts);
  fault('', { code: 'empty-expression' });
  fault('x^2 + )', { code: 'unexpected-token', parameter: ')', position: 6, expected: 'operand' });
  fault('x² − )', { code: 'unexpected-token', parameter: ')', position: 5 });
  fault('3 +', { code: 'unexpected-token', parameter: '', position: 3, expected: 'operand' });
  fault('2 + foo(x)', { code: 'unknown-name', parameter: 'foo', position: 4 });
  fault('x + y', { code: 'unknown-name', parameter: 'y', position: 4 });
  fault('max(x)', { code: 'wrong-argument-count', parameter: 'max', value: 1 });
  fault('x+'.repeat(1500) + 'x', { code: 'expression-too-long' });
  fault('('.repeat(500) + 'x' + ')'.repeat(500), { code: 'expression-too-deep' });
  for (const odd of ['\0', '\ud800', '한글', '😀 + x', 'x\n+', '\u202ex']) {
    const text = `1 + ${odd}`;
    assert.throws(
      () => core.expression(text),
      ({ code, position }) => typeof code === 'string' && position >= 0 && position <= text.length,
      JSON.stringify(odd),
    );
  }
});

test('what a formula cannot be asked is refused by name', () => {
  const f = core.expression('x y', ['x', 'y']);
  const g = core.expression('x');
  refuses(() => f.sample(0, 1, 5), { code: 'wrong-dimension', parameter: 'variables', expected: '1' });
  refuses(() => g.grid([0, 1, 2], [0, 1, 2]), { code: 'wrong-dimension', parameter: 'variables', expected: '2' });
  refuses(() => f.evaluate(Float64Array.of(1, 2, 3)), { code: 'wrong-dimension', parameter: 'points' });
  refuses(() => f.evaluate(Float64Array.of(1, 2), new Float64Array(2)), { code: 'wrong-dimension', parameter: 'into' });
  refuses(() => f.jet([1]), { code: 'wrong-dimension', parameter: 'point' });
  refuses(() => f.derivative('z'), { code: 'unknown-name', parameter: 'z', expected: 'x, y' });
  refuses(() => g.sample(1, 1, 5), { code: 'out-of-range', parameter: 'to', value: 1 });
  refuses(() => g.sample(0, Infinity, 5), { code: 'not-finite', parameter: 'to' });
  refuses(() => g.sample(0, 1, 1e12), { code: 'out-of-range', parameter: 'count' });
  refuses(() => g.sample(0, 1, 2.5), { code: 'not-an-integer', parameter: 'count', value: 2.5 });
  refuses(() => g.features(NaN, 1), { code: 'not-finite', parameter: 'from' });
  refuses(() => g.differences(NaN, Float64Array.of(1)), { code: 'not-finite', parameter: 'x' });
});
