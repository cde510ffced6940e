/** The facts that tasks may ask for, and the history as a table. */
import type { TrainingHistory } from '../../core/training/types.ts';
import type { Table } from '../../controls/table.ts';
import type { ReportOf } from '../../fields/facts.ts';
import type { Say } from '../../language/strings.ts';
import type { facts } from './fields.ts';
import type { Samples } from './samples.ts';
import { deadIn } from './view.ts';
import type { Look, View } from './view.ts';

export function report({ layers }: View, look: Look, { classes }: Samples): ReportOf<typeof facts> {
  const { progress, metrics, parameters, trace, said } = look;
  const { training, test } = metrics;
  const largest = (of: typeof layers) =>
    of.reduce((most, { weights, biases }) => parameters.subarray(weights, biases).reduce((size, weight) => Math.max(size, Math.abs(weight)), most), 0); // prettier-ignore
  const likeliest = said.indexOf(Math.max(...said));
  return {
    step: progress.step,
    epoch: progress.epoch,
    outcome: progress.outcome,
    cause: progress.divergence?.cause ?? '',
    divergedLayer: progress.divergence?.layer ?? 0,
    divergedAt: progress.divergence?.step ?? 0,
    loss: training.loss,
    testLoss: test?.loss ?? null,
    penalty: metrics.l1Penalty + metrics.l2Penalty,
    accuracy: training.accuracy ?? null,
    testAccuracy: test?.accuracy ?? null,
    rSquared: training.rSquared ?? null,
    gap: test ? test.loss - training.loss : null,
    parameters: parameters.length,
    layers: layers.length - 2,
    units: layers.slice(1, -1).reduce((sum, { units }) => sum + units, 0),
    features: layers[0].units,
    largestHidden: largest(layers.slice(1, -1)),
    largestWeight: largest(layers.slice(1)),
    deadUnits: deadIn(look),
    sum: trace.at(-1)!.sums[0],
    output: Math.max(...said),
    predicted: said.length > 1 ? likeliest : classes > 0 ? Number(said[0] > 0.5) : null,
    confusion: (test ?? training).confusion ?? [],
    weights: [...parameters],
  };
}

/** A row an epoch. */
export function historyTable(say: Say, history: TrainingHistory | undefined): Table {
  const column = (key: string, values: Float64Array) => ({ label: say(key), value: (row: number) => values[row] });
  if (!history) return { columns: [], count: 0 };
  return {
    columns: [
      column('epoch-axis', history.epochs),
      column('updates', history.steps),
      column('training-loss', history.training),
      column('test-loss', history.test),
      column('penalty', history.penalties),
      column('training-accuracy', history.trainingAccuracy),
      column('test-accuracy', history.testAccuracy),
    ],
    count: history.epochs.length,
  };
}
