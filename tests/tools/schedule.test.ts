import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { runAll } from '../../tools/test/schedule.ts';

const suite = (name: string, cores = 1, ...after: string[]) => ({ name, cores, after });

/** Runs suites that each take a moment, and tells what happened in order. */
async function played(suites: ReturnType<typeof suite>[], cores: number, bad: string[] = []) {
  const events: string[] = [];
  let busy = 0;
  let most = 0;
  const endings = await runAll(suites, cores, async ({ name, cores: own }) => {
    events.push(`+${name}`);
    most = Math.max(most, (busy += Math.min(own, cores)));
    await wait(2);
    busy -= Math.min(own, cores);
    events.push(`-${name}`);
    return !bad.includes(name);
  });
  return { events, most, endings: Object.fromEntries(endings) };
}

test('each runs once, after those it waits for', async () => {
  const { events, endings } = await played([suite('c', 1, 'a', 'b'), suite('a'), suite('b', 1, 'a')], 4);
  assert.deepEqual(events, ['+a', '-a', '+b', '-b', '+c', '-c']);
  assert.deepEqual(endings, { a: 'passed', b: 'passed', c: 'passed' });
});

test('as many as the processors allow, and one that wants more than there are', async () => {
  const many = [suite('a'), suite('b', 2), suite('c'), suite('d', 8), suite('e')];
  const { most, endings } = await played(many, 2);
  assert.equal(most, 2);
  assert.equal(Object.keys(endings).length, many.length);
});

test('side by side where there is room', async () => {
  const { events } = await played([suite('a'), suite('b')], 2);
  assert.deepEqual(events.slice(0, 2), ['+a', '+b']);
});

test('what waits for one that failed is left out, all else runs', async () => {
  const { events, endings } = await played([suite('a'), suite('b', 1, 'a'), suite('c', 1, 'b'), suite('d')], 1, ['a']);
  assert.deepEqual(endings, { a: 'failed', b: 'left out', c: 'left out', d: 'passed' });
  assert.ok(!events.includes('+b'));
});

test('what waits for a suite that is not run waits for nobody', async () => {
  assert.deepEqual((await played([suite('b', 1, 'a')], 1)).endings, { b: 'passed' });
});

test('after an interrupt nothing begins', async () => {
  const stop = new AbortController();
  const started: string[] = [];
  const endings = await runAll(
    [suite('a'), suite('b')],
    1,
    async ({ name }) => {
      started.push(name);
      stop.abort();
      return false;
    },
    stop.signal,
  );
  assert.deepEqual(started, ['a']);
  assert.equal(endings.get('b'), 'left out');
});
