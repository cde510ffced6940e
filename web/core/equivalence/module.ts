import type { ExpressionAddress } from '../calculus/module.ts';

export interface EquivalenceModule {
  compare(left: ExpressionAddress, right: ExpressionAddress, seed: number): unknown;
}
