/** A game as it stands: what was guessed and answered, what can still be the secret, and what the next answer would tell. */
import { getCore } from '../../core/core.ts';
import type {
  Baseball,
  BaseballGuess,
  BaseballPosition,
  BaseballRule,
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

/** A turn, and how many secrets fitted before and after it. */
export interface Turn extends BaseballTurn {
  before: number;
  after: number;
}

export interface Play {
  turns: Turn[];
  position: BaseballPosition;
  won: boolean;
  /** The number to be found, where the computer holds it. */
  secret: string | null;
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
async function readersTurns(secret: string, guesses: readonly number[]): Promise<BaseballTurn[]> {
  const core = await getCore('puzzles');
  return Promise.all(
    guesses.map(async (number) => {
      const guess = digitsOf(number);
      return { guess, ...(await core.baseballScore(secret, guess)) };
    }),
  );
}

/** The turns of the computer, answered by the reader, and what it asks now. */
async function computersTurns(game: Remote<Baseball>, answers: State['answers']) {
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
  const positions = await Promise.all(
    Array.from({ length: turns.length + 1 }, (_, many) => game.position(turns.slice(0, many))),
  );
  const counts = positions.map(({ candidates }) => candidates.length);
  return turns.map((turn, index) => ({ ...turn, before: counts[index], after: counts[index + 1] }));
}

export const model = plan(fields)
  .derive(
    'known',
    ['rule'],
    async ({ rule }): Promise<{ rules: BaseballRule[]; game: Remote<Baseball> }> => {
      const core = await getCore('puzzles');
      return { rules: (await core.puzzlesCatalog()).baseballRules, game: await core.baseball(rule) };
    },
    { free: ({ game }) => void game.free() },
  )
  .derive(
    'play',
    ['known', 'guesser', 'seed', 'guesses', 'answers'],
    async ({ known: { game }, guesser, seed, guesses, answers }): Promise<Play> => {
      const secret = guesser === 'you' ? await game.secret(seed) : null;
      const { turns, asked } =
        secret === null
          ? await computersTurns(game, answers)
          : { turns: await readersTurns(secret, guesses), asked: null };
      const position = await game.position(turns);
      return { turns: await counted(game, turns), position, won: turns.some(isRight), secret, asked };
    },
  )
  .derive(
    'advice',
    ['known', 'play', 'considered'],
    async ({ known: { game }, play, considered }): Promise<Hints | undefined> => {
      if (play.position.contradiction) return undefined;
      const best = await game.ranking(play.turns, LISTED);
      const guess = considered === 0 ? (play.asked ?? best[0].guess) : digitsOf(considered);
      return { best, considered: await game.guessValue(guess, play.turns) };
    },
  )
  .derive('strategy', ['known', 'all'], async ({ known: { game }, all }): Promise<StrategyResult | undefined> =>
    all ? game.strategy() : undefined,
  );

export type Model = ModelOf<typeof model>;
