/** What the core can do with data: sets made by generators. */
import type { ChoiceEntry } from '../types.ts';

export interface DataCore {
  /** The generators that can be chosen, with ranges and defaults. */
  dataCatalog(): DataCatalog;
  /** Data from a generator of `dataCatalog().datasets`; the same options and seed give the same. Throws unknown-id and those of options. */
  dataset(id: string, options?: Readonly<Record<string, number>>, seed?: number): Dataset;
}

export interface DataCatalog {
  datasets: DatasetEntry[];
}

/** Among its options the number of points comes first. */
export type DatasetEntry = ChoiceEntry;

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
