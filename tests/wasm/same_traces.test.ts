/** The same request gives the same numbers natively and as WebAssembly: a link shared by a reader shows what the reader saw. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { core, near } from './core.ts';

const program = fileURLToPath(new URL('../../build/sanitize/downhill_traces', import.meta.url));

/** The native program's answers, one for each request. */
function natively(requests: (string | number)[][]): Float64Array[] {
  const input = requests.map((fields) => `${fields.join('\t')}\n`).join('');
  const { stdout, stderr, status } = spawnSync(program, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(status, 0, stderr || `${program} is missing: ./dev test wasm builds it`);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => new Float64Array(BigUint64Array.from(line.trim().split(' '), (bits) => BigInt(`0x${bits}`)).buffer));
}

/** The distance of two numbers in units of their last place. */
function ulps(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  const rank = (x: number) => {
    const bits = new BigInt64Array(Float64Array.of(x).buffer)[0];
    return bits < 0n ? -(bits & 0x7fff_ffff_ffff_ffffn) : bits;
  };
  const distance = Number(rank(a) - rank(b));
  return Number.isFinite(a) && Number.isFinite(b) ? Math.abs(distance) : Infinity;
}

function furthest(left: Float64Array, right: Float64Array): number {
  assert.equal(left.length, right.length);
  assert.ok(left.length > 0);
  return left.reduce((most, number, index) => Math.max(most, ulps(number, right[index])), 0);
}

/** Text, optimizer, learning rate, steps, start. */
type Run = [text: string, optimizer: string, rate: number, steps: number, ...start: number[]];

function descend([expression, optimizer, rate, steps, ...start]: Run): Float64Array {
  const run = core.descent({
    expression,
    variables: ['x', 'y'].slice(0, start.length),
    optimizer,
    options: { 'learning-rate': rate },
    start,
    tolerance: 0,
    stepLimit: steps,
  });
  run.advance(steps);
  const { points, values, gradients } = run.trace();
  run.free();
  return Float64Array.from([...points, ...values, ...gradients]);
}

const rational: Run[] = [
  ['x^2 + 2x + 3', 'gradient-descent', 0.1, 500, 3],
  ['x^2 + 2x + 3', 'gradient-descent', 1.1, 200, 3],
  ['x^4/4 - 2x^2 + x/3', 'momentum', 0.01, 1000, 2.5],
  ['sqrt(x^2 + 1) + 1/(1 + x^2)', 'gradient-descent', 0.3, 500, -2],
  ['(1 - x)^2 + 100(y - x^2)^2', 'gradient-descent', 0.001, 5000, -1.2, 1],
  ['|x| + |y|^3', 'momentum', 0.05, 300, 1, -1.5],
];

test('runs on what is made of + − × ÷ and roots agree bit for bit', () => {
  const native = natively(rational.map((run) => ['descent', ...run]));
  rational.forEach((run, index) => assert.equal(furthest(descend(run), native[index]), 0, run[0]));
});

const transcendental: Run[] = [
  ['exp(x) - 2x', 'gradient-descent', 0.1, 60, 3],
  ['log(x) + 1/x', 'gradient-descent', 0.2, 60, 3],
  ['cos(2x) + x^2/8', 'gradient-descent', 0.05, 60, 2],
  ['tanh(x) + sigmoid(y) + x^2 + y^2', 'momentum', 0.01, 60, 1, 2],
];

test('runs on other functions agree to a few units in the last place', () => {
  const native = natively(transcendental.map((run) => ['descent', ...run]));
  transcendental.forEach((run, index) => {
    const wasm = descend(run);
    // A difference near a zero of f or f′ is judged by the size of what was subtracted.
    wasm.forEach((number, at) => {
      const other = native[index][at];
      assert.ok(ulps(number, other) <= 8 || Math.abs(number - other) < 8e-15, `${run[0]}: ${number} and ${other}`);
    });
  });
});

test('random numbers agree bit for bit: where two formulas are found to differ', () => {
  const seeds = [1, 2, 3, 4_294_967_295, Number.MAX_SAFE_INTEGER];
  const native = natively(seeds.map((seed) => ['difference', 'x^3', 'x^3 + 1', seed]));
  seeds.forEach((seed, index) => {
    const { counterexample } = core.equivalent('x^3', 'x^3 + 1', ['x'], seed);
    assert.equal(furthest(Float64Array.from(counterexample), native[index]), 0, `seed ${seed}`);
  });
});

test('generated data sets agree: bit for bit, or to the rounding of a sine', () => {
  const withSines = ['sine', 'clusters', 'circle', 'spiral'];
  const entries = core.dataCatalog().datasets;
  assert.ok(entries.length > 3);
  const native = natively(entries.map(({ id }) => ['dataset', id, 7]));
  entries.forEach(({ id }, index) => {
    const { inputs, outputs } = core.dataset(id, {}, 7);
    const wasm = Float64Array.from([...inputs, ...outputs]);
    if (!withSines.includes(id)) assert.equal(furthest(wasm, native[index]), 0, id);
    // Of numbers up to 6, which the points of the plane are, an ulp is 9e-16.
    wasm.forEach((number, at) => assert.ok(Math.abs(number - native[index][at]) < 1e-15, id));
  });
});

test('points drawn from joint distributions agree bit for bit', () => {
  const entries = core.probabilityCatalog().jointDensities;
  assert.ok(entries.length >= 7);
  const native = natively(entries.map(({ id }) => ['joint', id, 11]));
  entries.forEach(({ id }, index) => {
    const joint = core.jointDensity({ id });
    assert.equal(furthest(joint.sample(500, 11), native[index]), 0, id);
    joint.free();
  });
});

/** Batch size, learning rate, steps, seed. */
const batched = [
  [0, 0.01, 200, 1],
  [1, 0.001, 500, 2],
  [8, 0.01, 300, 4_294_967_295],
] as const;
const line = core.dataset('line', {}, 7);

test('regression by batches sees the same samples in the same order', () => {
  const native = natively(batched.map((run) => ['regression', ...run]));
  const regression = core.regression({ ...line, objective: 'mean-squared' });
  batched.forEach(([batchSize, rate, steps, seed], index) => {
    const run = regression.descent({ options: { 'learning-rate': rate }, batchSize, seed, stepLimit: steps });
    run.advance(steps);
    near(run.trace().points, native[index], 1e-13);
  });
});

test('swarms too', () => {
  const runs = batched.filter(([batchSize]) => batchSize > 0);
  const native = natively(runs.map((run) => ['swarm', ...run]));
  runs.forEach(([batchSize, rate, steps, seed], index) => {
    const options = { 'learning-rate': rate };
    const swarm = core.swarm({ ...line, loss: '(y - w x)^2', options, runs: 20, from: -3, to: 3, batchSize, seed });
    const { batch, positions } = swarm.seek(steps);
    near([...batch, ...positions], native[index], 1e-13);
  });
});

/** Data set, activation, optimizer, precision, steps, seed. */
const trained = [
  ['circle', 'tanh', 'gradient-descent', 'double', 500, 1],
  ['spiral', 'relu', 'adam', 'double', 500, 2],
  ['regression-gauss', 'softplus', 'momentum', 'double', 300, 3],
  ['xor', 'elu', 'rmsprop', 'double', 300, 4],
  ['circle', 'tanh', 'adam', 'float', 300, 4_294_967_295],
] as const;

test('networks begin with the same weights, see the same batches and learn the same', () => {
  const native = natively(trained.map((run) => ['training', ...run]));
  trained.forEach(([id, activation, optimizer, precision, steps, seed], index) => {
    const { inputs, outputs, columns, classes } = core.dataset(id, { points: 100 }, 3);
    const training = core.training({
      data: { inputs, outputs, columns, classes },
      layers: Array(2).fill({ units: 5, activation, dropout: 0.1 }),
      optimizer,
      testShare: 0.3,
      seed,
      l1: 1e-4,
      l2: 1e-3,
      precision,
    });
    training.advance({ batches: steps });
    const { training: own, test } = training.history();
    const wasm = [...training.parameters(), ...[...own].flatMap((loss, row) => [loss, test[row]])];
    near(wasm, native[index], precision === 'double' ? 1e-12 : 1e-5);
    training.free();
  });
});
