/** What the core can do with chance: distributions, moments, joint tables, information, likelihood. */
import type {
  Distribution,
  DistributionChoice,
  SampleCovariance,
  SampleMoments,
  Weighted,
} from './distribution-types.ts';
import type {
  Gaussian,
  GaussianProblem,
  Information,
  InformationUnit,
  JointChoice,
  JointDensity,
  JointTable,
  JointTableFacts,
  LikelihoodCurve,
  LikelihoodFit,
} from './joint-types.ts';
import type { AllSamples, SumProblem, Sums } from './sums-types.ts';
import type { Name, OptionSpec } from '../types.ts';

export type * from './distribution-types.ts';
export type * from './joint-types.ts';
export type * from './sums-types.ts';

export interface ProbabilityCore {
  /** Everything of this area that can be chosen. */
  probabilityCatalog(): ProbabilityCatalog;
  /**
   * A distribution, an immutable value. Throws unknown-id (`distribution`, or an option's id), not-finite, out-of-range and not-an-integer
   * with the option's id; for weights wrong-dimension, not-finite, out-of-range (a negative one; `value` is it) and no-probability (all 0).
   */
  distribution(choice: DistributionChoice): Distribution;
  /** Mean to kurtosis of numbers, by one pass. Throws not-finite (`values`). */
  moments(values: ArrayLike<number>): SampleMoments;
  /** Covariance and what follows from it, of pairs. Throws wrong-dimension and not-finite (`x`, `y`). */
  covariance(x: ArrayLike<number>, y: ArrayLike<number>): SampleCovariance;
  /**
   * Moments of values with weights, and the powers of their distances from a place. Throws as weights do (`weights`), wrong-dimension and
   * not-finite (`values`), not-finite (`place`).
   */
  weighted(values: ArrayLike<number>, weights: ArrayLike<number>, place: number): Weighted;
  /** Marginals, conditionals and the rest of a table. Throws as weights do (`probabilities`), and wrong-dimension (`x-values`, `y-values`). */
  jointTable(table: JointTable): JointTableFacts;
  /**
   * The table after one cell is set: the others keep their proportions and share what is left (evenly, where they were all 0). Throws
   * out-of-range (`probability`, `cell`).
   */
  withProbability(table: JointTable, cell: number, probability: number): Float64Array;
  /** Cells drawn from a table: indices row · columns + column. */
  sampleTable(table: JointTable, count: number, seed: number): Int32Array;
  /** A joint distribution with a density, an immutable value. Throws unknown-id (`joint-density`, or an option's id), not-finite, out-of-range. */
  jointDensity(choice: JointChoice): JointDensity;
  /** A Gaussian of any dimension. Throws wrong-dimension, not-finite, not-positive-definite (`covariance`). */
  gaussian(problem: GaussianProblem): Gaussian;
  /** Entropy, cross-entropy and divergence of two lists of probabilities. Throws as weights do (`p`, `q`); each is normalised first. */
  information(p: ArrayLike<number>, q: ArrayLike<number>, unit?: InformationUnit): Information;
  /** The likeliest centre and scale of data under one kind of noise. Throws unknown-id (`noise`), not-finite, wrong-dimension (`data`). */
  maximumLikelihood(noise: string, data: ArrayLike<number>): LikelihoodFit;
  /** For many centres: the loss of the data, and the log-likelihood at the given scale. Throws also out-of-range (`scale`). */
  likelihood(noise: string, data: ArrayLike<number>, centres: Float64Array, scale: number): LikelihoodCurve;
  /** Sums of n draws, many times, standardised by their own mean and deviation where these exist, and held against the normal. */
  sums(problem: SumProblem): Sums;
  /** Every sample of size n from a small population, drawn with replacement: exact bias and variance of estimators. */
  allSamples(population: ArrayLike<number>, n: number): AllSamples;
}

// ---- Catalog --------------------------------------------------------------------------------------------------------------

export interface ProbabilityCatalog {
  distributions: DistributionEntry[];
  jointDensities: JointEntry[];
  /** Kinds of noise with their loss and centre: gaussian, laplace, uniform. */
  noises: NoiseEntry[];
  /** What a guess may cost: squared, absolute, cross-entropy. */
  guessLosses: GuessLossEntry[];
}

export interface DistributionEntry {
  id: string;
  /** What the reader calls it. */
  name: Name;
  kind: 'discrete' | 'continuous';
  /** Its numbers; a `weights` entry says that it also takes a list. */
  options: DistributionOption[];
  /** Whether it takes `weights`: of categorical one for each class, of drawn the heights of bars of equal width. */
  weights: boolean;
  /** Density or mass in LaTeX, where `<x>` stands for the value and `<id>` for an option; empty for the drawn one, which has none. */
  formula: string;
}

/** An option with what the reader calls it and its usual letter. */
export interface DistributionOption extends OptionSpec {
  name: Name;
  /** LaTeX: \mu, \sigma … */
  symbol: string;
}

export interface JointEntry {
  id: string;
  name: Name;
  options: DistributionOption[];
  /** Of a discrete x; else empty. */
  xValues: number[];
}

export interface NoiseEntry {
  id: string;
  name: Name;
  /** Id of the loss its likelihood gives: squared, absolute, largest. */
  loss: string;
  /** Id of the centre that loss picks: mean, median, mid-range. */
  centre: string;
}

export interface GuessLossEntry {
  id: string;
  name: Name;
  /** Whether the number guessed at is 0 or 1, and the guess is the probability of 1. */
  probability: boolean;
}
