/** Sums of draws, and all samples of a small population. */
import type { DistributionChoice } from './distribution-types.ts';

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
