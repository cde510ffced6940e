/** Own points out of a table that was typed, pasted or opened: two columns of numbers and one of classes, by number or by name. */
import type { Table } from '../../figures/data/tables/table.ts';
import { roundTo } from '../../fields/fields.ts';
import { MOST_CLASSES, MOST_POINTS } from './fields.ts';

/** The indices of the columns for x₁, x₂ and the class. */
export type Columns = readonly [x1: number, x2: number, label: number];

/** Fitted points reach this far on either side. */
const FITTED = 5;
/** Points that lie farther out than this are fitted unless the reader says otherwise. */
const FAR = 6;

export interface OwnTable {
  /** x₁, x₂, class. */
  points: number[][];
  /** What the classes are called in the table, by number. */
  labels: string[];
  /** Rows that miss a value. */
  left: number;
  /** Rows with all values; of too many some are taken, evenly. */
  complete: number;
}

/** The columns that are likely meant: the last one for the class, the first two of numbers among the others. */
export function likelyColumns({ columns }: Table): Columns | undefined {
  const label = columns.length - 1;
  const [x1, x2] = columns.flatMap(({ numbers }, index) => (numbers && index !== label ? [index] : []));
  return x2 === undefined ? undefined : [x1, x2, label];
}

/** Whether so much lies outside the plane that is shown at first that it had better be fitted. */
export const isFar = ({ columns }: Table, [x1, x2]: Columns): boolean =>
  [x1, x2].some((index) => columns[index].numbers!.some((value) => Math.abs(value) > FAR));

/** The points of a table with kept texts; undefined where it has more classes than colours. */
export function pointsOf({ columns, rows }: Table, [x1, x2, label]: Columns, fit: boolean): OwnTable | undefined {
  const [first, second] = [x1, x2].map((index) => columns[index].numbers!);
  const names = columns[label].texts!.map((text) => text.trim());
  const complete = Array.from({ length: rows }, (_, row) => row).filter(
    (row) => Number.isFinite(first[row]) && Number.isFinite(second[row]) && names[row] !== '',
  );
  const labels = labelsOf(complete.map((row) => names[row]));
  if (labels.length > MOST_CLASSES) return undefined;
  const taken = Array.from({ length: Math.min(complete.length, MOST_POINTS) }, (_, index, count = complete.length) =>
    count > MOST_POINTS ? complete[Math.floor((index * count) / MOST_POINTS)] : complete[index],
  );
  const [place1, place2] = [first, second].map((values) => (fit ? fitted(taken.map((row) => values[row])) : same));
  return {
    points: taken.map((row) => [place1(first[row]), place2(second[row]), labels.indexOf(names[row])]),
    labels,
    left: rows - complete.length,
    complete: complete.length,
  };
}

/** The classes by number: those that are numbers of classes stay what they are, others are put in order. */
function labelsOf(names: readonly string[]): string[] {
  const own = new Set(names);
  const numbers = Array.from({ length: MOST_CLASSES }, (_, label) => String(label));
  if ([...own].every((name) => numbers.includes(name)))
    return numbers.slice(0, Math.max(0, ...[...own].map((name) => Number(name) + 1)));
  return [...own].sort((one, two) => one.localeCompare(two, undefined, { numeric: true }));
}

const same = (value: number): number => roundTo(value, 4);

function fitted(values: readonly number[]): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const middle = least / 2 + most / 2;
  const half = most / 2 - least / 2 || 1;
  return (value) => roundTo((FITTED * (value - middle)) / half, 4);
}
