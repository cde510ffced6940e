/** Chance, directly over the module. */
import { requireDimension, requireFinite, requireSeed, requireWhole, unwrap } from '../handle.ts';
import { DirectDistribution, MOST_DRAWS } from './distributions.ts';
import { DirectGaussian } from './gaussian.ts';
import { DirectJointDensity } from './joint-density.ts';
import type { ProbabilityModule } from './module.ts';
import type {
  AllSamples,
  Information,
  JointTableFacts,
  LikelihoodCurve,
  LikelihoodFit,
  ProbabilityCatalog,
  ProbabilityCore,
  SampleCovariance,
  SampleMoments,
  Sums,
  Weighted,
} from './types.ts';

function requireAllFinite(parameter: string, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; ++i) requireFinite(parameter, values[i]);
}

export function methods(module: ProbabilityModule): ProbabilityCore {
  return {
    probabilityCatalog: () => module.probabilityCatalog() as ProbabilityCatalog,
    distribution: (choice) => DirectDistribution.create(module, choice),

    moments(values) {
      requireAllFinite('values', values);
      return module.moments(values) as SampleMoments;
    },

    covariance(x, y) {
      requireDimension('y', y.length, x.length);
      requireAllFinite('x', x);
      requireAllFinite('y', y);
      return module.covariance(x, y) as SampleCovariance;
    },

    weighted: (values, weights, place) => unwrap(module.weighted(values, weights, place)) as Weighted,
    jointTable: (table) => unwrap(module.jointTable(table)) as JointTableFacts,
    withProbability: (table, cell, probability) => unwrap(module.withProbability(table, cell, probability)),

    sampleTable(table, count, seed) {
      requireWhole('count', count, 0, MOST_DRAWS);
      requireSeed(seed);
      return unwrap(module.sampleTable(table, count, seed));
    },

    jointDensity: (choice) => DirectJointDensity.create(module, choice),
    gaussian: (problem) => DirectGaussian.create(module, problem),

    information(p, q, unit = 'bits') {
      requireDimension('q', q.length, p.length);
      return unwrap(module.information(p, q, unit === 'bits')) as Information;
    },

    maximumLikelihood: (noise, data) => unwrap(module.maximumLikelihood(noise, data)) as LikelihoodFit,
    likelihood: (noise, data, centres, scale) =>
      unwrap(module.likelihood(noise, data, centres, scale)) as LikelihoodCurve,

    sums(problem) {
      requireSeed(problem.seed ?? 1);
      return unwrap(module.sums(problem)) as Sums;
    },

    allSamples: (population, n) => unwrap(module.allSamples(population, n)) as AllSamples,
  };
}
