/** Number baseball, directly over the module. */
import { Owner, requireSeed, requireWhole, unwrap } from '../handle.ts';
import type { BaseballHandle } from './module.ts';
import type {
  Baseball,
  BaseballGuess,
  BaseballPosition,
  BaseballReading,
  BaseballTurn,
  GuessValue,
  StrategyResult,
} from './types.ts';

export class DirectBaseball extends Owner<BaseballHandle> implements Baseball {
  read(text: string): BaseballReading {
    return this.handle.read(text) as BaseballReading;
  }

  secret(seed: number): string {
    requireSeed(seed);
    return this.handle.secret(seed);
  }

  position(turns: readonly BaseballTurn[]): BaseballPosition {
    return unwrap(this.handle.position(turns)) as BaseballPosition;
  }

  guessValue(guess: string, turns: readonly BaseballTurn[]): BaseballGuess {
    return unwrap(this.handle.guessValue(guess, turns)) as BaseballGuess;
  }

  ranking(turns: readonly BaseballTurn[], limit: number): GuessValue[] {
    requireWhole('limit', limit, 0, 1000);
    return unwrap(this.handle.ranking(turns, limit)) as GuessValue[];
  }

  nextGuess(turns: readonly BaseballTurn[]): string | null {
    const guess = this.handle.nextGuess(turns) as string | null;
    return guess === null ? null : unwrap(guess);
  }

  strategy(): StrategyResult {
    const secrets = this.handle.strategy() as number[];
    const all = secrets.reduce((sum, count) => sum + count, 0);
    const total = secrets.reduce((sum, count, index) => sum + count * (index + 1), 0);
    return { secrets, average: total / all, worst: secrets.length };
  }
}
