/** How the playground's network is made of its state. */
import { getCore } from '../../core/core.ts';
import { FieldError } from '../../fields/field-error.ts';
import type { StateOf } from '../../fields/fields.ts';
import { problemFrom } from '../../fields/problem.ts';
import { chosenOptions } from '../../figures/descent/optimizer.ts';
import { TrainingRun } from '../../figures/networks/training-run.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { fields } from './fields.ts';
import type { ModelFile } from './model-file.ts';
import { dataOf, featuresOf, problemOf, settingsOf } from './problem.ts';
import { samplesOf } from './samples.ts';
import { View } from './view.ts';

export type State = StateOf<typeof fields>;

/** Updates after which a training of which nothing else makes an end is not played on. */
const LAST_UPDATE = 1e8;

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
      async ({ run, chosen, ...state }) => {
        await run?.training.change(settingsOf(state, chosen));
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
