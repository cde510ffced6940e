/**
 * A simulation as something to play: its steps are numbers of samples that lie evenly on a logarithmic axis. Short ways are gone by the core at
 * once; long ones by all cores of the machine in the background, and the run grows while they work.
 */
import { firstTouch } from '../../controls/first-touch.ts';
import { getCore } from '../../core/core.ts';
import type { Estimate, MonteCarlo, MonteCarloFacts, MonteCarloProblem } from '../../core/monte-carlo/types.ts';
import { getPool } from '../../core/pool.ts';
import type { Remote } from '../../core/types.ts';
import type { Stepper } from '../../widget/stepper.ts';

/** Steps for each power of ten. */
const STEPS_IN_DECADE = 24;
/** So many samples the core of the page draws itself before it answers. */
const SHORT_WAY = 2 ** 23;
/** Chunks in a job of the pool: some hundredths of a second. */
const CHUNKS_A_JOB = 2;
/** So often progress is told, in ms: to draw it takes time that the workers want. */
const BEAT = 100;
/** So many of the last draws are shown. */
const MOST_DRAWS = 1000;

export interface Draws {
  x: Float64Array;
  y: Float64Array;
}

/** Who wants to know how it goes. */
export interface SimulationHost {
  /** There is more to show. */
  progress(run: SimulationRun): void;
  failed(error: unknown): void;
}

const NOTHING: Estimate = {
  samples: 0,
  value: NaN,
  standardError: null,
  halfWidth: null,
  variance: null,
  effectiveSamples: null,
  batchError: null,
  undefinedDraws: 0,
};

/** Before the core is there. */
const UNKNOWN: MonteCarloFacts = {
  unit: 1,
  chunkSamples: 1,
  exact: { value: NaN, errorBound: Infinity, evaluations: 0, outcome: 'unsettled', at: NaN },
};

/** Where the steps of a run stand: whole units, and beyond the first chunk whole chunks; the last is the limit. */
export function placesOf(
  { unit, chunkSamples }: Pick<MonteCarloFacts, 'unit' | 'chunkSamples'>,
  limit: number,
): number[] {
  const last = Math.ceil(limit / unit) * unit;
  const places = [0];
  for (let k = 0; places.at(-1)! < last; ++k) {
    const wanted = Math.ceil(10 ** (k / STEPS_IN_DECADE) - 1e-9);
    const grain = wanted > chunkSamples ? chunkSamples : unit;
    const place = Math.min(last, Math.ceil(wanted / grain) * grain);
    if (place > places.at(-1)!) places.push(place);
  }
  return places;
}

export class SimulationRun implements Stepper {
  position = 0;
  /** The estimate at each step so far. */
  readonly estimates: Estimate[] = [NOTHING];
  /** The last draws at the step that is shown. */
  draws: Draws = { x: new Float64Array(), y: new Float64Array() };
  facts: MonteCarloFacts = UNKNOWN;
  /** Where its steps stand. */
  places: readonly number[];
  /** Resolves when nothing is drawn in the background. */
  working: Promise<void> = Promise.resolve();
  /** Of the work in the background: how many samples are drawn, and since when in ms it goes on from how many. */
  background: { done: number; from: number; since: number } | undefined;
  /** How long it took in ms to draw how many in the background, when that has come to its end. */
  took: { samples: number; milliseconds: number } | undefined;

  #simulation: Remote<MonteCarlo> | undefined;
  #opening: Promise<Remote<MonteCarlo>> | undefined;
  readonly #problem: MonteCarloProblem;
  readonly #host: SimulationHost;
  readonly #limit: number;
  #controller = new AbortController();
  #sought: Promise<void> = Promise.resolve();
  #freed = false;
  /** When progress was last told, in ms. */
  #told = 0;

  private constructor(problem: MonteCarloProblem, limit: number, host: SimulationHost) {
    this.#problem = problem;
    this.#limit = limit;
    this.#host = host;
    this.places = [0, 1, limit];
  }

  /** It stands at n = 0. Throws the core's error when the problem is not valid. */
  static async start(problem: MonteCarloProblem, limit: number, host: SimulationHost): Promise<SimulationRun> {
    const run = new SimulationRun(problem, limit, host);
    await run.opened();
    return run;
  }

  /** The same for a problem that is known to be valid: the core is only fetched when the reader does something, or a step is sought. */
  static late(problem: MonteCarloProblem, limit: number, host: SimulationHost): SimulationRun {
    const run = new SimulationRun(problem, limit, host);
    void firstTouch.then(async () => {
      if (run.#freed) return;
      await run.opened().then(() => host.progress(run), host.failed);
    });
    return run;
  }

  /** Resolves when the core has it, and its facts are known. */
  opened(): Promise<Remote<MonteCarlo>> {
    this.#opening ??= (async () => {
      const simulation = await (await getCore('monte-carlo')).monteCarlo(this.#problem);
      this.facts = await simulation.facts();
      this.places = placesOf(this.facts, this.#limit);
      if (this.#freed) void simulation.free();
      return (this.#simulation = simulation);
    })();
    this.#opening.catch(() => (this.#opening = undefined));
    return this.#opening;
  }

  get reached(): number {
    return this.estimates.length - 1;
  }

  get ended(): boolean {
    return this.reached === this.places.length - 1;
  }

  get estimate(): Estimate {
    return this.estimates[this.position];
  }

  get limit(): number {
    return this.places.at(-1)!;
  }

  /** Goes there, or as far as a short way leads; the rest is then on its way in the background. */
  seek(step: number): Promise<void> {
    // One after the other: two at once would draw the same steps twice.
    return (this.#sought = this.#sought.then(() => this.#go(step)));
  }

  async #go(step: number): Promise<void> {
    if (this.#freed) return;
    if (step <= 0 && !this.#simulation) return;
    const simulation = await this.opened();
    const goal = Math.min(Math.max(step, 0), this.places.length - 1);
    if (goal > this.reached && !this.background) {
      const furthest = this.places[this.reached] + SHORT_WAY;
      const near = this.places.slice(this.reached + 1, goal + 1).filter((place) => place <= furthest);
      if (near.length) this.estimates.push(...(await simulation.trace(near)));
      if (goal > this.reached && !this.#freed) this.#leave();
    }
    await this.#show(Math.min(goal, this.reached));
  }

  async #show(position: number): Promise<void> {
    if (this.#freed) return;
    const n = this.places[position];
    const first = Math.max(0, n - MOST_DRAWS);
    this.draws = await this.#simulation!.draws(first, n - first);
    this.position = position;
  }

  /** The reader has had enough: what is drawn stays. */
  cancel(): void {
    this.#controller.abort();
  }

  free(): void {
    this.#freed = true;
    this.#controller.abort();
    void this.working.then(() => this.#simulation?.free());
  }

  /** Draws all the rest in the background. */
  #leave(): void {
    const from = this.places[this.reached];
    this.background = { done: from, from, since: performance.now() };
    this.#controller = new AbortController();
    this.took = undefined;
    this.working = this.#drawAll(this.#controller.signal)
      .catch((error: unknown) => {
        if (!this.#controller.signal.aborted) this.#host.failed(error);
      })
      .then(async () => {
        this.background = undefined;
        if (this.#freed) return;
        await this.#show(this.reached);
        this.#host.progress(this);
      });
  }

  async #drawAll(signal: AbortSignal): Promise<void> {
    const { chunkSamples } = this.facts;
    const { since, from } = this.background!;
    const first = Math.ceil(from / chunkSamples);
    const last = Math.floor(this.limit / chunkSamples);
    await this.#simulation!.seek(first * chunkSamples);
    const jobs: number[] = [];
    for (let chunk = first; chunk < last; chunk += CHUNKS_A_JOB) jobs.push(chunk);
    const answers = new Map<number, Float64Array>();
    let due = 0;
    let absorbing = Promise.resolve();
    // Chunks are taken in by their order, whichever worker is done first.
    const takeIn = async (): Promise<void> => {
      for (let summaries = answers.get(due); summaries && !signal.aborted; summaries = answers.get(due)) {
        answers.delete(due);
        await this.#absorb(jobs[due], summaries);
        due += 1;
      }
    };
    try {
      await getPool('monte-carlo').map(
        jobs,
        (core, chunk) => core.monteCarloChunks(this.#problem, chunk, Math.min(chunk + CHUNKS_A_JOB, last)),
        {
          signal,
          each: (summaries, job) => {
            answers.set(job, summaries);
            absorbing = absorbing.then(takeIn);
          },
        },
      );
    } finally {
      await absorbing;
    }
    signal.throwIfAborted();
    if (!this.ended) this.estimates.push(...(await this.#simulation!.trace(this.places.slice(this.reached + 1))));
    this.took = { samples: this.limit - from, milliseconds: performance.now() - since };
  }

  /** One chunk after the other, so that the steps between them get their estimates. */
  async #absorb(first: number, summaries: Float64Array): Promise<void> {
    const { chunkSamples } = this.facts;
    const count = Math.min(CHUNKS_A_JOB, Math.floor(this.limit / chunkSamples) - first);
    const width = summaries.length / count;
    for (let index = 0; index < count; ++index) {
      const part = summaries.slice(index * width, (index + 1) * width);
      const estimate = await this.#simulation!.absorb(first + index, part);
      this.background!.done = estimate.samples;
      if (estimate.samples !== this.places[this.reached + 1]) continue;
      const follows = this.position === this.reached;
      this.estimates.push(estimate);
      if (follows) this.position = this.reached;
    }
    if (this.#freed || performance.now() - this.#told < BEAT) return;
    this.#told = performance.now();
    this.#host.progress(this);
  }
}
