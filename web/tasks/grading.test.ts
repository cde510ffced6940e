import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inPlace, isNear, isSameSet, leftSideOf, meets, meetsGoal, moved } from './grading.ts';
import type { Condition, Conditions } from './grading.ts';

test('a goal holds when every condition holds', () => {
  const figure = { report: { outcome: 'converged', steps: 3, x: -1.00004 }, state: { momentum: false } };
  const holds = (report: Conditions, state: Conditions = {}) => meetsGoal(figure, { report, state });
  assert.ok(holds({ outcome: 'converged' }));
  assert.ok(holds({ outcome: { any: ['diverged', 'converged'] }, steps: { min: 1, max: 3 } }));
  assert.ok(holds({ x: { near: -1, tolerance: 1e-4 } }, { momentum: false }));
  assert.ok(!holds({ outcome: 'converged', steps: { max: 2 } }));
  assert.ok(!holds({ steps: { min: 4 } }));
  assert.ok(!holds({ x: { near: -1, tolerance: 1e-5 } }));
  assert.ok(!holds({ outcome: { any: ['diverged', 'oscillating'] } }));
  assert.ok(!holds({ outcome: 'converged' }, { momentum: true }));
});

test('state and report may use one name for different things', () => {
  const figure = { state: { loss: 'mean-squared' }, report: { loss: 0.827 } };
  assert.ok(meetsGoal(figure, { state: { loss: 'mean-squared' }, report: { loss: { max: 1 } } }));
  assert.ok(!meetsGoal(figure, { report: { loss: 'mean-squared' } }));
});

test('lists, also typed ones, are compared component by component', () => {
  const found = [-3.7793, -3.2832];
  const valley: Condition = { near: [-3.77931, -3.283186], tolerance: 0.01 };
  assert.ok(meets(found, valley));
  assert.ok(meets(Float64Array.from(found), valley));
  assert.ok(!meets([3, 2], valley));
  assert.ok(!meets([-3.7793], valley), 'another length is another list');
  assert.ok(!meets(-3.7793, valley));
  assert.ok(!meets([-3.7793, NaN], valley));
  assert.ok(meets([3, 2], [3, 2]));
  assert.ok(!meets([3, 2], [2, 3]));
  assert.ok(!meets('3,2', [3, 2]));
  assert.ok(meets([1, 2, 3], { every: { min: 1 } }));
  assert.ok(!meets([1, 2, NaN], { every: { min: 1 } }));
  assert.ok(meets(['running', 'diverged'], { some: 'diverged' }));
  assert.ok(!meets(['running', 'diverged'], { every: 'diverged' }));
  assert.ok(meets([[0, 1]], { count: 1 }));
  assert.ok(!meets(4, { count: { min: 1 } }));
});

test('texts are compared without spaces, and what must not be is there at least', () => {
  assert.ok(meets('x^2 + 2x', 'x^2+2x'));
  assert.ok(!meets('x^2+2', 'x^2+2x'));
  assert.ok(meets('x^3', { not: 'x^2' }));
  assert.ok(!meets('x^2', { not: 'x^2' }));
  assert.ok(!meets(undefined, { not: 'x^2' }));
});

test('a dot goes into a fact', () => {
  const report = { others: [{ steps: 12 }] };
  assert.ok(meetsGoal({ report }, { report: { 'others.0.steps': 12 } }));
  assert.ok(!meetsGoal({ report }, { report: { 'others.1.steps': 12 } }));
});

test('a goal over a missing, non-finite or wrongly typed fact does not hold', () => {
  const holds = (report: object, conditions: Conditions) => meetsGoal({ report }, { report: conditions });
  assert.ok(!holds({}, { steps: { max: 10 } }));
  assert.ok(!meetsGoal({}, { report: { steps: { max: 10 } } }));
  assert.ok(!holds({ x: Number.NaN }, { x: { min: 0 } }));
  assert.ok(!holds({ x: Infinity }, { x: { min: 0 } }));
  assert.ok(!holds({ x: '1' }, { x: 1 }));
  assert.ok(!holds({ x: null }, { x: { near: 0, tolerance: 1 } }));
  assert.ok(!holds({ x: 1e-12 }, { x: 1e-10 }), 'small numbers differ, too');
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
