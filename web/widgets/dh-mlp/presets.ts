/** Settings that are known to go well or badly, each with its reason under `preset-<id>-why`. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Say } from '../../language/strings.ts';
import type { State } from './model.ts';
import '../../controls/choice.ts';

const BASE = {
  size: 300,
  noise: 10,
  classes: 2,
  test: 50,
  batch: 10,
  features: 'x1,x2',
  layers: [4, 2],
  activation: 'tanh',
  dropout: [],
  loss: 'usual',
  output: 'linear',
  initialisation: 'usual',
  optimizer: 'gradient-descent',
  options: {},
  rate: 0.03,
  schedule: 'constant',
  l1: 0,
  l2: 0,
  epochs: 1000,
  goal: 0,
  patience: 0,
  by: 'epoch',
  at: 0,
} as const satisfies Partial<State>;

const PRESETS: Readonly<Record<string, Partial<State>>> = {
  'good-circle': { data: 'circle' },
  'good-spiral': {
    data: 'spiral',
    size: 500,
    noise: 0,
    layers: [8, 8],
    activation: 'relu',
    optimizer: 'adam',
    rate: 0.01,
  },
  'good-features': { data: 'circle', features: 'x1-squared,x2-squared', layers: [] },
  'good-penalty': { data: 'gauss', size: 200, noise: 60, layers: [8, 8], rate: 0.1, l2: 0.03 },
  'bad-linear': { data: 'xor', layers: [4, 4], activation: 'linear' },
  'bad-rate': { data: 'circle', layers: [8, 8], activation: 'relu', rate: 100 },
  'bad-zero': { data: 'circle', layers: [8, 8], initialisation: 'zero' },
  'bad-sigmoid': { data: 'circle', layers: [4, 4, 4, 4, 4, 4], activation: 'sigmoid' },
  'bad-heart': { data: 'gauss', size: 200, noise: 60, layers: [8, 8], rate: 0.1 },
};

const matches = (state: State, wanted: Partial<State>): boolean =>
  Object.entries(wanted).every(
    ([key, value]) => key === 'at' || JSON.stringify(state[key as keyof State]) === JSON.stringify(value),
  );

/** The list of them; of the one that is set, why it goes as it does. */
export function presetChoice(say: Say, state: State, propose: (patch: Partial<State>) => void): TemplateResult {
  const chosen = Object.keys(PRESETS).find((id) => matches(state, { ...BASE, ...PRESETS[id] }));
  const options = [
    ...(chosen ? [] : [{ id: '', label: say('preset-none') }]),
    ...Object.keys(PRESETS).map((id) => ({ id, label: say(`preset-${id}`) })),
  ];
  return html`<div data-part="presets">
    <dh-choice
      .label=${say('presets')}
      .value=${chosen ?? ''}
      .options=${options}
      @dh-input=${({ detail }: CustomEvent<{ value: string }>) => propose({ ...BASE, ...PRESETS[detail.value] })}
    ></dh-choice>
    ${chosen ? html`<p class="hint">${say(`preset-${chosen}-why`)}</p>` : nothing}
  </div>`;
}
