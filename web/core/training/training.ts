/** One training, which lives in the module. */
import { CoreError } from '../error.ts';
import {
  Owner,
  requireDimension,
  requireFinite,
  requireInterval,
  requireSeed,
  requireWhole,
  unwrap,
} from '../handle.ts';
import type { Axis } from '../types.ts';
import type { TrainingHandle, TrainingModule } from './module.ts';
import { Stopwatch } from './stopwatch.ts';
import type {
  Amount,
  LayerLayout,
  LayerStatistics,
  NextUpdate,
  Predictions,
  Training,
  TrainingChanges,
  TrainingData,
  TrainingHistory,
  TrainingMetrics,
  TrainingProblem,
  TrainingProgress,
  TrainingStopping,
  UnitTrace,
} from './types.ts';

const LAST_STEP = Number.MAX_SAFE_INTEGER;
const MOST = 1e9;

export class DirectTraining extends Owner<TrainingHandle> implements Training {
  /** Raw inputs of one sample. */
  readonly #columns: number;
  readonly #watch: Stopwatch;

  constructor(handle: TrainingHandle, columns: number, watch = new Stopwatch()) {
    super(handle);
    this.#columns = columns;
    this.#watch = watch;
  }

  static create(module: TrainingModule, { data, ...problem }: TrainingProblem): DirectTraining {
    requireData(data);
    for (const { units } of problem.layers ?? []) requireWhole('units', units, 1, MOST);
    if (problem.batchSize !== undefined) requireWhole('batch-size', problem.batchSize, 0, MOST);
    requireSeed(problem.seed ?? 1);
    requireStopping(problem.stopping);
    const handle = unwrap(module.createTraining(data, problem, problem.precision !== 'double'));
    return new DirectTraining(handle, columnsOf(data));
  }

  static load(module: TrainingModule, text: string, data: TrainingData): DirectTraining {
    requireData(data);
    return new DirectTraining(unwrap(module.resumeTraining(text, data), text), columnsOf(data));
  }

  advance(amount: Amount): TrainingProgress {
    const { step, epoch, batchesPerEpoch } = this.#progress();
    if ('milliseconds' in amount) {
      requireFinite('milliseconds', amount.milliseconds);
      return this.#advanceFor(amount.milliseconds);
    }
    if ('epochs' in amount) {
      requireWhole('epochs', amount.epochs, 0, MOST);
      return this.#goTo((epoch + amount.epochs) * batchesPerEpoch);
    }
    requireWhole('batches', amount.batches, 0, MOST);
    return this.#goTo(step + amount.batches);
  }

  back(amount: { batches: number } | { epochs: number }): TrainingProgress {
    const { step, batch, epoch, batchesPerEpoch } = this.#progress();
    if ('epochs' in amount) {
      requireWhole('epochs', amount.epochs, 0, MOST);
      const begun = batch > 0 ? 1 : 0;
      return this.#goTo((epoch + begun - amount.epochs) * batchesPerEpoch);
    }
    requireWhole('batches', amount.batches, 0, MOST);
    return this.#goTo(step - amount.batches);
  }

  seek(step: number): TrainingProgress {
    requireWhole('step', step, 0, LAST_STEP);
    return this.#goTo(step);
  }

  rewind(): TrainingProgress {
    return this.#goTo(0);
  }

  progress(): TrainingProgress {
    return { ...this.#progress(), milliseconds: 0 };
  }

  metrics(): TrainingMetrics {
    return this.handle.metrics() as TrainingMetrics;
  }

  history(from = 0): TrainingHistory {
    const history = this.handle.history(from) as Omit<TrainingHistory, 'milliseconds'>;
    return { ...history, milliseconds: history.steps.map((step) => this.#watch.at(step)) };
  }

  layers(): LayerLayout[] {
    return this.handle.layers() as LayerLayout[];
  }

  parameters(): Float64Array {
    return this.handle.parameters();
  }

  setParameter(index: number, value: number): void {
    requireWhole('index', index, 0, this.parameters().length - 1);
    requireFinite('value', value);
    this.handle.setParameters(index, [value]);
  }

  setParameters(values: ArrayLike<number>): void {
    requireDimension('parameters', values.length, this.parameters().length);
    Array.from(values).forEach((value, index) => requireFinite(`parameters[${index}]`, value));
    this.handle.setParameters(0, values);
  }

  change(changes: TrainingChanges): void {
    requireStopping(changes.stopping);
    const failed = this.handle.change(changes);
    if (failed) unwrap(failed);
  }

  branch(changes: TrainingChanges = {}): DirectTraining {
    const copy = new DirectTraining(this.handle.branch(), this.#columns, this.#watch.copy());
    try {
      if (Object.keys(changes).length > 0) copy.change(changes);
      return copy;
    } catch (error) {
      copy.free();
      throw error;
    }
  }

  predict(inputs: ArrayLike<number>): Float64Array {
    return this.handle.predict(this.#rows(inputs));
  }

  trace(input: ArrayLike<number>): UnitTrace[] {
    requireDimension('input', input.length, this.#columns);
    return this.handle.trace(input) as UnitTrace[];
  }

  predictions(of: 'training' | 'test'): Predictions {
    return this.handle.predictions(of === 'test') as Predictions;
  }

  split(): { training: Int32Array; test: Int32Array } {
    return this.handle.split() as { training: Int32Array; test: Int32Array };
  }

  nextBatch(): Int32Array {
    return this.handle.nextBatch();
  }

  nextUpdate(): NextUpdate {
    return this.handle.nextUpdate() as NextUpdate;
  }

  map(x: Axis, y: Axis): Float32Array {
    this.#requirePlane(x, y);
    return this.handle.map(...x, ...y);
  }

  thumbnails(x: Axis, y: Axis): Float32Array {
    this.#requirePlane(x, y);
    return this.handle.thumbnails(...x, ...y);
  }

  statistics(bins = 40): LayerStatistics[] {
    requireWhole('bins', bins, 2, 200);
    return this.handle.statistics(bins) as LayerStatistics[];
  }

  contributions(inputs: ArrayLike<number>): Float64Array {
    return this.handle.contributions(this.#rows(inputs));
  }

  collapsed(): Float64Array | undefined {
    return this.handle.collapsed();
  }

  save(evenIfDiverged = false): string {
    return unwrap(this.handle.save(evenIfDiverged));
  }

  #progress(): Omit<TrainingProgress, 'milliseconds'> {
    return this.handle.progress() as Omit<TrainingProgress, 'milliseconds'>;
  }

  #goTo(step: number): TrainingProgress {
    const before = this.#progress().step;
    const began = performance.now();
    const progress = this.handle.seek(Math.max(step, 0)) as Omit<TrainingProgress, 'milliseconds'>;
    const milliseconds = performance.now() - began;
    this.#watch.note(before, progress.step, milliseconds);
    return { ...progress, milliseconds };
  }

  /** In pieces that double as long as the time allows, so that one step too slow for it does not come as a thousand. */
  #advanceFor(limit: number): TrainingProgress {
    let { step } = this.#progress();
    let [passed, piece] = [0, 1];
    for (;;) {
      const last = this.#goTo(step + piece);
      passed += last.milliseconds;
      const made = last.step - step;
      step = last.step;
      if (last.outcome !== 'running' || passed >= limit) return { ...last, milliseconds: passed };
      const fitting = ((limit - passed) * made) / Math.max(last.milliseconds, 0.01);
      piece = Math.max(1, Math.floor(Math.min(2 * piece, fitting)));
    }
  }

  #rows(inputs: ArrayLike<number>): ArrayLike<number> {
    requireDimension('inputs', inputs.length, Math.ceil(inputs.length / this.#columns) * this.#columns);
    return inputs;
  }

  #requirePlane(...axes: Axis[]): void {
    requireDimension('columns', this.#columns, 2);
    for (const [from, to, count] of axes) {
      requireInterval(from, to);
      requireWhole('count', count, 2, 1000);
    }
  }
}

function columnsOf(data: TrainingData): number {
  return 'images' in data ? data.width * data.height : (data.columns ?? 1);
}

/** What the module cannot check: that whole numbers are whole. */
function requireData(data: TrainingData): void {
  requireWhole('classes', data.classes ?? 0, 0, MOST);
  if ('images' in data) {
    requireWhole('width', data.width, 1, MOST);
    requireWhole('height', data.height, 1, MOST);
    requireWhole('shift', data.shift ?? 0, 0, MOST);
    if (!(data.images instanceof Uint8Array || data.images instanceof Float32Array))
      throw new CoreError({ code: 'wrong-dimension', parameter: 'images' });
  } else {
    requireWhole('columns', data.columns ?? 1, 1, MOST);
  }
}

function requireStopping({ epochs = 0, patience = 0 }: TrainingStopping = {}): void {
  requireWhole('epochs', epochs, 0, MOST);
  requireWhole('patience', patience, 0, MOST);
}
