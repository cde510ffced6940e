/** The choice of a distribution: its options as the core's catalog has them, and what is wrong with one in the reader's words. */
import { html, nothing } from 'lit';
import { getCore } from '../../core/core.ts';
import type {
  Distribution,
  DistributionChoice,
  DistributionEntry,
  DistributionOption,
} from '../../core/probability/types.ts';
import type { Remote } from '../../core/types.ts';
import { controlFor } from '../../controls/controls.ts';
import { FieldError } from '../../fields/field-error.ts';
import { problemOf } from '../../fields/fields.ts';
import type { ListField, NumberField } from '../../fields/fields.ts';
import { problemFrom } from '../../fields/problem.ts';
import { language } from '../../language/language.ts';
import { plainSymbol } from '../../language/latex.ts';
import { formatNumber } from '../../plot/format.ts';
import { catalogControls } from '../descent/optimizer.ts';
import { entryOf } from './catalog.ts';
import { distributionFields } from './distribution-fields.ts';

export interface DistributionState {
  distribution: string;
  options: Readonly<Record<string, number>>;
  weights: readonly number[];
}

let entries: Promise<DistributionEntry[]> | undefined;

/** Every distribution there is, asked for once. Rejects as `getCore` does; the next call tries again. */
export function distributionEntries(): Promise<DistributionEntry[]> {
  entries ??= getCore('probability').then(async (core) => (await core.probabilityCatalog()).distributions);
  entries.catch(() => (entries = undefined));
  return entries;
}

const labelOf = ({ name }: DistributionOption): string => name[language()];

/** The part of a wide range that is good to slide through: the neighbourhood of the default. */
function trackOf({ minimum, maximum, default: value, scale }: DistributionOption): readonly [number, number] {
  if (scale === 'logarithmic')
    return maximum / minimum > 1e4
      ? [Math.max(minimum, value / 20), Math.min(maximum, value * 20)]
      : [minimum, maximum];
  const reach = Math.max(10, 4 * Math.abs(value));
  return maximum - minimum > 1e3
    ? [Math.max(minimum, value - reach), Math.min(maximum, value + reach)]
    : [minimum, maximum];
}

const fieldOf = (option: DistributionOption): NumberField => ({
  kind: 'number',
  default: option.default,
  minimum: option.minimum,
  maximum: option.maximum,
  track: trackOf(option),
  scale: option.scale,
  integer: option.integer,
  symbol: plainSymbol(option.symbol),
});

/** What the core is asked for: of the options those that the distribution has, and its weights if it takes any. */
export function choiceOf(
  all: readonly DistributionEntry[],
  { distribution, options, weights }: DistributionState,
): DistributionChoice {
  const entry = entryOf(all, distribution, 'distribution');
  const known = all.flatMap((other) => other.options.map(({ id }) => id));
  const stray = Object.keys(options).find((id) => !known.includes(id));
  if (stray !== undefined) throw new FieldError('options', { code: 'unknown-id', parameter: stray });
  const given = entry.options.filter(({ id }) => id in options);
  for (const option of given) {
    const problem = problemOf(fieldOf(option), options[option.id]);
    if (problem) throw new FieldError('options', { ...problem, parameter: labelOf(option) });
  }
  return {
    id: distribution,
    options: Object.fromEntries(given.map(({ id }) => [id, options[id]])),
    ...(entry.weights && { weights }),
  };
}

/** The distribution of a state. Throws what is wrong with it, for the fields `distribution`, `options` and `weights`. */
export async function distributionOf(
  all: readonly DistributionEntry[],
  state: DistributionState,
): Promise<Remote<Distribution>> {
  const choice = choiceOf(all, state);
  const core = await getCore('probability');
  try {
    return await core.distribution(choice);
  } catch (error) {
    const problem = problemFrom(error);
    if (problem.parameter === 'weights') throw new FieldError('weights', problem);
    const option = all.find(({ id }) => id === choice.id)!.options.find(({ id }) => id === problem.parameter);
    throw option ? new FieldError('options', { ...problem, parameter: labelOf(option) }) : error;
  }
}

/** Its name and the numbers it is set by: `Normal, μ = 0, σ = 1`. */
export function describeChoice(all: readonly DistributionEntry[], { id, options = {} }: DistributionChoice): string {
  const entry = all.find((candidate) => candidate.id === id)!;
  const numbers = entry.options.map(
    (option) => `${plainSymbol(option.symbol)} = ${formatNumber(options[option.id] ?? option.default)}`,
  );
  return [entry.name[language()], ...numbers].join(', ');
}

/** The choice, a slider for each of its options, and the list of its weights. */
export function distributionControls(of: {
  entries: readonly DistributionEntry[];
  state: DistributionState;
  labels: { distribution: string; weights: string };
  /** What is wrong with an option, and the name of the option; what is wrong with the weights. */
  errors: { options: string; faulty: string | undefined; weights: string };
  propose(patch: Partial<DistributionState>): void;
  /** The name by which a lesson asks for these controls; `distribution` unless told. */
  part?: string;
}) {
  const { state, labels, errors, propose, part = 'distribution' } = of;
  const entry = of.entries.find(({ id }) => id === state.distribution);
  return html`${catalogControls({
    part,
    label: labels.distribution,
    entries: of.entries,
    chosen: state.distribution,
    options: state.options,
    error: errors.options,
    faulty: errors.faulty,
    sliderOf: fieldOf,
    choose: (distribution) => propose({ distribution }),
    set: (options) => propose({ options }),
  })}
  ${
    entry?.weights
      ? controlFor(distributionFields.weights as ListField, {
          part,
          label: labels.weights,
          value: state.weights,
          error: errors.weights,
          position: undefined,
          change: (value) => propose({ weights: value as number[] }),
        })
      : nothing
  }`;
}
