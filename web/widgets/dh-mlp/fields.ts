import { position, rate, seed } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields, NumberField } from '../../fields/fields.ts';
import { optimizerFields } from '../../figures/descent/optimizer-fields.ts';

/** Generated data are called as the core calls them; `rule` asks a typed formula, `own` are the reader's points. */
export const DATA = ['circle', 'xor', 'gauss', 'spiral', 'clusters', 'rule', 'own', 'regression-plane', 'regression-gauss'] as const; // prettier-ignore
/** Whether points bear numbers instead of classes. */
export const isRegression = (data: string): boolean => data.startsWith('regression-');

/** The core's own. */
export const FEATURES = ['x1', 'x2', 'x1-squared', 'x2-squared', 'product', 'sin-x1', 'sin-x2'] as const;

export const MOST_LAYERS = 8;
export const MOST_UNITS = 16;
/** The most classes that own points can have: as many as there are colours. */
export const MOST_CLASSES = 6;
/** The most own points. */
export const MOST_POINTS = 500;
/** Half the width of the plane that is shown. */
export const HALF_WIDTH = 6;
/** The step, an epoch or an update, a training ends at. */
const LAST = 1_000_000;

const penalty = (symbol: string, parameter: string): NumberField => ({
  kind: 'number',
  default: 0,
  minimum: 0,
  maximum: 1000,
  track: [0, 0.1],
  precision: 2,
  symbol,
  parameter,
});

const whole = (field: Partial<NumberField>): NumberField => ({
  kind: 'number',
  default: 0,
  minimum: 0,
  maximum: LAST,
  integer: true,
  ...field,
});

export const fields = {
  data: { kind: 'choice', default: 'circle', options: DATA },
  /** Points in all. */
  size: whole({ default: 300, minimum: 10, maximum: 2000, track: [10, 1000], precision: 2, symbol: 'n' }),
  /** Percent. */
  noise: whole({ default: 10, maximum: 100, track: [0, 50] }),
  /** Of spirals and clusters. */
  classes: whole({ default: 2, minimum: 2, maximum: MOST_CLASSES }),
  /** Points where it is above 0 are of class 1. */
  rule: { kind: 'text', default: 'x1^2 - 3 x2 - 6', maximumLength: 300 },
  /** Own points: x₁, x₂, class. */
  points: { kind: 'list', dimension: 3, default: [], minimum: -1e6, maximum: 1e6, maximumLength: MOST_POINTS },
  dataSeed: seed(),
  /** Percent kept for testing. */
  test: whole({ default: 50, maximum: 90, parameter: 'test-share' }),
  /** Samples an update uses; 0 for all. */
  batch: whole({ default: 10, maximum: 2000, track: [0, 100], symbol: 'b', parameter: 'batch-size' }),
  /** What the network sees of a point, ids with commas between. */
  features: { kind: 'text', default: 'x1,x2', maximumLength: 100 },
  /** Units by hidden layer. */
  layers: {
    kind: 'list',
    default: [4, 2],
    minimum: 1,
    maximum: MOST_UNITS,
    maximumLength: MOST_LAYERS,
    parameter: 'units',
  },
  /** An id, or several with commas between, one a hidden layer; the last one holds for all layers beyond. */
  activation: { kind: 'choice', default: 'tanh' },
  /** By hidden layer; none for those left out. */
  dropout: { kind: 'list', default: [], minimum: 0, maximum: 0.9, maximumLength: MOST_LAYERS },
  /** The activation of the last layer, where the loss has none of its own. */
  output: { kind: 'choice', default: 'linear', parameter: 'output-activation' },
  loss: { kind: 'choice', default: 'usual' },
  initialisation: { kind: 'choice', default: 'usual' },
  ...optimizerFields,
  rate: rate({ default: 0.03, maximum: 1000, track: [1e-4, 10] }),
  schedule: { kind: 'choice', default: 'constant' },
  scheduleOptions: { kind: 'options', default: {} },
  l1: penalty('λ₁', 'l1'),
  l2: penalty('λ₂', 'l2'),
  seed: seed(),
  /** Rules that end the training; 0 for none. */
  epochs: whole({ default: 1000, track: [0, 5000], precision: 2 }),
  goal: { kind: 'number', default: 0, minimum: 0, maximum: 1e6, track: [0, 1], parameter: 'stopping-loss' },
  patience: whole({ track: [0, 200], precision: 2 }),
  /** What a step of the player is. */
  by: { kind: 'choice', default: 'epoch', options: ['epoch', 'update'] },
  at: position(LAST),
  /** The point whose numbers are shown. */
  probe: { kind: 'point', default: [2, 1], minimum: -1e6, maximum: 1e6, symbol: '(x₁, x₂)', colour: 'x' },
  discrete: { kind: 'flag', default: false },
  showTest: { kind: 'flag', default: true },
  /** Losses on a logarithmic axis. */
  logLoss: { kind: 'flag', default: false },
  /** Names of controls that a lesson leaves out, with commas between. */
  without: { kind: 'text', default: '', maximumLength: 300 },
} as const satisfies Fields;

/** A new network where one of these changes. All others may change while it learns, or only change what is shown. */
export const RESTARTS = ['data', 'size', 'noise', 'classes', 'rule', 'points', 'dataSeed', 'test', 'batch', 'features', 'layers', 'activation', 'output', 'loss', 'initialisation', 'optimizer', 'schedule', 'scheduleOptions', 'seed'] as const; // prettier-ignore

export const facts = {
  step: 'number',
  epoch: 'number',
  outcome: ['running', 'epochs-reached', 'goal-reached', 'no-progress', 'diverged'],
  cause: 'text',
  /** Index of the layer that the first number that was not finite stood in, 1 for the first hidden one; 0 while all are finite. */
  divergedLayer: 'number',
  /** The update that led there; 0 likewise. */
  divergedAt: 'number',
  loss: 'number',
  testLoss: 'number',
  penalty: 'number',
  /** Shares of points that are classed rightly. */
  accuracy: 'number',
  testAccuracy: 'number',
  rSquared: 'number',
  /** Test less training loss. */
  gap: 'number',
  parameters: 'number',
  layers: 'number',
  units: 'number',
  features: 'number',
  /** Size of the largest weight of the hidden layers, and of all. */
  largestHidden: 'number',
  largestWeight: 'number',
  /** Units that learn nothing any more. */
  deadUnits: 'number',
  /** At the point that is looked at: the sum of the first output unit, and its value or the probability of the likeliest class. */
  sum: 'number',
  output: 'number',
  predicted: 'number',
  confusion: 'parts',
  weights: 'parts',
} as const satisfies Facts;
