/** Chance, through the facade: numbers against closed forms, runs that do not depend on who computes them, refusals by name. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MonteCarloProblem } from '../../web/core/monte-carlo/types.ts';
import { METHODS } from '../../web/widgets/dh-monte-carlo/fields.ts';
import strings from '../../web/widgets/dh-monte-carlo/strings.json' with { type: 'json' };
import { core, near, refuses } from './core.ts';

const BELL: MonteCarloProblem = { target: { kind: 'integral', integrand: 'exp(-x^2)', from: -1, to: 1 } };
const BELL_VALUE = 1.49364826562485405;

test('the catalogue names every distribution, sampler and noise in both languages', () => {
  const { distributions, noises } = core.probabilityCatalog();
  const { samplers } = core.monteCarloCatalog();
  assert.ok(distributions.length >= 17);
  for (const { id, name, options, weights, formula } of distributions) {
    assert.match(id, /^[a-z-]+$/);
    const used = new Set([...formula.matchAll(/<([^>]+)>/g)].map(([, placeholder]) => placeholder));
    if (id !== 'drawn') assert.ok(formula, id);
    // A mass or density depends on every option; that of uniform ones on the value by its support alone.
    if (formula && id !== 'categorical')
      assert.deepEqual(
        new Set([...used].filter((placeholder) => placeholder !== 'x')),
        new Set(options.map((option) => option.id)),
        id,
      );
    assert.ok(name.ko && name.en);
    for (const option of options) {
      assert.ok(option.name.ko && option.name.en && option.symbol, `${id} ${option.id}`);
      assert.ok(option.minimum <= option.default && option.default <= option.maximum, `${id} ${option.id}`);
    }
    const distribution = core.distribution({ id, weights: weights ? [1, 2] : undefined });
    assert.deepEqual(Object.keys(distribution.facts().options).sort(), options.map((option) => option.id).sort());
    distribution.free();
  }
  assert.deepEqual(
    samplers.map(({ id }) => id),
    ['plain', 'antithetic', 'stratified', 'importance', 'sobol'],
  );
  assert.deepEqual(
    noises.map(({ id, loss, centre }) => [id, loss, centre]),
    [
      ['gaussian', 'squared', 'mean'],
      ['laplace', 'absolute', 'median'],
      ['uniform', 'largest', 'mid-range'],
    ],
  );
});

test('a distribution gives its curves, quantiles and moments', () => {
  const normal = core.distribution({ id: 'normal', options: { mean: 1, deviation: 2 } });
  const { density, logDensity, cdf, upper } = normal.curves(Float64Array.of(1, 21, NaN, Infinity));
  near(density.slice(0, 1), [1 / (2 * Math.sqrt(2 * Math.PI))]);
  near([upper[1] / 7.61985302416052606e-24, cdf[1]], [1, 1]);
  near(logDensity.slice(0, 1), [-Math.log(2 * Math.sqrt(2 * Math.PI))]);
  assert.ok([density, logDensity, cdf, upper].every((curve) => Number.isNaN(curve[2])));
  assert.deepEqual([density[3], logDensity[3], cdf[3], upper[3]], [0, -Infinity, 1, 0]);
  assert.deepEqual(normal.quantiles(Float64Array.of(0, 0.5, 1)), Float64Array.of(-Infinity, 1, Infinity));
  near(normal.upperQuantiles(Float64Array.of(7.61985302416052606e-24)), [21]);
  near([normal.probability(-1, 3)], [0.682689492137085897]);
  const facts = normal.facts();
  assert.deepEqual(facts.support, [-Infinity, Infinity]);
  assert.deepEqual([facts.mean, facts.variance, facts.skewness, facts.excessKurtosis, facts.mode], [1, 4, 0, 0, 1]);
  assert.equal(facts.scipy, 'scipy.stats.norm(1, 2)');
  normal.free();
});

test('what does not exist is null and what is infinite is Infinity', () => {
  const cauchy = core.distribution({ id: 'cauchy' }).facts();
  assert.deepEqual([cauchy.mean, cauchy.variance, cauchy.skewness, cauchy.excessKurtosis], [null, null, null, null]);
  const t = core.distribution({ id: 'student-t', options: { freedom: 2 } }).facts();
  assert.deepEqual([t.mean, t.variance, t.skewness], [0, Infinity, null]);
  assert.equal(core.distribution({ id: 'beta', options: { alpha: 0.5 } }).facts().mode, null);
  assert.equal(core.moments([3]).sampleVariance, null);
  assert.equal(core.moments([3]).populationVariance, 0);
  assert.equal(core.moments([]).mean, null);
});

test('weighted values give their moments, their terms and what is wrong with them', () => {
  const { shares, mean, variance, terms, powers } = core.weighted([0, 1, 6], [5, 3, 2], 3);
  near(shares, [0.5, 0.3, 0.2]);
  near([mean, variance], [1.5, 5.25]);
  near(terms[0], [-1.5, -0.6, 0.6]);
  near(powers as number[], [-1.5, 7.5, -13.5 - 2.4 + 5.4, 40.5 + 4.8 + 16.2]);
  assert.equal(core.weighted([2], [1], 0).skewness, null);
  refuses(() => core.weighted([1, 2], [1], 0), { code: 'wrong-dimension', parameter: 'values' });
  refuses(() => core.weighted([1], [-1], 0), { code: 'out-of-range', parameter: 'weights' });
  const cauchy = core.distribution({ id: 'cauchy' });
  assert.deepEqual(cauchy.powersAbout(2), [null, Infinity, null, Infinity]);
  refuses(() => cauchy.powersAbout(NaN), { code: 'not-finite', parameter: 'place' });
  cauchy.free();
});

test('a discrete distribution gives its values with their mass', () => {
  const die = core.distribution({ id: 'discrete-uniform' });
  const { x, mass } = die.masses(1.5, 100);
  assert.deepEqual([...x], [2, 3, 4, 5, 6]);
  near(mass, [1 / 6, 1 / 6, 1 / 6, 1 / 6, 1 / 6]);
  assert.equal(die.masses(0, 9, 2).x.length, 2);
  const drawn = core.distribution({ id: 'drawn', weights: [1, 3], options: { from: 0, to: 2 } });
  near(drawn.curves(Float64Array.of(0.5, 1.5)).density, [0.25, 0.75]);
  assert.deepEqual(drawn.facts().weights, [0.25, 0.75]);
});

test('draws depend on the seed alone and go on where others ended', () => {
  const gamma = core.distribution({ id: 'gamma', options: { shape: 0.3 } });
  const all = gamma.sample(100, 7);
  assert.deepEqual(gamma.sample(40, 7, 60), all.slice(60));
  assert.notDeepEqual(gamma.sample(100, 8), all);
});

test('expectations by sum and by quadrature, and integrals', () => {
  const sum = core.expectation('1/(x+1)', { id: 'poisson', options: { rate: 3 } });
  assert.equal(sum.method, 'sum');
  near([sum.value], [(1 - Math.exp(-3)) / 3]);
  const area = core.expectation('exp(x)', { id: 'normal' });
  assert.equal(area.method, 'quadrature');
  near([area.value], [Math.exp(0.5)], 1e-11);
  assert.equal(core.expectation('x', { id: 'cauchy' }).outcome, 'divergent');
  near([core.integral('exp(-x^2)', -Infinity, Infinity).value], [Math.sqrt(Math.PI)]);
  assert.equal(core.integral('1/x', 0, 1).value, Infinity);
});

test('moments of data, with n and with n − 1', () => {
  const { populationVariance, sampleVariance } = core.moments([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]);
  assert.deepEqual([populationVariance, sampleVariance], [22.5, 30]);
  const pairs = core.covariance([1, 2, 3], [2, 4, 6]);
  near([pairs.correlation!, pairs.populationCovariance!, pairs.sampleCovariance!], [1, 4 / 3, 2]);
  assert.equal(core.covariance([1, 1], [2, 3]).correlation, null);
  assert.equal(core.covariance([], []).means, null);
});

test('joint tables and Gaussians', () => {
  const table = { rows: 2, columns: 2, probabilities: [1, 2, 3, 2] };
  const facts = core.jointTable(table);
  assert.deepEqual([...facts.marginalX], [0.5, 0.5]);
  assert.deepEqual([...facts.yGivenX], [0.25, 0.5, 0.75, 0.5]);
  near(facts.meanYGivenX, [0.75, 0.5]);
  near(facts.meanXGivenY, [2 / 3, 0.4]);
  near(core.withProbability(table, 0, 0.3), [0.3, 0.2, 0.3, 0.2]);
  assert.equal(core.sampleTable(table, 50, 1).length, 50);
  const pair = core.gaussian({ mean: [0, 0], covariance: [1, 0.5, 0.5, 1] });
  near(pair.quadraticForm(Float64Array.of(1, 0, 0, 0)), [4 / 3, 0]);
  near(pair.facts().axes, [Math.sqrt(1.5), Math.sqrt(0.5)]);
  near(
    pair.facts().directions.map(Math.abs),
    Array.from({ length: 4 }, () => Math.SQRT1_2),
  );
  near(Object.values(pair.conditional(2)), [1, 0.75]);
});

test('information and likelihood', () => {
  const { entropy, crossEntropy, divergence } = core.information([2, 1, 1], [1, 1, 2]);
  near([entropy, crossEntropy, divergence], [1.5, 1.75, 0.25]);
  assert.equal(core.information([1, 1], [0, 1], 'nats').divergence, Infinity);
  assert.deepEqual(core.maximumLikelihood('laplace', [1, 2, 4, 13]).interval, [2, 4]);
  near(core.likelihood('gaussian', [0, 2], Float64Array.of(1), 1).loss, [1]);
});

test('a simulation comes to the value, with an error that says how near', () => {
  for (const { id: method } of core.monteCarloCatalog().samplers) {
    const proposal = method === 'importance' ? { id: 'normal', options: { deviation: 0.8 } } : undefined;
    const run = core.monteCarlo({ ...BELL, method, proposal, seed: 5 });
    near([run.facts().exact.value], [BELL_VALUE]);
    const { value, standardError, halfWidth, samples } = run.seek(20_000);
    assert.ok(samples >= 20_000 && samples % run.facts().unit === 0);
    assert.ok(Math.abs(value - BELL_VALUE) < 5 * standardError!, `${method}: ${value} ± ${standardError}`);
    assert.ok(halfWidth! > 1.9 * standardError!);
    run.free();
  }
});

test('however a run gets there, it stands at the same place', () => {
  const once = core.monteCarlo(BELL);
  const steps = core.monteCarlo(BELL);
  const there = once.seek(30_000);
  steps.advance(100);
  steps.advance(20_000);
  steps.seek(50);
  assert.deepEqual(steps.seek(30_000), there);
  assert.deepEqual(steps.history(), once.history());
  assert.deepEqual(once.advanceFor(1000, 40_000), steps.seek(40_000));
});

test('chunks shared out among workers give what one worker gives', () => {
  for (const method of ['plain', 'sobol']) {
    const problem = { ...BELL, method };
    const alone = core.monteCarlo(problem);
    const { chunkSamples } = alone.facts();
    const together = core.monteCarlo(problem);
    together.seek(chunkSamples);
    const parts = [core.monteCarloChunks(problem, 3, 4), core.monteCarloChunks(problem, 1, 3)];
    together.absorb(1, parts[1]);
    assert.deepEqual(together.absorb(3, parts[0]), alone.seek(4 * chunkSamples));
    assert.deepEqual(together.history(), alone.history());
    refuses(() => together.absorb(2, parts[0]), { code: 'wrong-dimension' });
  }
});

test('repeated runs differ, and their intervals hold the value as often as they claim', () => {
  const held = ({ values, halfWidths }: { values: Float64Array; halfWidths: Float64Array }) =>
    values.reduce((count, value, i) => count + Number(Math.abs(value - BELL_VALUE) <= halfWidths[i]), 0) /
    values.length;
  const honest = core.monteCarloRepeats(BELL, 1000, 0, 2000);
  assert.ok(held(honest) > 0.93 && held(honest) < 0.97, `${held(honest)}`);
  const dependent = core.monteCarloRepeats({ ...BELL, repeat: 0.9 }, 1000, 0, 2000);
  assert.ok(held(dependent) < 0.5, `${held(dependent)}`);
  assert.deepEqual(core.monteCarloRepeats(BELL, 1000, 1500, 2000).values, honest.values.slice(1500));
});

test('the figure calls the ways to draw by the names that the core has for them', () => {
  const { samplers } = core.monteCarloCatalog();
  assert.deepEqual(
    METHODS.map(String),
    samplers.map(({ id }) => id),
  );
  for (const { id, name } of samplers)
    assert.deepEqual(
      { ko: strings.ko[`method-${id}` as 'method-plain'], en: strings.en[`method-${id}` as 'method-plain'] },
      { ...name },
    );
});

test('a trace goes where it is asked to; repeats and errors are summed up', () => {
  const run = core.monteCarlo(BELL);
  const [one, hundred, many] = run.trace([1, 100, 10_000]);
  const alone = core.monteCarlo(BELL);
  assert.equal(one.halfWidth, null);
  assert.deepEqual(hundred, alone.seek(100));
  assert.deepEqual(many, alone.seek(10_000));
  const repeats = { values: Float64Array.of(1, 3, NaN), halfWidths: Float64Array.of(1, 0.5, 1) };
  assert.deepEqual(core.repeatSummary(repeats, 2), { runs: 2, held: 1, mean: 2, deviation: Math.SQRT2, error: 1 });
  near(Object.values(core.powerLaw([1, 4, 16], [2, 1, 0.5])!), [-0.5, 2]);
  assert.equal(core.powerLaw([1], [2]), null);
  refuses(() => core.powerLaw([1], []), { code: 'wrong-dimension', parameter: 'y' });
  refuses(() => run.trace([NaN]), { code: 'not-an-integer', parameter: 'samples' });
});

test('darts are points with their hits', () => {
  const darts = core.monteCarlo({ target: { kind: 'darts' } });
  const { x, y } = darts.draws(0, 1000);
  assert.equal(x.length, 2000);
  y.forEach((hit, i) => assert.equal(hit, x[2 * i] ** 2 + x[2 * i + 1] ** 2 < 1 ? 4 : 0));
  assert.equal(darts.seek(1000).value, y.reduce((sum, hit) => sum + hit, 0) / 1000);
});

test('sums and all samples', () => {
  const { standardised, normalQuantiles, sorted } = core.sums({
    distribution: { id: 'uniform' },
    terms: 12,
    count: 500,
  });
  assert.equal(standardised.length, 500);
  assert.deepEqual(Float64Array.from(standardised).sort(), sorted);
  near([normalQuantiles[0]], [-normalQuantiles[499]]);
  const { estimators, populationVariance } = core.allSamples([1, 2, 6], 3);
  near([estimators[1].bias!, estimators[2].bias!], [-populationVariance / 3, 0]);
  assert.equal(core.allSamples([1, 2], 1).estimators[2].bias, null);
});

test('what makes no sense is refused by name', () => {
  refuses(() => core.distribution({ id: 'normal', options: { deviation: 0 } }), {
    code: 'out-of-range',
    parameter: 'deviation',
  });
  refuses(() => core.distribution({ id: 'gauss' }), { code: 'unknown-id', parameter: 'distribution' });
  refuses(() => core.distribution({ id: 'categorical', weights: [0, 0] }), {
    code: 'no-probability',
    parameter: 'weights',
  });
  refuses(() => core.expectation('y', { id: 'normal' }), { code: 'unknown-name', parameter: 'y' });
  refuses(() => core.moments([1, NaN]), { code: 'not-finite', parameter: 'values' });
  refuses(() => core.covariance([1], [1, 2]), { code: 'wrong-dimension' });
  refuses(() => core.gaussian({ mean: [0, 0], covariance: [1, 2, 2, 1] }), { code: 'not-positive-definite' });
  refuses(() => core.gaussian({ mean: [0, 0], covariance: [1, 2, 2] }), { code: 'wrong-dimension' });
  refuses(() => core.jointTable({ rows: 1, columns: 2, probabilities: [1] }), { code: 'wrong-dimension' });
  refuses(() => core.information([1], [1, 2]), { code: 'wrong-dimension', parameter: 'q' });
  refuses(() => core.monteCarlo({ ...BELL, method: 'magic' }), { code: 'unknown-id', parameter: 'method' });
  refuses(() => core.monteCarlo({ ...BELL, seed: -1 }), { code: 'out-of-range', parameter: 'seed' });
  const far = { id: 'exponential' };
  refuses(() => core.monteCarlo({ ...BELL, method: 'importance', proposal: far }), {
    code: 'not-covered',
    parameter: 'proposal',
  });
  refuses(() => core.monteCarlo({ target: { kind: 'integral', integrand: 'exp(', from: 0, to: 1 } }), {
    code: 'unexpected-token',
  });
  refuses(() => core.allSamples([1, 2, 3], 30), { code: 'out-of-range', parameter: 'n' });
});

/** Γ by Lanczos' series (g = 7, nine terms), good to 14 digits for positive numbers. */
function gamma(z: number): number {
  const terms = [
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
    -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  if (z < 0.5) return Math.PI / (Math.sin(Math.PI * z) * gamma(1 - z));
  const t = z + 6.5;
  const series = terms.reduce((sum, term, i) => sum + term / (z + i), 0.99999999999980993);
  return Math.sqrt(2 * Math.PI) * t ** (z - 0.5) * Math.exp(-t) * series;
}

/** A formula of the catalogue as JavaScript: what stands in braces becomes an argument. */
function evaluated(latex: string, letters: Record<string, number>): number {
  const group = String.raw`\{((?:[^{}]|\{[^{}]*\})*)\}`;
  let text = latex.replace(/<([^>]+)>/g, (_, id: string) => `[${letters[id]}]`);
  const rewrite = (pattern: string, by: (...groups: string[]) => string) => {
    for (let before = ''; before !== text;) {
      before = text;
      text = text.replace(new RegExp(pattern), (_, ...groups: string[]) => by(...groups));
    }
  };
  rewrite(String.raw`\\frac${group}${group}`, (top, bottom) => `((${top})/(${bottom}))`);
  rewrite(String.raw`\\binom${group}${group}`, (n, k) => `choose(${n},${k})`);
  rewrite(String.raw`\\sqrt${group}`, (inside) => `Math.sqrt(${inside})`);
  rewrite(String.raw`\^${group}`, (power) => `**(${power})`);
  text = text
    .replace(/\\(left|right|,)/g, '')
    .replace(/\\lvert(.*)\\rvert/, 'Math.abs($1)')
    .replace(/\\varphi\(([^;]+);/g, 'bell($1,')
    .replaceAll('\\Gamma', 'gamma')
    .replaceAll('\\exp', 'Math.exp')
    .replace(/\\log (\[[^\]]+\])/, 'Math.log($1)')
    .replace(/(\[[^\]]+\])!/, 'gamma(1+$1)')
    .replace(/\bB\(/, 'beta(')
    .replaceAll('\\pi', 'Math.PI')
    .replaceAll('\\cdot', '*')
    .replaceAll('^', '**')
    .replace(/\be\*\*/g, 'Math.E**')
    .replace(/\[([^\]]+)\]/g, '($1)')
    .replace(/2Math/g, '2*Math')
    // What stands side by side is multiplied.
    .replace(/\)\s+(?=[\w(])/g, ')*')
    .replace(/\)(?=Math|gamma|\()/g, ')*');
  const bell = (x: number, mean: number, deviation: number) =>
    Math.exp(-(((x - mean) / deviation) ** 2) / 2) / (deviation * Math.sqrt(2 * Math.PI));
  const choose = (n: number, k: number) => gamma(n + 1) / gamma(k + 1) / gamma(n - k + 1);
  const beta = (a: number, b: number) => (gamma(a) * gamma(b)) / gamma(a + b);
  return new Function('gamma', 'bell', 'choose', 'beta', `return ${text}`)(gamma, bell, choose, beta) as number;
}

test('the formulas of the catalogue give the densities and masses', () => {
  for (const { id, formula, kind } of core.probabilityCatalog().distributions) {
    if (!formula || id === 'categorical') continue;
    const distribution = core.distribution({ id });
    const places = distribution.quantiles(Float64Array.of(0.2, 0.5, 0.9));
    const { density } = distribution.curves(places);
    places.forEach((x, i) => {
      const value = evaluated(formula, { ...distribution.facts().options, x });
      assert.ok(Math.abs(value / density[i] - 1) < 1e-11, `${kind} ${id} at ${x}: ${value} is not ${density[i]}`);
    });
    distribution.free();
  }
});
