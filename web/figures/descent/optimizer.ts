/** The choice of an optimizer, and its options as the core's catalog has them: a new optimizer brings its own. */
import { html } from 'lit';
import { getCatalog } from '../../core/core.ts';
import type { OptimizerEntry } from '../../core/optimize/types.ts';
import type { OptionSpec } from '../../core/types.ts';
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
const ownSpecs = ({ options }: OptimizerEntry): NamedSpec[] => options.filter(({ id }) => id !== 'learning-rate');

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
  const { optimizers } = await getCatalog();
  const all = optimizers.flatMap(ownSpecs);
  for (const id of Object.keys(options))
    if (!all.some((spec) => spec.id === id))
      throw new FieldError('options', { code: 'unknown-id', parameter: id, expected: all.map(labelOf).join(', ') });
  const entry = optimizers.find(({ id }) => id === optimizer);
  const given = (entry ? ownSpecs(entry) : []).filter(({ id }) => id in options);
  for (const spec of given) {
    const problem = problemOf(fieldOf(spec), options[spec.id]);
    if (problem) throw new FieldError('options', { ...problem, parameter: labelOf(spec) });
  }
  return Object.fromEntries(given.map(({ id }) => [id, options[id]]));
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
  const { optimizer, options } = of.state;
  const entry = of.optimizers.find(({ id }) => id === optimizer);
  return html`<dh-choice
      data-part="optimizer"
      .label=${of.label}
      .value=${optimizer}
      .options=${named(of.optimizers)}
      @dh-input=${({ detail }: CustomEvent<{ value: string }>) => of.propose({ optimizer: detail.value })}
    ></dh-choice>
    ${(entry ? ownSpecs(entry) : []).map((spec) =>
      controlFor(fieldOf(spec), {
        part: 'optimizer',
        label: labelOf(spec),
        value: options[spec.id] ?? spec.default,
        error: of.faulty === labelOf(spec) ? of.error : '',
        position: undefined,
        change: (value) => of.propose({ options: { ...options, [spec.id]: value as number } }),
      }),
    )}`;
}
