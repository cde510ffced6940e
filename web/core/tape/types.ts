/** What the core can do with reverse mode: a calculation written down node by node, gone through forward and backward. */
import type { Freeable } from '../types.ts';

export interface TapeCore {
  /**
   * A formula as a tape: its variables first, as leaves 0, 1, … with these values, then its parts, equal ones once. Without a formula an
   * empty tape, to push on. Throws the errors of `expression`, and wrong-dimension (`values`).
   */
  tape(formula?: TapeFormula): Tape;
  /** The local derivatives of an operation, as rules. Throws unknown-id (`op`). */
  localRules(op: string): LocalRules;
  /** The ids of all operations. */
  operations(): string[];
}

export interface TapeFormula {
  expression: string;
  /** Default: x alone. */
  variables?: readonly string[];
  values: readonly number[];
}

/**
 * Nodes are numbered from 0; what is pushed stands after what it is made of. `forward` works out values and local slopes; `backward` fills
 * the gradients anew, so that going back twice gives the same as once.
 */
export interface Tape extends Freeable {
  /** How many nodes there are. */
  readonly size: number;
  nodes(): TapeNode[];
  /** A new leaf, such as an input or a weight, and the name it has in the formulas of others; its number. */
  leaf(value: number, name: string): number;
  constant(value: number): number;
  /**
   * A new node: its operation (`add`, `multiply`, `tanh`, …: see `TapeNode.op`) and its operands, earlier nodes; its number. Throws unknown-id
   * (`op`; also when it takes another number of operands), out-of-range (`operand`).
   */
  push(op: string, ...operands: number[]): number;
  /** A leaf's new value. What is made of it follows with `forward`. Throws out-of-range (`leaf`), not-finite (`value`). */
  set(leaf: number, value: number): void;
  forward(): void;
  /**
   * Looks back from node `from` (default: the last), whose gradient is 1, until node `to` (default: the first) has passed on its share: all
   * nodes from `to` on have had their turn. Throws out-of-range (`from`, `to`).
   */
  backward(from?: number, to?: number): void;
  memory(): TapeMemory;
}

/** How many values of calculations stand in memory; leaves stand there in any case. The last node's value, the answer, stays to the end. */
export interface TapeMemory {
  /** After each calculation, when nobody goes back: a value goes when its last user has it. */
  answer: number[];
  /** After each calculation, then after each turn of the way back: a value stays while a local slope still needs it. */
  training: number[];
}

export interface TapeNode {
  /** variable and number are leaves; then add, subtract, multiply, divide, negate, power, less, …, and the functions by their names. */
  op: string;
  operands: number[];
  value: number;
  /** The local derivatives, one for each operand. */
  slopes: number[];
  /** How much the node looked back from moves when this one does. */
  gradient: number;
  /** What each user of this node gave to its gradient, its own gradient times its slope; the gradient is their sum. */
  contributions: { from: number; amount: number }[];
  /** There is no derivative here, and the slopes are those of a convention: 0 for relu at 0, a half for each of two equal maxima. */
  kink: boolean;
  /** What it has to keep for the way back, 8 bytes for each number: nothing for a sum, both factors for a product. */
  bytes: number;
  /** What it calculates, in the names of the leaves; empty when that is too long. */
  text: string;
  latex: string;
}

/** In the operands u, v, w and the operation's own value f: of exp the slope is f. */
export interface LocalRules {
  calculation: { text: string; latex: string };
  slopes: { text: string; latex: string }[];
  /** Where there is no derivative and a convention stands in, such as `u = 0` for relu; empty if everywhere is one. */
  kink: string;
  bytes: number;
}
