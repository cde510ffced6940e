/** What tasks and predictions ask of their figure, held against what it has and can do: its fields and facts, its parts, its run. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import type { Check, Mark } from './check-data.ts';
import { problemWithConditions, problemWithLink } from './figure-tables.ts';
import type { FigureTable } from './figure-tables.ts';

/** Parts that every figure has. Its status is held back with any of them. */
const COMMON = ['status', 'table', 'player', 'controls', 'legend'];

/** What may be asked of a figure. */
export interface Asked {
  table: FigureTable;
  /** The names of its parts and fields. */
  parts: string[];
}

/** A widget as tasks see it; its parts stand in `parts.json` beside it. */
export function askedOf(tag: string, table: FigureTable, widgets: string): Asked {
  const path = join(widgets, tag, 'parts.json');
  const own = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as string[]) : [];
  return { table, parts: [...new Set([...COMMON, ...own, ...Object.keys(table.fields)])] };
}

type Goal = Record<'state' | 'report', Record<string, unknown> | undefined>;

/** What is wrong with a goal, if something is. */
export function problemWithGoal(table: FigureTable, goal: object): string | undefined {
  const { state = {}, report = {} } = goal as Goal;
  return problemWithConditions(table, 'state', state) ?? problemWithConditions(table, 'report', report);
}

function problemWithMark(
  { table, parts }: Asked,
  { point, x, y, part, label = { ko: '', en: '' } }: Mark,
): string | undefined {
  if (part !== undefined) return parts.includes(part) ? undefined : noPart(part, parts);
  const places = [...(point ?? []), x, y].filter((place) => typeof place === 'string');
  const told = Object.values(label).flatMap((words) => [...words.matchAll(/\{([\w.]+)\}/g)].map(([, name]) => name));
  const unknown = [...places, ...told].find((name) => !(name.split('.')[0] in { ...table.fields, ...table.facts }));
  return unknown && `the figure has no fact "${unknown}" to be marked`;
}

const noPart = (part: string, parts: readonly string[]): string =>
  `the figure has no part "${part}"; there are ${parts.join(', ')}`;

/** What a task asks of its figure that the figure cannot do, if something is. */
export function problemWithTask(check: Check, asked: Asked): string | undefined {
  const { run, start, steps, goal, hides = [], marks = [], slips = [] } = check;
  const { table, parts } = asked;
  for (const link of [run, start, check['solved-by']]) {
    const problem = link && problemWithLink(table, link);
    if (problem) return `${link}: ${problem}`;
  }
  for (const wanted of [goal, ...slips.map((slip) => slip.goal)]) {
    const problem = wanted && problemWithGoal(table, wanted);
    if (problem) return problem;
  }
  if (steps !== undefined && !('at' in table.fields)) return 'the figure takes no steps, so leave "steps" out';
  const unknown = hides.find((part) => !parts.includes(part));
  if (unknown) return noPart(unknown, parts);
  return marks.map((mark) => problemWithMark(asked, mark)).find(Boolean);
}

/**
 * Lets a figure hold back what would answer a prediction. The names stand in its attribute `withheld`, so that the answer is not seen even before a
 * script has come. False if another prediction does so already.
 */
export function withhold(figure: Element, hides: readonly string[]): boolean {
  if (!hides.length) return true;
  if (figure.properties.withheld) return false;
  figure.properties.withheld = [...new Set(['status', ...hides])].join(' ');
  return true;
}
