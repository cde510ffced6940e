/** What the core can do, as every caller sees it. `direct.ts` answers at once; through the worker (`core.ts`) each answer is a promise. */

import type { DataCore, Regression, RegressionDescent, Swarm } from './data-types.ts';

export type * from './data-types.ts';

/** Something that takes up room in the core until it is freed. What is forgotten is freed some time after it was last used. */
export interface Freeable {
  free(): void;
}

export interface Core extends DataCore {
  /** Everything that can be chosen, with ranges and defaults. */
  catalog(): Catalog;
  /**
   * Reads a typed formula. `variables` are the names it may use, in the order of coordinates (default: x alone).
   * Throws `CoreError` with a position: empty-expression, unexpected-token, unknown-name, wrong-argument-count, expression-too-long,
   * expression-too-deep.
   */
  expression(text: string, variables?: readonly string[]): Expression;
  /** The value of a formula without variables: `1/3`, `sqrt(2)`, `e^-2`. Throws as `expression` does, and not-finite. */
  number(text: string): number;
  /** Whether two formulas are the same function, and if not, a point where they differ. The same seed gives the same answer. */
  equivalent(left: string, right: string, variables?: readonly string[], seed?: number): Equivalence;
  /**
   * Starts a descent or ascent; it stands at its start. Throws the errors of `expression`, and with the name of the option:
   * wrong-dimension, not-finite, out-of-range, not-an-integer, unknown-id, undefined-at-start.
   */
  descent(problem: DescentProblem): Descent;
}

// ---- Expressions --------------------------------------------------------------------------------------------------------------

/** A typed formula. Where it has no value it gives NaN, at poles ±∞; neither is an error. */
export interface Expression extends Freeable {
  /** As one would type it; reads back to the same function. */
  readonly text: string;
  readonly latex: string;
  readonly variables: readonly string[];
  /**
   * Values at many points: the coordinates of one point after the other. They go into the array given for them, if any, so that asking again
   * and again makes no garbage; through the worker the answer is always a new array.
   */
  evaluate(points: Float64Array, into?: Float64Array): Float64Array;
  /** Values at `count` evenly spaced points of [from, to], both ends included; for one variable. */
  sample(from: number, to: number, count: number): Float64Array;
  /** Values on a grid over two variables: x runs fastest. Each axis is [from, to, count]. */
  grid(x: Axis, y: Axis): Float64Array;
  /** Value and exact derivatives at a point; NaN where the function is not differentiable. */
  jet(point: readonly number[]): Jet;
  /** The partial derivative, simplified. */
  derivative(variable?: string): Expression;
  /** The rules that lead to the derivative, outermost first. */
  steps(variable?: string): DerivativeStep[];
  /**
   * The whole derivative after so many of these steps: none gives (…)′, all of them the simplified result. In LaTeX the piece that the next
   * step acts on stands in \piece{…}.
   */
  derivativeAfter(steps: number, variable?: string): DerivativeLine;
  /** Where a function of one variable is not smooth within [from, to]. */
  features(from: number, to: number): Features;
  /** How far difference quotients with the step sizes `h` are from the exact derivative at x; for one variable. */
  differences(x: number, h: Float64Array): Differences;
}

export type Axis = readonly [from: number, to: number, count: number];

export interface Jet {
  value: number;
  gradient: number[];
  /** dimension × dimension, row by row. */
  hessian: number[];
}

/** One rule of differentiation at work. Derivatives still to be worked out stand as (…)′ in `after`. */
export interface DerivativeStep {
  /** One of `catalog().derivativeRules`. */
  rule: string;
  /** For the rules function, chain and piecewise: which, such as `sin`. */
  function: string;
  beforeText: string;
  beforeLatex: string;
  afterText: string;
  afterLatex: string;
  /** How many rules lead to this one. */
  depth: number;
}

/** A derivative that may not be finished. */
export interface DerivativeLine {
  text: string;
  latex: string;
}

export interface Features {
  /** Continuous, but with different slopes to the left and right: |x| at 0. */
  kinks: Float64Array;
  /** Different limits: sign(x) at 0. */
  jumps: Float64Array;
  /** It grows beyond all bounds: 1/x at 0. */
  poles: Float64Array;
  /** No value: a point (from = to) or a stretch of the line. */
  holes: { from: number; to: number }[];
}

export interface Differences {
  /** f′(x) by dual numbers. */
  exact: number;
  /** |error| of (f(x + h) − f(x)) / h, for each h. */
  forward: Float64Array;
  /** |error| of (f(x + h) − f(x − h)) / 2h. */
  central: Float64Array;
  /** |error| of Im f(x + ih) / h. */
  complex: Float64Array;
}

export interface Equivalence {
  equivalent: boolean;
  /** False when there were too few points at which either has a value. */
  decided: boolean;
  /** A point where they differ; empty when they do not. */
  counterexample: number[];
  /** The values there; NaN where one is undefined. */
  left: number;
  right: number;
}

// ---- Descents -----------------------------------------------------------------------------------------------------------------

export const DESCENT_OUTCOMES = [
  'running',
  'converged',
  'flat-point',
  'oscillating',
  'diverged',
  'undefined',
  'limit-reached',
] as const;
/** How a run stands; everything but `running` ends it. Flat points are those with ∇f ≈ 0 that are not what was looked for. */
export type DescentOutcome = (typeof DESCENT_OUTCOMES)[number];

export const STATIONARY_KINDS = ['none', 'minimum', 'maximum', 'saddle', 'inflection', 'plateau', 'undecided'] as const;
/** What kind of place a run came to rest at; `none` if it did not. */
export type StationaryKind = (typeof STATIONARY_KINDS)[number];

/** A run as a value: the same problem gives the same run, bit for bit. */
export interface DescentProblem {
  expression: string;
  /** Default: x alone. */
  variables?: readonly string[];
  /** An id of `catalog().optimizers`; default gradient-descent. */
  optimizer?: string;
  /** `learning-rate` and the optimizer's own options; what is missing takes its default. */
  options?: Readonly<Record<string, number>>;
  start: readonly number[];
  /** ε: the run has converged when ‖∇f‖ < ε; default 1e-6. */
  tolerance?: number;
  /** Default 1000. */
  stepLimit?: number;
  direction?: 'descent' | 'ascent';
  /** Whether every step is kept for `trace`; default true. */
  record?: boolean;
}

export interface Descent extends Freeable {
  /** Takes so many steps, fewer if the run ends before. */
  advance(steps: number): Progress;
  /** One step back; nothing happens at the start. */
  back(): Progress;
  /** Goes to a step, forward or back, at most as far as the run goes. */
  seek(step: number): Progress;
  rewind(): Progress;
  /** Where the run stands. */
  state(): DescentState;
  /** Every step ever reached, from number `from` on; going back removes none. */
  trace(from?: number): Trace;
  /** How strongly the function bends along the steps reached. */
  curvature(): Curvature;
}

export interface Progress {
  /** Steps taken. */
  step: number;
  outcome: DescentOutcome;
  stationary: StationaryKind;
}

export interface DescentState extends Progress {
  point: number[];
  value: number;
  gradient: number[];
  gradientNorm: number;
  /** The learning rate of the coming step. */
  rate: number;
}

/** One entry a step, the start included; points and gradients have one number per variable. */
export interface Trace {
  points: Float64Array;
  values: Float64Array;
  gradients: Float64Array;
  gradientNorms: Float64Array;
  rates: Float64Array;
}

/** The extreme eigenvalues of the Hessian along a run; NaN where it is defined nowhere. */
export interface Curvature {
  /** The Hessian is the same everywhere, so `largest` is the exact L of the thresholds 1/L and 2/L. */
  quadratic: boolean;
  smallest: number;
  largest: number;
}

// ---- Catalog ------------------------------------------------------------------------------------------------------------------

export interface Catalog {
  errorCodes: string[];
  /** Every name that can be called in an expression. */
  functions: string[];
  derivativeRules: string[];
  outcomes: DescentOutcome[];
  stationaryKinds: StationaryKind[];
  regimes: string[];
  optimizers: OptimizerEntry[];
  landscapes: Landscape[];
  /** Generators of data. */
  datasets: DatasetEntry[];
  leastSquaresMethods: string[];
  objectives: string[];
}

export interface OptionSpec {
  id: string;
  minimum: number;
  maximum: number;
  default: number;
  scale: 'linear' | 'logarithmic';
  integer: boolean;
}

export interface OptimizerEntry {
  id: string;
  /** What the reader calls it. */
  name: { ko: string; en: string };
  /** The learning rate first. */
  options: OptionSpec[];
}

export interface DatasetEntry {
  id: string;
  /** The number of points first. */
  options: OptionSpec[];
}

/** A named function of two variables. */
export interface Landscape {
  id: string;
  /** What the reader calls it. */
  name: { ko: string; en: string };
  expression: string;
  variables: string[];
  kind: 'convex' | 'valley' | 'multimodal' | 'saddle';
  /** The part of the plane worth showing. */
  x: [from: number, to: number];
  y: [from: number, to: number];
  start: number[];
  /** At which plain descent from `start` shows the landscape's character. */
  learningRate: number;
  /** All global minimisers; empty if there is no minimum. */
  minimisers: number[][];
  minimum: number;
  otherMinimisers: number[][];
  saddles: number[][];
  maximisers: number[][];
  smoothAtMinimisers: boolean;
}

// ---- Through the worker -------------------------------------------------------------------------------------------------------

/** The same on the other side of a worker: every answer is a promise, and what is freeable stays there. */
export type Remote<T> = {
  readonly [Key in keyof T]: T[Key] extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Promise<Answer extends Freeable ? Remote<Answer> : Answer>
    : Promise<T[Key]>;
};
export type RemoteCore = Remote<Core>;
export type RemoteExpression = Remote<Expression>;
export type RemoteDescent = Remote<Descent>;
export type RemoteRegression = Remote<Regression>;
export type RemoteRegressionDescent = Remote<RegressionDescent>;
export type RemoteSwarm = Remote<Swarm>;
