/** The module in two files, as pages load it, against the whole: chapter 1 needs the first alone, and the rest fits in whenever it comes. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { createCoreInParts } from '../../web/core/core-in-parts.ts';
import { loadModuleInParts } from '../../web/core/module-in-parts.ts';
import { core as whole, refuses } from './core.ts';

const bytes = (part: string) => readFile(new URL(`../../build/wasm/downhill.${part}.wasm`, import.meta.url));
const PROBLEM = { expression: '(x^2-1)^2 + x/5 + y^2', variables: ['x', 'y'], options: { 'learning-rate': 0.05 } };
const GRID = { x: [-2, 2, 9], y: [-1, 1, 5] } as const;

test('one file is enough for formulas and descents, whatever is asked of them', async () => {
  const asked: string[] = [];
  const core = await createCoreInParts((part) => {
    asked.push(part);
    return bytes(part);
  });
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
  assert.deepEqual(asked, ['first']);
});

test('the rest comes once, when it is first asked for, and shares what was there before', async () => {
  const asked: string[] = [];
  const core = await createCoreInParts((part) => {
    asked.push(part);
    return bytes(part);
  });
  const before = core.descent({ ...PROBLEM, start: [1, 1] });
  const [line, map] = await Promise.all([core.dataset('line', {}, 7), core.ends(PROBLEM, GRID, 0, 5)]);
  assert.deepEqual(line, whole.dataset('line', {}, 7));
  assert.deepEqual(map, whole.ends(PROBLEM, GRID, 0, 5));
  assert.deepEqual(await core.basins(PROBLEM, map, [], 0.01), whole.basins(PROBLEM, map, [], 0.01));
  const { inputs, outputs } = whole.dataset('line', {}, 7) as unknown as {
    inputs: Float64Array;
    outputs: Float64Array;
  };
  const problem = { inputs, outputs };
  for (const { id: dataset } of core.catalog().datasets)
    assert.deepEqual(await core.dataset(dataset, {}, 3), whole.dataset(dataset, {}, 3), dataset);
  for (const method of core.catalog().leastSquaresMethods)
    assert.deepEqual(await core.leastSquares(problem, { method }), whole.leastSquares(problem, { method }), method);
  assert.deepEqual(await core.readCsv('a;b\n1,5;x\n'), whole.readCsv('a;b\n1,5;x\n'));
  const regression = await core.regression({ ...problem, objective: 'mean-squared' });
  const run = regression.descent({ options: { 'learning-rate': 0.1 }, batchSize: 4, seed: 5 });
  const twin = whole
    .regression({ ...problem, objective: 'mean-squared' })
    .descent({ options: { 'learning-rate': 0.1 }, batchSize: 4, seed: 5 });
  for (const each of [run, twin]) each.seek(40);
  assert.deepEqual(run.trace(0), twin.trace(0));
  before.seek(100);
  const after = whole.descent({ ...PROBLEM, start: [1, 1] });
  after.seek(100);
  assert.deepEqual(before.state(), after.state());
  assert.deepEqual(asked, ['first', 'rest']);
});

test('where the rest cannot be loaded the first part goes on, and the next call tries again', async () => {
  let broken = true;
  const core = await createCoreInParts((part) =>
    part === 'rest' && broken ? Promise.reject(new Error('offline')) : bytes(part),
  );
  const answer = core.multiplications(3, 10) as unknown as Promise<unknown>;
  await assert.rejects(answer, { code: 'core-unavailable' });
  refuses(() => core.expression('x +'), { code: 'unexpected-token' });
  broken = false;
  assert.deepEqual(await core.multiplications(3, 10), whole.multiplications(3, 10));
});

test('a missing or broken first file is told', async () => {
  await assert.rejects(
    loadModuleInParts(() => Promise.reject(new Error('offline'))),
    /offline/,
  );
  await assert.rejects(
    loadModuleInParts(async () => new Uint8Array([1, 2, 3])),
    WebAssembly.CompileError,
  );
});
