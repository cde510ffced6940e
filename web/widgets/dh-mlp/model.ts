/** How the playground's network is made of its state. */
import { getCore } from '../../core/core.ts';
import type { ScheduleChoice } from '../../core/types.ts';
import type { LayerSpec, TrainingProblem, TrainingStopping } from '../../core/training/types.ts';
import { FieldError } from '../../fields/field-error.ts';
import type { StateOf } from '../../fields/fields.ts';
import { problemFrom } from '../../fields/problem.ts';
import { chosenOptions } from '../../figures/descent/optimizer.ts';
import { TrainingRun } from '../../figures/networks/training-run.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { FEATURES, fields } from './fields.ts';
import type { ModelFile } from './model-file.ts';
import { samplesOf } from './samples.ts';
import type { Samples } from './samples.ts';
import { View } from './view.ts';

export type State = StateOf<typeof fields>;

/** What a network is made of besides its data. */
type Made = Pick<
  State,
  'test' | 'batch' | 'layers' | 'activation' | 'output' | 'loss' | 'initialisation' | 'optimizer' | 'seed'
>;

/** Updates after which a training of which nothing else makes an end is not played on. */
const LAST_UPDATE = 1e8;

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

function featuresOf(features: string): string[] {
  const ids = idsIn(features);
  const unknown = ids.find((id) => !FEATURES.some((feature) => feature === id));
  if (unknown !== undefined || ids.length === 0 || new Set(ids).size < ids.length)
    throw new FieldError('features', { code: 'unknown-id', parameter: unknown, expected: FEATURES.join(', ') });
  return ids;
}

/** What cannot change while the network learns; the rest is set by `settings` below, before the first step. */
function problemOf(
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

const dataOf = ({ inputs, outputs, classes }: Samples, features: readonly string[]) =>
  ({ inputs, columns: 2, outputs, classes, features }) as const;

function blameFile(error: unknown): never {
  throw new FieldError('model', problemFrom(error));
}

export const modelFor = (file: ModelFile) =>
  plan(fields)
    .derive('catalog', [], async () => {
      const [core, data] = await Promise.all([getCore('neural'), getCore('data')]);
      const [catalog, { datasets }] = await Promise.all([core.neuralCatalog(), data.dataCatalog()]);
      return { ...catalog, datasets };
    })
    .derive('samples', ['data', 'size', 'noise', 'classes', 'rule', 'points', 'dataSeed'], samplesOf)
    .derive('inputs', ['features'], ({ features }) => featuresOf(features))
    .derive('timetable', ['catalog', 'schedule', 'scheduleOptions'], ({ catalog, schedule, scheduleOptions }) => ({
      id: schedule,
      options: chosenOptions(catalog.schedules, schedule, scheduleOptions, 'scheduleOptions'),
    }))
    .derive('opened', [], () => file.opened, { always: true })
    .derive(
      'run',
      ['samples', 'inputs', 'opened', 'test', 'batch', 'layers', 'activation', 'output', 'loss', 'initialisation', 'optimizer', 'timetable', 'seed'], // prettier-ignore
      async ({ samples, inputs, opened, timetable, ...state }) => {
        if (samples.outputs.length === 0) return undefined;
        const core = await getCore('training');
        const training = opened
          ? await core.loadTraining(opened.model, dataOf(samples, inputs)).catch(blameFile)
          : await core.training(problemOf(samples, inputs, timetable, state));
        return TrainingRun.start(training, LAST_UPDATE);
      },
    )
    .derive('split', ['run'], ({ run }) => run?.training.split())
    .derive('chosen', ['catalog', 'optimizer', 'options'], ({ catalog, optimizer, options }) =>
      chosenOptions(catalog.optimizers, optimizer, options, 'options'),
    )
    .derive(
      'settings',
      ['run', 'chosen', 'rate', 'l1', 'l2', 'dropout', 'layers', 'epochs', 'goal', 'patience'],
      async ({ run, chosen, rate, l1, l2, dropout, layers, ...stopping }) => {
        const shares = layers.map((_, layer) => dropout[layer] ?? 0);
        const options = { ...chosen, 'learning-rate': rate };
        await run?.training.change({ options, l1, l2, dropout: shares, stopping: stoppingOf(stopping) });
        return {};
      },
    )
    .derive('view', ['run', 'by', 'samples'], ({ run, by, samples }) => run && View.of(run, by, samples.reach))
    // What is known of the present step is known anew.
    .derive('seen', ['view', 'settings', 'probe'], async ({ view, probe }) => {
      if (!view) return {};
      view.probe = probe;
      await view.refresh();
      return {};
    });

export type Model = ModelOf<ReturnType<typeof modelFor>>;
