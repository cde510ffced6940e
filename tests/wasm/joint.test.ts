/** Joint distributions with a density, through the facade: against closed forms, refusals by name, and fast enough to drag. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core, near, refuses } from './core.ts';

const entries = core.probabilityCatalog().jointDensities;
const line = (from: number, to: number, count: number) =>
  Float64Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));

test('the catalogue names every joint distribution and its options in both languages', () => {
  assert.ok(entries.length >= 7);
  for (const { id, name, options, xValues } of entries) {
    assert.match(id, /^[a-z-]+$/);
    assert.ok(name.ko && name.en);
    for (const option of options) assert.ok(option.name.ko && option.name.en && option.symbol, `${id} ${option.id}`);
    const joint = core.jointDensity({ id });
    const facts = joint.facts();
    assert.deepEqual(Object.keys(facts.options).sort(), options.map((option) => option.id).sort());
    assert.deepEqual(facts.xValues, xValues);
    assert.ok(facts.windowX[0] < facts.windowX[1] && facts.windowY[0] < facts.windowY[1]);
    joint.free();
  }
});

test('a pair of correlated normals has the marginals and conditionals of the books', () => {
  const joint = core.jointDensity({ id: 'correlated-normal', options: { correlation: 0.5 } });
  // Σ = [[1, ½], [½, 1]] and the offset (1, 0): the quadratic form is 4/3.
  const [offset, centre] = joint.grid(Float64Array.of(1, 0), Float64Array.of(0));
  near([centre, -2 * Math.log(offset / centre)], [1 / (2 * Math.PI * Math.sqrt(0.75)), 4 / 3]);
  near(joint.marginalX(Float64Array.of(0)), [1 / Math.sqrt(2 * Math.PI)]);
  near(joint.meansGivenX(Float64Array.of(-1, 2)), [-0.5, 1]);
  near(joint.variancesGivenX(Float64Array.of(-1, 2)), [0.75, 0.75]);
  near(joint.yGivenX(2, Float64Array.of(1)), [1 / Math.sqrt(2 * Math.PI * 0.75)]);
  near(joint.xGivenY(2, Float64Array.of(1)), [1 / Math.sqrt(2 * Math.PI * 0.75)]);
  const { covariance, independent, varianceY } = joint.facts();
  assert.deepEqual([covariance, independent, varianceY], [0.5, false, 1]);
});

test('what cannot occur has density 0, and nothing follows from it', () => {
  const disc = core.jointDensity({ id: 'disc', options: { radius: 2 } });
  near(disc.grid(Float64Array.of(0, 1.9), Float64Array.of(0, 1.9)), [1 / (4 * Math.PI), 1 / (4 * Math.PI), 1 / (4 * Math.PI), 0]); // prettier-ignore
  near(disc.marginalY(Float64Array.of(0, 3)), [1 / Math.PI, 0]);
  for (const nothing of [
    disc.yGivenX(2.5, Float64Array.of(0)),
    disc.xGivenY(2.5, Float64Array.of(0)),
    disc.meansGivenX(Float64Array.of(NaN, 2.5)),
    disc.variancesGivenX(Float64Array.of(NaN, 2.5)),
  ])
    assert.ok(nothing.every(Number.isNaN));
  const mixed = core.jointDensity({ id: 'class-and-measure', options: { share: 0.25 } });
  near(mixed.marginalX(Float64Array.of(0, 0.5, 1)), [0.75, 0, 0.25]);
  near(mixed.meansGivenX(Float64Array.of(0, 0.5, 1)), [0, NaN, 2]);
});

test('draws depend on the seed alone', () => {
  for (const { id } of entries) {
    const joint = core.jointDensity({ id });
    const points = joint.sample(100, 5);
    assert.equal(points.length, 200);
    assert.deepEqual(joint.sample(40, 5), points.slice(0, 80));
    assert.notDeepEqual(joint.sample(100, 6), points);
  }
});

test('a map and its marginals are ready while one drags', () => {
  const hardest = { 'noisy-curve': { height: 2, noise: 0.05 } } as Record<string, Record<string, number>>;
  for (const { id } of entries) {
    const joint = core.jointDensity({ id, options: hardest[id] });
    const { windowX, windowY } = joint.facts();
    const [x, y] = [line(...windowX, 96), line(...windowY, 96)];
    joint.grid(x, y);
    joint.marginalY(y);
    const start = performance.now();
    joint.grid(x, y);
    joint.marginalX(x);
    joint.marginalY(y);
    const took = performance.now() - start;
    assert.ok(took < 200, `${id}: ${took} ms`);
  }
});

test('what makes no sense is refused by name', () => {
  refuses(() => core.jointDensity({ id: 'magic' }), { code: 'unknown-id', parameter: 'joint-density' });
  refuses(() => core.jointDensity({ id: 'disc', options: { radius: 0 } }), { code: 'out-of-range', parameter: 'radius' }); // prettier-ignore
  refuses(() => core.jointDensity({ id: 'disc', options: { size: 1 } }), { code: 'unknown-id' });
  const disc = core.jointDensity({ id: 'disc' });
  refuses(() => disc.sample(-1, 1), { code: 'out-of-range', parameter: 'count' });
  refuses(() => disc.sample(1, 0.5), { code: 'not-an-integer', parameter: 'seed' });
  disc.free();
  refuses(() => disc.facts(), { code: 'freed' });
});

test('a best guess costs least: mean, median and probability, at one place and at many', () => {
  assert.deepEqual(
    core.probabilityCatalog().guessLosses.map(({ id, probability }) => [id, probability]),
    [['squared', false], ['absolute', false], ['cross-entropy', true]],
  ); // prettier-ignore
  const branches = core.jointDensity({ id: 'two-branches', options: { share: 0.7, height: 2, noise: 0.25 } });
  const squares = branches.risks('x', 3, 'squared', Float64Array.of(2, 0.8));
  // 0.7 · 2 + 0.3 · (−2), and 4 − 0.8² of spread between the branches.
  near([squares.best, squares.least, ...squares.risk], [0.8, 3.4225, 4.8625, 3.4225]);
  const { guess, risk } = branches.bestGuesses('x', Float64Array.of(0, 1.5, 3, 4), 'squared');
  near(guess, [0, 0.4, 0.8, NaN]);
  near(risk, [0.0625, 0.9025, 3.4225, NaN]);
  // Half of everything lies below the place of the upper branch below which 2/7 of it lies.
  const distances = branches.risks('x', 3, 'absolute', Float64Array.of(0));
  near([distances.best], [2 - 0.25 * 0.5659488219328631], 1e-9);
  near(distances.interval, [distances.best, distances.best], 1e-9);

  const classes = core.jointDensity({ id: 'class-and-measure', options: { share: 0.5, gap: 2, deviation: 1 } });
  const p = 1 / (1 + Math.exp(-2));
  const entropy = -p * Math.log(p) - (1 - p) * Math.log(1 - p);
  const told = classes.risks('y', 2, 'cross-entropy', Float64Array.of(0.5, 1, 2));
  near([told.best, told.least, told.risk[0]], [p, entropy, Math.log(2)]);
  assert.equal(told.risk[1], Infinity);
  assert.ok(Number.isNaN(told.risk[2]));
  near(classes.bestGuesses('y', Float64Array.of(1, 2, 1e9), 'cross-entropy').guess, [0.5, p, 1]);
  near(classes.bestGuesses('y', Float64Array.of(0.9, 1.1), 'absolute').guess, [0, 1]);
  near(classes.risks('x', 1, 'squared', Float64Array.of(0)).risk, [5]);
  assert.ok(Number.isNaN(branches.risks('y', 0, 'squared', Float64Array.of(0)).best));
  refuses(() => branches.risks('x', 1, 'cubed', Float64Array.of(0)), { code: 'unknown-id', parameter: 'loss' });
});
