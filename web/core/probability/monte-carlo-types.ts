/** Simulations, sums of draws, all samples of a population. */
import type { DistributionChoice, Integral } from './distribution-types.ts';
import type { Freeable } from '../types.ts';

// ---- Monte Carlo --------------------------------------------------------------------------------------------------------------

export type MonteCarloTarget =
  | { kind: 'integral'; integrand: string; from: number; to: number }
  | { kind: 'expectation'; g: string; distribution: DistributionChoice }
  /** π from points in a square. */
  | { kind: 'darts' };

export interface MonteCarloProblem {
  target: MonteCarloTarget;
  /** An id of `probabilityCatalog().samplers`; default plain. */
  method?: string;
  /** Of stratified: strata, each drawn from once a round; 2 to 4096, default 16. For darts a square number. */
  strata?: number;
  /** Of sobol: independent scrambles, from whose spread the error is estimated; 2 to 64, default 32. */
  replicates?: number;
  /** Of importance: where to draw from; cut off at the ends of the interval. Not for darts. */
  proposal?: DistributionChoice;
  /** Of plain: the chance that a draw is the last one again, in [0, 0.99]; default 0. Dependent samples, on purpose. */
  repeat?: number;
  /** Default 1. */
  seed?: number;
}

/** A simulation as a value: the same problem gives the same run. n counts evaluations of the integrand, in whole units. */
export interface MonteCarlo extends Freeable {
  facts(): MonteCarloFacts;
  /** Goes on to n samples altogether, or back; rounded up to a whole unit, at most 10¹². */
  seek(samples: number): Estimate;
  /** So many more samples. */
  advance(samples: number): Estimate;
  /** Goes on for about so long, but not beyond `limit` samples altogether. */
  advanceFor(milliseconds: number, limit: number): Estimate;
  estimate(): Estimate;
  /** The estimate at n that lie evenly on a logarithmic axis, as far as the run ever went; from entry number `from` on. */
  history(from?: number): MonteCarloHistory;
  /** The draws number `first` and following: where, and the value of the integrand there. Of darts x, y, x, y … */
  draws(first: number, count: number): { x: Float64Array; y: Float64Array };
  /** Takes in what `monteCarloChunks` gave for the chunks from `first` on; the run must stand at the start of that chunk. */
  absorb(first: number, summaries: Float64Array): Estimate;
}

export interface MonteCarloFacts {
  /** Samples in a unit: 2 for pairs, the strata, the replicates. n is a multiple of it. */
  unit: number;
  /** Samples in a chunk. */
  chunkSamples: number;
  /** The value by sum or quadrature, to hold the estimate against; π for darts. */
  exact: Integral;
}

export interface Estimate {
  samples: number;
  /** NaN before the first unit. */
  value: number;
  /** Estimated from the spread of independent units; null with fewer than two. Of dependent samples it is what one would wrongly say. */
  standardError: number | null;
  /** Half width of the 95 % interval: the standard error times the quantile of Student's t. */
  halfWidth: number | null;
  /** Variance of the integrand over single draws (divided by n − 1). */
  variance: number | null;
  /**
   * How many independent plain draws the draws are worth: of importance (Σw)²/Σw², of dependent samples by the means of batches (null
   * before there are enough), else n.
   */
  effectiveSamples: number | null;
  /** Of dependent samples: the error that the means of batches show; null otherwise. */
  batchError: number | null;
  /** Draws at which the integrand had no finite value; the estimate leaves them out and cannot be trusted. */
  undefinedDraws: number;
}

/** One entry each. NaN stands for what is null in an estimate. */
export interface MonteCarloHistory {
  samples: Float64Array;
  values: Float64Array;
  standardErrors: Float64Array;
  halfWidths: Float64Array;
}

export interface Repeats {
  values: Float64Array;
  standardErrors: Float64Array;
  halfWidths: Float64Array;
}

// ---- Sums and small populations -----------------------------------------------------------------------------------------------

export interface SumProblem {
  distribution: DistributionChoice;
  /** Draws in a sum, 1 to 10,000. */
  terms: number;
  /** How many sums, 1 to 100,000. */
  count: number;
  seed?: number;
}

export interface Sums {
  /** In the order drawn: (sum − n μ) / (σ √n), or (sum / n − median) / (half the middle 50 %) where μ or σ do not exist. */
  standardised: Float64Array;
  /** Whether mean and variance exist, and were used. */
  exact: boolean;
  /** Largest distance between their distribution function and the normal's. */
  distance: number;
  /** Sorted, and the normal quantiles that belong to them: a Q–Q plot. */
  sorted: Float64Array;
  normalQuantiles: Float64Array;
}

export interface AllSamples {
  /** populationⁿ. */
  samples: number;
  populationMean: number;
  populationVariance: number;
  /** Of the mean, of the variance with n and with n − 1 (null for n = 1): over all samples. */
  estimators: {
    id: 'mean' | 'variance-n' | 'variance-n-1';
    expectation: number | null;
    bias: number | null;
    variance: number | null;
    meanSquaredError: number | null;
    /** Its value for each sample. */
    values: Float64Array;
  }[];
}
