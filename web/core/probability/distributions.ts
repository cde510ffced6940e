/** Distributions, directly over the module. */
import { Owner, requireFinite, requireSeed, requireWhole, unwrap } from '../handle.ts';
import type { Curves, Distribution, DistributionChoice, DistributionFacts, PowersAbout } from './distribution-types.ts';
import type { DistributionHandle, ProbabilityModule } from './module.ts';

/** Draws asked for at once: enough for any picture, too few to run out of memory. */
export const MOST_DRAWS = 1 << 22;

export class DirectDistribution extends Owner<DistributionHandle> implements Distribution {
  static create(module: ProbabilityModule, choice: DistributionChoice): DirectDistribution {
    return new DirectDistribution(unwrap(module.createDistribution(choice)));
  }

  facts(): DistributionFacts {
    return this.handle.facts() as DistributionFacts;
  }

  curves(x: Float64Array): Curves {
    return this.handle.curves(x) as Curves;
  }

  masses(from: number, to: number, limit = 10_000): { x: Float64Array; mass: Float64Array } {
    requireWhole('limit', limit, 0, MOST_DRAWS);
    return this.handle.masses(from, to, limit) as { x: Float64Array; mass: Float64Array };
  }

  quantiles(p: Float64Array): Float64Array {
    return this.handle.quantiles(p);
  }

  upperQuantiles(q: Float64Array): Float64Array {
    return this.handle.upperQuantiles(q);
  }

  probability(from: number, to: number): number {
    return this.handle.probability(from, to);
  }

  powersAbout(place: number): PowersAbout {
    requireFinite('place', place);
    return this.handle.powersAbout(place) as PowersAbout;
  }

  sample(count: number, seed: number, first = 0): Float64Array {
    requireWhole('count', count, 0, MOST_DRAWS);
    requireWhole('first', first, 0, 1e9);
    requireSeed(seed);
    return this.handle.sample(count, seed, first);
  }
}
