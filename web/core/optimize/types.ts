/** What the core can do with descents on a formula; and what it knows by name of both. */
import type { ChoiceEntry, Freeable, Remote, ScheduleChoice } from '../types.ts';

export interface OptimizeCore {
  /** Everything that can be chosen, with ranges and defaults. */
  catalog(): Catalog;
  /**
   * Starts a descent or ascent; it stands at its start. Throws the errors of `expression`, and with the name of the option:
   * wrong-dimension, not-finite, out-of-range, not-an-integer, unknown-id, undefined-at-start.
   */
  descent(problem: DescentProblem): Descent;
}

// ---- Descents ---------------------------------------------------------------------------------------------------------------

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
  schedule?: ScheduleChoice;
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
  /** What the optimizer remembers, a list of one number a variable for each thing: a velocity; Adam's mean gradient, then its mean square. */
  memory: number[][];
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

export type RemoteDescent = Remote<Descent>;

// ---- Catalog ----------------------------------------------------------------------------------------------------------------

export interface Catalog {
  errorCodes: string[];
  /** Every name that can be called in an expression. */
  functions: string[];
  derivativeRules: string[];
  outcomes: DescentOutcome[];
  stationaryKinds: StationaryKind[];
  regimes: string[];
  optimizers: OptimizerEntry[];
  schedules: ChoiceEntry[];
  landscapes: Landscape[];
}

/** Among its options the learning rate comes first. */
export type OptimizerEntry = ChoiceEntry;

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
