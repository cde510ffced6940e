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
  assert.deepEqual(core.equivalent('(x+1)^2', 'x^2+2x+1'), whole.equivalent('(x+1)^2', 'x^2+2x+1'));
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

test('areas come when they are asked for, and share what was there before', async () => {
  const { asked, load } = start();
  const before = (await load('optimize')).descent({ ...PROBLEM, start: [1, 1] });
  const [data, runs, models] = await Promise.all([load('data'), load('many-runs'), load('regression')]);
  const line = data.dataset('line', {}, 7);
  assert.deepEqual(line, whole.dataset('line', {}, 7));
  assert.deepEqual(data.dataCatalog(), whole.dataCatalog());
  for (const { id } of data.dataCatalog().datasets)
    assert.deepEqual(data.dataset(id, {}, 3), whole.dataset(id, {}, 3), id);
  assert.deepEqual(data.readCsv('a;b\n1,5;x\n'), whole.readCsv('a;b\n1,5;x\n'));
  const map = runs.ends(PROBLEM, GRID, 0, 5);
  assert.deepEqual(map, whole.ends(PROBLEM, GRID, 0, 5));
  assert.deepEqual(runs.basins(PROBLEM, map, [], 0.01), whole.basins(PROBLEM, map, [], 0.01));
  assert.deepEqual(models.regressionCatalog(), whole.regressionCatalog());
  for (const method of models.regressionCatalog().leastSquaresMethods)
    assert.deepEqual(models.leastSquares(line, { method }), whole.leastSquares(line, { method }), method);
  const [run, twin] = [models, whole].map((core) =>
    core
      .regression({ ...line, objective: 'mean-squared' })
      .descent({ options: { 'learning-rate': 0.1 }, batchSize: 4, seed: 5 }),
  );
  for (const each of [run, twin]) each.seek(40);
  assert.deepEqual(run.trace(0), twin.trace(0));
  before.seek(100);
  const after = whole.descent({ ...PROBLEM, start: [1, 1] });
  after.seek(100);
  assert.deepEqual(before.state(), after.state());
  assert.deepEqual(asked.sort(), ['base', ...Object.keys(AREAS)].sort());
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
  await assert.rejects(start(() => Promise.reject(new Error('offline'))).load('calculus'), /offline/);
  await assert.rejects(start(async () => new Uint8Array([1, 2, 3])).load('calculus'), WebAssembly.CompileError);
});
