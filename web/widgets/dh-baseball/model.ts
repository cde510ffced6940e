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

/** How many kinds of guesses are listed, the last of them the least informative. */
const LISTED = 6;
/** More than a rule has guesses. */
const EVERY = 1000;

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

/** Guesses that are worth the same: numbers alike but for the names of their digits and places. */
export interface Kind extends GuessValue {
  many: number;
}

export interface Hints {
  kinds: Kind[];
  considered: BaseballGuess;
}

/** A number as it is written in the game: 12 is 012. */
export const digitsOf = (number: number): string => String(number).padStart(3, '0');

export const isRight = ({ strikes }: { strikes: number }): boolean => strikes === 3;

/** Some kinds of a ranking, each by its first guess, or by that which is asked. */
function listed(ranking: readonly GuessValue[], asked: string | null): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const value of ranking) {
    const key = `${value.bits.toFixed(9)} ${value.expectedLeft.toFixed(6)} ${value.possible}`;
    const kind = kinds.get(key) ?? { ...value, many: 0 };
    kinds.set(key, { ...kind, guess: value.guess === asked ? asked : kind.guess, many: kind.many + 1 });
  }
  const all = [...kinds.values()];
  return all.length > LISTED ? [...all.slice(0, LISTED - 1), all.at(-1)!] : all;
}

/** The turns of the reader, answered by the core, to the right one at most. */
async function readersTurns(secret: string, guesses: readonly number[]): Promise<BaseballTurn[]> {
  const core = await getCore('puzzles');
  const turns = await Promise.all(
    guesses.map(async (number) => {
      const guess = digitsOf(number);
      return { guess, ...(await core.baseballScore(secret, guess)) };
    }),
  );
  const right = turns.findIndex(isRight);
  return right < 0 ? turns : turns.slice(0, right + 1);
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

/** The turns with how many secrets fit before and after each, and what is known after the last. */
async function played(
  game: Remote<Baseball>,
  turns: readonly BaseballTurn[],
): Promise<Pick<Play, 'turns' | 'position'>> {
  const positions = await Promise.all(
    Array.from({ length: turns.length + 1 }, (_, many) => game.position(turns.slice(0, many))),
  );
  const counts = positions.map(({ candidates }) => candidates.length);
  return {
    turns: turns.map((turn, index) => ({ ...turn, before: counts[index], after: counts[index + 1] })),
    position: positions.at(-1)!,
  };
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
      return { ...(await played(game, turns)), won: turns.some(isRight), secret, asked };
    },
  )
  .derive(
    'advice',
    ['known', 'play', 'considered'],
    async ({ known: { game }, play, considered }): Promise<Hints | undefined> => {
      if (play.position.contradiction) return undefined;
      const ranking = await game.ranking(play.turns, EVERY);
      const guess = considered === 0 ? (play.asked ?? ranking[0].guess) : digitsOf(considered);
      return { kinds: listed(ranking, play.asked), considered: await game.guessValue(guess, play.turns) };
    },
  )
  .derive('strategy', ['known', 'all'], async ({ known: { game }, all }): Promise<StrategyResult | undefined> =>
    all ? game.strategy() : undefined,
  );

export type Model = ModelOf<typeof model>;
