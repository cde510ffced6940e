/** The list in web/core/module.ts against what the compiled module really has: every name, in both directions, with its arguments. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import createModule from '../../build/wasm/downhill.mjs';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));
const module = (await createModule({ wasmBinary: read('build/wasm/downhill.wasm') })) as unknown as Record<
  string,
  unknown
>;

/** Interface → name → number of arguments. Parts of one interface count together. */
function declared(): Record<string, Record<string, number>> {
  const source = read('web/core/module.ts').toString();
  const interfaces: Record<string, Record<string, number>> = {};
  for (const [, name, body] of source.matchAll(/^export interface (\w+)[^{]*\{\n(.*?)^\}/gms)) {
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

const { CoreModule, Failure: _, ModuleHandle: __, ...handles } = declared();

test('functions', () => {
  const functions = names.filter((name) => !isClass(name) && !isError(name));
  assert.deepEqual(functions.sort(), Object.keys(CoreModule).sort());
  for (const [name, count] of Object.entries(CoreModule))
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
