/** The steps from f to f′ as something to play: opening a step is going one step on. */
import type { DerivativeLine, DerivativeStep, RemoteExpression } from '../../core/calculus/types.ts';
import type { Stepper } from '../../widget/stepper.ts';

export class Derivation implements Stepper {
  readonly steps: readonly DerivativeStep[];
  /** How many steps are open. */
  position = 0;
  readonly ended = true;
  readonly #f: RemoteExpression;
  readonly #lines: DerivativeLine[] = [];

  private constructor(f: RemoteExpression, steps: readonly DerivativeStep[]) {
    this.#f = f;
    this.steps = steps;
  }

  /** All steps, none of them open. */
  static async of(f: RemoteExpression): Promise<Derivation> {
    const derivation = new Derivation(f, await f.steps('x'));
    await derivation.seek(0);
    return derivation;
  }

  get reached(): number {
    return this.steps.length;
  }

  /** The whole derivative as far as the open steps have brought it. */
  get line(): DerivativeLine {
    return this.#lines[this.position];
  }

  /** The step opened last. */
  get current(): DerivativeStep | undefined {
    return this.steps[this.position - 1];
  }

  async seek(step: number): Promise<void> {
    const position = Math.min(step, this.reached);
    this.#lines[position] ??= await this.#f.derivativeAfter(position, 'x');
    this.position = position;
  }
}
