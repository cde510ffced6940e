/** Typed formulas, directly over the module. */
import { CoreError } from '../error.ts';
import { indexOf, Owner, requireDimension, requireFinite, requireInterval, requireWhole, unwrap } from '../handle.ts';
import type { Axis } from '../types.ts';
import type { CalculusModule, ExpressionAddress } from './module.ts';
import type { DerivativeLine, DerivativeStep, Differences, Doubt, Expression, Features, Jet } from './types.ts';

/** Values asked for at once: enough for any picture, too few to run out of memory. */
const MOST_VALUES = 1 << 22;

/** What stays reserved in the module for points and values; more is given back at once. */
const KEPT = 1 << 14;

/** What was last told a module: where its workspace is, and which names formulas may use. */
interface Told {
  workspace: { index: number; size: number };
  names: string;
}

const told = new WeakMap<CalculusModule, Told>();

function toldTo(module: CalculusModule): Told {
  let known = told.get(module);
  if (!known) told.set(module, (known = { workspace: { index: 0, size: 0 }, names: '' }));
  return known;
}

/** Copies numbers in, lets the module work on them in a place with room for both, and copies out what it left behind them. */
function inWorkspace(
  module: CalculusModule,
  numbers: Float64Array,
  answer: Float64Array,
  work: (index: number) => void,
): Float64Array {
  const known = toldTo(module);
  const reserve = (room: number) => (known.workspace = { index: module.workspace(room), size: room });
  const size = numbers.length + answer.length;
  if (known.workspace.size < size) reserve(Math.max(size, KEPT));
  const { index } = known.workspace;
  module.HEAPF64.set(numbers, index);
  work(index);
  const memory = module.HEAPF64;
  // A view costs more than the number it is for.
  if (answer.length === 1) answer[0] = memory[index + numbers.length];
  else answer.set(memory.subarray(index + numbers.length, index + size));
  if (known.workspace.size > KEPT) reserve(0);
  return answer;
}

/** An expression in the module's memory. */
class Held {
  readonly module: CalculusModule;
  readonly address: ExpressionAddress;

  constructor(module: CalculusModule, address: ExpressionAddress) {
    this.module = module;
    this.address = address;
  }

  delete(): void {
    this.module._expressionDelete(this.address);
  }
}

export class DirectExpression extends Owner<Held> implements Expression {
  readonly variables: readonly string[];
  readonly #module: CalculusModule;
  readonly #typed: string;

  /** `text`: what a position in the module's failure, should the address be 0, counts the bytes of. */
  private constructor(module: CalculusModule, address: ExpressionAddress, variables: readonly string[], text = '') {
    if (!address) unwrap(module.expressionFailure(), text);
    super(new Held(module, address));
    this.#module = module;
    this.#typed = text;
    this.variables = variables;
  }

  static parse(module: CalculusModule, text: string, variables: readonly string[] = ['x']): DirectExpression {
    const names = variables.join('\n');
    const known = toldTo(module);
    if (known.names !== names) {
      module.expressionNames(names);
      known.names = names;
    }
    return new DirectExpression(module, module.parseExpression(text), variables, text);
  }

  get text(): string {
    return this.#module.expressionText(this.inModule);
  }

  get latex(): string {
    return this.#module.expressionLatex(this.inModule);
  }

  get doubts(): Doubt[] {
    const at = (bytes: number) => indexOf(this.#typed, bytes);
    return (this.#module.expressionDoubts(this.inModule) as Doubt[]).map(({ position, length, ...doubt }) => ({
      ...doubt,
      position: at(position),
      length: at(position + length) - at(position),
    }));
  }

  evaluate(points: Float64Array, into?: Float64Array): Float64Array {
    const { length: dimension } = this.variables;
    if (dimension ? points.length % dimension : points.length) requireDimension('points', points.length, dimension);
    const count = dimension ? points.length / dimension : 1;
    if (into) requireDimension('into', into.length, count);
    const [module, f] = [this.#module, this.inModule];
    return inWorkspace(module, points, into ?? new Float64Array(count), (index) =>
      module._expressionEvaluate(f, index, count),
    );
  }

  sample(from: number, to: number, count: number): Float64Array {
    this.#requireVariables(1);
    requireInterval(from, to);
    requireWhole('count', count, 2, MOST_VALUES);
    return this.#module.expressionSample(this.inModule, from, to, count);
  }

  grid(x: Axis, y: Axis): Float64Array {
    this.#requireVariables(2);
    for (const [from, to, count] of [x, y]) {
      requireInterval(from, to);
      requireWhole('count', count, 2, 4096);
    }
    return this.#module.expressionGrid(this.inModule, ...x, ...y);
  }

  jet(point: readonly number[]): Jet {
    requireDimension('point', point.length, this.variables.length);
    return this.#module.expressionJet(this.inModule, point) as Jet;
  }

  derivative(variable = this.variables[0]): DirectExpression {
    const address = this.#module._expressionDerivative(this.inModule, this.#indexOf(variable));
    return new DirectExpression(this.#module, address, this.variables);
  }

  steps(variable = this.variables[0]): DerivativeStep[] {
    return unwrap(this.#module.expressionSteps(this.inModule, this.#indexOf(variable))) as DerivativeStep[];
  }

  derivativeAfter(steps: number, variable = this.variables[0]): DerivativeLine {
    requireWhole('steps', steps, 0, MOST_VALUES);
    return unwrap(
      this.#module.expressionDerivativeLine(this.inModule, this.#indexOf(variable), steps),
    ) as DerivativeLine;
  }

  features(from: number, to: number): Features {
    this.#requireVariables(1);
    requireInterval(from, to);
    return this.#module.expressionFeatures(this.inModule, from, to) as Features;
  }

  differences(x: number, h: Float64Array): Differences {
    this.#requireVariables(1);
    requireFinite('x', x);
    return this.#module.expressionDifferences(this.inModule, x, h) as Differences;
  }

  /** Where the module has it, for other areas that work on expressions. */
  get inModule(): ExpressionAddress {
    return this.handle.address;
  }

  #requireVariables(count: number): void {
    requireDimension('variables', this.variables.length, count);
  }

  #indexOf(variable: string): number {
    const index = this.variables.indexOf(variable);
    if (index >= 0) return index;
    throw new CoreError({ code: 'unknown-name', parameter: variable, expected: this.variables.join(', ') });
  }
}
