/**
 * What a prediction asks of its figure, held against what the figure can do: it holds named parts back, takes steps and is marked. The names stand in the
 * attribute `withheld` of the figure, so that the answer is not seen even before a script has come.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import type { Check } from './check-data.ts';
import type { Places } from './lesson-file.ts';

/** Parts that every figure has. Its status is held back with any of them. */
const COMMON = ['status', 'table', 'player', 'controls', 'legend'];

/** The parts that a widget says it has. */
function partsOf(tag: string, { widgets }: Places): string[] {
  const path = join(widgets, tag, 'parts.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as string[]) : [];
}

/** Lets a figure hold back what would answer a prediction; calls `stop` with what it cannot do. */
export function withhold(check: Check, figure: Element, stop: (sentence: string) => never, places: Places): void {
  const { name, hides = [], marks = [] } = check;
  if (figure.properties.withheld)
    stop(`the prediction "${name}" needs a figure of its own: another one hides parts of <${figure.tagName}>`);
  const known = [...COMMON, ...partsOf(figure.tagName, places)];
  for (const part of [...hides, ...marks.flatMap(({ part }) => part ?? [])])
    if (!known.includes(part))
      stop(`the prediction "${name}" names "${part}", but <${figure.tagName}> has only ${known.join(', ')}`);
  if (hides.length) figure.properties.withheld = hides.filter((part) => part !== 'status').join(' ') || 'nothing-else';
}
