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

export interface MorseModule {
  morseTables(): unknown;
  morseMessage(text: string): unknown;
  readMorse(code: string, alphabet: string): unknown;
  sendableText(text: string): string;
  morseSignal(text: string, speed: number, effective: number): unknown;
  morseWav(text: string, speed: number, effective: number, frequency: number): unknown;
  readKeying(times: readonly number[], expectedDot: number, alphabet: string): unknown;
}

export interface PuzzlesModule extends MorseModule {
  puzzlesCatalog(): unknown;
  baseballScore(secret: string, guess: string): unknown;
  createBaseball(rule: string): BaseballHandle | Failure;
}
