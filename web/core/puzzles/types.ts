/** Puzzles: number baseball, what can be known in it, and a strategy that always wins; Morse code stands in `morse-types.ts`. */
import type { Freeable, Name } from '../types.ts';
import type { MorseCore } from './morse-types.ts';

export interface PuzzlesCore extends MorseCore {
  puzzlesCatalog(): PuzzlesCatalog;
  /** Strikes and balls of two numbers of equally many digits, repeated digits allowed. Throws not-an-integer or, for `guess`, wrong-dimension. */
  baseballScore(secret: string, guess: string): BaseballScore;
  /** What can be asked under a rule of `puzzlesCatalog().baseballRules`. Throws unknown-id. */
  baseball(rule: string): Baseball;
}

export interface PuzzlesCatalog {
  baseballRules: BaseballRule[];
}

export interface BaseballRule {
  id: string;
  name: Name;
  /** How many numbers may be the secret. */
  secrets: number;
}

export interface BaseballScore {
  /** Right digits in the right place. */
  strikes: number;
  /** Right digits elsewhere. */
  balls: number;
}

/** A guess and its answer. */
export interface BaseballTurn extends BaseballScore {
  guess: string;
}

/** What a line of input is: a guess, a 0 that ends the game, or what is wrong with it. */
export interface BaseballReading {
  input:
    'guess' | 'stop' | 'empty' | 'not-a-number' | 'wrong-length' | 'repeated-digit' | 'unused-digit' | 'leading-zero';
  /** What was read, where it was digits. */
  digits: string;
}

/** Turns must be guesses and answers that the rule has, else: unknown-id, out-of-range (`turns`, `position` the turn). */
export interface Baseball extends Freeable {
  read(text: string): BaseballReading;
  /** A secret drawn with a seed. */
  secret(seed: number): string;
  position(turns: readonly BaseballTurn[]): BaseballPosition;
  /** What an answer to the guess would tell after these turns. Throws unknown-id (`guess`). */
  guessValue(guess: string, turns: readonly BaseballTurn[]): BaseballGuess;
  /** The most informative guesses, the best first; of equals those that may be the secret. */
  ranking(turns: readonly BaseballTurn[], limit: number): GuessValue[];
  /** What the computer guesses after these turns; null when no secret fits them. */
  nextGuess(turns: readonly BaseballTurn[]): string | null;
  /** The computer's strategy played against every secret. */
  strategy(): StrategyResult;
}

export interface BaseballPosition {
  /** The secrets that fit every answer. */
  candidates: string[];
  /** Why there are none: the first turn (0 the first of all) after which none is left, and the turns each of which explains it alone. */
  contradiction: { turn: number; suspects: number[] } | null;
}

export interface GuessValue {
  guess: string;
  /** It may itself be the secret. */
  possible: boolean;
  /** Expected information: the entropy of the answer. */
  bits: number;
  /** Candidates left on average, and at worst. */
  expectedLeft: number;
  largest: number;
}

export interface BaseballGuess extends GuessValue {
  /** How many candidates would give each answer that can be, fewest strikes first, then fewest balls. */
  parts: (BaseballScore & { count: number })[];
}

export interface StrategyResult {
  /** How many secrets need 1, 2, … guesses. */
  secrets: number[];
  /** Guesses on average over all secrets, and at worst. */
  average: number;
  worst: number;
}
