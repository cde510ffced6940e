import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeProgress, readProgress, writeProgress } from './progress.ts';
import type { CheckProgress, Progress } from './progress.ts';

const KEY = 'downhill-progress';
const CHECK = 'gentle-descent/derivative/power-rule';
const OTHER = 'gentle-descent/derivative/chain-rule';

function entry(change: Partial<CheckProgress> = {}): CheckProgress {
  return { state: 'tried', attempts: 1, hints: 0, solutionSeen: false, changed: 1000, ...change };
}

function readBack(progress: Progress): Progress {
  const read = readProgress(writeProgress(progress));
  assert.ok('progress' in read);
  assert.equal(read.dropped, 0);
  return read.progress;
}

test('one broken entry does not cost the others', () => {
  const text = JSON.stringify({
    format: KEY,
    version: 1,
    checks: {
      [CHECK]: entry({ state: 'done' }),
      [OTHER]: { state: 'finished' },
      'not a key': entry(),
      __proto__x: entry(),
      'a/b/negative': entry({ attempts: -1 }),
      'a/b/fraction': entry({ hints: 0.5 }),
      'a/b/answer': { ...entry(), answer: { evil: true } },
      'a/b/long': entry({ answer: 'x'.repeat(2001) }),
      'a/b/text': 'done',
    },
  });
  const read = readProgress(text);
  assert.ok('progress' in read);
  assert.deepEqual([...read.progress.keys()], [CHECK]);
  assert.equal(read.dropped, 8);
});

test('writing and reading are inverse', () => {
  const progress: Progress = new Map([
    [CHECK, entry({ answer: '2x "cos" (x²)' })],
    [OTHER, entry({ answer: [2, 0, 1], solutionSeen: true, state: 'done' })],
  ]);
  assert.deepEqual(readBack(progress), new Map([...progress].sort()));
});

test('merging never undoes what was done and keeps the larger counts', () => {
  const mine: Progress = new Map([
    [CHECK, entry({ state: 'done', changed: 10, attempts: 1, hints: 2, answer: 'mine' })],
  ]);
  const theirs: Progress = new Map([
    [CHECK, entry({ state: 'tried', changed: 99, attempts: 7, answer: 'theirs' })],
    [OTHER, entry()],
  ]);
  for (const merged of [mergeProgress(mine, theirs), mergeProgress(theirs, mine)]) {
    assert.deepEqual(merged.get(CHECK), entry({ state: 'done', changed: 10, attempts: 7, hints: 2, answer: 'mine' }));
    assert.deepEqual(merged.get(OTHER), entry());
  }
  const later: Progress = new Map([[CHECK, entry({ state: 'done', changed: 11, answer: 'later' })]]);
  assert.equal(mergeProgress(mine, later).get(CHECK)?.answer, 'later');
});
