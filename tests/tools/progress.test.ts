import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countSoFar, progressLine, timeLeft, type Standing } from '../../tools/test/progress.ts';

test('what the runners tell while they run', () => {
  const playwright =
    '\nRunning 199 tests using 2 workers\n\n  ✓    1 a.test.ts:1:1 › one (1s)\n  ✘    2 a.test.ts:2:1 › two (1s)\n';
  assert.deepEqual(countSoFar('playwright', playwright), { done: 2, of: 199 });
  assert.deepEqual(countSoFar('playwright', ''), { done: 0, of: undefined });
  assert.deepEqual(countSoFar('node', '✔ one (1ms)\n✖ two (2ms)\n▶ group\n  ✔ three (1ms)\n'), { done: 3 });
  assert.deepEqual(countSoFar('check', '✓ format: …\n    a.ts\n✗ length: …\n'), { done: 2 });
  assert.deepEqual(countSoFar('step', '[1/73] Building\n[2/73] Building\n'), { done: 2, of: 73 });
  assert.deepEqual(countSoFar('step', 'up to date\n'), { done: 0, of: undefined });
  assert.deepEqual(countSoFar('catch2', 'anything'), { done: 0 });
});

const standing = (change: Partial<Standing> & { cores?: number; name?: string }): Standing => ({
  suite: { name: change.name ?? 'a', runner: 'playwright', cores: change.cores ?? 1 },
  expected: 100,
  ended: false,
  count: { done: 0 },
  ...change,
});

test('the time left: known times before a suite begins, its own pace later, none when it has ended', () => {
  assert.equal(timeLeft([standing({}), standing({})], 2), 100);
  assert.equal(timeLeft([standing({ cores: 2 }), standing({})], 2), 150);
  assert.equal(timeLeft([standing({ since: 40, count: { done: 20, of: 100 } })], 2), 160);
  assert.equal(timeLeft([standing({ since: 30 })], 2), 70);
  assert.equal(timeLeft([standing({ since: 500 })], 2), 10);
  assert.equal(timeLeft([standing({ since: 30, ended: true })], 2), 0);
  // One long suite is not shared by many processors.
  assert.equal(timeLeft([standing({})], 8), 100);
});

test('the line: what runs, how many are done, the time left', () => {
  const all = [
    standing({ name: 'browser', since: 50, count: { done: 12, of: 48 } }),
    standing({ name: 'check', since: 5, count: { done: 3 } }),
    standing({ name: 'core', since: 5 }),
    standing({ name: 'wasm' }),
    standing({ name: 'site', since: 10, ended: true }),
  ];
  assert.equal(progressLine(all, 4), 'browser 12 of 48 · check 3 · core · 1 of 5 done · about 3 min left');
});
