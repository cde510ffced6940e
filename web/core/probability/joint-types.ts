/** Two variables at once; information; likelihood. */
import type { Freeable } from '../types.ts';

// ---- Joint distributions ------------------------------------------------------------------------------------------------------

export interface JointTable {
  rows: number;
  columns: number;
  /** Row by row: row i is y-value i, column j is x-value j. Normalised before use. */
  probabilities: ArrayLike<number>;
  /** One for each column; default 0, 1, 2 … */
  xValues?: ArrayLike<number>;
  /** One for each row; default 0, 1, 2 … */
  yValues?: ArrayLike<number>;
}

/** Tables row by row as they came in. A conditional on something of probability 0 is NaN throughout. */
export interface JointTableFacts {
  probabilities: Float64Array;
  marginalX: Float64Array;
  marginalY: Float64Array;
  /** P(y | x): each column sums to 1. */
  yGivenX: Float64Array;
  /** P(x | y): each row sums to 1. */
  xGivenY: Float64Array;
  /** E[y | x], one for each column. */
  meanYGivenX: Float64Array;
  /** E[x | y], one for each row. */
  meanXGivenY: Float64Array;
  /** Var(y | x), one for each column. */
  varianceYGivenX: Float64Array;
  meanX: number;
  meanY: number;
  varianceX: number;
  varianceY: number;
  covariance: number;
  correlation: number | null;
  /** In bits: H(X), H(Y), H(X, Y), and H(X) + H(Y) − H(X, Y). */
  entropyX: number;
  entropyY: number;
  jointEntropy: number;
  mutualInformation: number;
  /** Largest |p(x, y) − p(x) p(y)|: 0 (to rounding) exactly for independent variables. */
  dependence: number;
}

export interface JointChoice {
  /** An id of `probabilityCatalog().jointDensities`. */
  id: string;
  /** What is missing takes its default. */
  options?: Readonly<Record<string, number>>;
}

/** A joint distribution of two numbers. Where x is discrete, p(x) is a mass, and p(x, y) that mass times the density of y given x. */
export interface JointDensity extends Freeable {
  facts(): JointDensityFacts;
  /** p(x, y) at all pairs, row by row: one row for each y. */
  grid(x: Float64Array, y: Float64Array): Float64Array;
  /** p(x) = ∫ p(x, y) dy. */
  marginalX(x: Float64Array): Float64Array;
  /** p(y) = ∫ p(x, y) dx, or the sum over a discrete x. */
  marginalY(y: Float64Array): Float64Array;
  /** p(y | x) for one x; NaN throughout where x cannot occur. */
  yGivenX(x: number, y: Float64Array): Float64Array;
  /** p(x | y) for one y; NaN throughout where y cannot occur. */
  xGivenY(y: number, x: Float64Array): Float64Array;
  /** E[y | x] for each x; NaN where x cannot occur. */
  meansGivenX(x: Float64Array): Float64Array;
  /** Var(y | x) for each x; NaN where x cannot occur. */
  variancesGivenX(x: Float64Array): Float64Array;
  /**
   * For each place of the known variable the guess of the other one that costs least on average, and what it costs; NaN where the place
   * cannot occur, or where y is known and x is continuous. Throws unknown-id (`loss`).
   */
  bestGuesses(known: 'x' | 'y', at: Float64Array, loss: string): { guess: Float64Array; risk: Float64Array };
  /** What guesses cost on average at one place, and the best of all. Throws as `bestGuesses` does. */
  risks(known: 'x' | 'y', at: number, loss: string, guesses: Float64Array): Risks;
  /** Points one after the other, x and y in turn. The same seed gives the same, bit for bit; fewer of them are the first of more. */
  sample(count: number, seed: number): Float64Array;
}

export interface JointDensityFacts {
  /** Every option, defaults filled in. */
  options: Record<string, number>;
  /** Of a discrete x; else empty. */
  xValues: number[];
  /** Where there is something to see. */
  windowX: [from: number, to: number];
  windowY: [from: number, to: number];
  meanX: number;
  meanY: number;
  varianceX: number;
  varianceY: number;
  covariance: number;
  /** Whether p(x, y) = p(x) p(y) everywhere. */
  independent: boolean;
}

/** NaN throughout where the place cannot occur. */
export interface Risks {
  /** NaN also where the loss does not apply, Infinity where what may come was held impossible. */
  risk: Float64Array;
  best: number;
  /** Guesses that are as good to rounding; `best` is their middle. */
  interval: [from: number, to: number];
  /** The risk of the best. */
  least: number;
}

export interface GaussianProblem {
  mean: ArrayLike<number>;
  /** Row by row, symmetric. */
  covariance: ArrayLike<number>;
}

/** Points lie one after the other, one number for each dimension. */
export interface Gaussian extends Freeable {
  facts(): GaussianFacts;
  /** (x − μ)ᵀ Σ⁻¹ (x − μ). */
  quadraticForm(points: Float64Array): Float64Array;
  logDensity(points: Float64Array): Float64Array;
  /** Of two dimensions: the second given the first. */
  conditional(x: number): { mean: number; variance: number };
  sample(count: number, seed: number): Float64Array;
}

export interface GaussianFacts {
  dimension: number;
  /** L with Σ = L Lᵀ, row by row. */
  cholesky: number[];
  logDeterminant: number;
  correlations: number[];
  /** Standard deviations along the axes of the ellipsoid, longest first, and those axes, one after the other. */
  axes: number[];
  directions: number[];
  /** Differential entropy in nats. */
  entropy: number;
}

// ---- Information and likelihood -----------------------------------------------------------------------------------------------

export type InformationUnit = 'bits' | 'nats';

/** Infinity where an outcome that occurs was held for impossible. */
export interface Information {
  entropy: number;
  crossEntropy: number;
  /** D(p ‖ q) = crossEntropy − entropy. */
  divergence: number;
  /** D(q ‖ p). */
  reverseDivergence: number;
  /** What each outcome adds: −p log p, −p log q, p log(p/q). */
  entropyTerms: Float64Array;
  crossEntropyTerms: Float64Array;
  divergenceTerms: Float64Array;
}

export interface LikelihoodFit {
  /** The likeliest centre; where an interval of centres is equally likely (a median of an even number), its middle. */
  centre: number;
  interval: [from: number, to: number];
  /** σ, b or half width: the likeliest scale. 0 where all data are equal. */
  scale: number;
  /** −log L / n at both; −Infinity where the scale is 0. */
  negativeLogLikelihood: number;
}

export interface LikelihoodCurve {
  /** The mean loss: of squares, of absolute values; the largest absolute value for uniform noise. */
  loss: Float64Array;
  logLikelihood: Float64Array;
}
