/** Reading checks.yaml: what a task may say, and a sentence with file and line for what it may not. */
import { LineCounter, isMap, isSeq, parseDocument } from 'yaml';

export type Text = { ko: string; en: string };
export interface Option {
  text: Text;
  correct?: boolean;
  feedback?: Text;
}

export interface Check {
  name: string;
  kind: 'number' | 'expression' | 'choice' | 'order' | 'reach' | 'predict';
  prompt: Text;
  hints: Text[];
  solution?: Text;
  answer?: number | string;
  tolerance?: number;
  relative?: number;
  variables?: string[];
  options?: Option[];
  items?: Text[];
  widget?: string;
  goal?: Record<string, unknown>;
  run?: string;
  reveal?: Text;
  /** Where the task stands in checks.yaml. */
  line: number;
}

type Fields = Record<string, unknown>;
type Requirement = [ok: (check: Fields) => boolean, what: string];

const isText = (value: unknown): value is Text =>
  typeof value === 'object' &&
  value !== null &&
  ['ko', 'en'].every((language) => typeof (value as Fields)[language] === 'string');
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isOptions = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length >= 2 &&
  value.every((option) => isText(option?.text) && (option.feedback === undefined || isText(option.feedback)));
const hasRight = (value: unknown): boolean => (value as Option[]).some((option) => option.correct === true);

const SOLVED: Requirement = [(check) => isText(check.solution), 'a "solution" in ko and en'];
const OPTIONS: Requirement = [
  (check) => isOptions(check.options),
  'two or more "options", each with a "text" in ko and en',
];
const RIGHT_OPTION: Requirement = [(check) => hasRight(check.options), 'an option with "correct: true"'];

/** What each kind of task needs besides its name and prompt. */
const REQUIREMENTS: Record<Check['kind'], Requirement[]> = {
  number: [
    [(check) => ['number', 'string'].includes(typeof check.answer), 'an "answer"'],
    [
      (check) => Number(check.tolerance) > 0 || Number(check.relative) > 0,
      'a "tolerance" or a "relative" tolerance above 0',
    ],
    SOLVED,
  ],
  expression: [[(check) => ['number', 'string'].includes(typeof check.answer), 'an "answer"'], SOLVED],
  choice: [OPTIONS, RIGHT_OPTION, SOLVED],
  order: [
    [(check) => isTexts(check.items) && (check.items as Text[]).length >= 2, 'two or more "items" in ko and en'],
    SOLVED,
  ],
  reach: [
    [(check) => typeof check.widget === 'string', 'the id of a "widget"'],
    [(check) => typeof check.goal === 'object' && check.goal !== null, 'a "goal"'],
    SOLVED,
  ],
  predict: [
    [
      (check) => check.options === undefined || (isOptions(check.options) && hasRight(check.options)),
      '"options" of which one is "correct: true"',
    ],
    [(check) => check.options !== undefined || check.answer !== undefined, '"options", or a number as "answer"'],
    [(check) => /^#[\w-]+\?/.test(String(check.run)), 'a "run" such as "#descent-1d?rate=1.1"'],
    [(check) => isText(check.reveal), 'a "reveal" in ko and en'],
  ],
};

/** The tasks of a lesson by name, in their order. Throws `<path>:<line>: <reason>` at the first fault. */
export function parseChecks(yaml: string, path: string): Map<string, Check> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const checks = new Map<string, Check>();
  const stop = (offset: number, reason: string): never => {
    throw new Error(`${path}:${lines.linePos(offset).line}: ${reason}`);
  };
  if (document.errors.length) stop(document.errors[0].pos[0], document.errors[0].message.split('\n')[0]);
  if (document.contents === null) return checks;
  if (!isSeq(document.contents)) return stop(0, 'checks.yaml is a list of tasks, each beginning with "- name:"');

  for (const item of document.contents.items) {
    const offset = isMap(item) ? (item.range?.[0] ?? 0) : 0;
    const fields = isMap(item)
      ? (item.toJS(document) as Fields)
      : stop(offset, 'a task is a list of "key: value" lines');
    const name =
      typeof fields.name === 'string' && /^[a-z][a-z0-9-]*$/.test(fields.name)
        ? fields.name
        : stop(offset, 'a task needs a "name" in kebab-case');
    if (checks.has(name)) stop(offset, `two tasks are called "${name}"`);
    const requirements = REQUIREMENTS[fields.kind as Check['kind']];
    if (!requirements) stop(offset, `task "${name}": the kind is one of ${Object.keys(REQUIREMENTS).join(', ')}`);
    // A prediction asks a "question"; it is the prompt of the other kinds under a better name.
    const prompt = fields.prompt ?? fields.question;
    if (!isText(prompt)) stop(offset, `task "${name}" needs a "prompt" in ko and en`);
    if (!isTexts(fields.hints ?? [])) stop(offset, `task "${name}": each hint needs ko and en`);
    for (const [ok, what] of requirements)
      if (!ok(fields)) stop(offset, `task "${name}" of kind ${fields.kind} needs ${what}`);
    checks.set(name, { ...fields, name, prompt, hints: fields.hints ?? [], line: lines.linePos(offset).line } as Check);
  }
  return checks;
}

/** What the element needs to grade an answer; see web/widgets/dh-check. */
export function gradingData(check: Check, lesson: string): Record<string, unknown> {
  const { name, kind, answer, tolerance, relative, widget, goal, run } = check;
  const correct = check.options?.flatMap((option, index) => (option.correct ? [index] : []));
  const variables = kind === 'expression' ? (check.variables ?? ['x']) : undefined;
  return {
    lesson,
    name,
    kind,
    answer,
    tolerance,
    relative,
    variables,
    correct,
    count: check.items?.length,
    widget,
    goal,
    run,
    hints: check.hints.length,
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
