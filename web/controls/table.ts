/** The numbers behind a figure, as columns. */
import type { Explanation } from './explain.ts';

export interface Column {
  /** Heading, also of the CSV column. */
  label: string;
  /** The symbol colour of the heading, the name behind `--dh-`. */
  colour?: string;
  /** One value a row; a row without a value here is undefined. */
  value(row: number): number | string | undefined;
  /** How a value explains itself; undefined for one that does not. */
  explain?(row: number): (() => Explanation) | undefined;
  /** Significant digits in the table on the page; 5 unless told. The CSV has all digits. */
  digits?: number;
}

export interface Table {
  columns: Column[];
  /** Number of rows. */
  count: number;
  /** The row that the figure shows now. */
  current?: number;
}

/** What spreadsheets would take for a formula gets an apostrophe in front, which they know as the sign of text. */
const harmless = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !Number.isFinite(Number(text)) ? `'${text}` : text;

const quoted = (text: string): string => {
  const safe = harmless(text);
  return /[",;\n\r\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
};

// Infinity and NaN have no common spelling in CSV; an empty cell is what spreadsheets understand.
function cell(value: number | string | undefined): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return value === undefined ? '' : quoted(value);
}

/** The table as CSV (RFC 4180), numbers with all their digits. */
export function toCsv({ columns, count }: Table): string {
  const lines = [columns.map((column) => quoted(column.label)).join(',')];
  for (let row = 0; row < count; row++) lines.push(columns.map((column) => cell(column.value(row))).join(','));
  return `${lines.join('\r\n')}\r\n`;
}
