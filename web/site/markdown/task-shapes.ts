/** What each kind of task may and must say; CONTRIBUTING.md has an example of every one. */
import {
  also,
  count,
  expression,
  figureLink,
  isRecord,
  listOf,
  number,
  positive,
  record,
  recordOf,
  text,
  that,
  words,
  yes,
} from './shape.ts';
import type { Shape } from './shape.ts';

type Fields = Record<string, unknown>;

const option = record({ text, 'correct?': yes, 'feedback?': text });
const rightOnes = (options: unknown): number => (options as Fields[]).filter(({ correct }) => correct).length;
const options = also(
  listOf(option, 2),
  that((given: unknown) => rightOnes(given) > 0, 'a list of options of which at least one has "correct: true"'),
);
const oneRight = also(
  listOf(option, 2),
  that((given: unknown) => rightOnes(given) === 1, 'a list of options of which one has "correct: true"'),
);

/** Within what a number is right, and slips within the same unless they say otherwise. */
const tolerances = { 'tolerance?': positive, 'relative?': positive };
const slips = listOf(record({ answer: expression, ...tolerances, feedback: text }));

const condition: Shape = (value, path, fault) => {
  if (['string', 'number', 'boolean'].includes(typeof value)) return;
  if (Array.isArray(value)) return listOf(plain)(value, path, fault);
  const [kind] = isRecord(value) ? Object.keys(value) : [];
  const shape = conditions[kind];
  if (shape) shape(value, path, fault);
  else fault(path, 'a condition is a value, a list, or one of min, max, near, any, not, every, some, count');
};
const plain = that(
  (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value),
  'a list of plain values',
);
const range = record({ 'min?': number, 'max?': number });
const near = record({
  near: that((value: unknown) => [value].flat().every(Number.isFinite), 'a number or a list of numbers'),
  tolerance: positive,
});
const conditions: Record<string, Shape> = {
  min: range,
  max: range,
  near,
  tolerance: near,
  any: record({ any: listOf(condition, 1) }),
  not: record({ not: condition }),
  every: record({ every: condition }),
  some: record({ some: condition }),
  count: record({ count: condition }),
};

/** What a figure must show. Facts of its state and of its report are told apart, for both may use one name. */
export const goal = also(
  record({ 'state?': recordOf(condition), 'report?': recordOf(condition) }),
  that((value: object) => Object.keys(value).length > 0, 'a goal with "state" or "report"'),
);

const aboutTolerance: Shape = (value, path, fault) => {
  const { tolerance, relative } = value as Fields;
  if (tolerance === undefined && relative === undefined)
    fault(path, 'a number needs a "tolerance", or a "relative" one');
};

const cell: Shape = (value, path, fault) => {
  const { options: choice, variables } = isRecord(value) ? value : {};
  if (choice !== undefined) return record({ label: text, options: oneRight })(value, path, fault);
  if (variables !== undefined)
    return record({ label: text, variables: listOf(words, 1), answer: expression, 'slips?': slips })(
      value,
      path,
      fault,
    );
  also(record({ label: text, answer: expression, ...tolerances, 'slips?': slips }), aboutTolerance)(value, path, fault);
};

/** Both forms have each cell once. */
const cellsStand: Shape = (value, path, fault) => {
  const { form, cells } = value as { form: Record<string, string>; cells: Fields };
  for (const [language, words] of Object.entries(form)) {
    const used = cellNames(words);
    for (const name of used)
      if (!(name in cells)) fault([...path, 'form', language], `[[${name}]] has no entry in "cells"`);
    for (const name of Object.keys(cells))
      if (used.filter((other) => other === name).length !== 1)
        fault([...path, 'form', language], `[[${name}]] stands in the form once`);
  }
};

/** The names of the cells of a form, in their order. */
export const cellNames = (form: string): string[] => [...form.matchAll(/\[\[([\w-]+)\]\]/g)].map(([, name]) => name);

/** A number, the name of a fact, or a name of something in the figure. */
const place = that((value: unknown) => ['string', 'number'].includes(typeof value), 'a number or the name of a fact');
const mark: Shape = (value, path, fault) => {
  const spoken = { 'label?': text, 'plot?': count };
  const kinds: Record<string, Shape> = {
    point: record({ point: listOf(place, 2), ...spoken }),
    x: record({ x: place, ...spoken }),
    y: record({ y: place, ...spoken }),
    part: record({ part: words, 'plot?': count }),
  };
  const kind = isRecord(value) ? Object.keys(kinds).find((key) => key in value) : undefined;
  if (kind) kinds[kind](value, path, fault);
  else fault(path, 'a mark is a point, x, y or part of the figure');
};

const guess: Shape = (value, path, fault) => {
  const { options: choice, answer } = value as Fields;
  if ((choice === undefined) === (answer === undefined))
    fault(path, 'a prediction has "options", or a number as "answer"');
  else if (answer !== undefined) aboutTolerance(value, path, fault);
};

const steps = that(
  (value: unknown) => value === 'end' || (Number.isSafeInteger(value) && (value as number) > 0),
  'a number of steps, or "end"',
);

const common = { name: words, kind: words, prompt: text, 'hints?': listOf(text) };
const solved = { ...common, solution: text };

export const kinds = {
  number: also(record({ ...solved, answer: expression, ...tolerances, 'slips?': slips }), aboutTolerance),
  expression: record({ ...solved, answer: expression, 'variables?': listOf(words, 1), 'slips?': slips }),
  choice: record({ ...solved, options }),
  order: record({ ...solved, items: listOf(text, 2) }),
  reason: record({ ...solved, statements: oneRight, grounds: oneRight }),
  build: also(record({ ...solved, form: text, cells: recordOf(cell) }), cellsStand),
  reach: record({
    ...solved,
    'start?': figureLink,
    goal,
    'solved-by': figureLink,
    'slips?': listOf(record({ goal, feedback: text })),
  }),
  predict: also(
    record({
      name: words,
      kind: words,
      prompt: text,
      'options?': options,
      'answer?': expression,
      ...tolerances,
      'slips?': slips,
      run: figureLink,
      'steps?': steps,
      'hides?': listOf(words, 1),
      'marks?': listOf(mark),
      reveal: text,
    }),
    guess,
  ),
} satisfies Record<string, Shape>;

/** A sentence about a figure, and the fact that bears it out. */
export const claim = record({
  says: that(
    (value: unknown) =>
      isRecord(value) &&
      Object.keys(value).length > 0 &&
      Object.entries(value).every(([key, said]) => ['ko', 'en'].includes(key) && typeof said === 'string'),
    'the words of the lesson, in ko, en or both',
  ),
  state: figureLink,
  'at?': that(
    (value: unknown) => value === 'end' || (Number.isSafeInteger(value) && (value as number) >= 0),
    'a step, or "end"',
  ),
  'limit?': positive,
  fact: goal,
});
