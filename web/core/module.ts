/**
 * What the compiled module offers, name by name; a test holds this list against the module itself. Only `web/core` calls it, and always
 * with arguments it has checked.
 */

/** Recognised by `error`. `position` counts bytes; -1 says that there is none. */
export interface Failure {
  error: string;
  parameter: string;
  value: number;
  position: number;
  expected: string;
}

/** What lives in the module's memory until it is deleted. */
export interface ModuleHandle {
  delete(): void;
}

export interface ExpressionHandle extends ModuleHandle {
  text(): string;
  latex(): string;
  evaluate(points: Float64Array): Float64Array;
  sample(from: number, to: number, count: number): Float64Array;
  grid(xFrom: number, xTo: number, columns: number, yFrom: number, yTo: number, rows: number): Float64Array;
  jet(point: readonly number[]): unknown;
  derivative(variable: number): ExpressionHandle | Failure;
  steps(variable: number): unknown;
  derivativeLine(variable: number, steps: number): unknown;
  features(from: number, to: number): unknown;
  differences(x: number, stepSizes: Float64Array): unknown;
}

export interface DescentHandle extends ModuleHandle {
  progress(): unknown;
  seek(step: number): unknown;
  state(): unknown;
  trace(from: number): unknown;
  curvature(): unknown;
}

export interface CoreModule {
  catalog(): unknown;
  parseExpression(text: string, variables: readonly string[]): ExpressionHandle | Failure;
  readNumber(text: string): number | Failure;
  compare(left: ExpressionHandle, right: ExpressionHandle, seed: number): unknown;
  createDescent(f: ExpressionHandle, problem: unknown): DescentHandle | Failure;
}

// ---- Data ---------------------------------------------------------------------------------------------------------------------

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

export interface SwarmHandle extends ModuleHandle {
  seek(step: number): unknown;
  losses(w: ArrayLike<number>): Float64Array;
  batchLosses(w: ArrayLike<number>): Float64Array;
}

export interface CoreModule {
  leastSquares(problem: unknown, options: unknown): unknown;
  predict(model: unknown, coefficients: ArrayLike<number>): Float64Array | Failure;
  createRegression(problem: unknown): RegressionHandle | Failure;
  multiplications(dimension: number, samples: number): unknown;
  sweepRates(f: ExpressionHandle, problem: unknown, rates: ArrayLike<number>): unknown;
  findEnds(f: ExpressionHandle, problem: unknown, grid: unknown, firstRow: number, lastRow: number): unknown;
  findBasins(f: ExpressionHandle, ends: unknown, known: ArrayLike<number>, radius: number): unknown;
  createSwarm(loss: ExpressionHandle, problem: unknown): SwarmHandle | Failure;
  generateDataset(id: string, options: unknown, seed: number): unknown;
  readCsv(text: string, options: unknown): unknown;
  writeCsv(columns: unknown): string;
}
