/** The pool shares work out. Its workers here are cores in this thread that answer late, as a worker does. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createCore } from '../../web/core/direct.ts';
import { CoreError } from '../../web/core/error.ts';
import { Pool } from '../../web/core/pool.ts';
import type { RemoteCore } from '../../web/core/core.ts';

const wasm = readFileSync(new URL('../../build/wasm/downhill.wasm', import.meta.url));
type Remote = RemoteCore<'calculus' | 'many-runs'>;
const startCore = async (): Promise<Remote> => (await createCore(wasm)) as unknown as Remote;

test('answers keep the order of the jobs, whoever is first', async () => {
  const pool = new Pool(startCore, 3);
  const delays = [30, 1, 20, 2, 10, 3];
  const arrivals: number[] = [];
  const counts: number[] = [];
  const answers = await pool.map(
    delays,
    async (core, delay) => {
      await wait(delay);
      return core.number(`${delay}^2`);
    },
    { each: (_, index, done) => (arrivals.push(index), counts.push(done)) },
  );
  assert.deepEqual(answers, [900, 1, 400, 4, 100, 9]);
  assert.deepEqual(
    arrivals.toSorted((a, b) => a - b),
    [0, 1, 2, 3, 4, 5],
  );
  assert.notDeepEqual(arrivals, [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(counts, [1, 2, 3, 4, 5, 6]);
});

test('every worker has its share, and is started once', async () => {
  let started = 0;
  const pool = new Pool(async () => (started++, startCore()), 4);
  const busy = new Set<Remote>();
  const jobs = Array.from({ length: 12 });
  const work = async (core: Remote) => void (busy.add(core), await wait(1));
  await pool.map(jobs, work);
  await pool.map(jobs, work);
  assert.equal(started, 4);
  assert.equal(busy.size, 4);
});

test('cancelling begins no further job', async () => {
  const pool = new Pool(startCore, 2);
  const cancel = new AbortController();
  let begun = 0;
  const answers = pool.map(Array.from({ length: 100 }), async () => (begun++, wait(1)), {
    signal: cancel.signal,
    each: (_, __, done) => done === 10 && cancel.abort(),
  });
  await assert.rejects(answers, { name: 'AbortError' });
  await wait(20);
  assert.ok(begun <= 12, `${begun}`);
});

test('an error of a job is the error of all, and ends it', async () => {
  const pool = new Pool(startCore, 2);
  let begun = 0;
  const answers = pool.map(['1', '2', '1 +', ...Array<string>(50).fill('4')], async (core, text) => {
    begun++;
    await wait(1);
    return core.number(text);
  });
  await assert.rejects(answers, (error) => error instanceof CoreError && error.code === 'unexpected-token');
  await wait(20);
  assert.ok(begun < 10, `${begun}`);
});

test('works with the workers that can be started', async () => {
  let started = 0;
  const unavailable = new CoreError({ code: 'core-unavailable' });
  const one = new Pool(async () => (started++ ? Promise.reject(unavailable) : startCore()), 3);
  assert.deepEqual(await one.map(['1', '2'], (core, text) => core.number(text)), [1, 2]);

  let broken = true;
  const none = new Pool(async () => (broken ? Promise.reject(unavailable) : startCore()), 2);
  await assert.rejects(
    none.map(['1'], (core, text) => core.number(text)),
    { code: 'core-unavailable' },
  );
  broken = false;
  assert.deepEqual(await none.map(['1'], (core, text) => core.number(text)), [1]);
});

test('the rows of a map of basins, shared out, are those of one piece', async () => {
  const pool = new Pool(startCore, 2);
  const problem = { expression: '(x^2-1)^2 + y^2', options: { 'learning-rate': 0.05 }, stepLimit: 300 };
  const grid = { x: [-2, 2, 20], y: [-1, 1, 12] } as const;
  const slices = await pool.map([0, 4, 8], (core, row) => core.ends(problem, grid, row, row + 4));
  const whole = (await createCore(wasm)).ends(problem, grid, 0, 12);
  for (const key of ['ends', 'outcomes', 'steps'] as const)
    assert.deepEqual(
      slices.flatMap((slice) => [...slice[key]]),
      [...whole[key]],
    );
});
