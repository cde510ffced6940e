/** The training of a network on the pictures, which are fetched when the first step is asked for. A step is an epoch. */
import { getCore } from '../../core/core.ts';
import type {
  LayerLayout,
  Predictions,
  Training,
  TrainingHistory,
  TrainingMetrics,
  TrainingProblem,
  TrainingProgress,
  UnitTrace,
} from '../../core/training/types.ts';
import type { Remote } from '../../core/types.ts';
import { SIDE, fetchDigitImages, pictureOf } from '../../figures/networks/digit-images.ts';
import type { DigitImages } from '../../figures/networks/digit-images.ts';
import type { Stepper } from '../../widget/stepper.ts';
import { DIGITS } from './fields.ts';
import { SLICE } from './work.ts';
import type { Work } from './work.ts';

/** What was seen of the network at one step. */
export interface Look {
  progress: TrainingProgress;
  metrics: TrainingMetrics;
  history: TrainingHistory;
  parameters: Float64Array;
  layers: LayerLayout[];
  /** What it says of the test pictures. */
  tested: Predictions;
}

/** A picture that is looked at, through all layers. */
export interface Reading {
  picture: Float32Array;
  trace: UnitTrace[];
  /** One a digit. */
  probabilities: Float64Array;
  /** The digit that is the most probable. */
  predicted: number;
  /** The digit of a picture of the data. */
  digit: number | undefined;
}

/** What is looked at: a drawing, or a picture of the data by its number. */
export type Wanted = { drawing: Float32Array | undefined } | { image: number };

/** Fetched once for a page. */
let images: DigitImages | undefined;

export class Lab implements Stepper {
  look: Look | undefined;
  reading: Reading | undefined;
  /** The epoch the training ends at. */
  limit = 1;
  wanted: Wanted = { drawing: undefined };
  /** Whether the work goes on to the limit after this: the time left is then told until there. */
  goesOn: () => boolean = () => false;

  readonly #problem: Omit<TrainingProblem, 'data'>;
  readonly #shift: number;
  readonly #tell: (work: Work | undefined) => void;
  #training: Remote<Training> | undefined;
  #progress: TrainingProgress | undefined;
  #reached = 0;
  #abort = new AbortController();
  /** Milliseconds an update takes. */
  #pace = NaN;
  #freed = false;

  private constructor(problem: Omit<TrainingProblem, 'data'>, shift: number, tell: (work: Work | undefined) => void) {
    this.#problem = problem;
    this.#shift = shift;
    this.#tell = tell;
  }

  /** Where the pictures are there already the network is made at once, so that what is wrong with its settings is told. */
  static async of(problem: Omit<TrainingProblem, 'data'>, shift: number, tell: (work: Work | undefined) => void) {
    const lab = new Lab(problem, shift, tell);
    if (images) await lab.#begin(images);
    return lab;
  }

  get images(): DigitImages | undefined {
    return images;
  }

  get position(): number {
    return this.#progress?.epoch ?? 0;
  }

  get reached(): number {
    return Math.min(this.#reached, this.limit);
  }

  get ended(): boolean {
    return this.#progress !== undefined && (this.#progress.outcome !== 'running' || this.#reached >= this.limit);
  }

  async seek(epoch: number): Promise<void> {
    const wanted = Math.min(Math.max(epoch, 0), this.limit);
    if (wanted === 0 && !this.#training) return;
    if (!(await this.load())) return;
    if (wanted !== this.position) await this.#train(wanted);
    // What has diverged went back to its last good epoch, and gets no further.
    const diverged = this.#progress!.outcome === 'diverged';
    this.#reached = diverged ? this.position : Math.max(this.#reached, this.position);
    await this.observe();
  }

  /** Fetches the pictures and makes the network; false when the reader called it off. */
  async load(): Promise<boolean> {
    if (this.#training) return true;
    const signal = this.#renewed();
    try {
      this.#say('loading', NaN, NaN);
      images ??= await fetchDigitImages(signal, (share) => this.#say('loading', share, NaN));
    } catch (cause) {
      if (signal.aborted) return false;
      throw Object.assign(new Error('The pictures could not be loaded.', { cause }), { code: 'images-unavailable' });
    } finally {
      this.#tell(undefined);
    }
    await this.#begin(images);
    await this.observe();
    return true;
  }

  async #begin({ pixels, digits }: DigitImages): Promise<void> {
    const core = await getCore('training');
    const data = { images: pixels, outputs: digits, width: SIDE, height: SIDE, classes: DIGITS, shift: this.#shift };
    const training = await core.training({ ...this.#problem, data });
    if (this.#freed) return void training.free();
    this.#training = training;
    this.#progress = await training.progress();
  }

  /** To the end of an epoch, in pieces short enough to tell of; called off, back to the last whole one. */
  async #train(epoch: number): Promise<void> {
    const training = this.#training!;
    const signal = this.#renewed();
    let { step, batchesPerEpoch } = this.#progress!;
    const goal = epoch * batchesPerEpoch;
    let piece = 16;
    let from: { step: number; time: number } | undefined;
    try {
      while (step < goal && !signal.aborted) {
        const until = Math.max(goal, this.goesOn() ? this.limit * batchesPerEpoch : 0);
        const learned = Math.floor(step / batchesPerEpoch);
        this.#say('training', step / until, (until - step) * this.#pace, learned);
        const next = Math.min(step + piece, goal);
        this.#progress = await training.seek(next);
        if (this.#progress.step < next || this.#progress.outcome === 'diverged') break;
        // As long as the core itself takes: what a busy page adds does not become less by smaller pieces.
        const pace = Math.max(this.#progress.milliseconds / (next - step), 0.001);
        piece = Math.max(1, Math.min(4 * piece, Math.round(SLICE / pace)));
        step = next;
        // The first piece takes longer, since its code is still being made fast.
        if (from) this.#pace = (performance.now() - from.time) / (step - from.step);
        from ??= { step, time: performance.now() };
      }
      if (step > goal) this.#progress = await training.seek(goal);
      else if (signal.aborted && this.#progress!.batch > 0)
        this.#progress = await training.seek(this.#progress!.epoch * batchesPerEpoch);
    } finally {
      this.#tell(undefined);
    }
  }

  /** Looks at the network as it is now. */
  async observe(): Promise<void> {
    const training = this.#training;
    if (!training) return;
    const [progress, metrics, history, parameters, layers, tested] = await Promise.all([
      training.progress(),
      training.metrics(),
      training.history(),
      training.parameters(),
      training.layers(),
      training.predictions('test'),
    ]);
    this.look = { progress, metrics, history, parameters, layers, tested };
    await this.read();
  }

  /** Has the network read what is looked at. */
  async read(): Promise<void> {
    const picture = this.#picture();
    if (!this.#training || !picture) {
      this.reading = undefined;
      return;
    }
    const [trace, probabilities] = await Promise.all([this.#training.trace(picture), this.#training.predict(picture)]);
    const predicted = probabilities.indexOf(Math.max(...probabilities));
    const digit = 'image' in this.wanted ? images!.digits[this.wanted.image] : undefined;
    this.reading = { picture, trace, probabilities, predicted, digit };
  }

  #picture(): Float32Array | undefined {
    if ('drawing' in this.wanted) return this.wanted.drawing;
    return images && pictureOf(images, this.wanted.image);
  }

  free(): void {
    this.#freed = true;
    this.#abort.abort();
    void this.#training?.free();
  }

  #renewed(): AbortSignal {
    this.#abort = new AbortController();
    return this.#abort.signal;
  }

  #say(kind: Work['kind'], share: number, left: number, epoch?: number): void {
    this.#tell({ kind, share, left, epoch, epochs: this.limit, cancel: () => this.#abort.abort() });
  }
}
