/** What is wrong with an input, and the sentence that says so. */
import type { Fault } from '../core/error.ts';
import { formatNumber } from '../plot/format.ts';
import { shortened } from '../language/language.ts';
import { fill, language, numberWords } from '../language/strings.ts';
import errors from '../language/errors.json' with { type: 'json' };

/** The core's errors, and those of the same shape found on this side of the border. Each `code` has its sentences in `errors.json`. */
export type Problem = Fault;

/** Turn whatever was thrown into a problem. Anything that is not the core's own word means that the core cannot be reached. */
export function problemFrom(error: unknown): Problem {
  const { code, parameter, value, position, expected } = error as Problem;
  const isKnown = Object.values(errors).some((sentences) => Object.hasOwn(sentences, code));
  if (!isKnown) return { code: 'core-unavailable' };
  return { code, parameter, value, position: position === undefined || position < 0 ? undefined : position, expected };
}

const FAILURES = ['core-unavailable', 'core-late', 'core-broken', 'images-unavailable'];

/** Does the problem lie with the machinery, rather than with something the reader entered? */
export const isFailure = (problem: Problem): boolean => FAILURES.includes(problem.code);

/** The problem as a sentence in the reader's language. `label` names the field as the reader sees it. */
export function sentenceOf(problem: Problem, label = problem.parameter ?? ''): string {
  const sentences: Record<string, string> = errors[language()];
  const { code, parameter, value = NaN, position = 0 } = problem;
  const expected = inWords(problem, sentences);
  const keys = [code === 'unexpected-token' && !parameter && 'unexpected-end', !expected && `${code}-bare`, code];
  const key = keys.find((candidate) => candidate && Object.hasOwn(sentences, candidate)) || 'core-unavailable';
  return fill(sentences[key], {
    label: shortened(label),
    parameter: shortened(parameter || label),
    value: formatNumber(value, { digits: 6, words: numberWords() }),
    position: position + 1,
    expected,
  });
}

/** What the core expected: a kind of token and a range have words in both languages, a token is shown as it is. */
function inWords({ code, expected = '' }: Problem, sentences: Record<string, string>): string {
  if (code === 'unexpected-token' && expected) return sentences[`expected-${expected}`] ?? `‘${expected}’`;
  if (code === 'out-of-range') return rangeInWords(expected, sentences);
  return expected.replace(/-(?=\d)/g, '\u2212');
}

/** `[1e-7, 100]` as the reader sees numbers elsewhere. */
function rangeInWords(expected: string, sentences: Record<string, string>): string {
  const [, low, high] = /^\[([^,]+), ([^,]+)[\])]$/.exec(expected) ?? [];
  const format = (text: string) => formatNumber(Number(text), { digits: 12 });
  if (low === undefined || Number.isNaN(Number(low))) return expected;
  if (high === 'inf') return fill(sentences['range-from'], { low: format(low) });
  if (!expected.endsWith(']') || Number.isNaN(Number(high))) return expected;
  return fill(sentences.range, { low: format(low), high: format(high) });
}

/** 1,000 and 12,345.6, but not 0,125. */
const GROUPED = /^\s*[-\u2212+]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?\s*$/;

/** The problem with a text that was to be one number: who types a number is not told about functions. */
export function numberSentence(problem: Problem, text: string, label?: string): string {
  const { code, parameter } = problem;
  if (isFailure(problem)) return sentenceOf(problem, label);
  if (text.trim() === '') return sentenceOf({ code: 'empty-number' }, label);
  if (GROUPED.test(text)) return sentenceOf({ code: 'grouped-number' }, label);
  if (/\d,\d|^\s*[-\u2212+]?,\d/.test(text) && code === 'unexpected-token')
    return sentenceOf({ code: 'decimal-comma' }, label);
  if ((code === 'unknown-name' || code === 'unexpected-token') && parameter)
    return sentenceOf({ ...problem, code: `${code}-number` }, label);
  return sentenceOf(code === 'unexpected-token' ? { code: 'unfinished-number' } : problem, label);
}
