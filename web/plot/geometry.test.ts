import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clipLine, exitOf, finiteRuns, isJump, polylinePath } from './geometry.ts';
import { nearestIndex } from './layers/curve.ts';

const BOX = { left: 0, top: 0, right: 100, bottom: 50 };

/** The samples after which a function, sampled evenly, is found to jump in a window of the given height. */
function jumps(f: (x: number) => number, from: number, to: number, count: number, height: number): number[] {
  const x = Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));
  const y = x.map(f);
  return x.filter((_, index) => index + 1 < count && isJump(y, index, height));
}

test('lines are cut at the box', () => {
  assert.deepEqual(clipLine(BOX, -50, 25, 150, 25), [0, 25, 100, 25]);
  assert.deepEqual(clipLine(BOX, 10, 10, 20, 20), [10, 10, 20, 20]);
  assert.equal(clipLine(BOX, -10, -10, -10, 60), undefined);
  assert.equal(clipLine(BOX, -20, 0, 10, -30), undefined);
});

test('no line beyond what numbers can hold is drawn', () => {
  const far = clipLine(BOX, 50, 25, 50, 1e300)!;
  assert.deepEqual(far, [50, 25, 50, 50]);
  for (const bad of [NaN, Infinity]) assert.equal(clipLine(BOX, 50, 25, bad, 25), undefined);
  assert.equal(clipLine(BOX, -1e308, 25, 1e308, 25), undefined);
});

test('runs end where a value is missing and where asked', () => {
  const x = [0, 1, 2, 3, 4, 5];
  assert.deepEqual(finiteRuns(x, [1, NaN, 1, 1, Infinity, 1]), [
    [0, 1],
    [2, 4],
    [5, 6],
  ]);
  assert.deepEqual(
    finiteRuns(x, [1, 1, 1, 1, 1, 1], (index) => index === 2),
    [
      [0, 3],
      [3, 6],
    ],
  );
  assert.deepEqual(finiteRuns([], []), []);
});

test('poles and steps are jumps', () => {
  assert.equal(jumps((x) => 1 / x, -1, 1, 200, 8).length, 1);
  assert.equal(jumps(Math.tan, 0, Math.PI, 333, 8).length, 1);
  assert.equal(jumps(Math.sign, -1, 1, 200, 4).length, 1);
  assert.equal(jumps(Math.floor, 0.1, 5.05, 200, 6).length, 5);
});

test('steep and fast curves do not jump', () => {
  assert.deepEqual(
    jumps((x) => 1e6 * x, -1, 1, 200, 2),
    [],
  );
  assert.deepEqual(
    jumps((x) => x ** 9, -5, 5, 200, 2),
    [],
  );
  assert.deepEqual(
    jumps((x) => 100 * Math.sin(500 * x), -1, 1, 400, 2),
    [],
  );
  assert.deepEqual(
    jumps((x) => Math.abs(x), -1, 1, 200, 1),
    [],
  );
  assert.deepEqual(
    jumps((x) => 1 / x ** 2, -1, 1, 200, 8),
    [],
  );
});

test('a path is joined inside a run and begun anew after a break and outside the box', () => {
  const x = [0, 10, 20, 30];
  assert.equal(polylinePath(x, [5, 5, 5, 5], [[0, 4]], BOX), 'M0,5L10,5L20,5L30,5');
  assert.equal(polylinePath(x, [5, 5, 5, 5], [[0, 2], [2, 4]], BOX), 'M0,5L10,5M20,5L30,5'); // prettier-ignore
  assert.equal(polylinePath(x, [25, 75, 75, 25], [[0, 4]], BOX), 'M0,25L5,50M25,50L30,25');
  assert.equal(polylinePath([10], [5], [[0, 1]], BOX), 'M10,5h0');
});

test('a dense path keeps the extremes of every column', () => {
  const count = 100_000;
  const x = Float64Array.from({ length: count }, (_, index) => (100 * index) / count);
  const y = x.map((_, index) => (index === 31_234 ? 2 : index === 31_235 ? 48 : 25));
  const path = polylinePath(x, y, [[0, count]], BOX);
  assert.ok(path.length < 10_000);
  assert.match(path, /,2L[\d.]+,48L/);
});

test('a point beyond the box is marked on its border, pointing outwards', () => {
  assert.equal(exitOf(BOX, 50, 25), undefined);
  assert.deepEqual(exitOf(BOX, 200, 25), { x: 100, y: 25, dx: 1, dy: 0 });
  assert.deepEqual(exitOf(BOX, 60, -90, [60, 40]), { x: 60, y: 0, dx: 0, dy: -1 });
  // The way there never was inside: the nearest place of the border instead.
  assert.deepEqual(exitOf(BOX, 70, -90, [200, -90]), { x: 70, y: 0, dx: 0, dy: -1 });
  // Beyond two sides, however far beyond either: the corner between them.
  const corner = exitOf(BOX, -1e10, -1e20, [1e9, -1e18])!;
  assert.deepEqual([corner.x, corner.y], [0, 0]);
  assert.ok(corner.dx < -0.5 && corner.dy < -0.5);
  const far = exitOf(BOX, 1e300, 1e300)!;
  assert.ok(Math.abs(Math.hypot(far.dx, far.dy) - 1) < 1e-12);
});

test('the sample nearest to the pointer', () => {
  const x = [0, 1, 4, 9];
  assert.deepEqual([-5, 0.4, 0.6, 2.6, 7, 99].map((target) => nearestIndex(x, target)), [0, 0, 1, 2, 3, 3]); // prettier-ignore
  assert.equal(nearestIndex([3], 10), 0);
});
