/** Many trainings to their end: what one seed finds another may miss, and so may a width. */
import { LAST } from './fields.ts';
import { begin, deepShape, shapeOf } from './networks.ts';
import type { Shape, Training } from './networks.ts';
import type { Target } from './target.ts';

/** As many seeds are tried, from the present one on. */
export const SEEDS = 10;
const WIDTHS = [1, 2, 4, 8, 16, 32, 64];
/** Seeds tried for each of these. */
const TRIES = 3;
const MOST_SEED = 4_294_967_295;

export interface Asked {
  target: Target;
  units: number;
  depth: number;
  activation: string;
  rate: number;
  seed: number;
  /** Weights that put n hinges onto the curve. */
  hinges(units: number): Promise<ArrayLike<number>>;
}

/** One training that has been made, or that is made by hand; errors are NaN where it diverged. */
export interface Trial {
  kind: 'wide' | 'deep' | 'written';
  /** Units of the network with one hidden layer; the deep one has as many parameters. */
  units: number;
  shape: Shape;
  seed: number;
  largest: number;
  mean: number;
}

interface Task {
  kind: Trial['kind'];
  units: number;
  seed: number;
}

export class Survey {
  readonly trials: Trial[] = [];
  readonly by: 'seeds' | 'widths';
  /** Trainings in all. */
  readonly count: number;
  /** Resolves when all are made, or nobody waits any more. */
  readonly finished: Promise<void>;
  #freed = false;

  /** `grown` is called after each training. */
  constructor(by: 'seeds' | 'widths', asked: Asked, grown: () => void) {
    this.by = by;
    const tasks = tasksOf(by, asked);
    this.count = tasks.length;
    // What it was asked with may be gone before it notices that nobody waits.
    this.finished = this.#make(tasks, asked, grown).catch((error: unknown) => {
      if (!this.#freed) throw error;
    });
  }

  free(): void {
    this.#freed = true;
  }

  get complete(): boolean {
    return this.trials.length === this.count;
  }

  of(kind: Trial['kind']): Trial[] {
    return this.trials.filter((trial) => trial.kind === kind);
  }

  async #make(tasks: readonly Task[], asked: Asked, grown: () => void): Promise<void> {
    for (const task of tasks) {
      if (this.#freed) return;
      const trial = await trialOf(task, asked);
      if (this.#freed) return;
      this.trials.push(trial);
      grown();
    }
  }
}

function tasksOf(by: 'seeds' | 'widths', { units, depth, seed }: Asked): Task[] {
  const kinds: ('wide' | 'deep')[] = depth > 1 ? ['wide', 'deep'] : ['wide'];
  const seeds = (count: number) => Array.from({ length: count }, (_, k) => (seed + k) % (MOST_SEED + 1));
  const tasks = (width: number, count: number): Task[] => [
    { kind: 'written', units: width, seed },
    ...seeds(count).flatMap((each) => kinds.map((kind) => ({ kind, units: width, seed: each }))),
  ];
  return by === 'seeds' ? tasks(units, SEEDS) : WIDTHS.flatMap((width) => tasks(width, TRIES));
}

async function trialOf({ kind, units, seed }: Task, asked: Asked): Promise<Trial> {
  const wide = await shapeOf(units);
  const shape = kind === 'deep' ? await deepShape(wide, asked.depth) : wide;
  const problem: Training = { ...asked, shape, seed };
  const written = kind === 'written' ? await asked.hinges(units) : undefined;
  const training = await begin(written ? { ...problem, activation: 'relu', written } : problem);
  try {
    const progress = written ? undefined : await training.seek(LAST);
    const { largestError = NaN, meanError = NaN } = (await training.metrics()).training;
    const lost = progress?.outcome === 'diverged';
    return { kind, units, shape, seed, largest: lost ? NaN : largestError, mean: lost ? NaN : meanError };
  } finally {
    void training.free();
  }
}
