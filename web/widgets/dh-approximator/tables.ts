/** The numbers behind the lower plots. */
import type { Table } from '../../controls/table.ts';
import type { Say } from '../../language/strings.ts';
import type { Fit } from './networks.ts';
import type { Survey } from './survey.ts';
import { nameOf, unitOf } from './words.ts';

/** The units of the only hidden layer, with the place where each bends the output, if it does. */
export function unitTable(fit: Fit, say: Say): Table {
  const bend = (unit: number) => fit.bends?.find((each) => each.unit === unit)?.x;
  return {
    columns: [
      { label: say('unit'), value: (row) => row + 1 },
      { label: say('weight-w'), value: (row) => unitOf(fit, row).w },
      { label: say('bias-b'), value: (row) => unitOf(fit, row).b },
      { label: say('output-weight-v'), value: (row) => unitOf(fit, row).v },
      { label: say('bends-at'), value: bend },
    ],
    count: fit.shape.width,
  };
}

export function surveyTable({ trials }: Survey, say: Say): Table {
  return {
    columns: [
      { label: say('network'), value: (row) => (trials[row].kind === 'written' ? say('written-trials') : nameOf(say, trials[row].shape)) }, // prettier-ignore
      { label: say('parameters'), value: (row) => trials[row].shape.parameters },
      { label: say('seed'), value: (row) => (trials[row].kind === 'written' ? undefined : trials[row].seed) },
      { label: say('largest-error'), value: (row) => trials[row].largest },
      { label: say('mean-error'), value: (row) => trials[row].mean },
    ],
    count: trials.length,
  };
}
