/** A tape, directly over the module. */
import { CoreError } from '../error.ts';
import { Owner, requireFinite, requireWhole } from '../handle.ts';
import type { TapeHandle } from './module.ts';
import type { Tape, TapeMemory, TapeNode } from './types.ts';

export class DirectTape extends Owner<TapeHandle> implements Tape {
  get size(): number {
    return this.handle.size();
  }

  nodes(): TapeNode[] {
    return Array.from({ length: this.size }, (_, index) => this.handle.node(index) as TapeNode);
  }

  leaf(value: number, name: string): number {
    requireFinite('value', value);
    return this.handle.leaf(value, name);
  }

  constant(value: number): number {
    requireFinite('value', value);
    return this.handle.constant(value);
  }

  push(op: string, ...operands: number[]): number {
    for (const operand of operands) this.#requireNode('operand', operand);
    const index = this.handle.push(op, operands);
    if (index < 0) throw new CoreError({ code: 'unknown-id', parameter: 'op', expected: op });
    return index;
  }

  set(leaf: number, value: number): void {
    this.#requireNode('leaf', leaf);
    requireFinite('value', value);
    this.handle.set(leaf, value);
  }

  forward(): void {
    this.handle.forward();
  }

  backward(from = this.size - 1, to = 0): void {
    this.#requireNode('from', from);
    requireWhole('to', to, 0, this.size);
    this.handle.backward(from, to);
  }

  memory(): TapeMemory {
    return this.handle.memory() as TapeMemory;
  }

  #requireNode(parameter: string, index: number): void {
    requireWhole(parameter, index, 0, this.size - 1);
  }
}
