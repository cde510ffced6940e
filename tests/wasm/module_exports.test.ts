/** The lists in `module.ts` of each area against what the compiled module really has: every name, in both directions, with its arguments. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import createModule from '../../build/wasm/downhill.mjs';
import { bind } from '../../web/core/module.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(ROOT + path);
const module = (await createModule({ wasmBinary: read('build/wasm/downhill.wasm') })) as unknown as Record<
  string,
  unknown
>;
bind(module);

/** Interface → name → number of arguments. What the areas offer, `…Module`, counts together. */
function declared(): Record<string, Record<string, number>> {
  const source = globSync('web/core/**/module.ts', { cwd: ROOT })
    .map((path) => read(path).toString())
    .join('');
  const interfaces: Record<string, Record<string, number>> = {};
  for (const [, each, body] of source.matchAll(/^export interface (\w+)[^{]*\{\n(.*?)^\}/gms)) {
    const name = each.endsWith('Module') ? 'Module' : each;
    interfaces[name] ??= {};
    for (const [, method, parameters] of body.matchAll(/^ {2}(\w+)\(([^)]*)\):/gm))
      interfaces[name][method] = parameters.split(',').filter((parameter: string) => parameter.trim()).length;
  }
  return interfaces;
}

/** Embind tells how many arguments it wants to whoever gives it far too many; from newer ones, which do not count in a release, nothing is heard. */
function argumentCount(call: (...given: unknown[]) => unknown, on?: object): number | undefined {
  try {
    call.apply(on, Array.from({ length: 40 }));
  } catch (error) {
    const found = /expected (\d+) args/.exec(String(error));
    if (found) return Number(found[1]);
  }
  return undefined;
}

/** What the compiler's glue and Embind themselves add. */
const glue =
  /^(__|_malloc$|_free$|_bind_|HEAP|stack|asm$|ready$|run$|calledRun$|then$|quit$|print|inspect$|.*emval.*|.*InheritedInstance.*|.*PendingDeletes|setDelayFunction$)/;
const names = Object.keys(module).filter((name) => typeof module[name] === 'function' && !glue.test(name));

type Class = { prototype: Record<string, () => unknown> };
const isClass = (name: string): boolean =>
  Object.getOwnPropertyNames((module[name] as Class).prototype ?? {}).length > 1;
const isError = (name: string): boolean => (module[name] as Class).prototype instanceof Error;

const { Module: declaredFunctions, Failure: _, ModuleHandle: __, ...handles } = declared();

test('functions', () => {
  const functions = names.filter((name) => !isClass(name) && !isError(name));
  assert.deepEqual(functions.sort(), Object.keys(declaredFunctions).sort());
  for (const [name, count] of Object.entries(declaredFunctions))
    assert.equal(argumentCount(module[name] as () => unknown) ?? count, count, name);
});

test('classes and their methods', () => {
  assert.deepEqual(names.filter((name) => isClass(name) && !isError(name)).sort(), Object.keys(handles).sort());
  for (const [name, methods] of Object.entries(handles)) {
    const { prototype } = module[name] as Class;
    const real = Object.getOwnPropertyNames(prototype).filter((method) => method !== 'constructor');
    assert.deepEqual(real.sort(), Object.keys(methods).sort(), name);
    for (const [method, count] of Object.entries(methods))
      assert.equal(argumentCount(prototype[method], Object.create(prototype)) ?? count, count, `${name}.${method}`);
  }
});
