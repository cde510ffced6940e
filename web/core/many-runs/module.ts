import type { ExpressionAddress } from '../calculus/module.ts';
import type { Failure, ModuleHandle } from '../module.ts';

export interface SwarmHandle extends ModuleHandle {
  seek(step: number): unknown;
  losses(w: ArrayLike<number>): Float64Array;
  batchLosses(w: ArrayLike<number>): Float64Array;
}

export interface ManyRunsModule {
  sweepRates(f: ExpressionAddress, problem: unknown, rates: ArrayLike<number>): unknown;
  findEnds(f: ExpressionAddress, problem: unknown, grid: unknown, firstRow: number, lastRow: number): unknown;
  findBasins(f: ExpressionAddress, ends: unknown, known: ArrayLike<number>, radius: number): unknown;
  createSwarm(loss: ExpressionAddress, problem: unknown): SwarmHandle | Failure;
}
