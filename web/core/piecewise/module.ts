import type { Failure } from '../module.ts';

export interface PiecewiseModule {
  hingeNetwork(x: ArrayLike<number>, y: ArrayLike<number>): Float64Array | Failure;
  foldNetwork(depth: number): Float64Array;
  findBends(layers: readonly object[], parameters: ArrayLike<number>, from: number, to: number): unknown;
}
