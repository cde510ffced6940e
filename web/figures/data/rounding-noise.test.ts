import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  coefficientsWithoutNoise,
  fitLossWithoutNoise,
  lineWithoutNoise,
  lossWithoutNoise,
  withoutNoise,
} from './rounding-noise.ts';

test('what is tiny beside the data is 0, what is merely small is kept', () => {
  assert.equal(withoutNoise(-8.8818e-16, 10), 0);
  assert.equal(withoutNoise(1e-9, 10), 1e-9);
  assert.equal(withoutNoise(-8.8818e-16, 1e-6), -8.8818e-16);
  assert.ok(Number.isNaN(withoutNoise(NaN, 1)));
});

test('coefficients go by the height of y over the size of their column', () => {
  const data = { x: [-2, 4], y: [3, -8] };
  assert.deepEqual(coefficientsWithoutNoise([1e-15, 1, -1e-15, 1e-3], data), [0, 1, 0, 1e-3]);
  // Over very long inputs a very small slope still says something.
  assert.deepEqual(coefficientsWithoutNoise([5, 1e-15], { x: [0, 1e15], y: [5, 6] }), [5, 1e-15]);
  assert.deepEqual(lineWithoutNoise({ intercept: 5, slope: 1e-16 }, { x: [2], y: [5] }), { intercept: 5, slope: 0 });
  assert.deepEqual(coefficientsWithoutNoise([5, 0.5], { x: [0, 0], y: [5, 5] }), [5, 0.5]);
});

test('losses go by the loss of a line at 0', () => {
  assert.equal(lossWithoutNoise(7.889e-31, [5], 'squared-norm'), 0);
  assert.equal(lossWithoutNoise(2.22e-16, [1, 2, 3], 'norm'), 0);
  assert.equal(lossWithoutNoise(1e-28, [1, 2, 3], 'mean-squared'), 0);
  // Residuals of 0.1 about years: 14 digits below their squares, and no noise.
  assert.equal(lossWithoutNoise(0.02, [1e6, 1e6], 'squared-norm'), 0.02);
  assert.equal(lossWithoutNoise(1e-5, [1, 2, 3], 'norm'), 1e-5);
});

test('the loss of a fit goes by the scatter of y as well', () => {
  assert.equal(fitLossWithoutNoise(4.966e-18, [1, 3, 5, 7]), 0);
  assert.equal(fitLossWithoutNoise(7.889e-31, [5]), 0);
  assert.equal(fitLossWithoutNoise(1e-10, [1, 3, 5, 7]), 1e-10);
  assert.equal(fitLossWithoutNoise(0.005, [1e6, 1e6 + 0.1]), 0.005);
});
