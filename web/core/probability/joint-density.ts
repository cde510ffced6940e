/** Joint distributions with a density, directly over the module. */
import { Owner, requireSeed, requireWhole, unwrap } from '../handle.ts';
import { MOST_DRAWS } from './distributions.ts';
import type { JointChoice, JointDensity, JointDensityFacts, Risks } from './joint-types.ts';
import type { JointDensityHandle, ProbabilityModule } from './module.ts';

export class DirectJointDensity extends Owner<JointDensityHandle> implements JointDensity {
  static create(module: ProbabilityModule, choice: JointChoice): DirectJointDensity {
    return new DirectJointDensity(unwrap(module.createJointDensity(choice)));
  }

  facts(): JointDensityFacts {
    return this.handle.facts() as JointDensityFacts;
  }

  grid(x: Float64Array, y: Float64Array): Float64Array {
    return this.handle.grid(x, y);
  }

  marginalX(x: Float64Array): Float64Array {
    return this.handle.marginalX(x);
  }

  marginalY(y: Float64Array): Float64Array {
    return this.handle.marginalY(y);
  }

  yGivenX(x: number, y: Float64Array): Float64Array {
    return this.handle.yGivenX(x, y);
  }

  xGivenY(y: number, x: Float64Array): Float64Array {
    return this.handle.xGivenY(y, x);
  }

  meansGivenX(x: Float64Array): Float64Array {
    return this.handle.meansGivenX(x);
  }

  variancesGivenX(x: Float64Array): Float64Array {
    return this.handle.variancesGivenX(x);
  }

  bestGuesses(known: 'x' | 'y', at: Float64Array, loss: string): { guess: Float64Array; risk: Float64Array } {
    return unwrap(this.handle.bestGuesses(known, at, loss)) as { guess: Float64Array; risk: Float64Array };
  }

  risks(known: 'x' | 'y', at: number, loss: string, guesses: Float64Array): Risks {
    return unwrap(this.handle.risks(known, at, loss, guesses)) as Risks;
  }

  sample(count: number, seed: number): Float64Array {
    requireWhole('count', count, 0, MOST_DRAWS);
    requireSeed(seed);
    return this.handle.sample(count, seed);
  }
}
