/** The choice of an optimizer, and its options as the core's catalog has them: a new optimizer brings its own. */
import { html } from 'lit';
import { getCatalog } from '../../core/core.ts';
import type { OptimizerEntry } from '../../core/optimize/types.ts';
import type { ChoiceEntry, OptionSpec } from '../../core/types.ts';
import { named } from '../../controls/choice.ts';
import { controlFor } from '../../controls/controls.ts';
import { plainSymbol } from '../../language/latex.ts';
import { language } from '../../language/language.ts';
import type { Language } from '../../language/language.ts';
import { FieldError } from '../../fields/field-error.ts';
import { problemOf } from '../../fields/fields.ts';
import type { NumberField } from '../../fields/fields.ts';
import '../../controls/choice.ts';

export interface OptimizerState {
  optimizer: string;
  /** What the reader has set, by id, of whichever optimizer; the rest is as in the catalog. */
  options: Readonly<Record<string, number>>;
}

/** An option with what the reader calls it, as far as the core names it. */
type NamedSpec = OptionSpec & { name?: Record<Language, string>; symbol?: string };

/** The learning rate is a field of the figure itself. */
const ownSpecs = ({ options }: ChoiceEntry): NamedSpec[] => options.filter(({ id }) => id !== 'learning-rate');

const labelOf = ({ id, name }: NamedSpec): string => name?.[language()] || id;

const fieldOf = ({ minimum, maximum, scale, integer, default: value, symbol }: NamedSpec): NumberField => ({
  kind: 'number',
  default: value,
  minimum,
  maximum,
  scale,
  integer,
  symbol: symbol && plainSymbol(symbol),
});

/** The options that the chosen optimizer is given besides the learning rate. Throws what is wrong with one, for the field `options`. */
export async function optionsOf({ optimizer, options }: OptimizerState): Promise<Record<string, number>> {
  return chosenOptions((await getCatalog()).optimizers, optimizer, options, 'options');
}

/** Those of `options` that the entry called `id` has. Throws what is wrong with one of them, for the field `key`. */
export function chosenOptions(
  entries: readonly ChoiceEntry[],
  id: string,
  options: Readonly<Record<string, number>>,
  key: string,
): Record<string, number> {
  const all = entries.flatMap(ownSpecs);
  for (const parameter of Object.keys(options))
    if (!all.some((spec) => spec.id === parameter))
      throw new FieldError(key, { code: 'unknown-id', parameter, expected: all.map(labelOf).join(', ') });
  const entry = entries.find((candidate) => candidate.id === id);
  const given = (entry ? ownSpecs(entry) : []).filter((spec) => spec.id in options);
  for (const spec of given) {
    const problem = problemOf(fieldOf(spec), options[spec.id]);
    if (problem) throw new FieldError(key, { ...problem, parameter: labelOf(spec) });
  }
  return Object.fromEntries(given.map((spec) => [spec.id, options[spec.id]]));
}

/** The choice, and a slider for each option of what is chosen. */
export function optimizerControls(of: {
  label: string;
  optimizers: readonly OptimizerEntry[];
  state: OptimizerState;
  /** What is wrong with an option, and with which. */
  error: string;
  faulty: string | undefined;
  propose(patch: Partial<OptimizerState>): void;
}) {
  const { optimizers, state, propose, ...rest } = of;
  return catalogControls({
    ...rest,
    part: 'optimizer',
    entries: optimizers,
    chosen: state.optimizer,
    options: state.options,
    choose: (optimizer) => propose({ optimizer }),
    set: (options) => propose({ options }),
  });
}

/** The same for whatever the catalog has options of. */
export function catalogControls(of: {
  part: string;
  label: string;
  entries: readonly ChoiceEntry[];
  chosen: string;
  options: Readonly<Record<string, number>>;
  error: string;
  faulty: string | undefined;
  /** The slider of an option, where it is not simply the whole of its range. */
  sliderOf?(spec: OptionSpec): NumberField;
  choose(id: string): void;
  set(options: Readonly<Record<string, number>>): void;
}) {
  const { part, options, sliderOf = fieldOf } = of;
  const entry = of.entries.find(({ id }) => id === of.chosen);
  return html`<dh-choice
      data-part=${part}
      .label=${of.label}
      .value=${of.chosen}
      .options=${named(of.entries)}
      @dh-input=${({ detail }: CustomEvent<{ value: string }>) => of.choose(detail.value)}
    ></dh-choice>
    ${(entry ? ownSpecs(entry) : []).map((spec) =>
      controlFor(sliderOf(spec), {
        part,
        label: labelOf(spec),
        value: options[spec.id] ?? spec.default,
        error: of.faulty === labelOf(spec) ? of.error : '',
        position: undefined,
        change: (value) => of.set({ ...options, [spec.id]: value as number }),
      }),
    )}`;
}
