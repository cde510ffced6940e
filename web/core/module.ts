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

/** The address of an expression in the module's memory; `_expressionDelete` gives it back. */
export type ExpressionAddress = number;

export interface DescentHandle extends ModuleHandle {
  progress(): unknown;
  seek(step: number): unknown;
  state(): unknown;
  trace(from: number): unknown;
  curvature(): unknown;
}

export interface CoreModule {
  catalog(): unknown;
  /** The memory, as it is after the last call. */
  readonly HEAPF64: Float64Array;
  /** Room for so many numbers in the memory, instead of what there was: where it begins in HEAPF64. */
  workspace(count: number): number;
  /** The names that formulas read from now on may use, one a line. */
  expressionNames(lines: string): void;
  /** 0 if it is no formula: `expressionFailure` says why. */
  parseExpression(text: string): ExpressionAddress;
  /** Why the last expression asked for has the address 0. */
  expressionFailure(): Failure;
  _expressionDelete(f: ExpressionAddress): void;
  expressionText(f: ExpressionAddress): string;
  expressionLatex(f: ExpressionAddress): string;
  /** At `count` points that stand in the workspace from an index on; the values go behind them. */
  _expressionEvaluate(f: ExpressionAddress, index: number, count: number): void;
  expressionSample(f: ExpressionAddress, from: number, to: number, count: number): Float64Array;
  expressionGrid(
    f: ExpressionAddress,
    xFrom: number,
    xTo: number,
    columns: number,
    yFrom: number,
    yTo: number,
    rows: number,
  ): Float64Array;
  expressionJet(f: ExpressionAddress, point: readonly number[]): unknown;
  /** 0 if it is too long: `expressionFailure` says so. */
  _expressionDerivative(f: ExpressionAddress, variable: number): ExpressionAddress;
  expressionSteps(f: ExpressionAddress, variable: number): unknown;
  expressionDerivativeLine(f: ExpressionAddress, variable: number, steps: number): unknown;
  expressionFeatures(f: ExpressionAddress, from: number, to: number): unknown;
  expressionDifferences(f: ExpressionAddress, x: number, stepSizes: Float64Array): unknown;
  readNumber(text: string): number | Failure;
  compare(left: ExpressionAddress, right: ExpressionAddress, seed: number): unknown;
  createDescent(f: ExpressionAddress, problem: unknown): DescentHandle | Failure;
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
  sweepRates(f: ExpressionAddress, problem: unknown, rates: ArrayLike<number>): unknown;
  findEnds(f: ExpressionAddress, problem: unknown, grid: unknown, firstRow: number, lastRow: number): unknown;
  findBasins(f: ExpressionAddress, ends: unknown, known: ArrayLike<number>, radius: number): unknown;
  createSwarm(loss: ExpressionAddress, problem: unknown): SwarmHandle | Failure;
  generateDataset(id: string, options: unknown, seed: number): unknown;
  readCsv(text: string, options: unknown): unknown;
  writeCsv(columns: unknown): string;
}
