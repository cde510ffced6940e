/** The facts that tasks may ask for, and the history as a table. */
import type { Table } from '../../controls/table.ts';
import type { ReportOf } from '../../fields/facts.ts';
import type { Say } from '../../language/strings.ts';
import type { facts } from './fields.ts';
import type { Lab, Look } from './lab.ts';
import type { State } from './model.ts';

export function report(lab: Lab, { drawing, layers }: State): ReportOf<typeof facts> {
  const { look, reading, images } = lab;
  const { training, test } = look?.metrics ?? {};
  return {
    loaded: images !== undefined,
    epoch: look?.progress.epoch ?? 0,
    outcome:
      look?.progress.outcome === 'diverged'
        ? 'diverged'
        : lab.ended && lab.position >= lab.reached
          ? 'epochs-reached'
          : 'running',
    loss: training?.loss ?? null,
    testLoss: test?.loss ?? null,
    accuracy: training?.accuracy ?? null,
    testAccuracy: test?.accuracy ?? null,
    wrong: look ? wrongOnes(look, images!.digits).length : null,
    digit: reading?.digit ?? null,
    predicted: reading?.predicted ?? null,
    sure: reading ? reading.probabilities[reading.predicted] : null,
    strokes: new Set(drawing.map(([, , stroke]) => stroke)).size,
    points: drawing.length,
    parameters: look?.parameters.length ?? null,
    units: layers.reduce((sum, units) => sum + units, 0),
    confusion: test?.confusion ?? [],
    probabilities: [...(reading?.probabilities ?? [])],
    seen: [...(reading?.picture ?? [])],
  };
}

/** A test picture that was read wrongly. */
export interface Mistake {
  image: number;
  digit: number;
  taken: number;
  /** The probability of what it was taken for. */
  sure: number;
}

/** The surest first. */
export function wrongOnes({ tested }: Look, digits: Uint8Array): Mistake[] {
  const { rows, classes, outputs } = tested;
  const each = outputs.length / Math.max(1, rows.length);
  const wrong: Mistake[] = [];
  rows.forEach((image, index) => {
    const taken = classes[index];
    if (taken !== digits[image])
      wrong.push({ image, digit: digits[image], taken, sure: outputs[index * each + taken] });
  });
  return wrong.sort((one, other) => other.sure - one.sure);
}

/** A row an epoch. */
export function historyTable(say: Say, look: Look | undefined): Table {
  if (!look) return { columns: [], count: 0 };
  const { history, progress } = look;
  const column = (label: string, values: Float64Array) => ({ label, value: (row: number) => values[row] });
  return {
    columns: [
      column(say('epoch-axis'), history.epochs),
      column(say('loss-training'), history.training),
      column(say('loss-test'), history.test),
      column(say('accuracy-training'), history.trainingAccuracy),
      column(say('accuracy-test'), history.testAccuracy),
    ],
    count: history.epochs.filter((epoch) => epoch <= progress.epoch).length,
  };
}
