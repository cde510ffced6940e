/**
 * The reader's progress as this browser keeps it: each check under a key of its own in `localStorage`, so that tabs do not overwrite each
 * other's. Nothing here may fail in front of the reader, and nothing of the reader's is lost in silence: what cannot be stored is said and tried
 * again, and what cannot be read (a later edition may have written it) stays where it is.
 */
import { better, isCheckKey, mergeProgress, readEntry, readProgress, writeProgress } from './progress.ts';
import type { CheckProgress, ImportSummary, Progress, ReadResult } from './progress.ts';

/** The part of `Storage` that is used, so that tests can hand in their own. */
export type ProgressStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Why something is not stored: there is no storage, or no room in it. */
export type Trouble = 'no-storage' | 'no-room';

/** A text that is kept as it is because it cannot be read. */
export interface Unread {
  /** Where it stands. */
  key: string;
  text: string;
  /** A later edition wrote it. */
  newer: boolean;
}

/** Before the check's key; a later edition with other entries would use another number, so that neither touches the other's. */
const ENTRY = 'downhill-progress/1/';
/** Where an entry is moved that stands in the way of a new one and cannot be read. */
const ASIDE = 'downhill-progress/aside/';
/** Of the entries of a later edition. */
const NEWER = /^downhill-progress\/\d+\//;
/** Keys that hold something of the reader's: also the whole record of earlier editions, and what they could not read. */
const OWN = /^downhill-progress(?:$|\/|-unreadable$)/;
const WHOLE = 'downhill-progress';
/** How often what is not stored is tried again, in ms. */
const PATIENCE = 3000;

export class ProgressStore extends EventTarget {
  readonly #storage: ProgressStorage | undefined;
  /** All that is known, stored or not. */
  #progress: Progress = new Map();
  /** Keys of the entries that are not stored. */
  readonly #unstored = new Set<string>();
  #unread: Unread[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param storage where to keep it; undefined keeps it in memory only. */
  constructor(storage: ProgressStorage | undefined) {
    super();
    this.#storage = storage;
    this.refresh();
  }

  /** Why not all that was recorded will still be there tomorrow; undefined when it will. */
  get trouble(): Trouble | undefined {
    if (!this.#storage) return 'no-storage';
    return this.#unstored.size ? 'no-room' : undefined;
  }

  /** Whether what was recorded of a check is only known to this page. */
  isUnstored(key: string): boolean {
    return this.#unstored.has(key);
  }

  /** What is kept without being understood. */
  get unread(): readonly Unread[] {
    return this.#unread;
  }

  /** What is known of one check; undefined when it was never touched. */
  get(key: string): CheckProgress | undefined {
    return this.#progress.get(key);
  }

  /**
   * How far a lesson is.
   * @param lesson `<chapter>/<lesson>`.
   */
  count(lesson: string): { tried: number; done: number } {
    const count = { tried: 0, done: 0 };
    for (const [key, entry] of this.#progress) if (key.startsWith(`${lesson}/`)) count[entry.state] += 1;
    return count;
  }

  /**
   * Records something about one check. A check once done stays done.
   * @param change the values that change; those left out keep theirs (an untouched check starts as tried, with no attempts).
   */
  record(key: string, change: Partial<Omit<CheckProgress, 'changed'>>): void {
    this.#join(key, this.#stored(key)); // another tab may have written since
    const before = this.get(key) ?? { state: 'tried', attempts: 0, hints: 0, solutionSeen: false, changed: 0 };
    const state = before.state === 'done' ? 'done' : (change.state ?? 'tried');
    this.#progress.set(key, { ...before, ...change, state, changed: Date.now() });
    this.#store([key]);
  }

  /** The text of an export file. */
  exportText(): string {
    return writeProgress(this.#progress);
  }

  /** Joins an export file to what is here; returns what it changed, or why the file cannot be used (then nothing is changed). */
  importText(text: string): ImportSummary | Extract<ReadResult, { problem: string }> {
    const read = readProgress(text);
    if ('problem' in read) return read;
    this.#read();
    const before = this.#progress;
    this.#progress = mergeProgress(before, read.progress);
    const changed = [...this.#progress.keys()].filter((key) => !same(this.get(key), before.get(key)));
    const added = changed.filter((key) => !before.has(key)).length;
    this.#store(changed);
    return { added, improved: changed.length - added, dropped: read.dropped };
  }

  /** Forgets everything, also what could not be read. */
  reset(): void {
    this.#progress = new Map();
    this.#unstored.clear();
    this.#unread = [];
    for (const key of this.#ownKeys()) attempt(() => this.#storage!.removeItem(key));
    this.#tell();
  }

  /** Forgets one text that could not be read. */
  drop({ key }: Unread): void {
    attempt(() => this.#storage!.removeItem(key));
    this.refresh();
  }

  /** Reads the storage again and tells those who listen. */
  refresh(): void {
    this.#read();
    this.#tell();
  }

  /** Another tab has written under a key (null: erased everything). */
  heard(key: string | null): void {
    if (key !== null && !OWN.test(key)) return;
    const mine = key?.startsWith(ENTRY) ? key.slice(ENTRY.length) : undefined;
    const known = mine === undefined ? undefined : this.get(mine);
    this.#read();
    // Both tabs wrote at once: what the other did not know is written again. What it erased is not.
    const theirs = mine === undefined ? undefined : this.get(mine);
    if (mine && known && theirs && !same(better(known, theirs), theirs)) {
      this.#progress.set(mine, better(known, theirs));
      this.#store([mine]);
    } else this.#tell();
  }

  // ---- How it works ----------------------------------------------------------------------------------------------------------

  #tell(): void {
    this.dispatchEvent(new Event('change'));
  }

  /** Joins what is known of a check to what is stored of it. */
  #join(key: string, stored: CheckProgress | undefined): void {
    const known = this.get(key);
    if (stored) this.#progress.set(key, known ? better(known, stored) : stored);
  }

  #stored(key: string): CheckProgress | undefined {
    const text = attempt(() => this.#storage?.getItem(ENTRY + key));
    return text ? readEntry(parse(text)) : undefined;
  }

  #ownKeys(): string[] {
    const storage = this.#storage;
    if (!storage) return [];
    const keys = attempt(() => Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')) ?? [];
    return keys.filter((key) => OWN.test(key)).sort();
  }

  /** What is stored, and of what was recorded here the part that is not. */
  #read(): void {
    const before = this.#progress;
    this.#progress = new Map([...this.#unstored].map((key) => [key, before.get(key)!]));
    this.#unread = [];
    for (const key of this.#ownKeys()) {
      const text = attempt(() => this.#storage!.getItem(key)) ?? '';
      const check = key.slice(ENTRY.length);
      const entry = key.startsWith(ENTRY) && isCheckKey(check) ? readEntry(parse(text)) : undefined;
      if (entry) this.#join(check, entry);
      else if (key !== WHOLE) this.#unread.push({ key, text, newer: !key.startsWith(ENTRY) && NEWER.test(key) });
    }
    const whole = attempt(() => this.#storage?.getItem(WHOLE));
    if (typeof whole === 'string') this.#takeOver(whole);
  }

  /** The record of an earlier edition is parted into entries, and goes once they are all stored. */
  #takeOver(text: string): void {
    const read = readProgress(text);
    if ('problem' in read) {
      this.#unread.push({ key: WHOLE, text, newer: read.problem === 'newer-version' });
      return;
    }
    for (const [key, entry] of read.progress) this.#join(key, entry);
    const stored = [...read.progress.keys()].every((key) => this.#write(key));
    if (read.dropped) this.#unread.push({ key: WHOLE, text, newer: false });
    else if (stored) attempt(() => this.#storage!.removeItem(WHOLE));
  }

  /** Whether the entry of a check is stored now. */
  #write(key: string): boolean {
    const storage = this.#storage;
    const text = JSON.stringify(this.get(key));
    const write = () => {
      const there = storage!.getItem(ENTRY + key);
      if (there !== null && !readEntry(parse(there))) storage!.setItem(`${ASIDE}${Date.now()}/${key}`, there);
      storage!.setItem(ENTRY + key, text);
      return true;
    };
    return storage !== undefined && attempt(write) === true;
  }

  /** Stores some entries and whatever was not stored before; what still is not is tried again. */
  #store(keys: readonly string[]): void {
    for (const key of keys) this.#unstored.add(key);
    for (const key of this.#unstored) if (this.#write(key)) this.#unstored.delete(key);
    clearTimeout(this.#timer);
    if (this.#storage && this.#unstored.size) {
      this.#timer = setTimeout(() => this.#store([]), PATIENCE);
      (this.#timer as { unref?(): void }).unref?.(); // of Node, whose tests would wait for it
    }
    this.#tell();
  }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function parse(text: string): unknown {
  return attempt(() => JSON.parse(text) as unknown);
}

/** What comes of something that may fail; undefined where it does. */
function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function pageStorage(): ProgressStorage | undefined {
  const storage = attempt(() => globalThis.localStorage); // switched off: even naming it throws
  // There, but closed to this page.
  return storage && attempt(() => (storage.getItem(WHOLE), storage)) ? storage : undefined;
}

let shared: ProgressStore | undefined;

/** The page's one store, made on first use. */
export function getProgress(): ProgressStore {
  if (!shared) {
    const store = new ProgressStore(pageStorage());
    globalThis.addEventListener?.('storage', (event) => store.heard(event.key));
    shared = store;
  }
  return shared;
}
