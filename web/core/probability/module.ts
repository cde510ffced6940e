import type { Failure, ModuleHandle } from '../module.ts';

export interface DistributionHandle extends ModuleHandle {
  facts(): unknown;
  curves(x: Float64Array): unknown;
  masses(from: number, to: number, limit: number): unknown;
  quantiles(p: Float64Array): Float64Array;
  upperQuantiles(q: Float64Array): Float64Array;
  probability(from: number, to: number): number;
  powersAbout(place: number): unknown;
  sample(count: number, seed: number, first: number): Float64Array;
}

export interface GaussianHandle extends ModuleHandle {
  facts(): unknown;
  quadraticForm(points: Float64Array): Float64Array;
  logDensity(points: Float64Array): Float64Array;
  conditional(x: number): unknown;
  sample(count: number, seed: number): Float64Array;
}

export interface JointDensityHandle extends ModuleHandle {
  facts(): unknown;
  grid(x: Float64Array, y: Float64Array): Float64Array;
  marginalX(x: Float64Array): Float64Array;
  marginalY(y: Float64Array): Float64Array;
  yGivenX(x: number, y: Float64Array): Float64Array;
  xGivenY(y: number, x: Float64Array): Float64Array;
  meansGivenX(x: Float64Array): Float64Array;
  variancesGivenX(x: Float64Array): Float64Array;
  bestGuesses(known: string, at: Float64Array, loss: string): unknown;
  risks(known: string, at: number, loss: string, guesses: Float64Array): unknown;
  sample(count: number, seed: number): Float64Array;
}

export interface ProbabilityModule {
  probabilityCatalog(): unknown;
  createDistribution(choice: unknown): DistributionHandle | Failure;
  moments(values: ArrayLike<number>): unknown;
  covariance(x: ArrayLike<number>, y: ArrayLike<number>): unknown;
  weighted(values: ArrayLike<number>, weights: ArrayLike<number>, place: number): unknown;
  sums(problem: unknown): unknown;
  allSamples(population: ArrayLike<number>, n: number): unknown;
  jointTable(table: unknown): unknown;
  withProbability(table: unknown, cell: number, probability: number): Float64Array | Failure;
  sampleTable(table: unknown, count: number, seed: number): Int32Array | Failure;
  createJointDensity(choice: unknown): JointDensityHandle | Failure;
  createGaussian(problem: unknown): GaussianHandle | Failure;
  information(p: ArrayLike<number>, q: ArrayLike<number>, bits: boolean): unknown;
  maximumLikelihood(noise: string, data: ArrayLike<number>): unknown;
  likelihood(noise: string, data: ArrayLike<number>, centres: Float64Array, scale: number): unknown;
}
