/** The numbers that the listings of lessons 1.1, 1.2 and 2.2 print in Python, and those of the figure in 2.5, held against the core. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createCore } from '../../web/core/direct.ts';

const LESSONS = new URL('../../lessons/', import.meta.url);
const core = await createCore(readFileSync(new URL('../../build/wasm/downhill.wasm', import.meta.url)));

/** The values of a listing by name, as text. */
function listing(lesson: string): Record<string, string> {
  const text = readFileSync(new URL(`${lesson}/listing.txt`, LESSONS), 'utf8');
  return Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => line.split(' = ') as [string, string]),
  );
}

const derivative = listing('gentle-descent/derivative');
const tangent = listing('gentle-descent/tangent');
const parabola = core.expression('x^2 + 2x + 3');
const height = (x: number): number => parabola.evaluate(Float64Array.of(x))[0];
const slope = (x: number): number => parabola.jet([x]).gradient[0];

test('the slopes of the secants', () => {
  for (const [name, h] of [
    ['slope_h_1', 1],
    ['slope_h_tenth', 0.1],
    ['slope_h_thousandth', 0.001],
  ] as const) {
    assert.ok(Math.abs((height(1 + h) - height(1)) / h - Number(derivative[name])) < 1e-9, name);
  }
});

test('SymPy and the core differentiate alike', () => {
  for (const [name, text] of [
    ['polynomial', 'x^2 + 2x + 3'],
    ['chain', 'sin(x^2)'],
  ] as const) {
    assert.ok(
      core.equivalent(core.expression(text).derivative('x').text, derivative[name]).equivalent,
      derivative[name],
    );
  }
});

test('the errors of the differences are of the printed size', () => {
  const digits = [1, 4, 8, 12, 16];
  const errors = core.expression('x^3').differences(
    0.7,
    Float64Array.from(digits, (count) => 10 ** -count),
  );
  for (const [index, count] of digits.entries()) {
    for (const kind of ['forward', 'central'] as const) {
      const [error, printed] = [errors[kind][index], Number(derivative[`${kind}_${count}`])];
      // What rounding leaves differs from one way of cubing to another, so only the order of magnitude is the same.
      assert.ok(Math.abs(Math.log10(error / printed)) < 1, `${kind} at 1e-${count}: ${error} and ${printed}`);
    }
  }
  assert.ok(errors.complex.at(-1)! < 1e-15);
});

test('heights, tangents and what adding or subtracting the slope does', () => {
  const printed = (name: string): number => Number(tangent[name]);
  const expected = {
    curve_near: height(2.1),
    tangent_near: height(2) + slope(2) * 0.1,
    curve_far: height(5),
    tangent_far: height(2) + slope(2) * 3,
    right_height: height(2),
    right_added: height(2 + 0.1 * slope(2)),
    right_subtracted: height(2 - 0.1 * slope(2)),
    right_whole_slope: height(2 - slope(2)),
    left_height: height(-3),
    left_added: height(-3 + 0.1 * slope(-3)),
    left_subtracted: height(-3 - 0.1 * slope(-3)),
  };
  for (const [name, value] of Object.entries(expected)) assert.ok(Math.abs(value - printed(name)) < 0.005, name);
});

test('|x| has a kink at 0 and no slope there', () => {
  const corner = core.expression('|x|');
  assert.deepEqual([...corner.features(-1, 1).kinks], [0]);
  assert.ok(Number.isNaN(corner.jet([0]).gradient[0]));
  const oneSided = (h: number): string => String(Math.round(corner.evaluate(Float64Array.of(h))[0] / h));
  assert.deepEqual([oneSided(1e-6), oneSided(-1e-6)], [tangent.kink_from_right, tangent.kink_from_left]);
});

test('regression by descent: the line, the curvatures and how far each loss has come after 500 steps', () => {
  const printed = Object.fromEntries(
    Object.entries(listing('descent-on-data/regression-by-descent')).map(([name, text]) => [name, Number(text)]),
  );
  const data = { inputs: [0, 1, 2, 3, 4], outputs: [1.2, 2.9, 5.1, 7.2, 8.8] };
  const near = (value: number, name: string, tolerance: number) =>
    assert.ok(Math.abs(value - printed[name]) <= tolerance, `${name}: ${value}, printed ${printed[name]}`);
  const square = core.regression({ ...data, objective: 'squared-norm' });
  const { minimiser, curvatures } = square.facts();
  near(minimiser[0], 'exact_intercept', 5e-5);
  near(minimiser[1], 'exact_slope', 5e-5);
  near(curvatures![1], 'curvature_large', 5e-3);
  near(curvatures![0], 'curvature_small', 5e-3);
  near(2 / curvatures![1], 'largest_rate', 5e-5);
  near(curvatures![1] / curvatures![0], 'condition', 0.05);
  near(core.regression({ ...data, standardised: true }).facts().condition ** 2, 'condition_scaled', 0.05);
  const options = { options: { 'learning-rate': 0.02 }, tolerance: 0, stepLimit: 500 };
  for (const [objective, distance] of [
    ['squared-norm', 0],
    ['norm', printed.distance_norm],
  ] as const) {
    const descent = core.regression({ ...data, objective }).descent(options);
    descent.advance(500);
    const { point } = descent.state();
    const apart = Math.hypot(point[0] - minimiser[0], point[1] - minimiser[1]);
    assert.ok(Math.abs(apart - distance) < 5e-4, `${objective}: ${apart}`);
  }
});

test('why SGD works: where 200 runs end in the figure, as the lesson says', () => {
  const samples = 60;
  const inputs = Float64Array.from({ length: samples }, (_, i) => Math.sqrt(3) * ((2 * (i + 0.5)) / samples - 1));
  const ends = (batchSize: number, rate: number, start: number) => {
    const swarm = core.swarm({
      loss: 'w^4 - 3w^2 + w + 8x w',
      inputs,
      outputs: new Float64Array(samples),
      options: { 'learning-rate': rate },
      from: start,
      to: start,
      seed: 1,
      runs: 200,
      batchSize,
      sharedBatches: false,
    });
    const places = [...swarm.seek(400).positions];
    const hill = 0.17; // between the valleys, where 4w³ − 6w + 1 = 0
    return { deep: places.filter((w) => w < hill).length, lost: places.filter((w) => !Number.isFinite(w)).length };
  };
  const prose = ['ko', 'en'].map((language) =>
    readFileSync(new URL(`descent-on-data/why-sgd-works/${language}.md`, LESSONS), 'utf8'),
  );
  const { deep } = ends(2, 0.04, 1.1);
  assert.match(prose[0], new RegExp(`배치로 ${deep}개가 도착해요`));
  assert.match(prose[1], new RegExp(`there ${deep} with batches of two`));
  // The listing shuffles with another generator: of two counts among 200 with these odds, the difference has a standard deviation of 9.
  assert.ok(Math.abs(deep - Number(listing('descent-on-data/why-sgd-works').batch_deepest)) < 36);
  // Not all stay in the deep valley at the rate of the link, and none is lost; at 0.1 most are.
  for (const text of prose) assert.ok(text.includes('(#shifting-loss?batch=1&rate=0.06&start=-1.3)'));
  const stayed = ends(1, 0.06, -1.3);
  assert.ok(stayed.deep > 100 && stayed.deep < 200 && stayed.lost === 0, JSON.stringify(stayed));
  assert.ok(ends(1, 0.1, -1.3).lost > 100);
});
