/** What the core makes of an activation: its curve and slope, a small network with it, and a chain of layers. */
import { getCore } from '../../core/core.ts';
import type { StateOf } from '../../fields/fields.ts';
import { evenly } from '../../plot/scale.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { SHOWN, fields } from './fields.ts';

export type State = StateOf<typeof fields>;

const SAMPLES = 641;
/** The part of its largest slope below which an activation counts as saturated, as in the core's statistics. */
const SATURATED = 0.01;

/** The small network: weight, bias and output weight of each hidden unit, and the bias of the output. */
const UNITS = [
  { weight: 1, bias: 2, output: 1 },
  { weight: 1.5, bias: -0.75, output: -1.6 },
  { weight: 1, bias: -2, output: 1.9 },
];
const OUTPUT_BIAS = -1;

export interface Curves {
  z: Float64Array;
  values: Float64Array;
  slopes: Float64Array;
  /** Below this size a slope counts as saturated. */
  threshold: number;
}

export interface Network {
  x: Float64Array;
  /** What each hidden unit adds to the output. */
  units: Float64Array[];
  output: Float64Array;
}

async function curvesOf(id: string): Promise<Curves> {
  const core = await getCore('neural');
  const z = evenly(SHOWN, SAMPLES);
  const { values, slopes } = await core.activation(id, z);
  const largest = slopes.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
  return { z, values, slopes, threshold: SATURATED * largest };
}

async function networkOf(activation: string): Promise<Network> {
  const core = await getCore('training');
  const training = await core.training({
    data: { inputs: [0], outputs: [0] },
    layers: [{ units: UNITS.length, activation }],
    precision: 'double',
  });
  const [, hidden, last] = await training.layers();
  const parameters = await training.parameters();
  UNITS.forEach(({ weight, bias, output }, index) => {
    parameters[hidden.weights + index] = weight;
    parameters[hidden.biases + index] = bias;
    parameters[last.weights + index] = output;
  });
  parameters[last.biases] = OUTPUT_BIAS;
  await training.setParameters(parameters);
  const x = evenly([-4, 4], SAMPLES);
  const [parts, output] = await Promise.all([training.contributions(x), training.predict(x)]);
  void training.free();
  return { x, units: UNITS.map((_, index) => parts.slice(index * SAMPLES, (index + 1) * SAMPLES)), output };
}

export const model = plan(fields)
  .derive('entries', [], async () => (await (await getCore('neural')).neuralCatalog()).activations)
  .derive('curves', ['activation'], ({ activation }) => curvesOf(activation))
  .derive('other', ['compare'], ({ compare }) => (compare === 'none' ? undefined : curvesOf(compare)))
  .derive('network', ['activation'], ({ activation }) => networkOf(activation))
  .derive('point', ['activation', 'x'], async ({ activation, x }) => {
    const core = await getCore('neural');
    const { values, slopes } = await core.activation(activation, Float64Array.of(x));
    return { value: values[0], slope: slopes[0] };
  })
  // What has come back after 0, 1, 2, … layers.
  .derive('chain', ['point', 'layers', 'weight'], ({ point, layers, weight }) =>
    Array.from({ length: layers + 1 }, (_, passed) => (weight * point.slope) ** passed),
  );

export type Model = ModelOf<typeof model>;

/** The stretches of z where the slope is too small to learn from. */
export function saturatedStretches({ z, slopes, threshold }: Curves): (readonly [from: number, to: number])[] {
  const stretches: [number, number][] = [];
  slopes.forEach((slope, index) => {
    if (Math.abs(slope) >= threshold) return;
    const last = stretches.at(-1);
    if (last && index > 0 && last[1] === z[index - 1]) last[1] = z[index];
    else stretches.push([z[index], z[index]]);
  });
  return stretches.filter(([from, to]) => to > from);
}

/** The largest distance of a curve from the straight line through its ends. */
export function bendOf({ x, output }: Network): number {
  const rise = (output.at(-1)! - output[0]) / (x.at(-1)! - x[0]);
  return output.reduce((most, y, index) => Math.max(most, Math.abs(y - output[0] - rise * (x[index] - x[0]))), 0);
}
