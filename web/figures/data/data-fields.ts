/** The part of a state that says which data a figure shows. */
import { seed } from '../../fields/common.ts';
import type { Fields } from '../../fields/fields.ts';

/** The value of `data` that stands for the points in the state. */
export const OWN = 'own';
/** The value of `data` that stands for a table too large for a link. */
export const LOADED = 'loaded';
/** The most own points that a link carries and a hand can move. */
export const MOST_POINTS = 500;
/** Beyond this size of a coordinate its powers leave the range of numbers. Moments in milliseconds are within it. */
export const LARGEST = 1e15;

export const dataFields = {
  data: { kind: 'text', default: 'line', maximumLength: 60, parameter: 'dataset' },
  points: {
    kind: 'list',
    dimension: 2,
    default: [],
    minimum: -LARGEST,
    maximum: LARGEST,
    maximumLength: MOST_POINTS,
    colour: 'data',
  },
  /** Draws generated data. */
  seed: seed(),
} as const satisfies Fields;

export interface DataState {
  data: string;
  points: readonly (readonly number[])[];
  seed: number;
  /** How many points a generator gives, where a figure asks for it; as many as it likes otherwise. */
  samples?: number;
}
