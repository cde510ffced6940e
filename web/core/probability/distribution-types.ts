/** Distributions, integrals against them, and the moments of data. */
import type { Freeable } from '../types.ts';

// ---- Distributions ------------------------------------------------------------------------------------------------------------

export interface DistributionChoice {
  /** An id of `probabilityCatalog().distributions`. */
  id: string;
  /** What is missing takes its default. */
  options?: Readonly<Record<string, number>>;
  /** Not negative, not all 0; they are normalised. */
  weights?: ArrayLike<number>;
}

export interface Distribution extends Freeable {
  facts(): DistributionFacts;
  /** Everything that can be drawn, at each x. Of discrete distributions the density is the mass: 0 between the values. */
  curves(x: Float64Array): Curves;
  /** The values of a discrete distribution with their mass, in [from, to]; at most `limit` of them. */
  masses(from: number, to: number, limit?: number): { x: Float64Array; mass: Float64Array };
  /**
   * The smallest x with P(X ≤ x) ≥ p, for each p in [0, 1]; NaN outside. So a discrete quantile is always a value that occurs; the quantile
   * of 0 is the lower end of the support.
   */
  quantiles(p: Float64Array): Float64Array;
  /** The x with P(X > x) = q: for upper tails too small to be written as 1 − p. Discrete: the smallest x with P(X > x) ≤ q. */
  upperQuantiles(q: Float64Array): Float64Array;
  /** P(from ≤ X ≤ to), both ends included; from whichever tail is the more exact. 0 where from > to. */
  probability(from: number, to: number): number;
  /** E[(X − c)ᵏ] about a place c. Throws not-finite (`place`). */
  powersAbout(place: number): PowersAbout;
  /** Draws; the same seed gives the same, bit for bit. `first`: how many draws of that seed to pass over. */
  sample(count: number, seed: number, first?: number): Float64Array;
}

export interface DistributionFacts {
  /** Every option, defaults filled in. */
  options: Record<string, number>;
  /** Normalised. */
  weights: number[];
  discrete: boolean;
  support: [from: number, to: number];
  /** Where there is something to see: all but about 1/1000 of the probability on each side, or the whole support. */
  window: [from: number, to: number];
  /** The most probable value, or the place of the largest density; null where the density has no bound. */
  mode: number | null;
  median: number;
  /** Each is Infinity where it is infinite and null where it does not exist. */
  mean: number | null;
  variance: number | null;
  skewness: number | null;
  /** Kurtosis less that of the normal distribution, 3. */
  excessKurtosis: number | null;
  /** A call of SciPy that gives the same distribution: "scipy.stats.norm(loc=0, scale=1)". */
  scipy: string;
}

/** Expected powers of the distance from a place, k = 1 to 4: Infinity where it is infinite, null where it does not exist. */
export type PowersAbout = [first: number | null, second: number | null, third: number | null, fourth: number | null];

export interface Curves {
  density: Float64Array;
  /** Natural logarithm of the density; −∞ where it is 0. */
  logDensity: Float64Array;
  /** P(X ≤ x). */
  cdf: Float64Array;
  /** P(X > x), by its own formula. */
  upper: Float64Array;
}

// ---- Data ---------------------------------------------------------------------------------------------------------------------

/** Moments of n numbers. What is not defined is null: all of none, the sample variance of one, the skewness of equal ones. */
export interface SampleMoments {
  count: number;
  minimum: number | null;
  maximum: number | null;
  mean: number | null;
  /** Divided by n. */
  populationVariance: number | null;
  /** Divided by n − 1. */
  sampleVariance: number | null;
  /** m₃ / m₂^(3/2), with central moments divided by n. */
  skewness: number | null;
  /** m₄ / m₂² − 3. */
  excessKurtosis: number | null;
}

/** Values with a weight each. */
export interface Weighted {
  /** The weights, made to sum to 1. */
  shares: Float64Array;
  mean: number;
  variance: number;
  /** Null where all of the weight is at one value. */
  skewness: number | null;
  excessKurtosis: number | null;
  /** share · (value − place)ᵏ, value by value, for k = 1 to 4, and their sums. */
  terms: Float64Array[];
  powers: PowersAbout;
}

export interface SampleCovariance {
  count: number;
  means: [x: number, y: number] | null;
  /** Of x and of y, divided by n. */
  populationVariances: [x: number, y: number] | null;
  populationCovariance: number | null;
  /** Divided by n − 1. */
  sampleVariances: [x: number, y: number] | null;
  sampleCovariance: number | null;
  /** In [−1, 1]; null where a column is constant. */
  correlation: number | null;
  /** Half axes of the ellipse one standard deviation (n) wide, longest first, and the angle of the longest from the x axis in radians. */
  ellipse: { axes: [number, number]; angle: number } | null;
}
