import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fields } from '../fields/fields.ts';
import { Proposals } from './proposals.ts';

const fields = {
  f: { kind: 'text', default: 'x' },
  start: { kind: 'number', default: 1, minimum: -10, maximum: 10 },
} as const satisfies Fields;

/** An owner like log x: the start must be positive for "log", and "bad" is no expression. */
function owner() {
  const shown: Record<string, unknown>[] = [];
  let state: Record<string, unknown> = { f: 'x', start: 1 };
  const proposals = new Proposals({
    fields,
    async show(patch) {
      const next = { ...state, ...patch };
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (next.f === 'bad') throw { code: 'unexpected-token', parameter: 'f', position: 0 };
      if (next.f === 'log' && Number(next.start) <= 0) throw { code: 'undefined-at-start', parameter: 'start' };
      state = next;
      shown.push(next);
    },
    refused() {},
    settled() {},
  });
  proposals.start();
  return { proposals, shown, state: () => state };
}

test('while one change is worked on, only the newest of the others counts', async () => {
  const { proposals, shown, state } = owner();
  await proposals.finish();
  const answers = [2, 3, 4, 5].map((start) => proposals.add({ start }));
  assert.deepEqual(await Promise.all(answers), [true, true, true, true]);
  assert.equal(state().start, 5);
  assert.deepEqual(shown.map(({ start }) => start), [1, 2, 5]); // prettier-ignore
});

test('a refused entry leaves the state, is remembered, and does not hold back what came with it', async () => {
  const { proposals, state } = owner();
  assert.equal(await proposals.add({ f: 'bad', start: 3 }), false);
  assert.deepEqual(state(), { f: 'x', start: 3 });
  assert.equal(proposals.problems.f.code, 'unexpected-token');
  assert.equal(await proposals.add({ start: 99 }), false);
  assert.equal(proposals.problems.start.code, 'out-of-range');
  assert.equal(await proposals.add({ start: 4 }), true);
  assert.deepEqual(Object.keys(proposals.problems), ['f']);
});

test('a change elsewhere can make a refused entry right', async () => {
  const { proposals, state } = owner();
  await proposals.add({ start: -2 });
  assert.equal(await proposals.add({ f: 'log' }), false);
  assert.equal(proposals.problems.f.code, 'undefined-at-start');
  await proposals.add({ start: 2 });
  assert.deepEqual(state(), { f: 'log', start: 2 });
  assert.deepEqual(proposals.problems, {});
});
