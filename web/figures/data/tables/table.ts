/**
 * A table out of a text that somebody else wrote: its separator, whether it begins with names, and what each column means are found out by
 * looking at it. What was found is said, and can be set otherwise; nothing is left out without being counted.
 */
import { shortened } from '../../../language/language.ts';
import { Tally } from './columns.ts';
import type { Evidence, Reading, TableColumn } from './columns.ts';
import { findLayout } from './layout.ts';
import type { Layout } from './layout.ts';
import { Records, SEPARATORS } from './records.ts';
import type { Separator } from './records.ts';

/** What is left out is found out. */
export interface TableOptions {
  separator?: Separator;
  /** Whether the first record holds names. */
  header?: boolean;
  /** How columns are read, by their index. */
  readings?: Readonly<Record<number, Reading>>;
  /** Whether the cells are kept as they stand, besides what they mean. */
  texts?: boolean;
}

export interface TableProblem {
  /**
   * A record with one field or with too many was left out; one with too few was filled up with missing values; a quote that is never closed
   * was read as an ordinary character.
   */
  kind: 'too-few' | 'too-many' | 'filled-up' | 'open-quote';
  line: number;
  /** Of an open quote its field, from 1; of a record the fields it has. */
  column: number;
  text: string;
}

export interface Table extends Layout {
  columns: TableColumn[];
  rows: number;
  /** Records left out. */
  leftOut: number;
  /** The first hundred. */
  problems: TableProblem[];
  problemCount: number;
  /** Whether names had to be told apart. */
  sameNames: boolean;
}

const MOST_PROBLEMS = 100;

/** A spreadsheet says on a first line of its own what separates: `sep=;`. */
const TOLD = /^"?sep=(.)"?[^\S\n]*(?:\n|$)/i;

/** Before what a spreadsheet would take for a formula; our own files have it too. */
const GUARD = /^'(?=[=+\-@])/;

export function readTable(source: string, options: TableOptions = {}): Table {
  const lines = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  const told = TOLD.exec(lines);
  const text = told ? lines.slice(told[0].length) : lines;
  const separator = options.separator ?? SEPARATORS.find((one) => one === told?.[1]);
  const layout = findLayout(text, separator, options.header);
  return readRecords(new Records(text, layout.separator), layout, told ? 1 : 0, options);
}

function readRecords(records: Records, layout: Layout, skipped: number, { readings = {}, texts }: TableOptions): Table {
  const { width, header, lineEnd } = layout;
  const tallies = Array.from({ length: width }, () => new Tally(texts));
  const problems = new Problems();
  let names: string[] | undefined;
  let rows = 0;
  let leftOut = 0;
  for (let fields = records.next(); fields; fields = records.next()) {
    const line = records.line + skipped;
    if (lineEnd) withoutEnd(fields, lineEnd);
    while (fields.length > width && fields.at(-1) === '') fields.pop();
    const kind =
      fields.length > width
        ? 'too-many'
        : fields.length < width
          ? fields.length === 1
            ? 'too-few'
            : 'filled-up'
          : undefined;
    if (kind) problems.add({ kind, line, column: fields.length, text: fields.join(' ') });
    if (kind === 'too-many' || kind === 'too-few') leftOut += 1;
    else if (header && !names) names = fields.map((name) => name.replace(GUARD, ''));
    else {
      rows += 1;
      for (let index = 0; index < width; index++) tallies[index].add(fields[index] ?? '', line);
    }
  }
  for (const quote of records.openQuotes) problems.add({ kind: 'open-quote', ...quote, line: quote.line + skipped });
  // A separator at the end of every line makes a column of nothing.
  while (tallies.length > 1 && !names?.[tallies.length - 1] && tallies.at(-1)!.count('missing') === rows) tallies.pop();
  const unique = tellApart(tallies.map((_, index) => names?.[index] || `x${index + 1}`));
  return {
    ...layout,
    width: tallies.length,
    columns: tallies.map((tally, index) =>
      tally.finish(unique[index], evidenceFor(index, tallies, layout), readings[index]),
    ),
    rows,
    leftOut,
    ...problems.in(tallies.length),
    sameNames: unique.some((name, index) => names?.[index] && name !== names[index]),
  };
}

/** Counts what was not as it should be, and keeps the first. */
class Problems {
  readonly #kept: TableProblem[] = [];
  /** By the fields that records filled up had. */
  readonly #filledUp = new Map<number, number>();
  #others = 0;

  add(problem: TableProblem): void {
    const { kind, column, text } = problem;
    if (kind === 'filled-up') this.#filledUp.set(column, (this.#filledUp.get(column) ?? 0) + 1);
    else this.#others += 1;
    if (this.#kept.length < 2 * MOST_PROBLEMS) this.#kept.push({ ...problem, text: shortened(text) });
  }

  /** Those of a table with so many columns: a record that ends with its last one was not too short. */
  in(width: number): Pick<Table, 'problems' | 'problemCount'> {
    const counts = (problem: TableProblem) => problem.kind !== 'filled-up' || problem.column < width;
    const kept = this.#kept.filter(counts).sort((one, two) => one.line - two.line);
    const short = [...this.#filledUp].reduce((sum, [fields, count]) => sum + (fields < width ? count : 0), 0);
    return { problems: kept.slice(0, MOST_PROBLEMS), problemCount: short + this.#others };
  }
}

function withoutEnd(fields: string[], end: string): void {
  const last = fields.length - 1;
  if (fields[last].endsWith(end)) fields[last] = fields[last].slice(0, -1).trimEnd();
}

/** The decimal sign that the other columns show; that semicolons separate says the same, where nothing else does. */
function evidenceFor(index: number, tallies: readonly Tally[], { separator }: Layout): Evidence {
  const signs = tallies.filter((tally, own) => own !== index && tally.numeric).map(({ evidence }) => evidence);
  const [points, commas] = (['.', ','] as const).map((sign) => signs.filter((one) => one === sign).length);
  if (points !== commas) return points > commas ? '.' : ',';
  return points === 0 && separator === ';' ? ',' : undefined;
}

function tellApart(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let number = 2; taken.has(own); number++) own = `${name} (${number})`;
    taken.add(own);
    return own;
  });
}
