/** What the core can do with linear models: least squares in closed form, and regression by descent. */
import type { RateSweep } from '../many-runs/types.ts';
import type { DescentOutcome } from '../optimize/types.ts';
import type { Freeable, Remote, ScheduleChoice } from '../types.ts';

export interface RegressionCore {
  /** The methods and objectives that can be chosen. */
  regressionCatalog(): RegressionCatalog;
  /**
   * Fits a linear model in closed form. Throws wrong-dimension, not-finite, out-of-range (`degree`, `ridge`), unknown-id (`method`), and
   * rank-deficient by every method but the pseudo-inverse.
   */
  leastSquares(problem: LinearProblem, options?: LeastSquaresOptions): LeastSquaresFit;
  /** What a linear model with given coefficients (the intercept first) says for inputs. Throws wrong-dimension and out-of-range. */
  predict(coefficients: ArrayLike<number>, model: Omit<LinearProblem, 'outputs'>): Float64Array;
  /** A regression problem to descend on. Throws wrong-dimension, not-finite, out-of-range (`degree`), unknown-id (`objective`). */
  regression(problem: RegressionProblem): Regression;
  /** Multiplications of one gradient with so many coefficients over so many samples. */
  multiplications(coefficients: number, samples: number): Multiplications;
}

export interface RegressionCatalog {
  leastSquaresMethods: string[];
  objectives: string[];
}

// ---- Linear models ----------------------------------------------------------------------------------------------------------

/** Samples, and the linear model y ≈ Xβ that is to explain them. */
export interface LinearProblem {
  /** One row of `columns` numbers a sample. */
  inputs: ArrayLike<number>;
  /** One number a sample. */
  outputs: ArrayLike<number>;
  /** Inputs a sample has; default 1. */
  columns?: number;
  /** Degree of a polynomial in a single input, 0 to 30; default 1. */
  degree?: number;
  /** Whether X begins with a column of ones; default true. */
  intercept?: boolean;
}

export interface LeastSquaresOptions {
  /** An id of `regressionCatalog().leastSquaresMethods`, or ridge; default pseudo-inverse. */
  method?: string;
  /** λ of ridge regression, which minimises ‖y − Xβ‖² + λ‖β‖² and leaves the intercept out of the penalty. */
  ridge?: number;
  /** For the pseudo-inverse: singular values of X up to this count as zero; default max(n, d) 2⁻⁵² σ₁, and see `centred`. */
  tolerance?: number;
}

export interface LeastSquaresFit {
  /** β, the intercept first. */
  coefficients: number[];
  /**
   * Of X as far as the method tells, or of inputs that are centred and scaled where those show more. Below the number of coefficients many β
   * fit equally well; the pseudo-inverse gives the shortest.
   */
  rank: number;
  /** ‖y − Xβ‖. */
  residualNorm: number;
  /** Estimate of the noise, √(‖y − Xβ‖² / (n − rank)); NaN when n = rank. */
  standardDeviation: number;
  /** Xβ. */
  fitted: Float64Array;
  /** Of X, largest first; by the pseudo-inverse only, like the two below. */
  singularValues?: number[];
  tolerance?: number;
  /** σ₁/σ_k; infinite when X is singular. */
  condition?: number;
  /**
   * Far from 0 the columns of X are so nearly parallel that they pass for dependent ones. Where they do and centring shows that they are not, the
   * pseudo-inverse (without a tolerance of the caller's) goes by t = (x − centre) / scale of each input; `coefficients` above are those on x again,
   * and these ones on t keep the digits that sums of those lose.
   */
  centred?: { centres: number[]; scales: number[]; coefficients: number[] };
}

/** Multiplications of one gradient over a number of samples. */
export interface Multiplications {
  /** Xᵀ(Xβ − y): what the core does. */
  residualFirst: number;
  /** (XᵀX)β − Xᵀy with XᵀX formed anew each time. */
  productFirst: number;
}

// ---- Regression by descent --------------------------------------------------------------------------------------------------

export interface RegressionProblem extends LinearProblem {
  intercept?: true;
  /** ‖y − Xβ‖ (norm), its square (squared-norm, the default), or the mean of the squares (mean-squared). */
  objective?: 'norm' | 'squared-norm' | 'mean-squared';
  /** Gives every input (every power of it) mean 0 and standard deviation 1 first. All coefficients then are those of these inputs. */
  standardised?: boolean;
}

/** A regression problem, held by the core to descend on. Coefficients: the intercept first; rows of them lie one after the other. */
export interface Regression extends Freeable {
  facts(): RegressionFacts;
  /** The objective for many coefficients: rows in, one number each out. */
  losses(coefficients: ArrayLike<number>): Float64Array;
  /** The objective over a rectangle of the first two coefficients, others at the minimum: the first runs fastest. */
  grid(
    first: readonly [from: number, to: number, count: number],
    second: readonly [from: number, to: number, count: number],
  ): Float64Array;
  /** Rows of coefficients of standardised inputs → those of the inputs as they are; unchanged when they are not standardised. */
  toOriginal(coefficients: ArrayLike<number>): Float64Array;
  /** The way back. */
  toStandardised(coefficients: ArrayLike<number>): Float64Array;
  /** Throws wrong-dimension, not-finite, out-of-range, not-an-integer and unknown-id with the name of the option. */
  descent(options?: RegressionOptions): RegressionDescent;
  /** The objective after `stepLimit` updates for many learning rates, on the same batches. */
  sweep(rates: ArrayLike<number>, options?: RegressionOptions): RateSweep;
}

export interface RegressionFacts {
  samples: number;
  /** Coefficients. */
  dimension: number;
  /** The shortest β that minimises the objective. */
  minimiser: number[];
  leastLoss: number;
  /** σ₁/σ_d of X. */
  condition: number;
  /** Smallest and largest eigenvalue of the Hessian; the largest is L of the threshold 2/L. None for the norm: its gradient stays bounded, whatever the rate. */
  curvatures?: [smallest: number, largest: number];
}

export interface RegressionOptions {
  /** An id of `catalog().optimizers`; default gradient-descent. */
  optimizer?: string;
  options?: Readonly<Record<string, number>>;
  schedule?: ScheduleChoice;
  /** Samples an update uses: 1 to n; 0, the default, for all. */
  batchSize?: number;
  /** Decides which samples make up each batch. Default 1. */
  seed?: number;
  /** β₀; default zeros. */
  start?: ArrayLike<number>;
  /** ε on the gradient's norm, for the full batch only; default 1e-6. */
  tolerance?: number;
  /** Updates; default 1000. */
  stepLimit?: number;
  /** A row of the trace every so many updates, 0 for none; default 1. At most 100,000 rows are kept. */
  recordEvery?: number;
}

export interface RegressionDescent extends Freeable {
  /** Makes so many updates, fewer if the run ends before. */
  advance(steps: number): RegressionProgress;
  back(): RegressionProgress;
  /** Goes to an update, forward or back, at most as far as the run goes. */
  seek(step: number): RegressionProgress;
  rewind(): RegressionProgress;
  state(): RegressionState;
  /** Every row ever recorded, from number `from` on. */
  trace(from?: number): RegressionTrace;
  /** The gradients of all batches of the present epoch at the present β, one row a batch. */
  batchGradients(): Float64Array;
}

export interface RegressionProgress {
  /** Updates made. */
  step: number;
  outcome: DescentOutcome;
  /** Epochs completed. */
  epoch: number;
  /** Samples touched. */
  samples: number;
  /** Time the core took for this call. */
  milliseconds: number;
}

export interface RegressionState extends Omit<RegressionProgress, 'milliseconds'> {
  /** β. */
  point: number[];
  /** The objective over all samples, and its gradient. */
  loss: number;
  gradient: number[];
  /** Indices of the samples that the coming update will use, and the objective and gradient over them. */
  batch: Int32Array;
  batchLoss: number;
  batchGradient: number[];
}

/** One entry a recorded update, the start included. */
export interface RegressionTrace {
  /** Updates made. */
  steps: Float64Array;
  /** Samples touched. */
  samples: Float64Array;
  /** The objective over all samples. */
  losses: Float64Array;
  /** β, row by row. */
  points: Float64Array;
}

export type RemoteRegression = Remote<Regression>;
export type RemoteRegressionDescent = Remote<RegressionDescent>;
