/**
 * The declarative table behind every widget: one entry per state key says its kind, range and default. Attributes, links, validation and
 * the controls all follow from it.
 */
import type { Problem } from './problem.ts';

interface Common<Value> {
  default: Value;
  /** What the core calls this value in its errors and catalogue, where that is not the key itself: `learning-rate` for `rate`. */
  parameter?: string;
  /** The symbol of the formula, shown with the label: `η`. */
  symbol?: string;
  /** The symbol colour, the name behind `--dh-`: `rate`, `x`, `f`, `gradient`, `step`. */
  colour?: string;
}

export interface NumberField extends Common<number> {
  kind: 'number';
  minimum: number;
  maximum: number;
  /** The part of the range that the slider covers, where more can be typed than is good to slide through. */
  track?: readonly [minimum: number, maximum: number];
  /** How a slider divides its track; linear unless told. */
  scale?: 'linear' | 'logarithmic';
  /** Significant digits that a slider or a drag settles on; 3 unless told. A typed number keeps all of its digits. */
  precision?: number;
  integer?: boolean;
}

export interface TextField extends Common<string> {
  kind: 'text';
  /** Largest number of characters; 2,000 unless told. */
  maximumLength?: number;
}

export interface ChoiceField extends Common<string> {
  kind: 'choice';
  /** The ids to choose from, kebab-case, as the links know them; left out where they stand in the core's catalog: then the core refuses others. */
  options?: readonly string[];
}

export interface FlagField extends Common<boolean> {
  kind: 'flag';
}

/** A position in the plane or in space: as many numbers as `default` has. */
export interface PointField extends Common<readonly number[]> {
  kind: 'point';
  minimum: number;
  maximum: number;
}

/** Any number of numbers, or of points; `dimension` is 1 unless told. */
export interface ListField extends Common<readonly (number | readonly number[])[]> {
  kind: 'list';
  minimum: number;
  maximum: number;
  dimension?: number;
  maximumLength: number;
}

/** Numbers by name: the options of what another field chooses, as the core's catalog has them. What is left out has its default there. */
export interface OptionsField extends Common<Readonly<Record<string, number>>> {
  kind: 'options';
}

export type Field = NumberField | TextField | ChoiceField | FlagField | PointField | ListField | OptionsField;
export type Fields = Record<string, Field>;

/** The state that a table describes. */
export type StateOf<F extends Fields> = { -readonly [Key in keyof F]: ValueOf<F[Key]> };
type ValueOf<F extends Field> = F extends NumberField
  ? number
  : F extends FlagField
    ? boolean
    : F extends PointField
      ? readonly number[]
      : F extends ListField
        ? F extends { dimension: number }
          ? readonly (readonly number[])[]
          : readonly number[]
        : F extends OptionsField
          ? Readonly<Record<string, number>>
          : string;

/** The attribute and link parameter of a key: `stepLimit` is written `step-limit`. */
export const parameterName = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The key that an attribute or link parameter stands for, if the table has it. */
export const keyOf = (fields: Fields, parameter: string): string | undefined =>
  Object.keys(fields).find((key) => parameterName(key) === parameter);

/** The key of what the core calls by a name, if the table has it. */
export const keyInCore = (fields: Fields, name: string | undefined): string | undefined =>
  Object.keys(fields).find((key) => (fields[key].parameter ?? key) === name);

export function defaults<F extends Fields>(fields: F): StateOf<F> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.default])) as StateOf<F>;
}

const numberOf = (text: string): number => (text.trim() === '' ? NaN : Number(text.replace('\u2212', '-')));

/** Read a value from an attribute or a link; what cannot be read comes back as something `problemOf` objects to. */
export function readValue(field: Field, text: string): unknown {
  switch (field.kind) {
    case 'number':
      return numberOf(text);
    case 'flag':
      return text === '' || text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : text;
    case 'point':
      return text.split(',').map(numberOf);
    case 'list': {
      if (text === '') return [];
      const rows = text.split((field.dimension ?? 1) === 1 ? ',' : ';');
      return rows.map((row) => ((field.dimension ?? 1) === 1 ? numberOf(row) : row.split(',').map(numberOf)));
    }
    case 'options':
      return text === '' ? {} : Object.fromEntries(text.split(',').map(readOption));
    default:
      return text;
  }
}

function readOption(text: string): [id: string, value: number] {
  const [id, value = ''] = text.split(':');
  return [id, numberOf(value)];
}

/** Write a value so that `readValue` gives exactly the same one. */
export function writeValue(field: Field, value: unknown): string {
  if (field.kind === 'options')
    return Object.entries(value as Record<string, number>)
      .map((option) => option.join(':'))
      .join(',');
  if (field.kind === 'list' && (field.dimension ?? 1) > 1) return (value as number[][]).join(';');
  return String(value);
}

const range = (field: { minimum: number; maximum: number }): string => `[${field.minimum}, ${field.maximum}]`;

function numberProblem(
  field: { minimum: number; maximum: number; integer?: boolean },
  value: unknown,
): Problem | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return { code: 'not-finite' };
  if (value < field.minimum || value > field.maximum) return { code: 'out-of-range', value, expected: range(field) };
  if (field.integer && !Number.isInteger(value)) return { code: 'not-an-integer', value };
  return undefined;
}

function pointProblem(
  field: { kind: 'point' | 'list'; minimum: number; maximum: number },
  dimension: number,
  value: unknown,
): Problem | undefined {
  if (!Array.isArray(value) || value.length !== dimension)
    return { code: field.kind === 'list' ? 'wrong-point' : 'wrong-dimension', expected: String(dimension) };
  return value.map((coordinate) => numberProblem(field, coordinate)).find(Boolean);
}

/** What is wrong with a value for a field, or undefined if nothing is. */
export function problemOf(field: Field, value: unknown): Problem | undefined {
  switch (field.kind) {
    case 'number':
      return numberProblem(field, value);
    case 'text': {
      const longest = field.maximumLength ?? 2000;
      if (typeof value !== 'string') return { code: 'empty-expression' };
      return value.length > longest
        ? { code: 'expression-too-long', value: value.length, expected: String(longest) }
        : undefined;
    }
    case 'choice':
      return typeof value === 'string' && (field.options?.includes(value) ?? true)
        ? undefined
        : { code: 'unknown-id', expected: field.options?.join(', ') };
    case 'flag':
      return typeof value === 'boolean' ? undefined : { code: 'unknown-id', expected: 'true, false' };
    case 'point':
      return pointProblem(field, field.default.length, value);
    case 'list': {
      if (!Array.isArray(value)) return { code: 'wrong-dimension' };
      if (value.length > field.maximumLength)
        return { code: 'too-many', value: value.length, expected: String(field.maximumLength) };
      const dimension = field.dimension ?? 1;
      const check = (item: unknown) =>
        dimension === 1 ? numberProblem(field, item) : pointProblem(field, dimension, item);
      return value.map(check).find(Boolean);
    }
    case 'options': {
      if (typeof value !== 'object' || value === null) return { code: 'not-finite' };
      const [parameter] = Object.entries(value).find(([, number]) => !Number.isFinite(number)) ?? [];
      return parameter === undefined ? undefined : { code: 'not-finite', parameter };
    }
  }
}

/** Split a partial state into what can be taken and what is wrong, by key. Keys the table does not have are wrong. */
export function sortOut(fields: Fields, patch: Record<string, unknown>) {
  const taken: Record<string, unknown> = {};
  const problems: Record<string, Problem> = {};
  for (const [key, value] of Object.entries(patch)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    const problem = field ? problemOf(field, value) : { code: 'unknown-id', parameter: key };
    if (problem) problems[key] = { parameter: field?.parameter ?? key, ...problem };
    else taken[key] = value;
  }
  return { taken, problems };
}

/** Round to so many significant digits, as sliders and drags do. */
export const roundTo = (value: number, digits: number): number => Number(value.toPrecision(digits));

/** For properties that hold small plain values made anew at each rendering: has the content changed? */
export const differs = (value: unknown, old: unknown): boolean =>
  value !== old && JSON.stringify(value) !== JSON.stringify(old);
