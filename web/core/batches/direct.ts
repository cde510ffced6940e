/** Epochs and batches, directly over the module. */
import { requireSeed, requireWhole } from '../handle.ts';
import type { BatchesModule } from './module.ts';
import type { BatchesCore, EpochStanding } from './types.ts';

const MOST_SAMPLES = 100_000;
const MOST_ITERATIONS = 1_000_000;

export function methods(module: BatchesModule): BatchesCore {
  return {
    epochs(rule, iterations) {
      requireWhole('samples', rule.samples, 1, MOST_SAMPLES);
      requireWhole('batch-size', rule.batchSize, 1, rule.samples);
      requireSeed(rule.seed);
      requireWhole('iterations', iterations, 0, MOST_ITERATIONS);
      return module.epochs(rule, iterations) as EpochStanding;
    },

    iterationsPerEpoch(samples, dropLast) {
      requireWhole('samples', samples, 1, MOST_SAMPLES);
      return module.iterationsPerEpoch(samples, dropLast);
    },
  };
}
