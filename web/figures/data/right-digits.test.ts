import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALL_DIGITS, rightDigits, splitDigits } from './right-digits.ts';

test('a number is right to the digits that its error leaves alone', () => {
  assert.equal(rightDigits(1.5, 1.5), ALL_DIGITS);
  assert.equal(rightDigits(3.1416, Math.PI), 5);
  assert.equal(rightDigits(3.14, Math.PI), 3);
  assert.equal(rightDigits(-2.0002e30, -2e30), 4);
  assert.equal(rightDigits(3, -3), 0);
  assert.equal(rightDigits(2e-12, 0), 11);
  assert.equal(rightDigits(1 + 2 ** -52, 1), 16);
  assert.equal(rightDigits(NaN, 1), 0);
  assert.equal(rightDigits(1, Infinity), 0);
});

test('all digits are shown, the right ones apart', () => {
  assert.deepEqual(splitDigits(-1.5, 3), ['−1.50', '0000000000000']);
  assert.deepEqual(splitDigits(0.0123456789, 2), ['0.012', '34567890000000']);
  assert.deepEqual(splitDigits(2, ALL_DIGITS), ['2.000000000000000', '']);
  assert.deepEqual(splitDigits(-1.25e-9, 4), ['−1.250', '000000000000×10⁻⁹']);
  assert.deepEqual(splitDigits(123.456, 0), ['', '123.4560000000000']);
  assert.deepEqual(splitDigits(0, 11), ['0', '']);
});
