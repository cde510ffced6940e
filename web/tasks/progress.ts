/**
 * The reader's progress over all checks, kept in this browser.
 *
 * One text in `localStorage` holds it, with a version, so that a later site can still read it. Nothing here may fail in front of the
 * reader: unreadable content is put aside rather than overwritten, and without storage (private windows, storage switched off) the
 * progress simply lasts as long as the page. Other tabs are heard through the `storage` event.
 */

/** What is known of one check. Its key is `<chapter>/<lesson>/<check>`, the same in every language. */
export interface CheckProgress {
  /** `tried`: attempted or looked at, not yet right; `done`: answered right (of a prediction: what happened was seen). */
  state: 'tried' | 'done';
  /** Graded answers so far; typing errors are not counted. */
  attempts: number;
  /** Hints opened. */
  hints: number;
  /** The worked solution was opened before the check was done, or a prediction skipped. */
  solutionSeen: boolean;
  /** The last answer, to be put back when the page opens again: typed text, or indices of options or items. */
  answer?: string | number[];
  /** When this entry last changed, in milliseconds since 1970. */
  changed: number;
}

export type Progress = Map<string, CheckProgress>;

/** What reading an exported file gave: the progress and how many entries had to be left out, or why it cannot be used. */
export type ReadResult =
  { progress: Progress; dropped: number } | { problem: 'not-json' | 'not-progress' | 'newer-version' };

/** What an import changed. */
export interface ImportSummary {
  /** Checks that were not here before. */
  added: number;
  /** Checks whose entry got better by the import. */
  improved: number;
  /** Entries of the file that made no sense and were left out. */
  dropped: number;
}

const VERSION = 1;
const STORAGE_KEY = 'downhill-progress';
/** Where text that could not be read is put aside, so that nothing of the reader's is lost. */
const ASIDE_KEY = 'downhill-progress-unreadable';
const CHECK_KEY = /^[a-z0-9-]+(?:\/[a-z0-9-]+){2}$/;
/** No honest answer is longer; a file with longer ones is not ours. */
const ANSWER_LIMIT = 2000;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isAnswer(value: unknown): value is CheckProgress['answer'] {
  if (typeof value === 'string') return value.length <= ANSWER_LIMIT;
  return value === undefined || (Array.isArray(value) && value.length <= ANSWER_LIMIT && value.every(isCount));
}

function readEntry(value: unknown): CheckProgress | undefined {
  if (!isRecord(value)) return undefined;
  const { state, attempts, hints, solutionSeen, answer, changed } = value;
  if (state !== 'tried' && state !== 'done') return undefined;
  if (!isCount(attempts) || !isCount(hints) || !isCount(changed) || typeof solutionSeen !== 'boolean') return undefined;
  if (!isAnswer(answer)) return undefined;
  return { state, attempts, hints, solutionSeen, ...(answer === undefined ? {} : { answer }), changed };
}

/** Reads the text of an export (or of the storage), keeping every entry that makes sense. */
export function readProgress(text: string): ReadResult {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { problem: 'not-json' };
  }
  if (!isRecord(file) || file.format !== STORAGE_KEY || !isCount(file.version) || !isRecord(file.checks)) {
    return { problem: 'not-progress' };
  }
  if (file.version > VERSION) return { problem: 'newer-version' };
  const progress: Progress = new Map();
  let dropped = 0;
  for (const [key, value] of Object.entries(file.checks)) {
    const entry = CHECK_KEY.test(key) ? readEntry(value) : undefined;
    if (entry) progress.set(key, entry);
    else dropped += 1;
  }
  return { progress, dropped };
}

/** The text that `readProgress` reads: JSON, keys sorted so that two exports can be compared line by line. */
export function writeProgress(progress: Progress): string {
  const checks = Object.fromEntries([...progress].sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify({ format: STORAGE_KEY, version: VERSION, checks }, null, 2);
}

function better(mine: CheckProgress, theirs: CheckProgress): CheckProgress {
  const takeTheirs = mine.state === theirs.state ? theirs.changed > mine.changed : theirs.state === 'done';
  const [best, other] = takeTheirs ? [theirs, mine] : [mine, theirs];
  return { ...best, attempts: Math.max(best.attempts, other.attempts), hints: Math.max(best.hints, other.hints) };
}

/**
 * Joins two records of progress: of a check known to both, the entry that is done wins, then the later one. Nothing that was done is
 * ever undone, and joining the same file twice changes nothing.
 */
export function mergeProgress(mine: Progress, theirs: Progress): Progress {
  const merged: Progress = new Map(mine);
  for (const [key, entry] of theirs) {
    const known = mine.get(key);
    merged.set(key, known ? better(known, entry) : entry);
  }
  return merged;
}

/** The part of `Storage` that is used, so that tests can hand in their own. */
export type ProgressStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** The progress of this browser. Sends `change` whenever an entry may have changed, also by another tab. */
export class ProgressStore extends EventTarget {
  private readonly storage: ProgressStorage | undefined;
  private progress: Progress = new Map();
  private stored = true;

  /** @param storage where to keep it; undefined keeps it in memory only. */
  constructor(storage: ProgressStorage | undefined) {
    super();
    this.storage = storage;
    this.stored = storage !== undefined;
    this.refresh();
  }

  /** Whether what is recorded will still be there tomorrow: false without storage, or when the last write failed. */
  get persistent(): boolean {
    return this.stored;
  }

  /** What is known of one check; undefined when it was never touched. */
  get(key: string): CheckProgress | undefined {
    return this.progress.get(key);
  }

  /**
   * How far a lesson is.
   * @param lesson `<chapter>/<lesson>`.
   */
  count(lesson: string): { tried: number; done: number } {
    const count = { tried: 0, done: 0 };
    for (const [key, entry] of this.progress) if (key.startsWith(`${lesson}/`)) count[entry.state] += 1;
    return count;
  }

  /**
   * Records something about one check. A check once done stays done.
   * @param change the values that change; those left out keep theirs (an untouched check starts as tried, with no attempts).
   */
  record(key: string, change: Partial<Omit<CheckProgress, 'changed'>>): void {
    this.load(); // another tab may have written since
    const before = this.progress.get(key) ?? { state: 'tried', attempts: 0, hints: 0, solutionSeen: false, changed: 0 };
    const state = before.state === 'done' ? 'done' : (change.state ?? 'tried');
    this.progress.set(key, { ...before, ...change, state, changed: Date.now() });
    this.save();
  }

  /** The text of an export file. */
  exportText(): string {
    return writeProgress(this.progress);
  }

  /** Joins an export file to what is here; returns what it changed, or why the file cannot be used (then nothing is changed). */
  importText(text: string): ImportSummary | { problem: 'not-json' | 'not-progress' | 'newer-version' } {
    const read = readProgress(text);
    if ('problem' in read) return read;
    this.load();
    const before = this.progress;
    this.progress = mergeProgress(before, read.progress);
    const changedKeys = [...this.progress].filter(
      ([key, entry]) => JSON.stringify(entry) !== JSON.stringify(before.get(key)),
    );
    const added = changedKeys.filter(([key]) => !before.has(key)).length;
    this.save();
    return { added, improved: changedKeys.length - added, dropped: read.dropped };
  }

  /** Forgets everything. */
  reset(): void {
    this.progress = new Map();
    this.save();
  }

  /** Reads the storage again and tells those who listen; called when another tab has written. */
  refresh(): void {
    this.load();
    this.dispatchEvent(new Event('change'));
  }

  private load(): void {
    if (!this.storage || !this.stored) return;
    try {
      const text = this.storage.getItem(STORAGE_KEY);
      const read = text === null ? { progress: new Map<string, CheckProgress>(), dropped: 0 } : readProgress(text);
      const unreadable = 'problem' in read || read.dropped > 0;
      if (text !== null && unreadable) this.storage.setItem(ASIDE_KEY, text);
      this.progress = 'problem' in read ? new Map() : read.progress;
    } catch {
      this.stored = false;
    }
  }

  private save(): void {
    try {
      if (this.stored) this.storage?.setItem(STORAGE_KEY, writeProgress(this.progress));
    } catch {
      this.stored = false; // full or forbidden: from here on the progress lasts as long as the page
    }
    this.dispatchEvent(new Event('change'));
  }
}

function pageStorage(): ProgressStorage | undefined {
  try {
    return globalThis.localStorage ?? undefined;
  } catch {
    return undefined; // storage switched off: even naming it throws
  }
}

let shared: ProgressStore | undefined;

/** The page's one store, made on first use. */
export function getProgress(): ProgressStore {
  if (!shared) {
    const store = new ProgressStore(pageStorage());
    globalThis.addEventListener?.('storage', (event) => {
      if (event.key === STORAGE_KEY || event.key === null) store.refresh();
    });
    shared = store;
  }
  return shared;
}
