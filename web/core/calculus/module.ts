import type { BaseModule, Failure } from '../module.ts';

/** The address of an expression in the module's memory; `_expressionDelete` gives it back. */
export type ExpressionAddress = number;

export interface CalculusModule extends BaseModule {
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
  /** Positions and lengths count bytes of the typed text. */
  expressionDoubts(f: ExpressionAddress): unknown;
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
}
