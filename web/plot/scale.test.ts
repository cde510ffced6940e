import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extent, Scale } from './scale.ts';

test('pixels and data are each other’s inverse', () => {
  for (const scale of [new Scale('linear', [-3, 5], [300, 0]), new Scale('log', [1e-8, 1e3], [0, 640])]) {
    assert.ok(Math.abs(scale.toPixel(scale.domain[0]) - scale.range[0]) < 1e-9);
    assert.ok(Math.abs(scale.toPixel(scale.domain[1]) - scale.range[1]) < 1e-9);
    for (const pixel of [0, 17.5, 299]) assert.ok(Math.abs(scale.toPixel(scale.toData(pixel)) - pixel) < 1e-9);
  }
});

test('what a logarithmic axis cannot show has no pixel', () => {
  const scale = new Scale('log', [0.1, 10], [0, 100]);
  for (const value of [0, -1, NaN]) assert.ok(Number.isNaN(scale.toPixel(value)));
});

test('a domain that is none is refused', () => {
  for (const domain of [
    [1, 1],
    [2, 1],
    [NaN, 1],
    [0, Infinity],
  ] as const) {
    assert.throws(() => new Scale('linear', domain, [0, 1]), RangeError);
  }
  assert.throws(() => new Scale('log', [0, 1], [0, 1]), /log axis cannot be \[0, 1\]/);
});

test('the extent holds every value, and is a domain whatever the values are', () => {
  assert.deepEqual(extent([0, 10, NaN, Infinity]), [-0.5, 10.5]);
  assert.deepEqual(extent([2, 4], { padding: 0, include: [0] }), [0, 4]);
  assert.deepEqual(extent([], { fallback: [2, 3] }), [2, 3]);
  assert.deepEqual(extent([1, 100, -5, 0], { scale: 'log', padding: 0 }), [1, 100]);
  const cases: number[][] = [[], [NaN], [0], [7, 7], [-1e307, 1e307], [5e-324], [-1e308, 1e308]];
  for (const values of cases) {
    for (const scale of ['linear', 'log'] as const) {
      const domain = extent(values, { scale });
      const made = new Scale(scale, domain, [0, 100]);
      for (const value of values) {
        if (Math.abs(value) < 4e307 && (scale === 'linear' || value > 0)) {
          const pixel = made.toPixel(value);
          assert.ok(pixel >= -1e-6 && pixel <= 100 + 1e-6, `${value} on ${domain} is at ${pixel}`);
        }
      }
    }
  }
});
