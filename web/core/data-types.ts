/** What the core can do with data: least squares, regression by descent, descents on a loss that is a mean, data sets, tables. */
import type { DescentOutcome, DescentProblem, Freeable, StationaryKind } from './types.ts';

export interface DataCore {
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
  /** A function's value after `stepLimit` steps for many learning rates. Throws as `descent` does. */
  rateSweep(problem: DescentProblem, rates: ArrayLike<number>): RateSweep;
  /**
   * Where descent ends from the starts of some rows of a grid: firstRow up to, not including, lastRow. Rows do not depend on each other, so a
   * pool can share them out. `problem` is in two variables (default x and y).
   */
  ends(problem: Omit<DescentProblem, 'start'>, grid: StartGrid, firstRow: number, lastRow: number): Ends;
  /**
   * Groups ends that converged: those nearer than `radius` are one place. Places `known` beforehand (x, y, x, y, …) keep their numbers even
   * where nothing ends.
   */
  basins(
    f: { expression: string; variables?: readonly string[] },
    ends: Pick<Ends, 'ends' | 'outcomes'>,
    known: ArrayLike<number>,
    radius: number,
  ): Basins;
  /** Starts a swarm; it stands at its starts. Throws the errors of `expression`, and with the name of the option those of `descent`. */
  swarm(problem: SwarmProblem): Swarm;
  /** Data from a generator of `catalog().datasets`; the same options and seed give the same. Throws unknown-id and those of options. */
  dataset(id: string, options?: Readonly<Record<string, number>>, seed?: number): Dataset;
  /** Reads a table; what cannot be read is told in `problems`. Throws nothing. */
  readCsv(text: string, options?: CsvOptions): CsvTable;
  /** Columns of equal length as comma-separated text with a header line; numbers as short as reads back exactly. */
  writeCsv(columns: readonly Pick<CsvColumn, 'name' | 'numbers' | 'texts'>[]): string;
}

// ---- Linear models ------------------------------------------------------------------------------------------------------------

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
  /** An id of `catalog().leastSquaresMethods`, or ridge; default pseudo-inverse. */
  method?: string;
  /** λ of ridge regression, which minimises ‖y − Xβ‖² + λ‖β‖² and leaves the intercept out of the penalty. */
  ridge?: number;
  /** For the pseudo-inverse: singular values up to this count as zero; default max(n, d) 2⁻⁵² σ₁. */
  tolerance?: number;
}

export interface LeastSquaresFit {
  /** β, the intercept first. */
  coefficients: number[];
  /** Of X as far as the method tells. Below the number of coefficients many β fit equally well; the pseudo-inverse gives the shortest. */
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
}

/** Multiplications of one gradient over a number of samples. */
export interface Multiplications {
  /** Xᵀ(Xβ − y): what the core does. */
  residualFirst: number;
  /** (XᵀX)β − Xᵀy with XᵀX formed anew each time. */
  productFirst: number;
}

// ---- Regression by descent ----------------------------------------------------------------------------------------------------

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

// ---- Many runs ----------------------------------------------------------------------------------------------------------------

/** One entry a learning rate. */
export interface RateSweep {
  /** The value after the last step; infinite where the run diverged or left the domain. */
  values: Float64Array;
  /** Indices into `catalog().outcomes`. */
  outcomes: Int32Array;
  steps: Int32Array;
}

/** Starts in the plane: the centres of columns × rows cells. The first row is at the lower end of y. */
export interface StartGrid {
  x: readonly [from: number, to: number, columns: number];
  y: readonly [from: number, to: number, rows: number];
}

/** Where descents end; one entry a start, row by row. */
export interface Ends {
  /** x and y of the last point. */
  ends: Float64Array;
  /** Indices into `catalog().outcomes`. */
  outcomes: Int32Array;
  steps: Int32Array;
}

/** The distinct places where descents end. */
export interface Basins {
  /** x and y of each; the known ones first, in their order. */
  ends: Float64Array;
  /** What is there. */
  kinds: StationaryKind[];
  /** For each start its basin; −1 where the descent did not converge. */
  labels: Int32Array;
}

/** Many stochastic descents of one parameter w at once, on a loss that is a mean over samples. */
export interface SwarmProblem {
  /** The loss of one sample, a formula in w, x and y. */
  loss: string;
  inputs: ArrayLike<number>;
  outputs: ArrayLike<number>;
  /** An id of `catalog().optimizers`; default gradient-descent. */
  optimizer?: string;
  options?: Readonly<Record<string, number>>;
  /** Default 200. */
  runs?: number;
  /** The starts are spread evenly over [from, to]. */
  from: number;
  to: number;
  /** 1 (the default) to n; n is descent on the whole loss. */
  batchSize?: number;
  /** Whether all runs see the same batch in each step (the default), so that one curve holds for all. */
  sharedBatches?: boolean;
  /** Default 1. */
  seed?: number;
}

export interface Swarm extends Freeable {
  /** Goes to a step, forward or back. */
  seek(step: number): SwarmState;
  /** The loss over all samples at many w. */
  losses(w: ArrayLike<number>): Float64Array;
  /** The loss over the batch of the coming step. */
  batchLosses(w: ArrayLike<number>): Float64Array;
}

export interface SwarmState {
  step: number;
  /** w of each run; NaN once a run has grown beyond all bounds. */
  positions: Float64Array;
  /** Indices of the samples that the coming step will use (of the first run, if they differ). */
  batch: Int32Array;
}

// ---- Data sets and tables -----------------------------------------------------------------------------------------------------

export interface Dataset {
  /** Of the inputs, then of the output. */
  names: string[];
  /** Inputs a sample has. */
  columns: number;
  /** One row a sample. */
  inputs: Float64Array;
  /** Class numbers from 0 on when `classes` > 0. */
  outputs: Float64Array;
  /** 0 for regression. */
  classes: number;
}

/** How a table is written down; what is left out is found out. */
export interface CsvOptions {
  /** ',', ';', a tab, '|', or ' ' for runs of blanks. */
  separator?: string;
  /** '.' or ','. */
  decimal?: string;
  /** Whether the first row holds names. */
  header?: boolean;
}

export interface CsvTable extends Required<CsvOptions> {
  columns: CsvColumn[];
  rows: number;
  /** What could not be read, the first hundred; everything else was. */
  problems: CsvProblem[];
  problemCount: number;
}

/** A column of numbers or, when most of its cells are none, of texts. */
export interface CsvColumn {
  name: string;
  /** NaN where the value is missing. */
  numbers?: Float64Array;
  /** Empty where the value is missing. */
  texts?: string[];
  /** Cells without a value. */
  missing: number;
}

export interface CsvProblem {
  /** wrong-field-count (the row is left out), not-a-number (the value counts as missing), unclosed-quote (all that follows is left out). */
  code: string;
  /** Both from 1. */
  line: number;
  column: number;
  /** What stands there, shortened. */
  text: string;
}
