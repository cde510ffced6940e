/** What the figure shows, made from its state part by part. */
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
  return (await getCore('neural')).hingeNetwork(x, y);
};

/** `grown` is called when a survey has made one more training. */
export const modelFor = (grown: () => void) =>
  plan(fields)
    .derive('activations', [], async () => (await (await getCore('neural')).neuralCatalog()).activations)
    .with(expressionPlan)
    .derive('target', ['expression', 'drawn'], ({ expression, drawn }) => targetOf(expression, drawn))
    .derive('shape', ['units'], ({ units }) => shapeOf(units))
    // What is written down is written in ReLU.
    .derive('bent', ['weights', 'activation'], ({ weights, activation }) =>
      weights === 'written' ? 'relu' : activation,
    )
    .derive(
      'wide',
      ['target', 'shape', 'weights', 'bent', 'rate', 'seed'],
      async ({ target, shape, weights, bent: activation, rate, seed }) => {
        const written = weights === 'written' ? await hingesOf(target, shape.width) : undefined;
        return Fit.start({ target, shape, activation, rate, seed, written });
      },
    )
    .derive(
      'deep',
      ['target', 'shape', 'depth', 'weights', 'bent', 'rate', 'seed'],
      async ({ target, shape, depth, weights, bent: activation, rate, seed }) => {
        if (depth === 1) return undefined;
        if (weights === 'random')
          return Fit.start({ target, shape: await deepShape(shape, depth), activation, rate, seed });
        const written = await (await getCore('neural')).foldNetwork(depth);
        return Fit.start({ target, shape: await foldShape(depth), activation, rate, seed, written });
      },
      { free: (deep) => deep?.free() },
    )
    .derive('stepper', ['wide', 'deep'], ({ wide, deep }) => together(deep ? [wide, deep] : [wide]))
    .derive(
      'survey',
      ['show', 'target', 'units', 'depth', 'activation', 'rate', 'seed'],
      ({ show, target, units, depth, activation, rate, seed }) =>
        show === 'units'
          ? undefined
          : new Survey(
              show as 'seeds' | 'widths',
              { target, units, depth, activation, rate, seed, hinges: (count) => hingesOf(target, count) },
              grown,
            ),
      { free: (survey) => survey?.free() },
    );

export type Model = ModelOf<ReturnType<typeof modelFor>>;
