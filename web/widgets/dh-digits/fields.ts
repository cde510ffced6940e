import { limit, position, rate, seed } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields, NumberField } from '../../fields/fields.ts';

/** The sheet in the units of a drawing: tenths of a pixel of the picture that the network sees. */
export const SHEET = 280;
/** Pictures in the data. */
export const IMAGES = 10_000;
export const DIGITS = 10;
export const MOST_POINTS = 600;
const MOST_EPOCHS = 200;

const whole = (field: Partial<NumberField>): NumberField => ({
  kind: 'number',
  default: 0,
  minimum: 0,
  maximum: 100,
  integer: true,
  ...field,
});

export const fields = {
  /** What was drawn: x to the right, y down, and the number of the stroke. */
  drawing: { kind: 'list', dimension: 3, default: [], minimum: 0, maximum: SHEET, maximumLength: MOST_POINTS },
  /** Width of the pen in pixels of the picture. */
  pen: { kind: 'number', default: 2.4, minimum: 0.1, maximum: 12, track: [0.5, 6], precision: 2 },
  /** Whether the network sees the drawing centred as MNIST's digits are, or as it stands. */
  centre: { kind: 'flag', default: true },
  /** The picture of the data that is looked at instead of the drawing; −1 for the drawing. */
  image: whole({ default: -1, minimum: -1, maximum: IMAGES - 1 }),
  /** Units by hidden layer. */
  layers: { kind: 'list', default: [128], minimum: 1, maximum: 512, maximumLength: 3, parameter: 'units' },
  activation: { kind: 'choice', default: 'relu' },
  /** Percent of the hidden units that are left out in an update. */
  dropout: whole({ maximum: 90 }),
  optimizer: { kind: 'choice', default: 'adam' },
  options: { kind: 'options', default: {} },
  rate: rate({ default: 0.001, maximum: 1000, track: [1e-5, 10] }),
  batch: whole({ default: 32, minimum: 1, maximum: 1000, track: [1, 256], symbol: 'b', parameter: 'batch-size' }),
  l2: { kind: 'number', default: 0, minimum: 0, maximum: 1000, track: [0, 0.01], precision: 2, symbol: 'λ₂' },
  /** Pixels by which a picture is moved at random each time it is learnt from. */
  shift: whole({ default: 1, maximum: 8, track: [0, 4] }),
  /** Percent kept for testing. */
  test: whole({ default: 10, minimum: 1, maximum: 90, track: [5, 50], parameter: 'test-share' }),
  seed: seed(),
  epochs: limit({ default: 15, maximum: MOST_EPOCHS, track: [1, 50], scale: 'linear' }),
  at: position(MOST_EPOCHS),
} as const satisfies Fields;

/** Another network begins at its first step where one of these changes. */
export const RESTARTS = ['layers', 'activation', 'dropout', 'optimizer', 'options', 'rate', 'batch', 'l2', 'shift', 'test', 'seed'] as const; // prettier-ignore

export const facts = {
  /** Whether the pictures are there. */
  loaded: 'flag',
  epoch: 'number',
  outcome: ['running', 'epochs-reached', 'diverged'],
  /** Mean cross-entropies. */
  loss: 'number',
  testLoss: 'number',
  /** Shares of pictures that are read rightly. */
  accuracy: 'number',
  testAccuracy: 'number',
  /** Test pictures that are read wrongly. */
  wrong: 'number',
  /** The digit of the picture that is looked at, if it is one of the data, and what the network takes it for. */
  digit: 'number',
  predicted: 'number',
  /** The probability of that. */
  sure: 'number',
  strokes: 'number',
  points: 'number',
  parameters: 'number',
  units: 'number',
  confusion: 'parts',
  probabilities: 'parts',
  /** The picture that the network sees. */
  seen: 'parts',
} as const satisfies Facts;
