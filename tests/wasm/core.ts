/** The core under test, and what several tests say about it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createCore } from '../../web/core/direct.ts';
import { CoreError } from '../../web/core/error.ts';
import type { Fault } from '../../web/core/error.ts';

export const core = await createCore(readFileSync(new URL('../../build/wasm/downhill.wasm', import.meta.url)));

/** Fails unless the call throws a CoreError with these facts. */
export function refuses(call: () => unknown, facts: Partial<Fault>): void {
  assert.throws(call, (error) => {
    assert.ok(error instanceof CoreError, String(error));
    for (const [key, value] of Object.entries(facts)) assert.deepEqual(error[key as keyof Fault], value, key);
    return true;
  });
}

/** Fails unless numbers agree one by one within a tolerance, relative to numbers above 1. */
export function near(actual: Iterable<number>, expected: Iterable<number>, tolerance = 1e-12): void {
  const [left, right] = [[...actual], [...expected]];
  const close = (a: number, b: number) => Object.is(a, b) || Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b));
  assert.ok(left.length === right.length && left.every((a, i) => close(a, right[i])), `${left} is not ${right}`);
}
