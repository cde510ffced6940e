/** Settings that are known to go well or badly, each with its reason under `preset-<id>-why`. */
import type { StateOf } from '../../fields/fields.ts';
import type { fields } from './fields.ts';

type State = StateOf<typeof fields>;

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
  scheduleOptions: {},
  l1: 0,
  l2: 0,
  epochs: 1000,
  goal: 0,
  patience: 0,
  by: 'epoch',
} as const satisfies Partial<State>;

const CHANGES: Readonly<Record<string, Partial<State>>> = {
  'good-circle': { data: 'circle' },
  'good-spiral': {
    data: 'spiral',
    size: 500,
    noise: 0,
    layers: [16, 16],
    activation: 'relu',
    optimizer: 'adam',
    rate: 0.01,
  },
  'good-features': { data: 'circle', features: 'x1-squared,x2-squared', layers: [] },
  'good-penalty': { data: 'gauss', size: 200, noise: 60, layers: [8, 8], rate: 0.1, l2: 0.03 },
  'bad-linear': { data: 'xor', layers: [4, 4], activation: 'linear' },
  'bad-rate': { data: 'circle', layers: [8, 8], activation: 'leaky-relu', rate: 10 },
  'bad-zero': { data: 'circle', layers: [8, 8], initialisation: 'zero' },
  'bad-sigmoid': { data: 'circle', layers: [4, 4, 4, 4, 4, 4], activation: 'sigmoid' },
  'bad-heart': { data: 'gauss', size: 200, noise: 60, layers: [8, 8], rate: 0.1 },
};

/** All that each of them sets; the seeds stay the reader's. */
export const PRESETS: Readonly<Record<string, Partial<State>>> = Object.fromEntries(
  Object.entries(CHANGES).map(([id, changes]) => [id, { ...BASE, ...changes }]),
);

/** The one that a state is, at whatever step; undefined for other settings. */
export const presetOf = (state: State): string | undefined =>
  Object.keys(PRESETS).find((id) =>
    Object.entries(PRESETS[id]).every(
      ([key, value]) => JSON.stringify(state[key as keyof State]) === JSON.stringify(value),
    ),
  );
