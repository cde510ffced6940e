/** Integrals, expectations and simulations of typed functions. */
import type { DistributionChoice } from '../probability/types.ts';
import type { Freeable, Name } from '../types.ts';

export interface MonteCarloCore {
  /** Ways to draw: plain, antithetic, stratified, importance, sobol. */
  monteCarloCatalog(): { samplers: SamplerEntry[] };
  /** ∫ f over [from, to], one end or both may be infinite. Throws the errors of `expression`. */
  integral(f: string, from: number, to: number): Integral;
  /** E[g(X)], exactly where it can be summed or integrated. `g` is typed in x. Throws as `expression` and `distribution` do. */
  expectation(g: string, distribution: DistributionChoice): Expectation;
  /** Starts a simulation; it stands at n = 0. Throws as `expression` and `distribution` do, and with the name of the option. */
  monteCarlo(problem: MonteCarloProblem): MonteCarlo;
  /**
   * A part of a simulation for a pool of workers: the summaries of chunks first up to, not including, last, for `absorb` of the run. A chunk
   * is `chunkSamples` of the run's facts. The result is the same however chunks are shared out.
   */
  monteCarloChunks(problem: MonteCarloProblem, first: number, last: number): Float64Array;
  /** The same simulation with n samples repeated: runs first up to, not including, last, each with a stream of its own. */
  monteCarloRepeats(problem: MonteCarloProblem, samples: number, first: number, last: number): Repeats;
  /** How such runs did against the exact value. Throws wrong-dimension (`halfWidths`). */
  repeatSummary(repeats: Pick<Repeats, 'values' | 'halfWidths'>, exact: number): RepeatSummary;
  /**
   * y = factor · x^exponent, by least squares through the logarithms; null with fewer than two different x. Pairs that are not finite and
   * positive are left out. Throws wrong-dimension (`y`).
   */
  powerLaw(x: ArrayLike<number>, y: ArrayLike<number>): PowerLaw | null;
}

export interface SamplerEntry {
  id: string;
  name: Name;
}

// ---- Quadrature ---------------------------------------------------------------------------------------------------------------

/** An integral by quadrature. */
export interface Integral {
  /** NaN where the integrand is not defined on a part of the interval, ±Infinity where it diverges to one side. */
  value: number;
  /** A bound on |error| that quadrature estimates itself; Infinity where it did not settle. */
  errorBound: number;
  evaluations: number;
  /** How it went: `undefined` names a place in `at`, `divergent` too; `unsettled` has not reached its tolerance. */
  outcome: 'settled' | 'unsettled' | 'undefined' | 'divergent';
  /** A place at which the integrand has no value or grows beyond bounds; NaN if there is none. */
  at: number;
}

export interface Expectation extends Integral {
  method: 'sum' | 'quadrature';
}

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
  /** Goes from n to n in their order, and tells the estimate at each: many answers for one call. */
  trace(samples: readonly number[]): Estimate[];
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

/** Runs without an interval are left out. */
export interface RepeatSummary {
  runs: number;
  /** How many intervals hold the exact value. */
  held: number;
  /** Of the estimates; NaN where there are none. */
  mean: number;
  /** Of the estimates, divided by n − 1; null with fewer than two. */
  deviation: number | null;
  /** Root mean square of estimate − exact value; null where either is not there. */
  error: number | null;
}

export interface PowerLaw {
  exponent: number;
  factor: number;
}
