/** Typed formulas, directly over the module. */
import { CoreError } from './error.ts';
import { Owner, requireDimension, requireFinite, requireInterval, requireWhole, unwrap } from './handle.ts';
import type { CoreModule, ExpressionHandle } from './module.ts';
import type { Axis, DerivativeLine, DerivativeStep, Differences, Expression, Features, Jet } from './types.ts';

/** Values asked for at once: enough for any picture, too few to run out of memory. */
const MOST_VALUES = 1 << 22;

export class DirectExpression extends Owner<ExpressionHandle> implements Expression {
  readonly variables: readonly string[];

  constructor(handle: ExpressionHandle, variables: readonly string[]) {
    super(handle);
    this.variables = variables;
  }

  static parse(module: CoreModule, text: string, variables: readonly string[] = ['x']): DirectExpression {
    return new DirectExpression(unwrap(module.parseExpression(text, variables), text), variables);
  }

  get text(): string {
    return this.handle.text();
  }

  get latex(): string {
    return this.handle.latex();
  }

  evaluate(points: Float64Array): Float64Array {
    const { length: dimension } = this.variables;
    const rest = dimension ? points.length % dimension : points.length;
    if (rest)
      throw new CoreError({
        code: 'wrong-dimension',
        parameter: 'points',
        value: points.length,
        expected: `${dimension}`,
      });
    return this.handle.evaluate(points);
  }

  sample(from: number, to: number, count: number): Float64Array {
    this.#requireVariables(1);
    requireInterval(from, to);
    requireWhole('count', count, 2, MOST_VALUES);
    return this.handle.sample(from, to, count);
  }

  grid(x: Axis, y: Axis): Float64Array {
    this.#requireVariables(2);
    for (const [from, to, count] of [x, y]) {
      requireInterval(from, to);
      requireWhole('count', count, 2, 4096);
    }
    return this.handle.grid(...x, ...y);
  }

  jet(point: readonly number[]): Jet {
    requireDimension('point', point.length, this.variables.length);
    return this.handle.jet(point) as Jet;
  }

  derivative(variable = this.variables[0]): DirectExpression {
    return new DirectExpression(unwrap(this.handle.derivative(this.#indexOf(variable))), this.variables);
  }

  steps(variable = this.variables[0]): DerivativeStep[] {
    return unwrap(this.handle.steps(this.#indexOf(variable))) as DerivativeStep[];
  }

  derivativeAfter(steps: number, variable = this.variables[0]): DerivativeLine {
    requireWhole('steps', steps, 0, MOST_VALUES);
    return unwrap(this.handle.derivativeLine(this.#indexOf(variable), steps)) as DerivativeLine;
  }

  features(from: number, to: number): Features {
    this.#requireVariables(1);
    requireInterval(from, to);
    return this.handle.features(from, to) as Features;
  }

  differences(x: number, h: Float64Array): Differences {
    this.#requireVariables(1);
    requireFinite('x', x);
    return this.handle.differences(x, h) as Differences;
  }

  /** The module's own object, for others of this folder that work on expressions. */
  get inModule(): ExpressionHandle {
    return this.handle;
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
