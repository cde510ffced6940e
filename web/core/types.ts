/** What the types of all areas are made of. */

/** Something that takes up room in the core until it is freed. What is forgotten is freed some time after it was last used. */
export interface Freeable {
  free(): void;
}

/** Evenly spaced numbers, both ends included. */
export type Axis = readonly [from: number, to: number, count: number];

export interface OptionSpec {
  id: string;
  minimum: number;
  maximum: number;
  default: number;
  scale: 'linear' | 'logarithmic';
  integer: boolean;
  /** What the reader calls it, where that does not depend on the figure. */
  name?: Name;
  /** In LaTeX, where it has one. */
  symbol?: string;
}

/** What the reader calls something, in both languages. */
export interface Name {
  ko: string;
  en: string;
}

/** Something that is chosen by id and set by options. */
export interface ChoiceEntry {
  id: string;
  name: Name;
  options: OptionSpec[];
}

/** How the learning rate changes from step to step. */
export interface ScheduleChoice {
  /** An id of `catalog().schedules`; default constant. */
  id: string;
  options?: Readonly<Record<string, number>>;
}

/** The same on the other side of a worker: every answer is a promise, and what is freeable stays there. */
export type Remote<T> = {
  readonly [Key in keyof T]: T[Key] extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Promise<Answer extends Freeable ? Remote<Answer> : Answer>
    : Promise<T[Key]>;
};
