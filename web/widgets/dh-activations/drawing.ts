/** The three plots: the activation with its slope, the small network, and what a chain of layers leaves of a slope. */
import { language } from '../../language/language.ts';
import type { Say } from '../../language/strings.ts';
import { band } from '../../plot/layers/band.ts';
import { curve } from '../../plot/layers/curve.ts';
import { points } from '../../plot/layers/points.ts';
import { segments } from '../../plot/layers/segments.ts';
import { draw } from '../../plot/picture.ts';
import type { Drawing } from '../../plot/picture.ts';
import { saturatedStretches } from './model.ts';
import type { Model, State } from './model.ts';

/** Half the length of the tangent, along z. */
const TANGENT = 1.5;

/** What the reader calls an activation. */
export const nameOf = ({ entries }: Model, activation: string): string =>
  entries.find(({ id }) => id === activation)?.name[language()] ?? activation;

export function activationDrawings(now: Model, { activation, compare, x }: State, say: Say): Drawing[] {
  const { curves, other, point } = now;
  const { z, values, slopes } = curves;
  const all = [...values, ...slopes];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const tangent = [x - TANGENT, x + TANGENT];
  return [
    ...saturatedStretches(curves).map((stretch) =>
      draw(band, { x: stretch, lower: [low, low], upper: [high, high] }, { ink: 'warning', opacity: 0.14 }),
    ),
    ...(other
      ? [
          draw(curve, { x: z, y: other.values, jumps: [] }, { ink: 'data', dash: 'dotted', name: nameOf(now, compare) }),
          draw(
            curve,
            { x: z, y: other.slopes },
            { ink: 'data', dash: 'dash-dot', name: say('slope-of', { name: nameOf(now, compare) }) },
          ),
        ]
      : []),
    draw(curve, { x: z, y: values, jumps: [] }, { ink: 'f', weight: 'thick', name: nameOf(now, activation) }),
    draw(curve, { x: z, y: slopes }, { ink: 'gradient', dash: 'dashed', name: say('slope') }),
    draw(
      segments,
      {
        x0: [tangent[0]],
        y0: [point.value - TANGENT * point.slope],
        x1: [tangent[1]],
        y1: [point.value + TANGENT * point.slope],
      },
      { ink: 'x' },
    ),
    draw(points, { x: [x], y: [point.slope] }, { ink: 'gradient', radius: 4 }),
  ];
}

export function networkDrawings({ network }: Model, say: Say): Drawing[] {
  const { x, units, output } = network;
  return [
    ...units.map((y, index) =>
      draw(
        curve,
        { x, y, jumps: [] },
        { ink: 'data', dash: 'dotted', ...(index === 0 && { name: say('hidden') }) },
      ),
    ),
    draw(curve, { x, y: output, jumps: [] }, { ink: 'prediction', weight: 'thick', name: say('output') }),
  ];
}

export const chainDrawings = ({ chain }: Model): Drawing[] => [
  draw(curve, { x: [...chain.keys()], y: chain.map(Math.abs), jumps: [] }, { ink: 'gradient', dash: 'dotted' }),
  draw(points, { x: [...chain.keys()], y: chain.map(Math.abs) }, { ink: 'gradient', radius: 3.5 }),
];
