/** What each kind of check provides: the controls of an answer, and how it is graded. */
import type { CheckElement } from '../../../tasks/check-element.ts';
import type { Problem } from '../../../fields/problem.ts';

/** An answer as it is remembered: typed text, or indices of options or items. */
export type Answer = string | number[];

export type Verdict =
  | { kind: 'right' }
  /** Not yet, and why; what is said to a known slip stands on the page under its name. */
  | { kind: 'wrong'; why: string; slip?: string }
  /** A typing error or something else that is no answer: not held against the reader. */
  | { kind: 'unreadable'; problem: Problem }
  /** Nothing to grade, and what to do. */
  | { kind: 'nothing'; why: string };

/** The check, as its answer form sees it. */
export interface Check extends CheckElement {
  /** A sentence of the check's strings, in the reader's language. */
  say(key: string, values?: Record<string, string | number>): string;
  /** The answer was edited: a verdict on the old one no longer stands. */
  edited(): void;
  /** Grades the present answer, as the button does. */
  handIn(): Promise<void>;
  /** For kinds that grade themselves: a verdict is reached. */
  settle(verdict: Verdict): void;
}

export interface AnswerForm {
  /** Whether the reader hands the answer in by a button; without one, the form calls `settle`. */
  readonly handedIn: boolean;
  /** The present answer, or undefined as long as there is none. */
  readonly answer: Answer | undefined;
  /** Puts back an answer given before. What does not fit any more is ignored. */
  restore(answer: Answer): void;
  /** The controls that are not part of the static page. */
  render(): unknown;
  /** What to say as long as there is no verdict, where there is no button. */
  readonly waiting?: string;
  /** Grades the present answer; throws what the core throws when it cannot be reached. */
  grade(): Promise<Verdict>;
}
