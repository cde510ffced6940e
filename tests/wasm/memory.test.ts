/** What crosses the border is the caller's own; what stays behind is given back. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import createModule from '../../build/wasm/downhill.mjs';
import { createCore } from '../../web/core/direct.ts';
import { bind } from '../../web/core/module.ts';
import { core, refuses } from './core.ts';

const wasmBinary = readFileSync(new URL('../../build/wasm/downhill.wasm', import.meta.url));

test('arrays are copies: they stay as they are while the memory grows', async () => {
  const own = await createCore(wasmBinary);
  const f = own.expression('x^2');
  const before = f.sample(0, 1, 1001);
  const kept = before.slice();
  const large = Array.from({ length: 8 }, () => f.sample(0, 1, 4_000_000));
  assert.deepEqual(before, kept);
  assert.ok(large.every((values) => values.length === 4_000_000 && values.at(-1) === 1));
  assert.notEqual(before.buffer, large[0].buffer);
  assert.equal(before.buffer.byteLength, before.byteLength, 'not a window on the memory of the module');
});

test('what is freed makes room: ten thousand runs fit where a few did', async () => {
  const module = (await createModule({ wasmBinary })) as unknown as {
    HEAP8: Int8Array;
    expressionNames(lines: string): void;
    parseExpression(text: string): number;
    _expressionDelete(f: number): void;
    createDescent(f: unknown, problem: unknown): { seek(step: number): void; delete(): void };
  };
  bind(module);
  module.expressionNames('x');
  const work = () => {
    const f = module.parseExpression('sin(x^2) exp(-x)');
    const run = module.createDescent(f, { start: [1], options: { 'learning-rate': 0.01 } });
    run.seek(500);
    run.delete();
    module._expressionDelete(f);
  };
  for (let i = 0; i < 10; i++) work();
  const size = module.HEAP8.length;
  for (let i = 0; i < 10_000; i++) work();
  assert.equal(module.HEAP8.length, size);
});

test('a training of thousands of epochs takes no more room than one of a few', async () => {
  const module = (await createModule({ wasmBinary })) as unknown as {
    HEAP8: Int8Array;
    createTraining(data: unknown, problem: unknown, inFloat: boolean): { seek(step: number): void; delete(): void };
  };
  bind(module);
  const inputs = Float64Array.from({ length: 80 }, (_, i) => Math.sin(i));
  const data = { inputs, columns: 2, outputs: Array.from({ length: 40 }, (_, i) => i % 2), classes: 2 };
  const problem = { layers: [{ units: 8 }, { units: 8 }], optimizer: 'adam', batchSize: 10 };
  const training = module.createTraining(data, problem, true);
  training.seek(40_000);
  const size = module.HEAP8.length;
  training.seek(400_000);
  training.seek(399_000);
  training.seek(0);
  training.delete();
  assert.equal(module.HEAP8.length, size);
});

test('failures leave nothing behind', async () => {
  const own = await createCore(wasmBinary);
  for (let i = 0; i < 20_000; i++) {
    assert.throws(() => own.descent({ expression: 'x^2 + x^3 + x^4', start: [NaN] }));
    assert.throws(() => own.equivalent('x', 'x +'));
  }
  assert.equal(own.number('2 + 2'), 4);
});

test('what is freed answers no more, and may be freed again', () => {
  const f = core.expression('x');
  f.free();
  f.free();
  refuses(() => f.text, { code: 'freed' });
  const run = core.descent({ expression: 'x^2', start: [1] });
  run.free();
  refuses(() => run.advance(1), { code: 'freed' });
});

test('a derivative outlives the formula it came from', () => {
  const f = core.expression('x^3');
  const derivative = f.derivative();
  f.free();
  assert.equal(derivative.text, '3x^2');
});

test('a missing or broken module is one error, with the reason', async () => {
  const bytes = wasmBinary.slice(0, 1000);
  for (const wasm of [bytes, 'http://127.0.0.1:9/none.wasm'])
    await assert.rejects(createCore(wasm), ({ code, cause }) => code === 'core-unavailable' && cause !== undefined);
});
