/** What figures share that show the curve of a function of x which the reader types, over an interval of the reader's choice. */
import { html } from 'lit';
import type { Doubt } from '../../core/calculus/types.ts';
import { getCore } from '../../core/core.ts';
import { planFor } from '../../widget/plan.ts';
import { Widget } from '../../widget/widget.ts';
import { covers, typedCurve } from './typed-curve.ts';
import '../../controls/interval.ts';

/** The part of a state that says what curve is shown, and where. */
export interface TypedState {
  f: string;
  from: number;
  to: number;
}

/** The typed function as an expression of the core, and its formula in LaTeX. */
export const expressionPlan = planFor<{ f: string }>()
  .derive('expression', ['f'], async ({ f }) => (await getCore('calculus')).expression(f, ['x']))
  .derive('latex', ['expression'], ({ expression }) => expression.latex)
  .derive('doubts', ['expression'], ({ expression }) => expression.doubts);

/** The same with f′, as an expression of its own: for slopes beside a place that has none. */
export const derivativePlan = expressionPlan.derive('derivative', ['expression'], ({ expression }) =>
  expression.derivative('x'),
);

/** The same with the curve over the interval, looked over for rough places as far as x. */
export const curvePlan = planFor<TypedState & { x: number }>()
  .with(derivativePlan)
  .derive(
    'curve',
    ['expression', 'derivative', 'from', 'to', 'x'],
    ({ expression, derivative, from, to, x }) => typedCurve(expression, derivative, { from, to }, x),
    { keep: (curve, { x }, same) => same('expression', 'from', 'to') && covers(curve, x) },
  );

export abstract class TypedCurveWidget<
  State extends TypedState,
  Model extends { latex: string; doubts: readonly Doubt[] },
> extends Widget<State, Model> {
  /** The field for the function. */
  protected functionControl({ latex, doubts }: Model, presets: readonly string[]) {
    return this.control('f', { latex, doubts, left: '\\f(\\x)', presets });
  }

  /** The fields for the interval. */
  protected viewControl({ from, to }: State) {
    return html`<dh-interval
      .label=${this.sentences('view')}
      .from=${from}
      .to=${to}
      .error=${this.errorOf('from', 'to')}
      @dh-input=${(event: CustomEvent<{ from: number; to: number }>) => void this.propose(event.detail as Partial<State>)}
    ></dh-interval>`;
  }
}
