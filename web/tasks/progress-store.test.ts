import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProgressStore } from './progress-store.ts';
import type { ProgressStorage } from './progress-store.ts';
import type { CheckProgress } from './progress.ts';

const WHOLE = 'downhill-progress';
const CHECK = 'gentle-descent/derivative/power-rule';
const OTHER = 'gentle-descent/derivative/chain-rule';
const LESSON = 'gentle-descent/derivative';

class MemoryStorage implements ProgressStorage {
  readonly items = new Map<string, string>();
  /** Whether writing fails. */
  full = false;
  get length(): number {
    return this.items.size;
  }
  key(index: number): string | null {
    return [...this.items.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.full) throw new Error('quota');
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
}

function entry(change: Partial<CheckProgress> = {}): CheckProgress {
  return { state: 'tried', attempts: 1, hints: 0, solutionSeen: false, changed: 1000, ...change };
}

const whole = (checks: Record<string, unknown>, version = 1): string =>
  JSON.stringify({ format: WHOLE, version, checks });

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
  assert.deepEqual(next.count(LESSON), { tried: 1, done: 1 });
  assert.deepEqual(next.count('gentle-descent/deriv'), { tried: 0, done: 0 }, 'a lesson is counted by its whole name');
  assert.equal(next.trouble, undefined);
});

test('a check once done stays done', () => {
  const store = new ProgressStore(new MemoryStorage());
  store.record(CHECK, { state: 'done' });
  store.record(CHECK, { state: 'tried', answer: 'x' });
  assert.equal(store.get(CHECK)?.state, 'done');
});

test('two tabs lose nothing, although each is told of the other too late', () => {
  const storage = new MemoryStorage();
  const tabs = [new ProgressStore(storage), new ProgressStore(storage)];
  for (let number = 0; number < 200; number++) tabs[number % 2].record(`a/b/check-${number}`, { state: 'done' });
  assert.deepEqual(new ProgressStore(storage).count('a/b'), { tried: 0, done: 200 });
  let told = 0;
  tabs[0].addEventListener('change', () => (told += 1));
  for (let number = 0; number < 200; number++) tabs[0].heard(`downhill-progress/1/a/b/check-${number}`);
  assert.equal(told, 200);
  assert.deepEqual(tabs[0].count('a/b'), { tried: 0, done: 200 });
  tabs[0].heard('of somebody else');
  assert.equal(told, 200);
});

test('two tabs that write of one check at once agree on the better entry', () => {
  const storage = new MemoryStorage();
  const left = new ProgressStore(storage);
  const right = new ProgressStore(storage);
  left.record(CHECK, { state: 'done', attempts: 3 });
  // The right tab did not see that: its own write comes from another memory.
  const key = `downhill-progress/1/${CHECK}`;
  storage.setItem(key, JSON.stringify(entry({ attempts: 5, changed: 2 })));
  left.heard(key);
  right.heard(key);
  for (const store of [left, right, new ProgressStore(storage)]) {
    assert.equal(store.get(CHECK)?.state, 'done');
    assert.equal(store.get(CHECK)?.attempts, 5);
  }
});

test('what another tab erased does not come back', () => {
  const storage = new MemoryStorage();
  const [left, right] = [new ProgressStore(storage), new ProgressStore(storage)];
  left.record(CHECK, { state: 'done' });
  right.heard(`downhill-progress/1/${CHECK}`);
  right.reset();
  left.heard(`downhill-progress/1/${CHECK}`);
  assert.equal(left.get(CHECK), undefined);
  left.record(OTHER, { hints: 1 });
  assert.deepEqual(new ProgressStore(storage).count(LESSON), { tried: 1, done: 0 });
});

test('the record of an earlier edition is taken over, joined to what is here', () => {
  const storage = new MemoryStorage();
  new ProgressStore(storage).record(OTHER, { attempts: 4 });
  storage.setItem(WHOLE, whole({ [CHECK]: entry({ state: 'done' }), [OTHER]: entry({ state: 'done' }) }));
  const store = new ProgressStore(storage);
  assert.deepEqual(store.count(LESSON), { tried: 0, done: 2 });
  assert.equal(store.get(OTHER)?.attempts, 4);
  assert.equal(storage.getItem(WHOLE), null);
  assert.deepEqual(store.unread, []);
});

test('what cannot be read stays as it is, whatever is recorded, until it is let go', () => {
  const newer = whole({}, 9);
  for (const [text, isNewer] of [['{', false], ['[]', false], ['null', false], [newer, true]] as const) {
    const storage = new MemoryStorage();
    storage.setItem(WHOLE, text);
    const store = new ProgressStore(storage);
    store.record(CHECK, { state: 'done' });
    store.importText(whole({ [OTHER]: entry() }));
    assert.equal(storage.getItem(WHOLE), text);
    const next = new ProgressStore(storage);
    assert.deepEqual(next.count(LESSON), { tried: 1, done: 1 });
    assert.deepEqual(next.unread, [{ key: WHOLE, text, newer: isNewer }]);
    next.drop(next.unread[0]);
    assert.equal(storage.getItem(WHOLE), null);
    assert.deepEqual(next.unread, []);
  }
}); // prettier-ignore

test('entries that cannot be read, and those of a later edition, are kept beside the new ones', () => {
  const storage = new MemoryStorage();
  const broken = { [`downhill-progress/1/${CHECK}`]: '{"state":"perfect"}', [`downhill-progress/2/${CHECK}`]: 'later' };
  for (const [key, text] of Object.entries(broken)) storage.setItem(key, text);
  storage.setItem('downhill-progress-unreadable', 'put aside by an earlier edition');
  const store = new ProgressStore(storage);
  assert.equal(store.unread.length, 3);
  store.record(CHECK, { state: 'done' });
  const next = new ProgressStore(storage);
  assert.equal(next.get(CHECK)?.state, 'done');
  assert.deepEqual(
    next.unread.map(({ text, newer }) => [text, newer]),
    [
      ['put aside by an earlier edition', false],
      ['later', true],
      ['{"state":"perfect"}', false],
    ],
  );
});

test('one broken entry of an earlier record does not cost the others, and the record stays', () => {
  const storage = new MemoryStorage();
  const text = whole({ [CHECK]: entry({ state: 'done' }), [OTHER]: { state: 'finished' } });
  storage.setItem(WHOLE, text);
  const store = new ProgressStore(storage);
  assert.deepEqual(store.count(LESSON), { tried: 0, done: 1 });
  assert.equal(storage.getItem(WHOLE), text);
  assert.equal(store.unread.length, 1);
});

test('without room all is known to the page, it is said, and stored as soon as there is room', () => {
  const storage = new MemoryStorage();
  storage.setItem(WHOLE, whole({ 'a/b/c': entry({ state: 'done' }) }));
  storage.full = true;
  const store = new ProgressStore(storage);
  assert.deepEqual(store.count('a/b'), { tried: 0, done: 1 });
  store.record(CHECK, { state: 'done' });
  assert.equal(store.trouble, 'no-room');
  assert.ok(store.isUnstored(CHECK));
  store.refresh();
  assert.equal(store.get(CHECK)?.state, 'done');
  storage.full = false;
  store.record(OTHER, { hints: 2 });
  assert.equal(store.trouble, undefined);
  assert.equal(new ProgressStore(storage).get(CHECK)?.state, 'done');
});

test('what is not stored is tried again by itself', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const storage = new MemoryStorage();
  storage.full = true;
  const store = new ProgressStore(storage);
  store.record(CHECK, { state: 'done' });
  context.mock.timers.tick(60_000);
  assert.equal(store.trouble, 'no-room');
  storage.full = false;
  context.mock.timers.tick(10_000);
  assert.equal(store.trouble, undefined);
  assert.ok(storage.getItem(`downhill-progress/1/${CHECK}`));
});

test('without storage, or with one that fails, the progress lasts as long as the page', () => {
  const forbidden = (): never => {
    throw new Error('forbidden');
  };
  const throwing = { getItem: forbidden, setItem: forbidden, removeItem: forbidden, key: forbidden, length: 1 };
  for (const [storage, trouble] of [[undefined, 'no-storage'], [throwing, 'no-room']] as const) {
    const store = new ProgressStore(storage);
    store.record(CHECK, { state: 'done' });
    store.record(OTHER, { hints: 2 });
    store.refresh();
    assert.equal(store.get(CHECK)?.state, 'done');
    assert.equal(store.get(OTHER)?.hints, 2);
    assert.equal(store.trouble, trouble);
    store.reset();
    assert.equal(store.get(CHECK), undefined);
  }
}); // prettier-ignore

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

test('a reset forgets everything, also in the storage, and nothing of others', () => {
  const storage = new MemoryStorage();
  storage.setItem('theme', 'dark');
  storage.setItem('downhill-progress-unreadable', 'x');
  storage.setItem(`downhill-progress/2/${CHECK}`, 'later');
  const store = new ProgressStore(storage);
  store.record(CHECK, { state: 'done' });
  store.reset();
  assert.equal(store.get(CHECK), undefined);
  assert.deepEqual([...storage.items.keys()], ['theme']);
});
