/** Two variables at once, directly over the module. */
import { DirectExpression } from '../calculus/expression.ts';
import type { CalculusModule } from '../calculus/module.ts';
import { Owner, requireDimension, requireFinite, requireSeed, requireWhole, unwrap } from '../handle.ts';
import { MOST_DRAWS } from './distributions.ts';
import type {
  Gaussian,
  GaussianFacts,
  GaussianProblem,
  JointDensity,
  JointDensityFacts,
  JointDensityProblem,
} from './joint-types.ts';
import type { GaussianHandle, JointDensityHandle, ProbabilityModule } from './module.ts';

export class DirectJointDensity extends Owner<JointDensityHandle> implements JointDensity {
  static create(module: CalculusModule & ProbabilityModule, problem: JointDensityProblem): DirectJointDensity {
    const density = DirectExpression.parse(module, problem.density, ['x', 'y']);
    try {
      return new DirectJointDensity(
        unwrap(module.createJointDensity(density.inModule, ...problem.x, ...problem.y)),
      );
    } finally {
      density.free();
    }
  }

  facts(): JointDensityFacts {
    return this.handle.facts() as JointDensityFacts;
  }

  grid(columns: number, rows: number): Float64Array {
    requireWhole('columns', columns, 2, 2048);
    requireWhole('rows', rows, 2, 2048);
    return this.handle.grid(columns, rows);
  }

  marginalX(x: Float64Array): Float64Array {
    return this.handle.marginalX(x);
  }

  marginalY(y: Float64Array): Float64Array {
    return this.handle.marginalY(y);
  }

  meanYGivenX(x: Float64Array): Float64Array {
    return this.handle.meanYGivenX(x);
  }

  varianceYGivenX(x: Float64Array): Float64Array {
    return this.handle.varianceYGivenX(x);
  }

  slice(x: number, y: Float64Array): { density: Float64Array; mean: number; variance: number } {
    requireFinite('x', x);
    return this.handle.slice(x, y) as { density: Float64Array; mean: number; variance: number };
  }

  risk(x: number, guesses: Float64Array): Float64Array {
    requireFinite('x', x);
    return this.handle.risk(x, guesses);
  }

  sample(count: number, seed: number): Float64Array {
    requireWhole('count', count, 0, MOST_DRAWS);
    requireSeed(seed);
    return this.handle.sample(count, seed);
  }
}

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
