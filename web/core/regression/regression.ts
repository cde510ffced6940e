/** Regression by descent, directly over the module. */
import { Owner, requireDimension, requireInterval, requireSeed, requireWhole, unwrap } from '../handle.ts';
import type { RateSweep } from '../many-runs/types.ts';
import type { Axis } from '../types.ts';
import { requireData } from './linear.ts';
import type { RegressionDescentHandle, RegressionHandle, RegressionModule } from './module.ts';
import type {
  Regression,
  RegressionDescent,
  RegressionFacts,
  RegressionOptions,
  RegressionProblem,
  RegressionProgress,
  RegressionState,
  RegressionTrace,
} from './types.ts';

const LAST_STEP = 1e9;

export class DirectRegression extends Owner<RegressionHandle> implements Regression {
  readonly #dimension: number;

  constructor(handle: RegressionHandle) {
    super(handle);
    this.#dimension = this.facts().dimension;
  }

  static over(module: RegressionModule, problem: RegressionProblem): DirectRegression {
    requireData(problem);
    return new DirectRegression(unwrap(module.createRegression(problem)));
  }

  facts(): RegressionFacts {
    return this.handle.facts() as RegressionFacts;
  }

  losses(coefficients: ArrayLike<number>): Float64Array {
    return this.handle.losses(this.#rows(coefficients));
  }

  grid(first: Axis, second: Axis): Float64Array {
    if (this.#dimension < 2) requireDimension('coefficients', this.#dimension, 2);
    for (const [from, to, count] of [first, second]) {
      requireInterval(from, to);
      requireWhole('count', count, 2, 4096);
    }
    return this.handle.grid(...first, ...second);
  }

  toOriginal(coefficients: ArrayLike<number>): Float64Array {
    return this.handle.toOriginal(this.#rows(coefficients));
  }

  toStandardised(coefficients: ArrayLike<number>): Float64Array {
    return this.handle.toStandardised(this.#rows(coefficients));
  }

  descent(options: RegressionOptions = {}): DirectRegressionDescent {
    requireOptions(options);
    return new DirectRegressionDescent(unwrap(this.handle.descent(options)));
  }

  sweep(rates: ArrayLike<number>, options: RegressionOptions = {}): RateSweep {
    requireOptions(options);
    return unwrap(this.handle.sweep(options, rates)) as RateSweep;
  }

  #rows(coefficients: ArrayLike<number>): ArrayLike<number> {
    const rows = Math.ceil(coefficients.length / this.#dimension);
    requireDimension('coefficients', coefficients.length, rows * this.#dimension);
    return coefficients;
  }
}

function requireOptions({ batchSize = 0, seed = 1, stepLimit = 1, recordEvery = 1 }: RegressionOptions): void {
  requireWhole('batch-size', batchSize, 0, LAST_STEP);
  requireSeed(seed);
  requireWhole('step-limit', stepLimit, 1, LAST_STEP);
  requireWhole('record-every', recordEvery, 0, LAST_STEP);
}

export class DirectRegressionDescent extends Owner<RegressionDescentHandle> implements RegressionDescent {
  advance(steps: number): RegressionProgress {
    requireWhole('steps', steps, 0, LAST_STEP);
    return this.#goTo(this.#step + steps);
  }

  back(): RegressionProgress {
    return this.#goTo(this.#step - 1);
  }

  seek(step: number): RegressionProgress {
    requireWhole('step', step, 0, LAST_STEP);
    return this.#goTo(step);
  }

  rewind(): RegressionProgress {
    return this.#goTo(0);
  }

  state(): RegressionState {
    return this.handle.state() as RegressionState;
  }

  trace(from = 0): RegressionTrace {
    return this.handle.trace(from) as RegressionTrace;
  }

  batchGradients(): Float64Array {
    return this.handle.batchGradients();
  }

  get #step(): number {
    return (this.handle.progress() as RegressionProgress).step;
  }

  #goTo(step: number): RegressionProgress {
    const began = performance.now();
    const progress = this.handle.seek(Math.max(step, 0)) as RegressionProgress;
    return { ...progress, milliseconds: performance.now() - began };
  }
}
