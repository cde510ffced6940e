import type { ExpressionAddress } from '../calculus/module.ts';
import type { Failure, ModuleHandle } from '../module.ts';

export interface DescentHandle extends ModuleHandle {
  progress(): unknown;
  seek(step: number): unknown;
  state(): unknown;
  trace(from: number): unknown;
  curvature(): unknown;
}

export interface OptimizeModule {
  catalog(): unknown;
  createDescent(f: ExpressionAddress, problem: unknown): DescentHandle | Failure;
}
