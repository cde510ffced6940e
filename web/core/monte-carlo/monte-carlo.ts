/** Simulations, directly over the module. */
import { DirectExpression } from '../calculus/expression.ts';
import type { CalculusModule, ExpressionAddress } from '../calculus/module.ts';
import { Owner, requireDimension, requireSeed, requireWhole, unwrap } from '../handle.ts';
import { MOST_DRAWS } from '../probability/distributions.ts';
import type { MonteCarloHandle, MonteCarloModule } from './module.ts';
import type { Estimate, MonteCarlo, MonteCarloFacts, MonteCarloHistory, MonteCarloProblem, Repeats } from './types.ts';

const MOST_SAMPLES = 1e12;
const MOST_CHUNKS = 1e6;

type Module = CalculusModule & MonteCarloModule;

/** What `use` makes of the formula of a simulation; darts have none. */
function withFormula<Answer>(
  module: Module,
  { target, seed = 1 }: MonteCarloProblem,
  use: (formula: ExpressionAddress) => Answer,
): Answer {
  requireSeed(seed);
  if (target.kind === 'darts') return use(0);
  const formula = DirectExpression.parse(module, target.kind === 'integral' ? target.integrand : target.g);
  try {
    return use(formula.inModule);
  } finally {
    formula.free();
  }
}

export function chunksOf(module: Module, problem: MonteCarloProblem, first: number, last: number): Float64Array {
  requireWhole('first', first, 0, MOST_CHUNKS);
  requireWhole('last', last, first, MOST_CHUNKS);
  return withFormula(module, problem, (formula) => unwrap(module.monteCarloChunks(formula, problem, first, last)));
}

export function repeatsOf(
  module: Module,
  problem: MonteCarloProblem,
  samples: number,
  first: number,
  last: number,
): Repeats {
  requireWhole('samples', samples, 1, 1e8);
  requireWhole('first', first, 0, MOST_DRAWS);
  requireWhole('last', last, first, MOST_DRAWS);
  return withFormula(module, problem, (formula) =>
    unwrap(module.monteCarloRepeats(formula, problem, samples, first, last)),
  ) as Repeats;
}

export class DirectMonteCarlo extends Owner<MonteCarloHandle> implements MonteCarlo {
  static start(module: Module, problem: MonteCarloProblem): DirectMonteCarlo {
    return withFormula(
      module,
      problem,
      (formula) => new DirectMonteCarlo(unwrap(module.createMonteCarlo(formula, problem))),
    );
  }

  facts(): MonteCarloFacts {
    return this.handle.facts() as MonteCarloFacts;
  }

  seek(samples: number): Estimate {
    requireWhole('samples', samples, 0, MOST_SAMPLES);
    this.handle.seek(samples);
    return this.estimate();
  }

  advance(samples: number): Estimate {
    requireWhole('samples', samples, 0, MOST_SAMPLES);
    return this.seek(Math.min(this.handle.samples() + samples, MOST_SAMPLES));
  }

  advanceFor(milliseconds: number, limit: number): Estimate {
    requireWhole('limit', limit, 0, MOST_SAMPLES);
    const end = performance.now() + milliseconds;
    // A portion takes about a millisecond; its size follows from how long the last took.
    let portion = 1 << 12;
    for (let now = performance.now(); now < end;) {
      const samples = this.handle.samples();
      if (samples >= limit) break;
      this.handle.seek(Math.min(samples + portion, limit));
      const took = performance.now() - now;
      portion = Math.ceil(portion * Math.min(4, Math.max(0.25, 1 / Math.max(took, 0.01))));
      now += took;
    }
    return this.estimate();
  }

  estimate(): Estimate {
    return this.handle.estimate() as Estimate;
  }

  history(from = 0): MonteCarloHistory {
    requireWhole('from', from, 0, MOST_DRAWS);
    return this.handle.history(from) as MonteCarloHistory;
  }

  trace(samples: readonly number[]): Estimate[] {
    return samples.map((n) => this.seek(n));
  }

  draws(first: number, count: number): { x: Float64Array; y: Float64Array } {
    requireWhole('first', first, 0, MOST_SAMPLES);
    requireWhole('count', count, 0, MOST_DRAWS);
    return this.handle.draws(first, count) as { x: Float64Array; y: Float64Array };
  }

  absorb(first: number, summaries: Float64Array): Estimate {
    requireDimension('samples', this.handle.samples(), first * this.handle.chunkSamples());
    this.handle.absorb(summaries);
    return this.estimate();
  }
}
