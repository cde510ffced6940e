/** What the core can do with answers: whether two formulas are the same function. */

export interface EquivalenceCore {
  /** Whether two formulas are the same function, and if not, a point where they differ. The same seed gives the same answer. */
  equivalent(left: string, right: string, variables?: readonly string[], seed?: number): Equivalence;
}

export interface Equivalence {
  equivalent: boolean;
  /** False when there were too few points at which either has a value. */
  decided: boolean;
  /** A point where they differ; empty when they do not. */
  counterexample: number[];
  /** The values there; NaN where one is undefined. */
  left: number;
  right: number;
}
