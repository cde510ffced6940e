/** How a table is laid out: what separates its fields, how many a record has, and whether the first one holds names. */
import { Tally } from './columns.ts';
import { sortCell } from './numbers.ts';
import { Records, SEPARATORS } from './records.ts';
import type { Separator } from './records.ts';

export interface Layout {
  separator: Separator;
  /** Fields of a record. */
  width: number;
  /** Whether the first record holds names. */
  header: boolean;
  /** Another separator that ends the records, `1,2;`, and means nothing; empty if there is none. */
  lineEnd: string;
}

/** Records looked at. */
const SAMPLE = 200;
/** What a blank must be better by than another separator: it is part of many texts. */
const BLANK = 0.5;
/** The share of the records that must have the usual length. */
const FEWEST = 0.3;
/** A year makes a name. */
const YEARS = [1500, 2200] as const;
/** A number with commas between its thousands, as it stands alone on a line. */
const THOUSANDS = /^[-+]?\d{1,3}(?:,\d{3})+$/;

type Sample = readonly (readonly string[])[];

export function findLayout(text: string, told?: Separator, header?: boolean): Layout {
  const separator = told ?? findSeparator(text);
  const records = sample(text, separator);
  const width = usualWidth(records);
  const own = records.filter(({ length }) => length === width || (length > 1 && length < width));
  return { separator, width, header: header ?? holdsNames(own, width), lineEnd: findLineEnd(records, separator) };
}

function sample(text: string, separator: Separator): Sample {
  const reader = new Records(text, separator);
  const records: string[][] = [];
  for (let fields = reader.next(); fields && records.length < SAMPLE; fields = reader.next()) records.push(fields);
  return records;
}

/** The length that most records have. */
function usualWidth(records: Sample): number {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}

function findSeparator(text: string): Separator {
  const scores = SEPARATORS.map((separator) => [separator, score(text, separator)] as const);
  const [best, most] = scores.reduce((one, two) => (two[1] > one[1] ? two : one));
  if (most > 0) return best;
  // A single column: what separates must not cut it.
  return sample(text, ',').some(({ length }) => length > 1) ? '\t' : ',';
}

/** How well a separator cuts the records: most into equally many fields, two at least, that can be read as numbers; 0 for not at all. */
function score(text: string, separator: Separator): number {
  const records = sample(text, separator);
  const width = usualWidth(records);
  const even = records.filter(({ length }) => length === width);
  const share = even.length / records.length;
  if (width < 2 || share < FEWEST || !records.some((fields) => fields.slice(1).some(Boolean))) return 0;
  if (share < 1 && separator === ',' && even.every((fields) => THOUSANDS.test(fields.join(',')))) return 0;
  const cells = (even.length > 1 ? even.slice(1) : even).flat();
  const readable = cells.filter((cell) => sortCell(cell).shape !== 'text').length / cells.length;
  if (separator === ' ') return readable && share + readable - BLANK;
  return share + readable;
}

/** The separator that ends more than half of the records, unless it is their own. */
function findLineEnd(records: Sample, separator: Separator): string {
  const ends = SEPARATORS.filter((one) => one !== separator && one !== ' ');
  return ends.find((end) => 2 * records.filter((fields) => fields.at(-1)!.endsWith(end)).length > records.length) ?? '';
}

/** Whether the first record names the columns: texts over numbers, or years and the like over what are none. */
function holdsNames([first, ...rest]: Sample, width: number): boolean {
  if (!first) return false;
  const shapes = Array.from({ length: width }, (_, index) => sortCell(first[index] ?? ''));
  const texts = shapes.flatMap(({ shape }, index) => (shape === 'text' ? [index] : []));
  const numbers = shapes.flatMap(({ shape }, index) => (shape === 'text' || shape === 'missing' ? [] : [index]));
  if (!rest.length) return texts.length > 0 && !numbers.length;
  const below = shapes.map((_, index) => {
    const tally = new Tally();
    rest.forEach((fields, row) => tally.add(fields[index] ?? '', row));
    return tally;
  });
  if (!numbers.length) return texts.some((index) => below[index].numeric);
  // An empty corner, or a name over the first column's names.
  if (shapes[0].shape !== 'text' && shapes[0].shape !== 'missing') return false;
  const values = numbers.map((index) => shapes[index].value);
  return (
    numbers.length + texts.length + 1 >= width &&
    new Set(values).size === values.length &&
    areNames(values) &&
    numbers.some((index) => below[index].numeric && !rest.every((fields) => isYear(Number(fields[index]))))
  );
}

const isYear = (value: number): boolean => Number.isInteger(value) && value >= YEARS[0] && value <= YEARS[1];

/** Years, or three and more numbers in even steps. */
const areNames = (values: readonly number[]): boolean =>
  values.every(isYear) ||
  (values.length > 2 &&
    values.every(Number.isInteger) &&
    values.every((value, at) => at < 2 || value - values[at - 1] === values[1] - values[0]));
