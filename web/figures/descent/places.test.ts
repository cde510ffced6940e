import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Features, RemoteExpression } from '../../core/calculus/types.ts';
import { findPlaces, judge, lookAround, placeAt } from './places.ts';

/** An expression as far as this module asks for one. */
const expression = (value: (x: number) => number, features: Partial<Record<keyof Features, unknown>> = {}) =>
  ({
    evaluate: async (points: Float64Array) => points.map(value),
    features: async () => ({ kinks: [], jumps: [], poles: [], holes: [], ...features }),
  }) as unknown as RemoteExpression;

const close = (actual: number, expected: number): void =>
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);

test('a kink has a slope on either side, exact but for rounding', async () => {
  const f = expression((x) => Math.max(x, x * x), { kinks: [1] });
  const slope = expression((x) => (x > 1 || x < 0 ? 2 * x : 1));
  const [place] = await findPlaces(f, slope, -3, 4);
  assert.equal(place.kind, 'kink');
  assert.equal(place.value, 1);
  close(place.left.slope, 1);
  close(place.right.slope, 2);
});

test('what grows without bound is infinite: an upright tangent, a pole', async () => {
  const [root] = await findPlaces(
    expression(Math.cbrt, { kinks: [0] }),
    expression((x) => 1 / (3 * Math.cbrt(x) ** 2)),
    -1,
    1,
  );
  assert.deepEqual([root.left.slope, root.right.slope], [Infinity, Infinity]);
  const [pole] = await findPlaces(
    expression((x) => 1 / x, { poles: [0] }),
    expression((x) => -1 / x ** 2),
    -1,
    1,
  );
  assert.deepEqual([pole.left.value, pole.right.value], [-Infinity, Infinity]);
});

test('a jump has two limits and a value of its own; all places come in order', async () => {
  const f = expression((x) => Math.sign(x), {
    jumps: [0],
    kinks: [-1],
    holes: [
      { from: 0.5, to: 0.5 },
      { from: 2, to: 3 },
    ],
  });
  const places = await findPlaces(
    f,
    expression(() => 0),
    -4,
    4,
  );
  assert.deepEqual(
    places.map(({ kind, x }) => [kind, x]),
    [
      ['kink', -1],
      ['jump', 0],
      ['hole', 0.5],
      ['gap', 2],
    ],
  );
  const jump = places[1];
  assert.deepEqual([jump.left.value, jump.value, jump.right.value], [-1, 0, 1]);
  assert.equal(placeAt(places, 1e-10, 8), jump);
  assert.equal(placeAt(places, 1e-3, 8), undefined);
  assert.equal(placeAt(places, 2.5, 8)?.kind, 'gap');
  assert.equal(placeAt(places, 3, 8), undefined);
});

test('where dual numbers give no slope, both sides decide', async () => {
  const about = async (value: (x: number) => number, slope: (x: number) => number) =>
    judge(0, (await lookAround(expression(value), expression(slope), [0], 2))[0]);
  const kindOf = (found: number | { kind: string }) => (typeof found === 'number' ? found : found.kind);
  // x|x| has the slope 0 there, however its derivative is written.
  assert.equal(
    kindOf(
      await about(
        (x) => x * Math.abs(x),
        (x) => 2 * Math.abs(x),
      ),
    ),
    0,
  );
  close(
    (await about(
      (x) => x * Math.abs(x) + 3 * x,
      (x) => (x ? 2 * Math.abs(x) + 3 : NaN),
    )) as number,
    3,
  );
  assert.equal(kindOf(await about(Math.abs, (x) => x / Math.abs(x))), 'kink');
  assert.equal(kindOf(await about(Math.sqrt, (x) => 0.5 / Math.sqrt(x))), 'edge');
  assert.equal(
    kindOf(
      await about(
        () => NaN,
        () => NaN,
      ),
    ),
    'gap',
  );
  assert.equal(
    kindOf(
      await about(
        (x) => 1 / x,
        (x) => -1 / x ** 2,
      ),
    ),
    'pole',
  );
});

test('what is too large for a double is no pole, and a function without any value is a gap', async () => {
  const at = async (f: (x: number) => number, slope: (x: number) => number, x: number) => {
    const [around] = await lookAround(expression(f), expression(slope), [x], 8);
    const found = judge(x, around);
    return typeof found === 'number' ? found : found.kind;
  };
  assert.equal(await at((x) => x ** 1000, (x) => 1000 * x ** 999, 3), 'overflow'); // prettier-ignore
  // The value fits, the slope does not.
  assert.equal(await at((x) => 1e308 * x * x, (x) => 2e308 * x, 1), 'overflow'); // prettier-ignore
  assert.equal(await at(() => Infinity, () => 0, 2), 'gap'); // prettier-ignore
  assert.equal(await at((x) => 1 / x, (x) => -1 / x ** 2, 0), 'pole'); // prettier-ignore
  assert.equal(await at((x) => x * Math.abs(x), () => NaN, 0.5), 'edge'); // prettier-ignore

  const poles = Float64Array.of(-5, -4, -3);
  const [place, ...others] = await findPlaces(expression(() => Infinity, { poles }), expression(() => 0), -5, 3); // prettier-ignore
  assert.deepEqual([place.kind, place.x, place.to, others.length], ['gap', -5, 3, 0]);
});
