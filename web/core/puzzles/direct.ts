/** Puzzles, directly over the module. */
import { CoreError } from '../error.ts';
import { requireDimension, unwrap } from '../handle.ts';
import { DirectBaseball } from './baseball.ts';
import { morseMethods } from './morse.ts';
import type { PuzzlesModule } from './module.ts';
import type { BaseballScore, PuzzlesCatalog, PuzzlesCore } from './types.ts';

export function methods(module: PuzzlesModule): PuzzlesCore {
  return {
    ...morseMethods(module),
    puzzlesCatalog: () => module.puzzlesCatalog() as PuzzlesCatalog,

    baseballScore(secret, guess) {
      for (const [parameter, number] of Object.entries({ secret, guess }))
        if (!/^\d+$/.test(number)) throw new CoreError({ code: 'not-an-integer', parameter });
      requireDimension('guess', guess.length, secret.length);
      return module.baseballScore(secret, guess) as BaseballScore;
    },

    baseball: (rule) => new DirectBaseball(unwrap(module.createBaseball(rule))),
  };
}
