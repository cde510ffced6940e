/** What the core can do with chance: distributions, moments, joint distributions, information, likelihood, Monte Carlo. */
import type { Freeable, OptionSpec } from '../types.ts';

export interface ProbabilityCore {
  /** Everything of this area that can be chosen. */
  probabilityCatalog(): ProbabilityCatalog;
  /**
   * A distribution, an immutable value. Throws unknown-id (`distribution`, or an option's id), not-finite, out-of-range and not-an-integer
   * with the option's id; for weights wrong-dimension, not-finite, out-of-range (a negative one; `value` is it) and no-probability (all 0).
   */
  distribution(choice: DistributionChoice): Distribution;
  /** ∫ f over [from, to], one end or both may be infinite. Throws the errors of `expression`. */
  integral(f: string, from: number, to: number): Integral;
  /** E[g(X)], exactly where it can be summed or integrated. `g` is typed in x. Throws as `expression` and `distribution` do. */
  expectation(g: string, distribution: DistributionChoice): Expectation;
  /** Mean to kurtosis of numbers, by one pass. Throws not-finite (`values`). */
  moments(values: ArrayLike<number>): SampleMoments;
  /** Covariance and what follows from it, of pairs. Throws wrong-dimension and not-finite (`x`, `y`). */
  covariance(x: ArrayLike<number>, y: ArrayLike<number>): SampleCovariance;
  /** Marginals, conditionals and the rest of a table. Throws as weights do (`probabilities`), and wrong-dimension (`x-values`, `y-values`). */
  jointTable(table: JointTable): JointTableFacts;
  /**
   * The table after one cell is set: the others keep their proportions and share what is left (evenly, where they were all 0). Throws
   * out-of-range (`probability`, `cell`).
   */
  withProbability(table: JointTable, cell: number, probability: number): Float64Array;
  /** Cells drawn from a table: indices row · columns + column. */
  sampleTable(table: JointTable, count: number, seed: number): Int32Array;
  /** A density typed in x and y over a rectangle. Throws as `expression` does, and no-probability, out-of-range (`density`, a negative value). */
  jointDensity(problem: JointDensityProblem): JointDensity;
  /** A Gaussian of any dimension. Throws wrong-dimension, not-finite, not-positive-definite (`covariance`). */
  gaussian(problem: GaussianProblem): Gaussian;
  /** Entropy, cross-entropy and divergence of two lists of probabilities. Throws as weights do (`p`, `q`); each is normalised first. */
  information(p: ArrayLike<number>, q: ArrayLike<number>, unit?: InformationUnit): Information;
  /** The likeliest centre and scale of data under one kind of noise. Throws unknown-id (`noise`), not-finite, wrong-dimension (`data`). */
  maximumLikelihood(noise: string, data: ArrayLike<number>): LikelihoodFit;
  /** For many centres: the loss of the data, and the log-likelihood at the given scale. Throws also out-of-range (`scale`). */
  likelihood(noise: string, data: ArrayLike<number>, centres: Float64Array, scale: number): LikelihoodCurve;
  /** Starts a simulation; it stands at n = 0. Throws as `expression` and `distribution` do, and with the name of the option. */
  monteCarlo(problem: MonteCarloProblem): MonteCarlo;
  /**
   * A part of a simulation for a pool of workers: the summaries of chunks first up to, not including, last, for `absorb` of the run. A chunk
   * is `chunkSamples` of the run's facts. The result is the same however chunks are shared out.
   */
  monteCarloChunks(problem: MonteCarloProblem, first: number, last: number): Float64Array;
  /** The same simulation with n samples repeated: runs first up to, not including, last, each with a stream of its own. */
  monteCarloRepeats(problem: MonteCarloProblem, samples: number, first: number, last: number): Repeats;
  /** Sums of n draws, many times, standardised by their own mean and deviation where these exist, and held against the normal. */
  sums(problem: SumProblem): Sums;
  /** Every sample of size n from a small population, drawn with replacement: exact bias and variance of estimators. */
  allSamples(population: ArrayLike<number>, n: number): AllSamples;
}

// ---- Catalog ------------------------------------------------------------------------------------------------------------------

export interface ProbabilityCatalog {
  distributions: DistributionEntry[];
  /** Ways to draw for Monte Carlo: plain, antithetic, stratified, importance, sobol. */
  samplers: SamplerEntry[];
  /** Kinds of noise with their loss and centre: gaussian, laplace, uniform. */
  noises: NoiseEntry[];
}

export interface DistributionEntry {
  id: string;
  /** What the reader calls it. */
  name: Named;
  kind: 'discrete' | 'continuous';
  /** Its numbers; a `weights` entry says that it also takes a list. */
  options: DistributionOption[];
  /** Whether it takes `weights`: of categorical one for each class, of drawn the heights of bars of equal width. */
  weights: boolean;
}

/** An option with what the reader calls it and its usual letter. */
export interface DistributionOption extends OptionSpec {
  name: Named;
  /** LaTeX: \mu, \sigma … */
  symbol: string;
}

export interface SamplerEntry {
  id: string;
  name: Named;
}

export interface NoiseEntry {
  id: string;
  name: Named;
  /** Id of the loss its likelihood gives: squared, absolute, largest. */
  loss: string;
  /** Id of the centre that loss picks: mean, median, mid-range. */
  centre: string;
}

export interface Named {
  ko: string;
  en: string;
}

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

export interface Curves {
  density: Float64Array;
  /** Natural logarithm of the density; −∞ where it is 0. */
  logDensity: Float64Array;
  /** P(X ≤ x). */
  cdf: Float64Array;
  /** P(X > x), by its own formula. */
  upper: Float64Array;
}

/** An integral by quadrature. */
export interface Integral {
  /** NaN where the integrand is not defined on a part of the interval, ±Infinity where it diverges to one side. */
  value: number;
  /** A bound on |error| that quadrature estimates itself; Infinity where it did not settle. */
  error: number;
  evaluations: number;
  /** How it went: `undefined` names a place in `at`, `divergent` too; `unsettled` has not reached its tolerance. */
  outcome: 'settled' | 'unsettled' | 'undefined' | 'divergent';
  /** A place at which the integrand has no value or grows beyond bounds; NaN if there is none. */
  at: number;
}

export interface Expectation extends Integral {
  method: 'sum' | 'quadrature';
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

// ---- Joint distributions --------------------------------------------------------------------------------------------------------

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

export interface JointDensityProblem {
  /** Typed in x and y; not negative. It is normalised over the rectangle. */
  density: string;
  x: readonly [from: number, to: number];
  y: readonly [from: number, to: number];
}

export interface JointDensity extends Freeable {
  facts(): JointDensityFacts;
  /** The density on a grid, both ends included, x fastest. */
  grid(columns: number, rows: number): Float64Array;
  /** The marginal density of x at places, by integrating y out. */
  marginalX(x: Float64Array): Float64Array;
  marginalY(y: Float64Array): Float64Array;
  /** E[y | x] and Var(y | x) at places; NaN where the marginal density is 0. */
  meanYGivenX(x: Float64Array): Float64Array;
  varianceYGivenX(x: Float64Array): Float64Array;
  /** The density of y given x at places y, and what it has. */
  slice(x: number, y: Float64Array): { density: Float64Array; mean: number; variance: number };
  /** E[(Y − guess)² | x] for guesses: least at E[y | x]. */
  risk(x: number, guesses: Float64Array): Float64Array;
  /** Points x, y, x, y … drawn. */
  sample(count: number, seed: number): Float64Array;
}

export interface JointDensityFacts {
  /** What the typed density was divided by. */
  total: number;
  meanX: number;
  meanY: number;
  varianceX: number;
  varianceY: number;
  covariance: number;
  correlation: number | null;
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

// ---- Information and likelihood ---------------------------------------------------------------------------------------------------

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

// ---- Monte Carlo ------------------------------------------------------------------------------------------------------------------

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
  /** Of sobol: independent scrambles, from whose spread the error is estimated; 2 to 64, default 16. */
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

// ---- Sums and small populations -------------------------------------------------------------------------------------------------

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
