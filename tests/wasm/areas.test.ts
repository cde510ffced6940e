/** The areas as pages load them, against the whole: each is enough for what it answers, whatever else is there and whenever it comes. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { AREAS, methodsOf } from '../../web/core/areas.ts';
import type { AreaName, Core } from '../../web/core/areas.ts';
import { Loader } from '../../web/core/loader.ts';
import type { FetchFile } from '../../web/core/loader.ts';
import { core as whole, refuses } from './core.ts';

const bytes: FetchFile = (name) => readFile(new URL(`../../build/wasm/downhill.${name}.wasm`, import.meta.url));
const PROBLEM = { expression: '(x^2-1)^2 + x/5 + y^2', variables: ['x', 'y'], options: { 'learning-rate': 0.05 } };
const GRID = { x: [-2, 2, 9], y: [-1, 1, 5] } as const;
const LINE = whole.dataset('line', {}, 7);

/** A module to which areas come when they are asked for, and the files they took. */
function start(fetch: FetchFile = bytes) {
  const asked: string[] = [];
  const loader = new Loader((name) => {
    asked.push(name);
    return fetch(name);
  });
  const load = async <Name extends AreaName>(name: Name) => (await methodsOf(name, loader.load(name))) as Core<Name>;
  return { asked, load };
}

test('formulas and descents need no other area, whatever is asked of them', async () => {
  const { asked, load } = start();
  const core = { ...(await load('calculus')), ...(await load('optimize')) };
  assert.deepEqual(core.catalog(), whole.catalog());
  assert.equal(core.number('1e-3 + 2/3'), whole.number('1e-3 + 2/3'));
  const { landscapes, optimizers } = core.catalog();
  for (const { expression, variables, start } of landscapes) {
    const pair = [core, whole].map((each) => {
      const f = each.expression(expression, variables);
      const slope = f.derivative(variables[0]);
      const facts = [
        f.latex,
        slope.text,
        slope.latex,
        f.jet(start),
        f.steps(variables[0]),
        f.derivativeAfter(1, variables[0]),
      ];
      if (variables.length > 1) return [...facts, f.grid([-1, 1, 7], [-2, 2, 5])];
      const h = Float64Array.of(0.1, 1e-8);
      return [...facts, f.sample(-2, 2, 33), f.features(-3, 3), f.differences(start[0], h), f.evaluate(h)];
    });
    assert.deepEqual(pair[0], pair[1], expression);
    for (const { id } of optimizers) {
      const traces = [core, whole].map((each) => {
        const run = each.descent({ expression, variables, start, optimizer: id, stepLimit: 50 });
        run.seek(60);
        run.seek(20);
        return [run.state(), run.trace(0), run.curvature()];
      });
      assert.deepEqual(traces[0], traces[1], `${expression} by ${id}`);
    }
  }
  assert.deepEqual(asked.sort(), ['base', 'calculus', 'optimize']);
});

/** What an area says of itself, by that area and by the whole. */
const alone: { [Name in Exclude<AreaName, 'calculus' | 'optimize'>]: (core: Core<Name>) => unknown } = {
  data: (core) => [core.dataCatalog(), core.dataCatalog().datasets.map(({ id }) => core.dataset(id, {}, 3))],
  regression: (core) => [
    core.regressionCatalog(),
    ...core.regressionCatalog().leastSquaresMethods.map((method) => core.leastSquares(LINE, { method })),
    core.leastSquares({ ...LINE, degree: 3 }, { method: 'ridge', ridge: 0.1 }),
    core.predict([1, 2, 3], { inputs: LINE.inputs, degree: 2 }),
    core.multiplications(3, 10),
    ...whole.catalog().optimizers.map(({ id }) => descend(core, id)),
  ],
  neural: (core) => [
    core.neuralCatalog(),
    core.softmax([1, 2]),
    core.activation('gelu', LINE.inputs),
    core.linearLayer({ samples: 1, inputs: 2, outputs: 1, x: [1, 2], weights: [3, 4], biases: [5] }),
    core.centreDigit([0, 1, 1, 0], 2, 2),
  ],
  training: (core) => whole.neuralCatalog().optimizers.map(({ id }) => train(core, id)),
  piecewise: (core) => [
    core.hingeNetwork([0, 1, 3], [1, 0, 2]),
    core.foldNetwork(3),
    core.bends(
      {
        layers: [
          { units: 1, activation: '' },
          { units: 1, activation: 'relu' },
        ],
        parameters: [2, -1],
      },
      -1,
      1,
    ),
  ],
  equivalence: (core) => [core.equivalent('(x+1)^2', 'x^2+2x+1'), core.equivalent('x |x|', 'x^2')],
  tape: (core) => {
    const tape = core.tape({ expression: 'tanh(x y) max(x, y)^2', variables: ['x', 'y'], values: [0.5, -2] });
    tape.push('relu', tape.size - 1);
    tape.forward();
    tape.backward();
    return [tape.nodes(), core.localRules('tanh')];
  },
  probability: (core) => [
    core.probabilityCatalog(),
    core.probabilityCatalog().distributions.map(({ id, weights }) => {
      const distribution = core.distribution({ id, weights: weights ? [1, 2] : undefined });
      const x = Float64Array.of(0.25, 1, 3);
      return [distribution.facts(), distribution.curves(x), distribution.quantiles(x), distribution.sample(9, 1)];
    }),
    core.moments(LINE.inputs),
    core.covariance(LINE.inputs, LINE.outputs),
    core.jointTable({ rows: 2, columns: 2, probabilities: [1, 2, 3, 2] }),
    core.probabilityCatalog().jointDensities.map(({ id }) => {
      const joint = core.jointDensity({ id });
      const [x, y] = [Float64Array.of(0, 0.5, 1), Float64Array.of(-0.5, 0.25)];
      return [joint.facts(), joint.grid(x, y), joint.marginalY(y), joint.variancesGivenX(x), joint.sample(9, 1)];
    }),
    core.gaussian({ mean: [0, 1], covariance: [2, 1, 1, 2] }).facts(),
    core.information([2, 1], [1, 1]),
    core.maximumLikelihood('laplace', LINE.outputs),
    core.sums({ distribution: { id: 'gamma' }, terms: 3, count: 9 }),
    core.allSamples([1, 2, 6], 2),
  ],
  'monte-carlo': (core) => [
    core.monteCarloCatalog(),
    core.integral('1/(1+x^2)', -Infinity, Infinity),
    core.expectation('exp(x)', { id: 'normal' }),
    core.monteCarloCatalog().samplers.map(({ id }) => {
      const run = core.monteCarlo({
        target: { kind: 'integral', integrand: 'exp(-x^2)', from: -1, to: 1 },
        method: id,
        ...(id === 'importance' && { proposal: { id: 'normal' } }),
      });
      return [run.facts(), run.seek(10_000), run.history(), run.draws(0, 64)];
    }),
  ],
  batches: (core) => {
    const rule = { samples: 11, batchSize: 4, seed: 3, shuffled: true, dropLast: true };
    return [core.epochs(rule, 5), core.iterationsPerEpoch(11, true)];
  },
  puzzles: (core) => [
    core.morseTables(),
    core.morseMessage('안녕 <SOS> 119?'),
    core.readMorse('... --- ...', 'latin'),
    core.sendableText('Hello, world!'),
    core.morseSignal('PARIS', 20, 5),
    core.morseWav('E', 20, 20, 600),
    core.readKeying([100, 100, 300], 60, 'latin'),
    core.baseballScore('1807', '7810'),
    core.puzzlesCatalog().baseballRules.map(({ id }) => {
      const game = core.baseball(id);
      const turns = [{ guess: '123', strikes: 0, balls: 2 }];
      return [
        game.position(turns),
        game.ranking(turns, 5),
        game.guessValue('453', turns),
        game.nextGuess(turns),
        game.read('007'),
        game.secret(3),
      ];
    }),
  ],
  'many-runs': (core) => {
    const map = core.ends(PROBLEM, GRID, 0, 5);
    const swarm = core.swarm({ ...LINE, loss: '(y - w x)^2', runs: 20, from: -3, to: 3, batchSize: 4, seed: 5 });
    return [
      map,
      core.basins(PROBLEM, map, [], 0.01),
      core.rateSweep({ ...PROBLEM, start: [1, 1] }, [0.01, 0.1, 10]),
      swarm.seek(30),
      swarm.losses([1, 2]),
      swarm.batchLosses([1, 2]),
    ];
  },
};

function descend(core: Core<'regression'>, optimizer: string): unknown {
  const problem = core.regression({ ...LINE, objective: 'mean-squared', standardised: true });
  const run = problem.descent({ optimizer, batchSize: 4, seed: 5, stepLimit: 60 });
  const ended = run.seek(60);
  const sweep = problem.sweep([0.01, 0.1, 10], { stepLimit: 20 });
  return [problem.facts(), problem.grid([-1, 1, 5], [-1, 1, 5]), ended.outcome, run.state(), run.trace(0), sweep];
}

function train(core: Core<'training'>, optimizer: string): unknown {
  const points = Float64Array.from({ length: 80 }, (_, i) => Math.sin(i * i));
  const data = { inputs: points, columns: 2, outputs: points.subarray(0, 40).map((x) => Number(x > 0)), classes: 2 };
  const training = core.training({ data, layers: [{ units: 6, dropout: 0.1 }], optimizer, testShare: 0.3 });
  training.advance({ batches: 100 });
  const again = core.loadTraining(training.save(), data);
  again.advance({ epochs: 3 });
  const map = again.map([-1, 1, 9], [-1, 1, 9]);
  return [again.metrics(), again.statistics(8), again.nextUpdate(), map, again.predictions('test'), again.layers()];
}

for (const [name, work] of Object.entries(alone))
  test(`${name} needs no area but those the table names`, async () => {
    const { asked, load } = start();
    const core = await load(name as AreaName);
    assert.deepEqual(work(core as never), work(whole as never));
    assert.deepEqual(asked.sort(), ['base', ...neededBy(name as AreaName)].sort());
  });

function neededBy(name: AreaName): AreaName[] {
  return [...new Set([name, ...AREAS[name].needs.flatMap(neededBy)])];
}

test('areas come once, at the same time or later, and share what was there before', async () => {
  const { asked, load } = start();
  const before = (await load('optimize')).descent({ ...PROBLEM, start: [1, 1] });
  await Promise.all([...Object.keys(AREAS).reverse(), 'many-runs'].map((name) => load(name as AreaName)));
  before.seek(100);
  const after = whole.descent({ ...PROBLEM, start: [1, 1] });
  after.seek(100);
  assert.deepEqual(before.state(), after.state());
  assert.deepEqual(asked.sort(), ['base', ...Object.keys(AREAS)].sort());
});

test('whatever type a server gives the files, they are taken', async () => {
  for (const type of ['application/wasm', 'application/octet-stream', '', 'text/html; charset=utf-8']) {
    const fetched: FetchFile = async (name) =>
      new Response((await bytes(name)) as Uint8Array<ArrayBuffer>, { headers: type ? { 'content-type': type } : {} });
    const core = await start(fetched).load('calculus');
    assert.equal(core.number('1/4'), 0.25, type);
  }
});

test('where an area cannot be loaded the others go on, and the next call tries again', async () => {
  let broken = true;
  const { load } = start((name) =>
    name === 'regression' && broken ? Promise.reject(new Error('offline')) : bytes(name),
  );
  const core = await load('calculus');
  await assert.rejects(load('regression'), /offline/);
  refuses(() => core.expression('x +'), { code: 'unexpected-token' });
  broken = false;
  assert.deepEqual((await load('regression')).multiplications(3, 10), whole.multiplications(3, 10));
});

test('a missing or broken file is told', async () => {
  const missing = async () => new Response('Not found', { status: 404 });
  await assert.rejects(start(missing).load('calculus'), /404/);
  await assert.rejects(start(() => Promise.reject(new Error('offline'))).load('calculus'), /offline/);
  await assert.rejects(start(async () => new Uint8Array([1, 2, 3])).load('calculus'), WebAssembly.CompileError);
});
