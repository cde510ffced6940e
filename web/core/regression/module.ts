import type { Failure, ModuleHandle } from '../module.ts';

export interface RegressionHandle extends ModuleHandle {
  facts(): unknown;
  losses(coefficients: ArrayLike<number>): Float64Array;
  grid(from: number, to: number, count: number, from2: number, to2: number, count2: number): Float64Array;
  toOriginal(coefficients: ArrayLike<number>): Float64Array;
  toStandardised(coefficients: ArrayLike<number>): Float64Array;
  descent(options: unknown): RegressionDescentHandle | Failure;
  sweep(options: unknown, rates: ArrayLike<number>): unknown;
}

export interface RegressionDescentHandle extends ModuleHandle {
  progress(): unknown;
  seek(step: number): unknown;
  state(): unknown;
  trace(from: number): unknown;
  batchGradients(): Float64Array;
}

export interface RegressionModule {
  regressionCatalog(): unknown;
  leastSquares(problem: unknown, options: unknown): unknown;
  predict(model: unknown, coefficients: ArrayLike<number>): Float64Array | Failure;
  createRegression(problem: unknown): RegressionHandle | Failure;
  multiplications(dimension: number, samples: number): unknown;
}
