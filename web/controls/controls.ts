/** From an entry of a widget's table to the control the reader uses. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Doubt } from '../core/calculus/types.ts';
import type { Option } from './choice.ts';
import type { Field } from '../fields/fields.ts';
import type { Mark, Range } from './slider.ts';
import './choice.ts';
import './expression-field.ts';
import './number-list.ts';
import './slider.ts';
import './toggle.ts';

export interface ControlOptions {
  /** number: what the slider covers, where that changes. */
  track?: readonly [minimum: number, maximum: number];
  /** number: places to mark and stretches to name on the track; an empty list of marks keeps their room. */
  marks?: Mark[];
  ranges?: Range[];
  /** number: a line below the track; keeps its height when empty. */
  hint?: string;
  /** What to show, where that is not the state itself. */
  value?: unknown;
  /** text: what the core understood, and what to write left of the equals sign, both in LaTeX. */
  latex?: string;
  left?: string;
  /** text: what of it could have been meant otherwise. */
  doubts?: readonly Doubt[];
  /** text: expressions to choose from. */
  presets?: readonly string[];
  /** list: the number that the first one added starts with. */
  suggestion?: number;
  /** choice: the labels of the options, in order; or the options themselves, where they come from the core's catalog. */
  labels?: readonly string[];
  options?: readonly Option[];
}

interface Binding extends ControlOptions {
  /** The name by which a lesson may ask for the control. */
  part: string;
  label: string;
  value: unknown;
  /** What is wrong with the entry, as a sentence; empty when nothing is. */
  error: string;
  position: number | undefined;
  change(value: unknown): void;
}

/** The control of a field, bound to its value. */
export function controlFor(field: Field, binding: Binding): TemplateResult {
  const { label, value, error, change } = binding;
  const input = (event: CustomEvent<{ value: unknown }>) => change(event.detail.value);
  switch (field.kind) {
    case 'number':
      return html`<dh-slider
        data-part=${binding.part}
        .field=${binding.track ? { ...field, track: binding.track } : field}
        .label=${label}
        .value=${value as number}
        .error=${error}
        .marks=${binding.marks}
        .ranges=${binding.ranges}
        .hint=${binding.hint}
        @dh-input=${input}
      ></dh-slider>`;
    case 'text':
      return html`<dh-expression-field
        class="wide"
        data-part=${binding.part}
        .label=${label}
        .symbol=${field.symbol}
        .colour=${field.colour}
        .value=${value as string}
        .latex=${binding.latex}
        .doubts=${binding.doubts}
        .left=${binding.left}
        .presets=${binding.presets}
        .error=${error}
        .position=${binding.position}
        @dh-input=${input}
      ></dh-expression-field>`;
    case 'choice': {
      const options =
        binding.options ?? field.options?.map((id, index) => ({ id, label: binding.labels?.[index] ?? id })) ?? [];
      return html`<dh-choice
        data-part=${binding.part}
        .label=${label}
        .value=${value as string}
        .options=${options}
        @dh-input=${input}
      ></dh-choice>`;
    }
    case 'flag':
      return html`<dh-toggle
        data-part=${binding.part}
        .label=${label}
        .value=${value as boolean}
        @dh-input=${input}
      ></dh-toggle>`;
    case 'options':
      throw new Error('The catalog has the controls of options: see web/figures/descent/optimizer.ts.');
    case 'list':
    case 'point':
      return html`<dh-number-list
        data-part=${binding.part}
        .field=${field}
        .label=${label}
        .value=${value as number[]}
        .suggestion=${binding.suggestion}
        .error=${error}
        @dh-input=${input}
      ></dh-number-list>`;
  }
}
