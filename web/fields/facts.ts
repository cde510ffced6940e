/** What a figure can be asked: the declarative table of the facts in its report, which goals of tasks and the build read. */

/**
 * A list of ids says what a text can be. `parts` are lists and the like, of which no goal can ask. A number may be NaN or, where there is
 * none, null.
 */
export type FactKind = 'number' | 'flag' | 'text' | 'parts' | readonly string[];
export type Facts = Record<string, FactKind>;

type FactOf<Kind extends FactKind> = Kind extends 'number'
  ? number | null
  : Kind extends 'flag'
    ? boolean
    : Kind extends 'text'
      ? string
      : Kind extends readonly string[]
        ? Kind[number]
        : unknown;

/** The report that a table describes. */
export type ReportOf<F extends Facts> = { [Key in keyof F]: FactOf<F[Key]> };

/** A number as a fact: null where there is none, or none that is finite. */
export const finite = (value: number | null | undefined): number | null => (Number.isFinite(value) ? value! : null);
