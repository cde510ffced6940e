/** What a YAML file may say: shapes that tell, for the place at fault, what is wrong there. */
import { LineCounter, isNode, parseDocument } from 'yaml';
import type { Document } from 'yaml';

export type Text = { ko: string; en: string };
export type Path = (string | number)[];
/** Tells what is wrong with a value by calling `fault` with the place and a sentence. */
export type Shape = (value: unknown, path: Path, fault: (path: Path, sentence: string) => void) => void;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nameOf = (path: Path): string => `"${path.at(-1) ?? 'it'}"`;

/** A value that satisfies a test; `what` completes "… is". */
export const that =
  (test: (value: never) => boolean, what: string): Shape =>
  (value, path, fault) => {
    if (!test(value as never)) fault(path, `${nameOf(path)} is ${what}`);
  };

export const words = that((value: unknown) => typeof value === 'string' && value.trim() !== '', 'words');
export const text = that(
  (value: unknown) =>
    isRecord(value) &&
    Object.keys(value).length === 2 &&
    ['ko', 'en'].every((language) => typeof value[language] === 'string' && String(value[language]).trim() !== ''),
  'a text in ko and en',
);
export const number = that((value: unknown) => typeof value === 'number' && Number.isFinite(value), 'a number');
export const positive = that((value: number) => typeof value === 'number' && value > 0, 'a number above 0');
export const count = that((value: number) => Number.isSafeInteger(value) && value >= 0, 'a whole number');
export const yes = that((value: unknown) => value === true, '"true", or left out');
export const expression = that(
  (value: unknown) => typeof value === 'number' || (typeof value === 'string' && value.trim() !== ''),
  'a number or an expression',
);
/** A link that sets a figure, `#descent-1d?rate=1.1`. */
export const figureLink = that(
  (value: unknown) => /^#[\w-]+\?\S*$/.test(String(value)),
  'a link to a figure such as "#descent-1d?rate=1.1"',
);

export const listOf =
  (shape: Shape, least = 0): Shape =>
  (value, path, fault) => {
    if (!Array.isArray(value) || value.length < least)
      return fault(path, `${nameOf(path)} is a list${least ? ` of at least ${least}` : ''}`);
    value.forEach((item, index) => shape(item, [...path, index], fault));
  };

export const recordOf =
  (shape: Shape): Shape =>
  (value, path, fault) => {
    if (!isRecord(value)) return fault(path, `${nameOf(path)} is a list of "name: …"`);
    for (const [key, item] of Object.entries(value)) shape(item, [...path, key], fault);
  };

/** A record with these keys and no others; a key that ends in `?` may be missing. */
export const record =
  (shapes: Record<string, Shape>): Shape =>
  (value, path, fault) => {
    if (!isRecord(value)) return fault(path, `${nameOf(path)} is a list of "key: value"`);
    const keys = Object.keys(shapes).map((key) => key.replace('?', ''));
    for (const key of Object.keys(value))
      if (!keys.includes(key)) fault([...path, key], `there is no "${key}" here, but ${keys.join(', ')}`);
    for (const [key, shape] of Object.entries(shapes)) {
      const name = key.replace('?', '');
      if (value[name] !== undefined) shape(value[name], [...path, name], fault);
      else if (!key.endsWith('?')) fault(path, `it needs "${name}"`);
    }
  };

/** The shape, and besides a rule about the whole. */
export const also =
  (shape: Shape, rule: Shape): Shape =>
  (value, path, fault) => {
    let sound = true;
    shape(value, path, (place, sentence) => {
      sound = false;
      fault(place, sentence);
    });
    if (sound) rule(value, path, fault);
  };

/** A YAML file that was read, and how to stop at a place of it. */
export interface Source {
  value: unknown;
  /** The line of a place, or of the nearest one around it. */
  lineOf(path: Path): number;
  /** Throws `<path>:<line>: <sentence>`. */
  stop(path: Path, sentence: string): never;
}

function nodeAt(document: Document, path: Path): { range?: readonly number[] | null } | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = length ? document.getIn(path.slice(0, length), true) : document.contents;
    if (isNode(node)) return node;
  }
  return undefined;
}

/** Reads a YAML file; throws with file and line where it is none. */
export function readYaml(yaml: string, file: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const [error] = document.errors;
  if (error) throw new Error(`${file}:${lines.linePos(error.pos[0]).line}: ${error.message.split('\n')[0]}`);
  const lineOf = (path: Path) => lines.linePos(nodeAt(document, path)?.range?.[0] ?? 0).line;
  return {
    value: document.toJS(),
    lineOf,
    stop(path, sentence) {
      throw new Error(`${file}:${lineOf(path)}: ${sentence}`);
    },
  };
}
