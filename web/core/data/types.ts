/** What the core can do with data: sets made by generators, and tables as text. */
import type { OptionSpec } from '../types.ts';

export interface DataCore {
  /** The generators that can be chosen, with ranges and defaults. */
  dataCatalog(): DataCatalog;
  /** Data from a generator of `dataCatalog().datasets`; the same options and seed give the same. Throws unknown-id and those of options. */
  dataset(id: string, options?: Readonly<Record<string, number>>, seed?: number): Dataset;
  /** Reads a table; what cannot be read is told in `problems`. Throws nothing. */
  readCsv(text: string, options?: CsvOptions): CsvTable;
  /** Columns of equal length as comma-separated text with a header line; numbers as short as reads back exactly. */
  writeCsv(columns: readonly Pick<CsvColumn, 'name' | 'numbers' | 'texts'>[]): string;
}

export interface DataCatalog {
  datasets: DatasetEntry[];
}

export interface DatasetEntry {
  id: string;
  /** The number of points first. */
  options: OptionSpec[];
}

export interface Dataset {
  /** Of the inputs, then of the output. */
  names: string[];
  /** Inputs a sample has. */
  columns: number;
  /** One row a sample. */
  inputs: Float64Array;
  /** Class numbers from 0 on when `classes` > 0. */
  outputs: Float64Array;
  /** 0 for regression. */
  classes: number;
}

/** How a table is written down; what is left out is found out. */
export interface CsvOptions {
  /** ',', ';', a tab, '|', or ' ' for runs of blanks. */
  separator?: string;
  /** '.' or ','. */
  decimal?: string;
  /** Whether the first row holds names. */
  header?: boolean;
}

export interface CsvTable extends Required<CsvOptions> {
  columns: CsvColumn[];
  rows: number;
  /** What could not be read, the first hundred; everything else was. */
  problems: CsvProblem[];
  problemCount: number;
}

/** A column of numbers or, when most of its cells are none, of texts. */
export interface CsvColumn {
  name: string;
  /** NaN where the value is missing. */
  numbers?: Float64Array;
  /** Empty where the value is missing. */
  texts?: string[];
  /** Cells without a value. */
  missing: number;
}

export interface CsvProblem {
  /** wrong-field-count (the row is left out), not-a-number (the value counts as missing), unclosed-quote (all that follows is left out). */
  code: string;
  /** Both from 1. */
  line: number;
  column: number;
  /** What stands there, shortened. */
  text: string;
}
