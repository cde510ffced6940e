import type { ExpressionAddress } from '../calculus/module.ts';
import type { Failure, ModuleHandle } from '../module.ts';

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

export interface MonteCarloModule {
  monteCarloCatalog(): unknown;
  integral(f: ExpressionAddress, from: number, to: number): unknown;
  expectation(g: ExpressionAddress, choice: unknown): unknown;
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
  repeatSummary(values: Float64Array, halfWidths: Float64Array, exact: number): unknown;
  powerLaw(x: Float64Array, y: Float64Array): unknown;
}
