/** From a text to records of fields, as RFC 4180 has them where that says something; quotes that are none are ordinary characters. */

/** A blank stands for runs of blanks. */
export const SEPARATORS = ['\t', ';', '|', ',', ' '] as const;
export type Separator = (typeof SEPARATORS)[number];

/** A quote at the beginning of a field that is never closed. */
export interface OpenQuote {
  line: number;
  column: number;
  text: string;
}

const BLANKS = /[ \t]+/;
/** A quote that is closed only after more lines than this was not meant to open a field. */
const MOST_BREAKS = 200;
/** Between two fields, or before or after a quoted one. */
const isBlank = (character: string): boolean => character === ' ' || character === '\t' || character === '\u00a0';

/** Reads a text record by record. Line ends are to be `\n`. */
export class Records {
  /** Quotes that were read as ordinary characters because nothing closes them. */
  readonly openQuotes: OpenQuote[] = [];
  /** The line that the last record began on, from 1. */
  line = 0;
  readonly #text: string;
  readonly #separator: Separator;
  #at = 0;
  #nextLine = 1;
  #nextQuote: number;

  constructor(text: string, separator: Separator) {
    this.#text = text;
    this.#separator = separator;
    this.#nextQuote = text.indexOf('"');
  }

  /** How much of the text is read, 0 to 1. */
  get progress(): number {
    return this.#text ? this.#at / this.#text.length : 1;
  }

  /** The next record that is not blank; undefined at the end. */
  next(): string[] | undefined {
    while (this.#at < this.#text.length) {
      this.line = this.#nextLine;
      const end = this.#lineEnd(this.#at);
      const line = this.#text.slice(this.#at, end);
      const blank = line.trim() === '';
      if (blank || !this.#quoteBefore(end)) {
        this.#at = end + 1;
        this.#nextLine += 1;
        if (!blank) return this.#split(line);
        continue;
      }
      return this.#quotedRecord();
    }
    return undefined;
  }

  #lineEnd(from: number): number {
    const end = this.#text.indexOf('\n', from);
    return end < 0 ? this.#text.length : end;
  }

  #quoteBefore(end: number): boolean {
    while (this.#nextQuote >= 0 && this.#nextQuote < this.#at)
      this.#nextQuote = this.#text.indexOf('"', this.#nextQuote + 1);
    return this.#nextQuote >= 0 && this.#nextQuote < end;
  }

  #split(line: string): string[] {
    if (this.#separator === ' ') return line.trim().split(BLANKS);
    return line.split(this.#separator).map((field) => field.trim());
  }

  #quotedRecord(): string[] {
    const text = this.#text;
    const fields: string[] = [];
    const separates = (at: number) => (this.#separator === ' ' ? isBlank(text[at]) : text[at] === this.#separator);
    const skipBlanks = (at: number) => {
      while (at < text.length && isBlank(text[at]) && text[at] !== this.#separator) at += 1;
      if (this.#separator === ' ') while (at < text.length && isBlank(text[at])) at += 1;
      return at;
    };
    for (let at = skipBlanks(this.#at); ;) {
      const quoted = text[at] === '"' ? this.#quotedField(at, fields.length + 1) : undefined;
      if (quoted) {
        fields.push(quoted.field);
        at = skipBlanks(quoted.end);
        // Between quoted fields a run of blanks has been skipped as a whole.
        if (this.#separator === ' ' && at < text.length && text[at] !== '\n') continue;
      } else {
        const begin = at;
        while (at < text.length && text[at] !== '\n' && !separates(at)) at += 1;
        fields.push(text.slice(begin, at).trim());
        if (this.#separator === ' ') at = skipBlanks(at);
        if (this.#separator === ' ' && at < text.length && text[at] !== '\n') continue;
      }
      if (at >= text.length || text[at] === '\n') {
        this.#at = at + 1;
        this.#nextLine += 1;
        return fields;
      }
      at = skipBlanks(at + 1);
    }
  }

  /** The field that the quote at a place opens, and where it ends; nothing when the quote is an ordinary character, as in 5" pipe. */
  #quotedField(open: number, column: number): { field: string; end: number } | undefined {
    const text = this.#text;
    const lineEnd = this.#lineEnd(open);
    let stray = false;
    for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
      if (stray && at > lineEnd) break;
      if (text[at + 1] === '"') at += 1;
      else if (this.#closes(at)) {
        const field = text.slice(open + 1, at);
        const breaks = at > lineEnd ? field.split('\n').length - 1 : 0;
        if (breaks > MOST_BREAKS) break;
        this.#nextLine += breaks;
        return { field: field.replaceAll('""', '"'), end: at + 1 };
      } else stray = true;
    }
    const another = text.indexOf('"', open + 1);
    if (another < 0 || another > lineEnd)
      this.openQuotes.push({ line: this.#nextLine, column, text: text.slice(open, lineEnd) });
    return undefined;
  }

  /** Whether the quote at a place ends a field: only blanks stand between it and a separator or the line's end. */
  #closes(at: number): boolean {
    let next = at + 1;
    while (next < this.#text.length && isBlank(this.#text[next]) && this.#text[next] !== this.#separator) next += 1;
    const character = this.#text[next];
    if (next >= this.#text.length || character === '\n' || character === this.#separator) return true;
    return this.#separator === ' ' && next > at + 1;
  }
}
