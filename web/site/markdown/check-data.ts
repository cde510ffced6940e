/** Reading checks.yaml: the tasks of a lesson, or a sentence with file and line for what they may not say. */
import { isRecord, readYaml } from './shape.ts';
import type { Path, Text } from './shape.ts';
import { kinds } from './task-shapes.ts';

export type { Text } from './shape.ts';

export interface Option {
  text: Text;
  correct?: boolean;
  feedback?: Text;
}

/** What a typed answer is held against. */
export interface Typed {
  answer?: number | string;
  tolerance?: number;
  relative?: number;
  variables?: string[];
  slips?: Slip[];
}

/** A known wrong answer, or a known wrong state of a figure, with what to say to it. */
export interface Slip {
  answer?: number | string;
  tolerance?: number;
  relative?: number;
  goal?: Record<string, unknown>;
  feedback: Text;
}

export interface Cell extends Typed {
  label: Text;
  options?: Option[];
}

export interface Check extends Typed {
  name: string;
  kind: keyof typeof kinds;
  prompt: Text;
  hints: Text[];
  solution?: Text;
  options?: Option[];
  statements?: Option[];
  grounds?: Option[];
  items?: Text[];
  form?: Text;
  cells?: Record<string, Cell>;
  goal?: Record<string, unknown>;
  start?: string;
  'solved-by'?: string;
  run?: string;
  steps?: number | 'end';
  hides?: string[];
  marks?: Mark[];
  reveal?: Text;
  /** Where the task stands in checks.yaml. */
  line: number;
}

export interface Mark {
  point?: (number | string)[];
  x?: number | string;
  y?: number | string;
  part?: string;
  plot?: number;
  label?: Text;
}

/** The tasks of a lesson by name, in their order. Throws `<path>:<line>: <reason>` at the first fault. */
export function parseChecks(yaml: string, path: string): Map<string, Check> {
  const { value, lineOf, stop } = readYaml(yaml, path);
  const checks = new Map<string, Check>();
  if (value === null) return checks;
  if (!Array.isArray(value)) return stop([], 'checks.yaml is a list of tasks, each beginning with "- name:"');
  value.forEach((task: unknown, index) => {
    if (!isRecord(task)) return stop([index], 'a task is a list of "key: value" lines');
    const { name, kind } = task;
    if (typeof name !== 'string' || !/^[a-z][a-z0-9-]*$/.test(name))
      return stop([index], 'a task needs a "name" in kebab-case');
    if (checks.has(name)) stop([index], `two tasks are called "${name}"`);
    const fault = (place: Path, sentence: string) => stop(place, `task "${name}": ${sentence}`);
    const shape = kinds[kind as Check['kind']];
    if (!shape) return fault([index], `the kind is one of ${Object.keys(kinds).join(', ')}`);
    shape(task, [index], fault);
    checks.set(name, { hints: [], ...task, line: lineOf([index]) } as unknown as Check);
  });
  return checks;
}

/** The id of the figure that a task is about, if it is about one. */
export const figureOf = ({ run, 'solved-by': solvedBy }: Check): string | undefined =>
  /^#(?<id>[\w-]+)\?/.exec(run ?? solvedBy ?? '')?.groups?.id;

const rightOnes = (options: Option[] | undefined): number[] | undefined =>
  options?.flatMap((option, index) => (option.correct ? [index] : []));

/** What a slip is known by; its feedback stands on the page. */
const slipsOf = ({ slips }: Pick<Check, 'slips'>) => slips?.map(({ feedback: _, ...known }) => known);

/** What the element needs to grade an answer; see web/widgets/dh-check. */
export function gradingData(check: Check, lesson: string, language: keyof Text): Record<string, unknown> {
  const { name, kind, answer, tolerance, relative, goal, start, run, steps } = check;
  return {
    lesson,
    name,
    kind,
    answer,
    tolerance,
    relative,
    variables: kind === 'expression' ? (check.variables ?? ['x']) : undefined,
    slips: slipsOf(check),
    correct: rightOnes(check.options ?? check.statements),
    grounds: rightOnes(check.grounds),
    cells: check.cells && Object.entries(check.cells).map(([key, cell]) => cellData(key, cell, language)),
    figure: figureOf(check),
    goal,
    start,
    run,
    steps,
    marks: check.marks?.map((mark) => ({ ...mark, label: mark.label?.[language] })),
  };
}

function cellData(key: string, cell: Cell, language: keyof Text) {
  const { answer, tolerance, relative, variables } = cell;
  return {
    key,
    label: cell.label[language],
    answer,
    tolerance,
    relative,
    variables,
    slips: slipsOf(cell),
    correct: rightOnes(cell.options),
  };
}

/** A fixed shuffle of 0 … count − 1 from a name, never the identity: the tasks of a page look the same on every visit. */
export function shuffled(count: number, name: string): number[] {
  let state = [...name].reduce(
    (hash, character) => Math.imul(hash ^ character.charCodeAt(0), 16777619) >>> 0,
    2166136261,
  );
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order.every((value, index) => value === index) ? [...order.slice(1), order[0]] : order;
}
