/** What is wrong with the value of a field, told with the names that the reader sees. */
import type { Field } from './fields.ts';
import { sentenceOf } from './problem.ts';
import type { Problem } from './problem.ts';
import { say } from '../language/strings.ts';

/** `sentences` are those of the widget: the label of a field stands under its key, that of an option under both, as `method-qr`. */
export function fieldSentence(
  problem: Problem,
  { key, field, sentences }: { key: string; field: Field | undefined; sentences(key: string): string },
): string {
  // An option is called by its own name.
  if (!field || field.kind === 'options') return sentenceOf(problem, problem.parameter ?? key);
  const own = sentences(key);
  // Some keys are the same in all figures, and their words as well.
  const label = [own === key ? say(key) : own, field.symbol].filter(Boolean).join(' ');
  if (problem.code !== 'unknown-id' || field.kind !== 'choice' || !field.options) return sentenceOf(problem, label);
  const names = field.options.map((id) => {
    const name = sentences(`${key}-${id}`);
    return name === `${key}-${id}` ? id : name;
  });
  return sentenceOf({ ...problem, expected: names.join(', ') }, label);
}
