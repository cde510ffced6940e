/** The reader's progress over all checks: what an entry is, how two of them are joined, and the file it is exported to. */

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
const FORMAT = 'downhill-progress';
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

/** Whether a text can be the key of a check. */
export const isCheckKey = (text: string): boolean => CHECK_KEY.test(text);

/** An entry if the value is one. */
export function readEntry(value: unknown): CheckProgress | undefined {
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
  if (!isRecord(file) || file.format !== FORMAT || !isCount(file.version) || !isRecord(file.checks)) {
    return { problem: 'not-progress' };
  }
  if (file.version > VERSION) return { problem: 'newer-version' };
  const progress: Progress = new Map();
  let dropped = 0;
  for (const [key, value] of Object.entries(file.checks)) {
    const entry = isCheckKey(key) ? readEntry(value) : undefined;
    if (entry) progress.set(key, entry);
    else dropped += 1;
  }
  return { progress, dropped };
}

/** The text that `readProgress` reads: JSON, keys sorted so that two exports can be compared line by line. */
export function writeProgress(progress: Progress): string {
  const checks = Object.fromEntries([...progress].sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify({ format: FORMAT, version: VERSION, checks }, null, 2);
}

/** The later one; of two made at once the same one, whoever asks, so that tabs agree. */
const later = (one: CheckProgress, other: CheckProgress): boolean =>
  one.changed === other.changed ? JSON.stringify(one) > JSON.stringify(other) : one.changed > other.changed;

/** What two entries of one check say together. */
export function better(mine: CheckProgress, theirs: CheckProgress): CheckProgress {
  const takeTheirs = mine.state === theirs.state ? later(theirs, mine) : theirs.state === 'done';
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
