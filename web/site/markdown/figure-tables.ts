/**
 * The fields and facts of the figures, as the `fields.ts` beside each element tells them: what a lesson asks of a figure that does not fit
 * them stops the build.
 */
import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Facts } from '../../fields/facts.ts';
import { keyOf, parameterName, problemOf, readValue } from '../../fields/fields.ts';
import type { Field, Fields } from '../../fields/fields.ts';
import type { Problem } from '../../fields/problem.ts';
import shared from '../../language/strings.json' with { type: 'json' };
import { parseLinks, readParameters } from '../../widget/links.ts';

export interface FigureTable {
  fields: Fields;
  facts: Facts;
}

/** By tag. */
export type FigureTables = ReadonlyMap<string, FigureTable>;

/** The tables of all widgets that have one. */
export async function readTables(widgets: string): Promise<FigureTables> {
  const tables = globSync(join(widgets, 'dh-*/fields.ts')).map(async (path) => {
    const { fields, facts } = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as FigureTable;
    return [basename(dirname(path)), { fields, facts }] as const;
  });
  return new Map(await Promise.all(tables));
}

/** A problem in the words of an author. */
function told({ code, value, expected, parameter }: Problem): string {
  const what = { 'unknown-id': 'is not one of the choices', 'not-finite': 'is no number', 'out-of-range': 'is out of range' }[code] ?? code; // prettier-ignore
  return [parameter ? `"${parameter}"` : '', value ?? '', what, expected ? `(expected: ${expected})` : '']
    .filter((part) => part !== '')
    .join(' ');
}

const names = (keys: readonly string[]): string => keys.map((key) => `"${key}"`).join(', ');

/** What is wrong with an attribute of a tag, if something is. */
export function problemWithAttribute({ fields }: FigureTable, name: string, text: string): string | undefined {
  const key = keyOf(fields, name);
  if (key === undefined)
    return `it has no attribute "${name}"; there are ${names(Object.keys(fields).map(parameterName))}`;
  const problem = problemOf(fields[key], readValue(fields[key], text));
  return problem && `the attribute ${name}="${text}" ${told(problem)}`;
}

/** What is wrong with the parameters of a link such as `#descent-1d?rate=1.1&play`, if something is. */
export function problemWithLink({ fields }: FigureTable, href: string): string | undefined {
  for (const { parameters } of parseLinks(href))
    for (const [name, text] of parameters) {
      const { problem } = readParameters(fields, [[name, text]]);
      if (!problem) continue;
      return keyOf(fields, name) === undefined
        ? `the figure has no link parameter "${name}"; there are ${names([...Object.keys(fields).map(parameterName), 'play'])}`
        : `the link parameter ${name}=${text} ${told({ ...problem, parameter: undefined })}`;
    }
  return undefined;
}

/** What a field of the state is to a condition. */
const kindOf = (field: Field): Facts[string] =>
  field.kind === 'choice'
    ? (field.options ?? 'text')
    : field.kind === 'number' || field.kind === 'flag' || field.kind === 'text'
      ? field.kind
      : 'parts';

function problemWithCondition(kind: Facts[string], condition: unknown): string | undefined {
  if (kind === 'parts') return undefined;
  if (typeof condition === 'object' && condition !== null) {
    const [[word, inner] = ['', undefined]] = Object.entries(condition);
    if (word === 'any') return (inner as unknown[]).map((one) => problemWithCondition(kind, one)).find(Boolean);
    if (word === 'not') return problemWithCondition(kind, inner);
    if (kind === 'number' && ['min', 'max', 'near', 'tolerance'].includes(word)) return undefined;
    return `is no list${kind === 'number' ? '' : ', and no number'}`;
  }
  if (kind === 'number') return typeof condition === 'number' ? undefined : 'is a number';
  if (kind === 'flag') return typeof condition === 'boolean' ? undefined : 'is true or false';
  if (typeof condition !== 'string') return 'is a text';
  return kind === 'text' || kind.includes(condition) ? undefined : `is one of ${names(kind)}, not "${condition}"`;
}

/** What is wrong with conditions on the state or the report of a figure, if something is. */
export function problemWithConditions(
  { fields, facts }: FigureTable,
  part: 'state' | 'report',
  conditions: Readonly<Record<string, unknown>>,
): string | undefined {
  for (const [path, condition] of Object.entries(conditions)) {
    const [name, ...inside] = path.split('.');
    const known = part === 'state' ? name in fields : name in facts;
    if (!known)
      return `the ${part} of the figure has no "${name}"; there are ${names(Object.keys(part === 'state' ? fields : facts))}`;
    const kind = part === 'state' ? kindOf(fields[name]) : facts[name];
    const problem = inside.length && kind !== 'parts' ? 'has no parts' : problemWithCondition(kind, condition);
    if (problem) return `"${name}" in the ${part} of the figure ${problem}`;
  }
  return undefined;
}

/** The first field that has no label among the sentences of its widget in a language. */
export function fieldWithoutLabel(
  { fields }: FigureTable,
  sentences: Record<string, string>,
  language: 'ko' | 'en',
): string | undefined {
  return Object.keys(fields).find((key) => !sentences[key] && !(key in shared[language]));
}
