import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeProgress, ProgressStore, readProgress, writeProgress } from './progress.ts';
import type { CheckProgress, Progress, ProgressStorage } from './progress.ts';

const KEY = 'downhill-progress';
const ASIDE = 'downhill-progress-unreadable';
const CHECK = 'gentle-descent/derivative/power-rule';
const OTHER = 'gentle-descent/derivative/chain-rule';

class MemoryStorage implements ProgressStorage {
  readonly items = new Map<string, string>();
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }
}

function entry(change: Partial<CheckProgress> = {}): CheckProgress {
  return { state: 'tried', attempts: 1, hints: 0, solutionSeen: false, changed: 1000, ...change };
}

function readBack(progress: Progress): Progress {
  const read = readProgress(writeProgress(progress));
  assert.ok('progress' in read);
  assert.equal(read.dropped, 0);
  return read.progress;
}

test('what is recorded is there for the next page', () => {
  const storage = new MemoryStorage();
  const store = new ProgressStore(storage);
  store.record(CHECK, { attempts: 1, answer: '3x' });
  store.record(CHECK, { attempts: 2, answer: '3x^2', state: 'done' });
  store.record(OTHER, { hints: 1 });

  const next = new ProgressStore(storage);
  assert.equal(next.get(CHECK)?.state, 'done');
  assert.equal(next.get(CHECK)?.attempts, 2);
  assert.equal(next.get(CHECK)?.answer, '3x^2');
  assert.deepEqual(next.count('gentle-descent/derivative'), { tried: 1, done: 1 });
  assert.deepEqual(next.count('gentle-descent/deriv'), { tried: 0, done: 0 }, 'a lesson is counted by its whole name');
  assert.ok(next.persistent);
});

test('a check once done stays done', () => {
  const store = new ProgressStore(new MemoryStorage());
  store.record(CHECK, { state: 'done' });
  store.record(CHECK, { state: 'tried', answer: 'x' });
  assert.equal(store.get(CHECK)?.state, 'done');
});

test('two tabs do not overwrite each other', () => {
  const storage = new MemoryStorage();
  const left = new ProgressStore(storage);
  const right = new ProgressStore(storage);
  left.record(CHECK, { state: 'done' });
  right.record(OTHER, { state: 'done' });
  assert.deepEqual(right.count('gentle-descent/derivative'), { tried: 0, done: 2 });
  let told = 0;
  left.addEventListener('change', () => (told += 1));
  left.refresh();
  assert.equal(told, 1);
  assert.deepEqual(left.count('gentle-descent/derivative'), { tried: 0, done: 2 });
});

test('unreadable content is put aside, not lost, and the store starts anew', () => {
  for (const broken of ['{', '[]', 'null', '{"format":"downhill-progress","version":9,"checks":{}}']) {
    const storage = new MemoryStorage();
    storage.setItem(KEY, broken);
    const store = new ProgressStore(storage);
    assert.deepEqual(store.count('gentle-descent/derivative'), { tried: 0, done: 0 });
    store.record(CHECK, { state: 'done' });
    assert.equal(storage.getItem(ASIDE), broken);
    assert.equal(new ProgressStore(storage).get(CHECK)?.state, 'done');
  }
});

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

test('without storage, or with one that fails, the progress lasts as long as the page', () => {
  const missing = new ProgressStore(undefined);
  const throwing = new ProgressStore({
    getItem: () => {
      throw new Error('forbidden');
    },
    setItem: () => {
      throw new Error('forbidden');
    },
  });
  const full = new ProgressStore({
    getItem: () => null,
    setItem: () => {
      throw new Error('quota');
    },
  });
  for (const store of [missing, throwing, full]) {
    store.record(CHECK, { state: 'done' });
    store.record(OTHER, { hints: 2 });
    assert.equal(store.get(CHECK)?.state, 'done');
    assert.equal(store.get(OTHER)?.hints, 2);
    assert.equal(store.persistent, false);
  }
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

test('an import tells what it changed; the second time it changes nothing', () => {
  const other = new ProgressStore(new MemoryStorage());
  other.record(CHECK, { state: 'done' });
  other.record(OTHER, { state: 'done' });
  const store = new ProgressStore(new MemoryStorage());
  store.record(CHECK, { attempts: 3 });
  assert.deepEqual(store.importText(other.exportText()), { added: 1, improved: 1, dropped: 0 });
  assert.deepEqual(store.importText(other.exportText()), { added: 0, improved: 0, dropped: 0 });
  assert.equal(store.get(CHECK)?.attempts, 3);
});

test('a file that is not an export changes nothing and says why', () => {
  const store = new ProgressStore(new MemoryStorage());
  store.record(CHECK, { state: 'done' });
  const before = store.exportText();
  assert.deepEqual(store.importText('x,y\n1,2'), { problem: 'not-json' });
  assert.deepEqual(store.importText('{"checks": 3}'), { problem: 'not-progress' });
  assert.deepEqual(store.importText(before.replace('"version": 1', '"version": 2')), { problem: 'newer-version' });
  assert.equal(store.exportText(), before);
});

test('a reset forgets everything, also in the storage', () => {
  const storage = new MemoryStorage();
  const store = new ProgressStore(storage);
  store.record(CHECK, { state: 'done' });
  store.reset();
  assert.equal(store.get(CHECK), undefined);
  assert.equal(new ProgressStore(storage).get(CHECK), undefined);
});
