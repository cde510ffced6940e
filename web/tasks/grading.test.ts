import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inPlace, isNear, isSameSet, leftSideOf, meetsGoal, moved } from './grading.ts';

test('a goal holds when every condition holds', () => {
  const facts = { outcome: 'converged', steps: 3, x: -1.00004, momentum: false };
  assert.ok(meetsGoal(facts, { outcome: 'converged' }));
  assert.ok(meetsGoal(facts, { outcome: ['diverged', 'converged'], steps: { min: 1, max: 3 } }));
  assert.ok(meetsGoal(facts, { x: { near: -1, tolerance: 1e-4 }, momentum: false }));
  assert.ok(!meetsGoal(facts, { outcome: 'converged', steps: { max: 2 } }));
  assert.ok(!meetsGoal(facts, { steps: { min: 4 } }));
  assert.ok(!meetsGoal(facts, { x: { near: -1, tolerance: 1e-5 } }));
  assert.ok(!meetsGoal(facts, { outcome: ['diverged', 'oscillating'] }));
});

test('a goal over a missing, non-finite or wrongly typed fact does not hold', () => {
  assert.ok(!meetsGoal({}, { steps: { max: 10 } }));
  assert.ok(!meetsGoal({ x: Number.NaN }, { x: { min: 0 } }));
  assert.ok(!meetsGoal({ x: Infinity }, { x: { min: 0 } }));
  assert.ok(!meetsGoal({ x: '1' }, { x: 1 }));
  assert.ok(!meetsGoal({ x: null }, { x: { near: 0, tolerance: 1 } }));
});

test('numbers: absolute and relative tolerance, and neither', () => {
  assert.ok(isNear(0.3333333333333333, 1 / 3, {}));
  assert.ok(!isNear(0.333, 1 / 3, {}));
  assert.ok(isNear(0.333, 1 / 3, { tolerance: 0.001 }));
  assert.ok(isNear(0.3, 0.2, { tolerance: 0.1 }), 'the limit itself counts, rounding forgiven');
  assert.ok(!isNear(0.31, 0.2, { tolerance: 0.1 }));
  assert.ok(isNear(-101, -100, { relative: 0.01 }));
  assert.ok(!isNear(-102, -100, { relative: 0.01 }));
  assert.ok(isNear(1.5, 1, { tolerance: 1, relative: 0.01 }), 'either tolerance suffices');
  assert.ok(!isNear(1e-3, 0, { relative: 0.5 }), 'a relative tolerance of zero is zero');
});

test('numbers that are not finite are never right', () => {
  for (const given of [NaN, Infinity, -Infinity]) {
    assert.ok(!isNear(given, 1, { tolerance: 5 }));
    assert.ok(!isNear(given, Infinity, {}));
  }
});

test('options are right as a set', () => {
  assert.ok(isSameSet([2, 0], [0, 2]));
  assert.ok(!isSameSet([0], [0, 2]));
  assert.ok(!isSameSet([0, 1, 2], [0, 2]));
  assert.ok(!isSameSet([], [0]));
});

test('moving an item keeps the rest in order and stays inside the list', () => {
  assert.deepEqual(moved(['a', 'b', 'c', 'd'], 0, 2), ['b', 'c', 'a', 'd']);
  assert.deepEqual(moved(['a', 'b', 'c'], 2, -1), ['c', 'a', 'b']);
  assert.deepEqual(moved(['a', 'b', 'c'], 0, 9), ['b', 'c', 'a']);
  const list = [1, 2, 3];
  moved(list, 0, 1);
  assert.deepEqual(list, [1, 2, 3], 'the list itself is not touched');
});

test('items in their place are counted', () => {
  assert.equal(inPlace([0, 1, 2]), 3);
  assert.equal(inPlace([2, 1, 0]), 1);
  assert.equal(inPlace([1, 2, 0]), 0);
});

test('an answer may name what it is an answer for', () => {
  const bare = (text: string) => text.slice(leftSideOf(text));
  assert.equal(bare('y=6x-9'), '6x-9');
  assert.equal(bare(' y = 6x - 9'), '6x - 9');
  for (const left of ['f(x)=', "f'(x)=", 'f′(x) = ', 'f’(x)=', "f''(x) = ", "y' = ", 'f(x, y) = '])
    assert.equal(bare(`${left}3x^2-4`), '3x^2-4', left);
  for (const whole of ['6x-9', 'if(x == 1, 2, 3)', 'x == 2', 'exp(x)', '2y = 3']) assert.equal(bare(whole), whole);
});
