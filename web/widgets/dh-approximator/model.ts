/** What the figure shows, made from its state part by part. */
import { touched } from '../../controls/first-touch.ts';
import { getCore } from '../../core/core.ts';
import type { StateOf } from '../../fields/fields.ts';
import { expressionPlan } from '../../figures/descent/typed-curve-widget.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { together } from '../../widget/stepper.ts';
import { fields } from './fields.ts';
import { Fit, deepShape, foldShape, shapeOf } from './networks.ts';
import { Survey } from './survey.ts';
import { targetOf } from './target.ts';
import type { Target } from './target.ts';

export type State = StateOf<typeof fields>;

const hingesOf = async (target: Target, units: number): Promise<Float64Array> => {
  const { x, y } = await target.points(units);
  return (await getCore('piecewise')).hingeNetwork(x, y);
};

/**
 * `grown` is called when a survey has made one more training. The networks, and the part of the core that trains them, come when the reader
 * first does something: until then there is the curve alone, and networks and all that depends on them are undefined.
 */
export const modelFor = (grown: () => void) =>
  plan(fields)
    .with(expressionPlan)
    .derive('due', [], () => touched, { always: true })
    .derive('activations', ['due'], async ({ due }) =>
      due ? (await (await getCore('neural')).neuralCatalog()).activations : [],
    )
    .derive('target', ['expression', 'drawn'], ({ expression, drawn }) => targetOf(expression, drawn))
    .derive('shape', ['due', 'units'], ({ due, units }) => (due ? shapeOf(units) : undefined))
    // What is written down is written in ReLU.
    .derive('bent', ['weights', 'activation'], ({ weights, activation }) =>
      weights === 'written' ? 'relu' : activation,
    )
    .derive(
      'wide',
      ['target', 'shape', 'weights', 'bent', 'rate', 'seed'],
      async ({ target, shape, weights, bent: activation, rate, seed }) => {
        if (!shape) return undefined;
        const written = weights === 'written' ? await hingesOf(target, shape.width) : undefined;
        return Fit.start({ target, shape, activation, rate, seed, written });
      },
      { free: (wide) => wide?.free() },
    )
    .derive(
      'deep',
      ['target', 'shape', 'depth', 'weights', 'bent', 'rate', 'seed'],
      async ({ target, shape, depth, weights, bent: activation, rate, seed }) => {
        if (!shape || depth === 1) return undefined;
        if (weights === 'random')
          return Fit.start({ target, shape: await deepShape(shape, depth), activation, rate, seed });
        const written = await (await getCore('piecewise')).foldNetwork(depth);
        return Fit.start({ target, shape: await foldShape(depth), activation, rate, seed, written });
      },
      { free: (deep) => deep?.free() },
    )
    .derive('stepper', ['wide', 'deep'], ({ wide, deep }) =>
      wide ? together(deep ? [wide, deep] : [wide]) : undefined,
    )
    .derive(
      'survey',
      ['due', 'show', 'target', 'units', 'depth', 'activation', 'rate', 'seed'],
      ({ due, show, target, units, depth, activation, rate, seed }) =>
        !due || show === 'units'
          ? undefined
          : new Survey(
              show as 'seeds' | 'widths',
              { target, units, depth, activation, rate, seed, hinges: (count) => hingesOf(target, count) },
              grown,
            ),
      { free: (survey) => survey?.free() },
    );

export type Model = ModelOf<ReturnType<typeof modelFor>>;
