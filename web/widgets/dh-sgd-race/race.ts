/** Descents that differ in batch size and learning rate, run side by side: by updates, by samples touched or by time. */
import type { RemoteCore } from '../../core/core.ts';
import type { DescentOutcome } from '../../core/optimize/types.ts';
import type { RemoteRegression, RemoteRegressionDescent } from '../../core/regression/types.ts';
import { allOrNone } from '../../widget/all-or-none.ts';
import type { Stepper } from '../../widget/stepper.ts';

export const LANES = 3;
export const AXES = ['updates', 'samples', 'time'] as const;
export type Axis = (typeof AXES)[number];

/** What a lane is to do. */
export interface Task {
  /** Samples of an update; all of them where there are no more. */
  batch: number;
  rate: number;
}

export interface RaceOptions {
  axis: Axis;
  tasks: readonly Task[];
  /** Time of an update, by lane, in ms. */
  costs: readonly number[];
  samples: number;
  start: readonly number[];
  seed: number;
  /** Ticks the race lasts. */
  limit: number;
}

/** Rows of the trace kept of a whole race, about. */
const ROWS = 3000;

/** Updates between two rows; where a tick has a whole number of updates, each tick ends with a row. */
function rowEvery(perTick: number, ticks: number): number {
  let every = Math.max(1, Math.floor((perTick * ticks) / ROWS));
  while (Number.isInteger(perTick) && perTick % every !== 0) every--;
  return every;
}

/** One descent, with what it has done so far: one row a recorded update, the start included. */
export class Lane {
  readonly steps: number[] = [];
  readonly samples: number[] = [];
  readonly losses: number[] = [];
  readonly intercepts: number[] = [];
  readonly slopes: number[] = [];
  /** The row that is shown. */
  row = 0;

  readonly batch: number;
  readonly descent: RemoteRegressionDescent;
  readonly #perTick: number;
  #outcome: DescentOutcome = 'running';

  private constructor(task: Task, descent: RemoteRegressionDescent, perTick: number) {
    this.batch = task.batch;
    this.descent = descent;
    this.#perTick = perTick;
  }

  free(): void {
    void this.descent.free();
  }

  static async start(problem: RemoteRegression, task: Task, perTick: number, options: RaceOptions): Promise<Lane> {
    const descent = await problem.descent({
      batchSize: task.batch,
      options: { 'learning-rate': task.rate },
      start: options.start,
      seed: options.seed,
      tolerance: 0,
      stepLimit: Math.ceil(options.limit * perTick) + 1,
      recordEvery: rowEvery(perTick, options.limit),
    });
    const lane = new Lane(task, descent, perTick);
    await lane.reach(0);
    return lane;
  }

  get ended(): boolean {
    return this.#outcome !== 'running';
  }

  /** Whether the run has left the range of numbers at the row that is shown. */
  get diverged(): boolean {
    return this.#outcome === 'diverged' && this.row === this.steps.length - 1;
  }

  /** Whether the run has arrived, and rests at the row that is shown. */
  get rests(): boolean {
    return this.#outcome === 'converged' && this.row === this.steps.length - 1;
  }

  /** Makes the updates up to a tick. */
  async reach(tick: number): Promise<void> {
    const { outcome } = await this.descent.seek(Math.floor(tick * this.#perTick));
    this.#outcome = outcome;
    const { steps, samples, losses, points } = await this.descent.trace(this.steps.length);
    steps.forEach((step, row) => {
      this.steps.push(step);
      this.samples.push(samples[row]);
      this.losses.push(losses[row]);
      this.intercepts.push(points[2 * row]);
      this.slopes.push(points[2 * row + 1]);
    });
  }

  /** Shows the last row that belongs to a tick. */
  show(tick: number): void {
    const most = tick * this.#perTick;
    while (this.row > 0 && this.steps[this.row] > most) this.row--;
    while (this.row < this.steps.length - 1 && this.steps[this.row + 1] <= most) this.row++;
  }
}

/** The gradients of all batches of an epoch at one place. */
export interface Cloud {
  x: Float64Array;
  y: Float64Array;
  /** Over all samples. */
  full: readonly number[];
  /** Of the batch gradients, each weighted by the samples of its batch. */
  mean: readonly number[];
  /** Root mean square distance from the full gradient, weighted likewise. */
  scatter: number;
}

export class Race implements Stepper {
  position = 0;
  reached = 0;
  readonly lanes: readonly Lane[];
  /** The batch gradients of the watched lane at the position; none once it has diverged. */
  cloud: Cloud | undefined;

  readonly #options: RaceOptions;
  /** The lane whose batch gradients are shown. */
  #watched: number | undefined;
  #turn: Promise<void> = Promise.resolve();

  private constructor(lanes: readonly Lane[], options: RaceOptions) {
    this.lanes = lanes;
    this.#options = options;
  }

  static async start(problem: RemoteRegression, options: RaceOptions): Promise<Race> {
    const lanes = await allOrNone(
      options.tasks.map((task, index) => Lane.start(problem, task, updatesPerTick(options, index), options)),
    );
    const race = new Race(lanes, options);
    await race.seek(0);
    return race;
  }

  get ended(): boolean {
    return this.reached >= this.#options.limit || this.lanes.every(({ ended }) => ended);
  }

  seek(tick: number): Promise<void> {
    return this.#inTurn(() => this.#seek(tick));
  }

  /** Show the batch gradients of another lane. */
  watch(lane: number): Promise<void> {
    return this.#inTurn(async () => {
      this.#watched = lane;
      this.cloud = await this.#lookAround(this.lanes[lane]);
    });
  }

  /** Both move the lanes' descents, so one waits for the other. */
  #inTurn(move: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(move);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #seek(tick: number): Promise<void> {
    const wanted = Math.min(Math.max(tick, 0), this.#options.limit);
    if (wanted > this.reached && !this.ended) {
      await Promise.all(this.lanes.map((lane) => lane.reach(wanted)));
      this.reached = wanted;
    }
    this.position = Math.min(wanted, this.reached);
    for (const lane of this.lanes) lane.show(this.position);
    if (this.#watched !== undefined) this.cloud = await this.#lookAround(this.lanes[this.#watched]);
  }

  free(): void {
    for (const lane of this.lanes) lane.free();
  }

  async #lookAround(lane: Lane): Promise<Cloud | undefined> {
    if (lane.diverged) return undefined;
    await lane.descent.seek(lane.steps[lane.row]);
    const [gradients, { gradient }] = await Promise.all([lane.descent.batchGradients(), lane.descent.state()]);
    return cloudOf(gradients, gradient, lane.batch, this.#options.samples);
  }
}

/** The lane with the largest batches: a tick is one update of it. */
export const pacemakerOf = (batches: readonly number[]): number => batches.indexOf(Math.max(...batches));

/** The other lanes do in a tick what fits into as many samples or as much time. */
function updatesPerTick({ axis, tasks, costs }: RaceOptions, index: number): number {
  if (axis === 'updates') return 1;
  const batches = tasks.map(({ batch }) => batch);
  const sizes = axis === 'samples' ? batches : costs;
  return sizes[pacemakerOf(batches)] / sizes[index];
}

function cloudOf(gradients: Float64Array, full: readonly number[], batch: number, samples: number): Cloud {
  const count = gradients.length / 2;
  const x = Float64Array.from({ length: count }, (_, index) => gradients[2 * index]);
  const y = Float64Array.from({ length: count }, (_, index) => gradients[2 * index + 1]);
  const weight = (index: number) => (index < count - 1 ? batch : samples - batch * (count - 1)) / samples;
  const average = (value: (index: number) => number) =>
    x.reduce((sum, _, index) => sum + weight(index) * value(index), 0);
  return {
    x,
    y,
    full,
    mean: [average((index) => x[index]), average((index) => y[index])],
    scatter: Math.sqrt(average((index) => (x[index] - full[0]) ** 2 + (y[index] - full[1]) ** 2)),
  };
}

/** In ms. The browser's clock ticks ten times a millisecond at worst. */
const LEAST_TIME = 3;

/**
 * How long an update over so many samples takes here, in ms, for each batch size: measured over updates that record nothing. It does not
 * depend on the values, so they are such that every run goes on: data of the reader's may be fitted, or out of bounds, from the start.
 */
export async function timeUpdates(
  core: RemoteCore<'regression'>,
  samples: number,
  batches: readonly number[],
): Promise<number[]> {
  const problem = await core.regression({
    inputs: Float64Array.from({ length: samples }, (_, index) => index / samples),
    outputs: new Float64Array(samples).fill(1),
    objective: 'mean-squared',
  });
  const times = [];
  for (const batch of batches) times.push(await timeUpdate(problem, batch));
  void problem.free();
  return times;
}

async function timeUpdate(problem: RemoteRegression, batch: number): Promise<number> {
  const options = { 'learning-rate': 1e-12 }; // no run arrives
  const descent = await problem.descent({ batchSize: batch, options, tolerance: 0, stepLimit: 1e9, recordEvery: 0 });
  let [before, fastest] = [0, Infinity];
  // The first updates run before the compiler has made them fast, and any call may be held up: of three long ones the best counts.
  for (let [count, counted] = [40, 0]; counted < 3; count *= 2) {
    const { milliseconds, step } = await descent.advance(count);
    if (milliseconds >= LEAST_TIME) {
      counted++;
      fastest = Math.min(fastest, milliseconds / (step - before));
    }
    before = step;
  }
  void descent.free();
  return fastest;
}
