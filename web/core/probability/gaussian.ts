/** Gaussians of several variables, directly over the module. */
import { Owner, requireDimension, requireSeed, requireWhole, unwrap } from '../handle.ts';
import { MOST_DRAWS } from './distributions.ts';
import type { Gaussian, GaussianFacts, GaussianProblem } from './joint-types.ts';
import type { GaussianHandle, ProbabilityModule } from './module.ts';

export class DirectGaussian extends Owner<GaussianHandle> implements Gaussian {
  readonly #dimension: number;

  private constructor(handle: GaussianHandle, dimension: number) {
    super(handle);
    this.#dimension = dimension;
  }

  static create(module: ProbabilityModule, problem: GaussianProblem): DirectGaussian {
    return new DirectGaussian(unwrap(module.createGaussian(problem)), problem.mean.length);
  }

  facts(): GaussianFacts {
    return this.handle.facts() as GaussianFacts;
  }

  quadraticForm(points: Float64Array): Float64Array {
    this.#requirePoints(points);
    return this.handle.quadraticForm(points);
  }

  logDensity(points: Float64Array): Float64Array {
    this.#requirePoints(points);
    return this.handle.logDensity(points);
  }

  conditional(x: number): { mean: number; variance: number } {
    requireDimension('mean', this.#dimension, 2);
    return this.handle.conditional(x) as { mean: number; variance: number };
  }

  sample(count: number, seed: number): Float64Array {
    requireWhole('count', count, 0, MOST_DRAWS);
    requireSeed(seed);
    return this.handle.sample(count, seed);
  }

  #requirePoints(points: Float64Array): void {
    if (points.length % this.#dimension) requireDimension('points', points.length, this.#dimension);
  }
}
