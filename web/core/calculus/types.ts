/** What the core can do with formulas. */
import type { Axis, Freeable, Remote } from '../types.ts';

export interface CalculusCore {
  /**
   * Reads a typed formula. `variables` are the names it may use, in the order of coordinates (default: x alone).
   * Throws `CoreError` with a position: empty-expression, unexpected-token, unknown-name, wrong-argument-count, expression-too-long,
   * expression-too-deep.
   */
  expression(text: string, variables?: readonly string[]): Expression;
  /** The value of a formula without variables: `1/3`, `sqrt(2)`, `e^-2`. Throws as `expression` does, and not-finite. */
  number(text: string): number;
}

// ---- Expressions ------------------------------------------------------------------------------------------------------------

/** A typed formula. Where it has no value it gives NaN, at poles ±∞; neither is an error. */
export interface Expression extends Freeable {
  /** As one would type it; reads back to the same function. */
  readonly text: string;
  readonly latex: string;
  readonly variables: readonly string[];
  /** Places of the typed text that could be meant otherwise than they were read; none for a derivative. */
  readonly doubts: Doubt[];
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

export const DOUBT_KINDS = [
  'quotient',
  'exponent',
  'argument',
  'euler',
  'scientific',
  'inverse',
  'base',
  'odd-root',
] as const;
/**
 * Why a formula could be meant otherwise: `1/2x` (read as ½x), `e^2x` (as e²x), `sin x/2` or `√2x` (where the argument ends), `2e-x`
 * (as 2e − x), `2e3x` (as 2000x), `sin^-1(x)` (as arcsin), `log2x` (to the base 2), `x^(1/3)` (no real value for negative x).
 */
export type DoubtKind = (typeof DOUBT_KINDS)[number];

export interface Doubt {
  kind: DoubtKind;
  /** In the typed text, as strings count. */
  position: number;
  length: number;
  /** How this place was read, in a way that can be read in one way only; empty where it ends in the middle of a call. */
  taken: string;
  /** How to write what else may have been meant; empty if there is no way. */
  otherwise: string;
}

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

export type RemoteExpression = Remote<Expression>;
