import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deepest, valleysOf } from './valleys.ts';

const x = Float64Array.from({ length: 451 }, (_, index) => -2.4 + index / 100);

test('a quartic has two valleys, parted by the hilltop between them', () => {
  const valleys = valleysOf(
    x,
    x.map((w) => w ** 4 - 3 * w ** 2 + w),
  );
  assert.equal(valleys.length, 2);
  // The roots of 4w³ − 6w + 1: −1.3008, 0.1699 and 1.1309.
  assert.ok(Math.abs(valleys[0].bottom + 1.3008) < 0.01);
  assert.ok(Math.abs(valleys[0].to - 0.1699) < 0.01);
  assert.ok(Math.abs(valleys[1].bottom - 1.1309) < 0.01);
  assert.equal(valleys[0].from, -Infinity);
  assert.equal(valleys[1].to, Infinity);
  assert.equal(deepest(valleys), valleys[0]);
});

test('a parabola has one valley without borders, a slope has none', () => {
  assert.deepEqual(
    valleysOf(
      x,
      x.map((w) => w * w),
    ).map(({ from, to }) => [from, to]),
    [[-Infinity, Infinity]],
  );
  assert.deepEqual(valleysOf(x, x), []);
});
