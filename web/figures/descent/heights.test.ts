import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heights } from './heights.ts';

const sample = (f: (x: number) => number, from = -5, to = 3.5) =>
  Float64Array.from({ length: 1201 }, (_, index) => f(from + ((to - from) * index) / 1200));
const shows = ([low, high]: [number, number], ...values: number[]) =>
  values.every((value) => low <= value && value <= high);

test('a parabola and a wave are seen whole', () => {
  assert.ok(shows(heights(sample((x) => x * x + 2 * x + 3)), 2, 18, 22.25));
  assert.ok(shows(heights(sample(Math.sin)), -1, 1));
});

test('steep walls leave the view, the valleys between them stay', () => {
  const window = heights(sample((x) => x ** 4 - 3 * x * x + x));
  assert.ok(shows(window, -3.5, 1));
  assert.ok(window[1] < 100);
});

test('a pole leaves the view, a narrow peak does not', () => {
  const pole = heights(sample((x) => 1 / x));
  assert.ok(pole[0] > -50 && pole[1] < 50);
  assert.ok(shows(heights(sample((x) => Math.exp(-4 * x * x))), 0, 1));
});

test('constants and curves without any value have a window all the same', () => {
  for (const f of [() => 2, () => NaN, () => Infinity]) {
    const [low, high] = heights(sample(f));
    assert.ok(Number.isFinite(low) && low < high);
  }
});
