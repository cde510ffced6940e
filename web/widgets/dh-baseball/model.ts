/** A game as it stands: what was guessed and answered, what can still be the secret, and what the next answer would tell. */
import { getCore } from '../../core/core.ts';
import type {
  Baseball,
  BaseballGuess,
  BaseballPosition,
  BaseballTurn,
  GuessValue,
  StrategyResult,
} from '../../core/puzzles/types.ts';
import type { Remote } from '../../core/types.ts';
import type { StateOf } from '../../fields/fields.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { fields } from './fields.ts';

export type State = StateOf<typeof fields>;

/** How many of the best guesses are listed. */
const LISTED = 6;

/** A turn, and what it told. */
export interface Turn extends BaseballTurn {
  before: number;
  after: number;
}

export interface Play {
  turns: Turn[];
  position: BaseballPosition;
  won: boolean;
  /** What the computer asks next; null where it is not its turn or nothing fits. */
  asked: string | null;
}

export interface Hints {
  best: GuessValue[];
  considered: BaseballGuess;
}

/** A number as it is written in the game: 12 is 012. */
export const digitsOf = (number: number): string => String(number).padStart(3, '0');

export const isRight = ({ strikes }: { strikes: number }): boolean => strikes === 3;

/** The turns of the reader, answered by the core. */
async function readersTurns(game: Remote<Baseball>, { seed, guesses }: Pick<State, 'seed' | 'guesses'>): Promise<BaseballTurn[]> {
  const [core, secret] = await Promise.all([getCore('puzzles'), game.secret(seed)]);
  return Promise.all(
    guesses.map(async (number) => {
      const guess = digitsOf(number);
      return { guess, ...(await core.baseballScore(secret, guess)) };
    }),
  );
}

/** The turns of the computer, answered by the reader; the last question is open. */
async function computersTurns(game: Remote<Baseball>, { answers }: Pick<State, 'answers'>) {
  const turns: BaseballTurn[] = [];
  let asked = await game.nextGuess(turns);
  for (const [strikes, balls] of answers) {
    if (asked === null) break;
    turns.push({ guess: asked, strikes, balls });
    asked = isRight({ strikes }) ? null : await game.nextGuess(turns);
  }
  return { turns, asked };
}

/** How many secrets fit before and after each turn. */
async function counted(game: Remote<Baseball>, turns: readonly BaseballTurn[]): Promise<Turn[]> {
  const counts = await Promise.all(
    Array.from({ length: turns.length + 1 }, async (_, many) => (await game.position(turns.slice(0, many))).candidates.length),
  );
  return turns.map((turn, index) => ({ ...turn, before: counts[index], after: counts[index + 1] }));
}

export const model = plan(fields)
  .derive('game', ['rule'], async ({ rule }) => (await getCore('puzzles')).baseball(rule))
  .derive('play', ['game', 'guesser', 'seed', 'guesses', 'answers'], async ({ game, ...state }): Promise<Play> => {
    const { turns, asked } =
      state.guesser === 'you'
        ? { turns: await readersTurns(game, state), asked: null }
        : await computersTurns(game, state);
    const position = await game.position(turns);
    return { turns: await counted(game, turns), position, won: turns.some(isRight), asked };
  })
  .derive('hints', ['game', 'play', 'considered'], async ({ game, play, considered }): Promise<Hints | undefined> => {
    if (play.position.contradiction) return undefined;
    const best = await game.ranking(play.turns, LISTED);
    const guess = considered === 0 ? best[0].guess : digitsOf(considered);
    return { best, considered: await game.guessValue(guess, play.turns) };
  })
  .derive('strategy', ['game', 'all'], async ({ game, all }): Promise<StrategyResult | undefined> =>
    all ? game.strategy() : undefined,
  );

export type Model = ModelOf<typeof model>;
