/** What a whole column was taken for: its cells are sorted as they come, and at the end their shapes decide together. */
import { NOTATIONS, SHAPES, decimalOf, reads, sortCell, valueIn } from './numbers.ts';
import type { Notation, Shape } from './numbers.ts';

/** How a column is read: as numbers written so, or as text. */
export type Reading = Notation | 'text';
export const READINGS: readonly Reading[] = [...NOTATIONS, 'text'];

/** A cell as it stands in the text. */
export interface Place {
  text: string;
  /** From 1. */
  line: number;
}

/** A column that could mean two things. */
export interface Doubt {
  /** How it was not read. */
  other: Reading;
  /** The first cells that the two readings take for different things; a value is undefined where the cell is text. */
  samples: { text: string; value: number | undefined; other: number | undefined }[];
}

export interface TableColumn {
  name: string;
  reading: Reading;
  /** One a row, NaN where there is none; nothing for text. */
  numbers?: Float64Array;
  /** The cells as they stand, where they were asked for. */
  texts?: readonly string[];
  /** Cells that hold no value. */
  missing: number;
  /** Cells that are no numbers as the column is read; in a column of text, those that could be. */
  other: number;
  /** The first of these. */
  others: Place[];
  /** Of the numbers, how many lost something else than digits: a unit, or zeros in front. */
  units: number;
  zeros: number;
  doubt?: Doubt;
  /** All ways to read it that give as many numbers as any, and as text. */
  readings: Reading[];
}

/** Cells of each shape that are kept as they stand, to be shown. */
const KEPT = 5;
const SHAPE = Object.fromEntries(SHAPES.map((shape, index) => [shape, index])) as Record<Shape, number>;
/** In Europe's notation points stand between thousands, or nothing does. */
const EUROPE: readonly Notation[] = NOTATIONS.filter((notation) => decimalOf(notation) === ',');
const OTHERS: readonly Notation[] = NOTATIONS.filter((notation) => decimalOf(notation) === '.');

/** Which decimal sign other columns show. */
export type Evidence = '.' | ',' | undefined;

/** The cells of one column, the one in the first record apart: it may be a name. */
export class Tally {
  readonly #counts = new Array<number>(SHAPES.length).fill(0);
  readonly #kept: Place[][] = SHAPES.map(() => []);
  readonly #powers: Place[] = [];
  readonly #zeros: Place[] = [];
  #units = 0;
  #zeroCount = 0;
  #powerCount = 0;
  #size = 0;
  #shapes = new Uint8Array(64);
  #values = new Float64Array(64);
  readonly #texts: string[] | undefined;

  constructor(keepsTexts = false) {
    this.#texts = keepsTexts ? [] : undefined;
  }

  add(text: string, line: number): void {
    this.#texts?.push(text);
    const { shape, value, unit, power, zeros } = sortCell(text);
    if (this.#size === this.#values.length) this.#grow();
    this.#shapes[this.#size] = SHAPE[shape];
    this.#values[this.#size++] = value;
    this.#counts[SHAPE[shape]] += 1;
    keep(this.#kept[SHAPE[shape]], text, line);
    if (unit) this.#units += 1;
    if (power) {
      this.#powerCount += 1;
      keep(this.#powers, text, line);
    }
    if (zeros) {
      this.#zeroCount += 1;
      keep(this.#zeros, text, line);
    }
  }

  #grow(): void {
    const [shapes, values] = [this.#shapes, this.#values];
    this.#shapes = new Uint8Array(2 * this.#size);
    this.#shapes.set(shapes);
    this.#values = new Float64Array(2 * this.#size);
    this.#values.set(values);
  }

  count(shape: Shape): number {
    return this.#counts[SHAPE[shape]];
  }

  /** How many cells are numbers in a notation. */
  numbersIn(notation: Notation): number {
    return SHAPES.reduce((sum, shape) => sum + (reads(notation, shape) ? this.count(shape) : 0), 0);
  }

  #best(notations: readonly Notation[]): Notation {
    return notations.reduce((best, one) => (this.numbersIn(one) > this.numbersIn(best) ? one : best));
  }

  /** The decimal sign that this column shows by itself. */
  get evidence(): Evidence {
    const [point, comma] = [OTHERS, EUROPE].map((notations) => this.numbersIn(this.#best(notations)));
    return point > comma ? '.' : comma > point ? ',' : undefined;
  }

  /** Whether more of it is numbers, in some notation, than text. */
  get numeric(): boolean {
    const numbers = this.numbersIn(this.#best(NOTATIONS));
    return numbers > 0 && 2 * numbers >= this.#size - this.count('missing');
  }

  /** Makes the column. What other columns show decides where this one does not, and `asked` goes before everything. */
  finish(name: string, evidence: Evidence, asked?: Reading): TableColumn {
    const point = this.#best(OTHERS);
    const comma = this.#best(EUROPE);
    const [first, second] = this.#order(point, comma, evidence);
    const found = this.numeric ? first : 'text';
    const reading = asked ?? found;
    const readings = [...new Set<Reading>([first, second, reading])].filter((one) => one !== 'text');
    return {
      name,
      reading,
      ...(reading === 'text' ? this.#asText(first) : this.#asNumbers(reading)),
      ...(this.#texts && { texts: this.#texts }),
      missing: this.count('missing'),
      ...this.#doubtOf(reading, first, second, evidence),
      readings: [...readings, 'text'],
    };
  }

  /** The more likely of two notations first. */
  #order(point: Notation, comma: Notation, evidence: Evidence): [Notation, Notation] {
    const own = this.evidence ?? evidence ?? '.';
    return own === '.' ? [point, comma] : [comma, point];
  }

  #asNumbers(reading: Notation) {
    const readable = SHAPES.map((shape) => reads(reading, shape));
    const numbers = this.#values.slice(0, this.#size);
    for (let row = 0; row < numbers.length; row++) {
      const shape = this.#shapes[row];
      numbers[row] = readable[shape] ? valueIn(reading, SHAPES[shape], numbers[row]) : NaN;
    }
    const unread = SHAPES.filter((shape) => shape !== 'missing' && !reads(reading, shape));
    return { numbers, ...this.#told(unread), units: this.#units, zeros: this.#zeroCount };
  }

  #asText(notation: Notation) {
    return { ...this.#told(SHAPES.filter((shape) => reads(notation, shape))), units: 0, zeros: 0 };
  }

  /** How many cells have one of some shapes, and which come first. */
  #told(shapes: readonly Shape[]): { other: number; others: Place[] } {
    const others = shapes.flatMap((shape) => this.#kept[SHAPE[shape]]).sort((one, two) => one.line - two.line);
    return { other: shapes.reduce((sum, shape) => sum + this.count(shape), 0), others: others.slice(0, KEPT) };
  }

  #doubtOf(reading: Reading, first: Notation, second: Notation, evidence: Evidence): { doubt?: Doubt } {
    if (!this.numeric) return {};
    const value = (text: string, notation: Reading): number | undefined => {
      if (notation === 'text') return undefined;
      const cell = sortCell(text);
      return reads(notation, cell.shape) ? valueIn(notation, cell.shape, cell.value) : undefined;
    };
    const doubt = (other: Reading, places: readonly Place[]): { doubt: Doubt } => ({
      doubt: {
        other,
        samples: places.map(({ text }) => ({ text, value: value(text, reading), other: value(text, other) })),
      },
    });
    const unsure = this.evidence === undefined && this.#unsure(evidence);
    if (unsure) {
      const places = (['x', 'x,xxx', 'x.xxx'] as const).flatMap((shape) => this.#kept[SHAPE[shape]]);
      places.sort((one, two) => one.line - two.line);
      return doubt(reading === second ? first : second, places.slice(0, KEPT));
    }
    // What looks like 713752e1 or 007 may be a name.
    const names = this.#powerCount ? this.#powers : this.#zeroCount ? this.#zeros : undefined;
    if (names) return doubt(reading === 'text' ? first : 'text', names);
    return {};
  }

  /** Whether the same cells are different numbers in two notations, and nothing else in the table tells which. */
  #unsure(evidence: Evidence): boolean {
    // Three decimals are ordinary; thousands by points are not, unless the table shows decimal commas.
    return this.count('x,xxx') > 0 ? evidence !== '.' : this.count('x.xxx') > 0 && evidence === ',';
  }
}

function keep(places: Place[], text: string, line: number): void {
  if (places.length < KEPT) places.push({ text, line });
}
