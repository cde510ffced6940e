import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInteger, formatNumber, plain, powerOfTen, superscript } from './format.ts';

test('numbers have sensible digits and a true minus sign', () => {
  assert.equal(formatNumber(0.1 + 0.2), '0.3');
  assert.equal(formatNumber(-1.5), '−1.5');
  assert.equal(formatNumber(Math.PI, { digits: 3 }), '3.14');
  assert.equal(formatNumber(100), '100');
  assert.equal(formatNumber(1234.56), '1235');
  assert.equal(formatNumber(12345.6), '12,346');
  assert.equal(formatNumber(0.00012346), '0.0001235');
});

test('zero has no sign', () => {
  assert.equal(formatNumber(0), '0');
  assert.equal(formatNumber(-0), '0');
  assert.equal(formatNumber(-0.001, { decimals: 2 }), '0.00');
  assert.equal(plain('-0.50'), '−0.50');
});

test('very large and very small numbers have a power of ten', () => {
  assert.equal(formatNumber(1.23e-5), '1.23×10⁻⁵');
  assert.equal(formatNumber(-6.02214e23), '−6.022×10²³');
  assert.equal(formatNumber(1e6), '1×10⁶');
  // What rounding makes of a number decides how it is written.
  assert.equal(formatNumber(999_999.9), '1×10⁶');
  assert.equal(formatNumber(5e-324, { digits: 2 }), '4.9×10⁻³²⁴');
});

test('decimals are kept for aligned columns', () => {
  assert.equal(formatNumber(2, { decimals: 3 }), '2.000');
  assert.equal(formatNumber(123456.789, { decimals: 1 }), '123,456.8');
});

test('what is not finite is said in words', () => {
  const words = { undefined: '정의되지 않음', infinity: '무한대', negativeInfinity: '음의 무한대' };
  assert.equal(formatNumber(NaN, { words }), '정의되지 않음');
  assert.equal(formatNumber(Infinity, { words }), '무한대');
  assert.equal(formatNumber(-Infinity, { words, decimals: 2 }), '음의 무한대');
  for (const value of [NaN, Infinity, -Infinity]) {
    assert.equal(formatNumber(value), '–');
    assert.equal(formatInteger(value), '–');
  }
});

test('whole numbers have their thousands marked from ten thousand on', () => {
  assert.equal(formatInteger(1234567), '1,234,567');
  assert.equal(formatInteger(-98765.4), '−98,765');
  assert.equal(formatInteger(9999), '9999');
});

test('powers of ten on an axis', () => {
  assert.equal(superscript(-120), '⁻¹²⁰');
  assert.deepEqual([-2, 0, 1, 3].map(powerOfTen), ['10⁻²', '1', '10', '10³']);
});
