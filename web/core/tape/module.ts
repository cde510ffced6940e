import type { ExpressionAddress } from '../calculus/module.ts';
import type { ModuleHandle } from '../module.ts';

export interface TapeHandle extends ModuleHandle {
  leaf(value: number, name: string): number;
  constant(value: number): number;
  /** -1 if there is no such operation on so many operands. */
  push(op: string, operands: readonly number[]): number;
  size(): number;
  set(leaf: number, value: number): void;
  forward(): void;
  backward(from: number, to: number): void;
  node(index: number): unknown;
  memory(): unknown;
}

export interface TapeModule {
  createTape(): TapeHandle;
  tapeOf(f: ExpressionAddress): TapeHandle;
  localRules(op: string): unknown;
  operations(): string[];
}
