/** Fields that many figures have. Each takes what is special to a figure. */
import type { NumberField } from './fields.ts';

type Own = Partial<NumberField>;

/** The learning rate η. */
export const rate = (own: Own = {}): NumberField => ({
  kind: 'number',
  default: 0.1,
  minimum: 1e-7,
  maximum: 100,
  scale: 'logarithmic',
  symbol: 'η',
  colour: 'rate',
  parameter: 'learning-rate',
  ...own,
});

/** The step a run ends at if nothing ends it before. */
export const limit = (own: Own = {}): NumberField => ({
  kind: 'number',
  default: 200,
  minimum: 1,
  maximum: 100_000,
  track: [1, 10_000],
  scale: 'logarithmic',
  precision: 2,
  integer: true,
  parameter: 'step-limit',
  ...own,
});

/** ε of the stopping rule: a run has arrived where the gradient is shorter. */
export const tolerance = (own: Own = {}): NumberField => ({
  kind: 'number',
  default: 1e-6,
  minimum: 0,
  maximum: 1e6,
  track: [1e-12, 1],
  scale: 'logarithmic',
  precision: 1,
  symbol: 'ε',
  ...own,
});

/** Where a run stands: the field `at`. */
export const position = (maximum: number): NumberField => ({
  kind: 'number',
  default: 0,
  minimum: 0,
  maximum,
  integer: true,
});

/** What random draws begin with; reseeding changes it. */
export const seed = (): NumberField => ({
  kind: 'number',
  default: 1,
  minimum: 0,
  maximum: 4_294_967_295,
  integer: true,
});

/** A place on the axis x. */
export const place = (own: Own & { default: number }): NumberField => ({
  kind: 'number',
  minimum: -1e6,
  maximum: 1e6,
  symbol: 'x',
  colour: 'x',
  ...own,
});

/** The ends of the part of the axis x that is shown: the fields `from` and `to`. */
export const view = (from: number, to: number): { from: NumberField; to: NumberField } => ({
  from: { kind: 'number', default: from, minimum: -1e9, maximum: 1e9 },
  to: { kind: 'number', default: to, minimum: -1e9, maximum: 1e9 },
});
