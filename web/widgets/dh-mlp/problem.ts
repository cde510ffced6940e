/** From the state of the playground to what the core is asked. */
import type { ScheduleChoice } from '../../core/types.ts';
import type { LayerSpec, TrainingProblem, TrainingChanges, TrainingStopping } from '../../core/training/types.ts';
import { FieldError } from '../../fields/field-error.ts';
import type { StateOf } from '../../fields/fields.ts';
import { FEATURES } from './fields.ts';
import type { fields } from './fields.ts';

type State = StateOf<typeof fields>;

/** What a network is made of besides its data. */
type Made = Pick<
  State,
  'test' | 'batch' | 'layers' | 'activation' | 'output' | 'loss' | 'initialisation' | 'optimizer' | 'seed'
>;
type Changing = Pick<State, 'rate' | 'l1' | 'l2' | 'dropout' | 'layers' | 'epochs' | 'goal' | 'patience'>;
type Asked = Pick<State, 'data' | 'size' | 'noise' | 'classes'>;

/** Points as far as the core needs them. */
interface Samples {
  /** x₁, x₂ of a point after those of the one before. */
  inputs: Float64Array;
  /** Class numbers, or numbers. */
  outputs: Float64Array;
  /** 0 for numbers. */
  classes: number;
}

export const idsIn = (text: string): string[] => text.split(',').map((id) => id.trim()).filter(Boolean); // prettier-ignore

/** The activation of each hidden layer. */
export function activationsOf(activation: string, layers: number): string[] {
  const ids = idsIn(activation);
  return Array.from({ length: layers }, (_, layer) => ids[Math.min(layer, ids.length - 1)] ?? '');
}

const layersOf = ({ layers, activation }: Made): LayerSpec[] => {
  const activations = activationsOf(activation, layers.length);
  return layers.map((units, layer) => ({ units, activation: activations[layer] }));
};

const stoppingOf = ({ epochs, goal, patience }: Pick<State, 'epochs' | 'goal' | 'patience'>): TrainingStopping => ({
  ...(epochs > 0 && { epochs }),
  ...(goal > 0 && { loss: goal }),
  ...(patience > 0 && { patience }),
});

export function featuresOf(features: string): string[] {
  const ids = idsIn(features);
  const unknown = ids.find((id) => !FEATURES.some((feature) => feature === id));
  if (unknown !== undefined || ids.length === 0 || new Set(ids).size < ids.length)
    throw new FieldError('features', { code: 'unknown-id', parameter: unknown, expected: FEATURES.join(', ') });
  return ids;
}

/** What cannot change while the network learns; the rest is set by `settingsOf`, before the first step. */
export function problemOf(
  samples: Samples,
  inputs: readonly string[],
  schedule: ScheduleChoice,
  state: Made,
): TrainingProblem {
  const count = samples.outputs.length;
  const training = count - Math.floor((count * state.test) / 100);
  return {
    data: dataOf(samples, inputs),
    layers: layersOf(state),
    // The loss brings its own where it takes what comes before sigmoid or softmax.
    outputActivation: state.output,
    ...(state.loss !== 'usual' && { loss: state.loss }),
    ...(state.initialisation !== 'usual' && { initialisation: state.initialisation }),
    optimizer: state.optimizer,
    schedule,
    // Of a few points more than there are is all of them; each class may keep one back.
    batchSize: state.batch > training - samples.classes ? 0 : state.batch,
    testShare: state.test / 100,
    seed: state.seed,
  };
}

export const dataOf = ({ inputs, outputs, classes }: Samples, features: readonly string[]) =>
  ({ inputs, columns: 2, outputs, classes, features }) as const;

/** What may change while it learns. */
export const settingsOf = (
  { rate, l1, l2, dropout, layers, ...stopping }: Changing,
  optimizer: Readonly<Record<string, number>>,
): TrainingChanges => ({
  options: { ...optimizer, 'learning-rate': rate },
  l1,
  l2,
  dropout: layers.map((_, layer) => dropout[layer] ?? 0),
  stopping: stoppingOf(stopping),
});

/** What the core's generators of data are asked. */
export function generatorOptions({ data, size: points, noise: percent, classes }: Asked): Record<string, number> {
  const noise = percent / 100;
  // Half of how far clusters reach is what the others call noise.
  if (data === 'clusters') return { points, classes, width: 2 * noise };
  return data === 'spiral' ? { points, noise, arms: classes } : { points, noise };
}
