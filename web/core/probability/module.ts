import type { ExpressionAddress } from '../calculus/module.ts';
import type { Failure, ModuleHandle } from '../module.ts';

export interface DistributionHandle extends ModuleHandle {
  facts(): unknown;
  curves(x: Float64Array): unknown;
  masses(from: number, to: number, limit: number): unknown;
  quantiles(p: Float64Array): Float64Array;
  upperQuantiles(q: Float64Array): Float64Array;
  probability(from: number, to: number): number;
  sample(count: number, seed: number, first: number): Float64Array;
}

export interface JointDensityHandle extends ModuleHandle {
  facts(): unknown;
  grid(columns: number, rows: number): Float64Array;
  marginalX(x: Float64Array): Float64Array;
  marginalY(y: Float64Array): Float64Array;
  meanYGivenX(x: Float64Array): Float64Array;
  varianceYGivenX(x: Float64Array): Float64Array;
  slice(x: number, y: Float64Array): unknown;
  risk(x: number, guesses: Float64Array): Float64Array;
  sample(count: number, seed: number): Float64Array;
}

export interface GaussianHandle extends ModuleHandle {
  facts(): unknown;
  quadraticForm(points: Float64Array): Float64Array;
  logDensity(points: Float64Array): Float64Array;
  conditional(x: number): unknown;
  sample(count: number, seed: number): Float64Array;
}

export interface MonteCarloHandle extends ModuleHandle {
  facts(): unknown;
  seek(samples: number): void;
  samples(): number;
  chunkSamples(): number;
  estimate(): unknown;
  history(from: number): unknown;
  draws(first: number, count: number): unknown;
  absorb(summaries: Float64Array): void;
}

export interface ProbabilityModule {
  probabilityCatalog(): unknown;
  createDistribution(choice: unknown): DistributionHandle | Failure;
  integral(f: ExpressionAddress, from: number, to: number): unknown;
  expectation(g: ExpressionAddress, choice: unknown): unknown;
  moments(values: ArrayLike<number>): unknown;
  covariance(x: ArrayLike<number>, y: ArrayLike<number>): unknown;
  sums(problem: unknown): unknown;
  allSamples(population: ArrayLike<number>, n: number): unknown;
  jointTable(table: unknown): unknown;
  withProbability(table: unknown, cell: number, probability: number): Float64Array | Failure;
  sampleTable(table: unknown, count: number, seed: number): Int32Array | Failure;
  createJointDensity(
    density: ExpressionAddress,
    xFrom: number,
    xTo: number,
    yFrom: number,
    yTo: number,
  ): JointDensityHandle | Failure;
  createGaussian(problem: unknown): GaussianHandle | Failure;
  information(p: ArrayLike<number>, q: ArrayLike<number>, bits: boolean): unknown;
  maximumLikelihood(noise: string, data: ArrayLike<number>): unknown;
  likelihood(noise: string, data: ArrayLike<number>, centres: Float64Array, scale: number): unknown;
  /** `formula` is the integrand or g; 0 for darts. */
  createMonteCarlo(formula: ExpressionAddress, problem: unknown): MonteCarloHandle | Failure;
  monteCarloChunks(formula: ExpressionAddress, problem: unknown, first: number, last: number): Float64Array | Failure;
  monteCarloRepeats(
    formula: ExpressionAddress,
    problem: unknown,
    samples: number,
    first: number,
    last: number,
  ): unknown;
}
