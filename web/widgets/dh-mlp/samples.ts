/** The points a network learns from: generated, by a typed rule, or the reader's own. */
import { getCore } from '../../core/core.ts';
import { FieldError } from '../../fields/field-error.ts';
import type { StateOf } from '../../fields/fields.ts';
import { problemFrom } from '../../fields/problem.ts';
import { roundTo } from '../../fields/fields.ts';
import { HALF_WIDTH, MOST_CLASSES, MOST_POINTS } from './fields.ts';
import type { fields } from './fields.ts';
import { generatorOptions } from './problem.ts';

export interface Samples {
  x1: Float64Array;
  x2: Float64Array;
  /** x₁, x₂ of a point after those of the one before. */
  inputs: Float64Array;
  /** Class numbers, or numbers. */
  outputs: Float64Array;
  /** 0 for numbers. */
  classes: number;
  /** Half the width of the square around the origin that shows them all. */
  reach: number;
}

type Asked = Pick<StateOf<typeof fields>, 'data' | 'size' | 'noise' | 'classes' | 'rule' | 'points' | 'dataSeed'>;

/** Clusters lie about the unit circle. */
const CLUSTER_REACH = 2;

export async function samplesOf(asked: Asked): Promise<Samples> {
  if (asked.data === 'own') return ownSamples(asked.points);
  if (asked.data === 'rule') return ruledSamples(asked);
  const core = await getCore('data');
  const { inputs, outputs, classes: found } = await core.dataset(asked.data, generatorOptions(asked), asked.dataSeed);
  return { ...split(inputs), outputs, classes: found, reach: asked.data === 'clusters' ? CLUSTER_REACH : HALF_WIDTH };
}

function split(inputs: Float64Array): Pick<Samples, 'x1' | 'x2' | 'inputs'> {
  const every = (first: number) =>
    Float64Array.from({ length: inputs.length / 2 }, (_, row) => inputs[2 * row + first]);
  return { x1: every(0), x2: every(1), inputs };
}

/** Points anywhere in the square, asked by the formula before the noise moves them. */
async function ruledSamples({ size: points, noise, rule, dataSeed }: Asked): Promise<Samples> {
  const core = await getCore('data', 'calculus');
  // The same seed draws the same points, moved or not.
  const [still, moved] = await Promise.all(
    [0, noise / 100].map((share) => core.dataset('regression-plane', { points, noise: share }, dataSeed)),
  );
  let values: Float64Array;
  try {
    const expression = await core.expression(rule, ['x1', 'x2']);
    values = await expression.evaluate(still.inputs);
    void expression.free();
  } catch (error) {
    throw new FieldError('rule', problemFrom(error));
  }
  const outputs = values.map((value) => (value > 0 ? 1 : 0));
  return { ...split(moved.inputs), outputs, classes: 2, reach: HALF_WIDTH };
}

function ownSamples(points: Asked['points']): Samples {
  const column = (index: number) => Float64Array.from(points, (point) => point[index]);
  const outputs = column(2);
  const wrong = points.findIndex(([, , label]) => !Number.isInteger(label) || label < 0 || label >= MOST_CLASSES);
  if (wrong >= 0)
    throw new FieldError('points', {
      code: 'out-of-range',
      value: outputs[wrong],
      expected: `[0, ${MOST_CLASSES - 1}]`,
    });
  const inputs = Float64Array.from(points.flatMap(([x1, x2]) => [x1, x2]));
  const farthest = inputs.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return {
    ...split(inputs),
    outputs,
    classes: Math.max(2, Math.max(-1, ...outputs) + 1),
    reach: Math.max(HALF_WIDTH, farthest * 1.05),
  };
}

/** How points of a class look: class 1 has the colour of numbers above zero, which stand for it where there are two. */
export const seriesOf = (label: number): number => (label < 2 ? 1 - label : label);

/** Points as the reader's own, as many as a link carries. */
export function ownPoints(samples: Samples | undefined): number[][] {
  if (!samples?.classes) return [];
  const { x1, x2, outputs } = samples;
  return Array.from(outputs.subarray(0, MOST_POINTS), (label, row) => [
    roundTo(x1[row], 3),
    roundTo(x2[row], 3),
    label,
  ]);
}
