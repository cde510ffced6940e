/** Runs of descent, directly over the module. */
import { DirectExpression } from '../calculus/expression.ts';
import type { CalculusModule } from '../calculus/module.ts';
import { Owner, requireWhole, unwrap } from '../handle.ts';
import type { DescentHandle, OptimizeModule } from './module.ts';
import type { Curvature, Descent, DescentProblem, DescentState, Progress, Trace } from './types.ts';

const LAST_STEP = 1e9;

export class DirectDescent extends Owner<DescentHandle> implements Descent {
  static start(module: CalculusModule & OptimizeModule, problem: DescentProblem): DirectDescent {
    const { stepLimit } = problem;
    if (stepLimit !== undefined) requireWhole('step-limit', stepLimit, 1, LAST_STEP);
    const f = DirectExpression.parse(module, problem.expression, problem.variables);
    try {
      return new DirectDescent(unwrap(module.createDescent(f.inModule, problem)));
    } finally {
      f.free();
    }
  }

  advance(steps: number): Progress {
    requireWhole('steps', steps, 0, LAST_STEP);
    return this.#goTo(this.#progress().step + steps);
  }

  back(): Progress {
    return this.#goTo(this.#progress().step - 1);
  }

  seek(step: number): Progress {
    requireWhole('step', step, 0, LAST_STEP);
    return this.#goTo(step);
  }

  rewind(): Progress {
    return this.#goTo(0);
  }

  state(): DescentState {
    return this.handle.state() as DescentState;
  }

  trace(from = 0): Trace {
    return this.handle.trace(from) as Trace;
  }

  curvature(): Curvature {
    return this.handle.curvature() as Curvature;
  }

  #progress(): Progress {
    return this.handle.progress() as Progress;
  }

  #goTo(step: number): Progress {
    return this.handle.seek(Math.max(step, 0)) as Progress;
  }
}
