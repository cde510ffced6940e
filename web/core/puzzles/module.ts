import type { Failure, ModuleHandle } from '../module.ts';

export interface BaseballHandle extends ModuleHandle {
  read(text: string): unknown;
  secret(seed: number): string;
  position(turns: unknown): unknown;
  guessValue(guess: string, turns: unknown): unknown;
  ranking(turns: unknown, limit: number): unknown;
  nextGuess(turns: unknown): unknown;
  strategy(): unknown;
}

export interface PuzzlesModule {
  puzzlesCatalog(): unknown;
  baseballScore(secret: string, guess: string): unknown;
  createBaseball(rule: string): BaseballHandle | Failure;
}
