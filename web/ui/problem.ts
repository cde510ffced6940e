/** What is wrong with an input, and the sentence that says so. */
import { keyInCore } from './fields.ts';
import type { Fields } from './fields.ts';
import type { Fault } from '../core/error.ts';
import { formatNumber } from '../plot/format.ts';
import { fill, language, numberWords } from './strings.ts';
import errors from './errors.json' with { type: 'json' };

/** The core's errors, and those of the same shape found on this side of the border. Each `code` has its sentences in `errors.json`. */
export type Problem = Fault;

/** Turn whatever was thrown into a problem. Anything that is not the core's own word means that the core cannot be reached. */
export function problemFrom(error: unknown): Problem {
  const { code, parameter, value, position, expected } = error as Problem;
  if (typeof code !== 'string' || !(code in errors.en)) return { code: 'core-unavailable' };
  return { code, parameter, value, position: position === undefined || position < 0 ? undefined : position, expected };
}

/** Does the problem lie with the machinery, rather than with something the reader entered? */
export const isFailure = (problem: Problem): boolean => problem.code === 'core-unavailable';

/** The problem as a sentence in the reader's language. `label` names the field as the reader sees it. */
export function sentenceOf(problem: Problem, label = problem.parameter ?? ''): string {
  const sentences: Record<string, string> = errors[language()];
  const { code, parameter, value = NaN, position = 0 } = problem;
  const expected = inWords(problem, sentences);
  const keys = [code === 'unexpected-token' && !parameter && 'unexpected-end', !expected && `${code}-bare`, code];
  const key = keys.find((candidate) => candidate && candidate in sentences) || 'core-unavailable';
  return fill(sentences[key], {
    label,
    parameter: parameter || label,
    value: formatNumber(value, { digits: 6, words: numberWords() }),
    position: position + 1,
    expected,
  });
}

/** What the core expected: a kind of token has a name in both languages, a token or a range is shown as it is. */
function inWords({ code, expected = '' }: Problem, sentences: Record<string, string>): string {
  if (code === 'unexpected-token' && expected) return sentences[`expected-${expected}`] ?? `‘${expected}’`;
  return expected.replace(/-(?=\d)/g, '\u2212');
}

/** An error that is known to come from the value of one field. */
export class FieldError extends Error {
  readonly key: string;
  readonly problem: Problem;
  constructor(key: string, problem: Problem) {
    super(problem.code);
    this.key = key;
    this.problem = problem;
  }
}

/** The field an error belongs to, and the problem: the field it names if that was among the changed ones, else the first of these. */
export function fieldOf(error: unknown, fields: Fields, changed: readonly string[]): [key: string, problem: Problem] {
  if (error instanceof FieldError) return [error.key, error.problem];
  const problem = problemFrom(error);
  if (isFailure(problem)) console.error(error);
  const named = keyInCore(fields, problem.parameter);
  return [named && (changed.includes(named) || !changed.length) ? named : (changed[0] ?? ''), problem];
}
