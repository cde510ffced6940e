/** Holds what was typed against the answer and against known slips: a number, or a formula by what it is worth. */
import { getCore } from '../../../core/core.ts';
import { formatNumber } from '../../../plot/format.ts';
import { isNear, leftSideOf } from '../../../tasks/grading.ts';
import { problemFrom } from '../../../fields/problem.ts';
import type { Typed } from '../../../tasks/check-element.ts';
import type { Check, Verdict } from './answer-form.ts';

/** Within so many tolerances an answer that is not exact enough is called close. */
const CLOSE = 10;

/** Grades a typed text; throws what the core throws when it cannot be read. */
export function gradeTyped(text: string, typed: Typed, say: Check['say']): Promise<Verdict> {
  return typed.variables ? gradeFormula(text, typed, typed.variables, say) : gradeNumber(text, typed, say);
}

async function gradeNumber(text: string, typed: Typed, say: Check['say']): Promise<Verdict> {
  const core = await getCore('calculus');
  let given: number;
  try {
    given = await core.number(text);
  } catch (error) {
    if (problemFrom(error).code !== 'not-finite') throw error;
    return { kind: 'nothing', why: say('number-infinite') };
  }
  const { tolerance, relative, slips = [] } = typed;
  const answer = await core.number(String(typed.answer));
  if (isNear(given, answer, { tolerance, relative })) return { kind: 'right' };
  const why = (key: string): Verdict => ({ kind: 'wrong', why: say(`number-${key}`) });
  for (const [index, { answer: known, ...own }] of slips.entries()) {
    const within = own.tolerance === undefined && own.relative === undefined ? { tolerance, relative } : own;
    if (isNear(given, await core.number(String(known)), within)) return { kind: 'wrong', why: '', slip: String(index) };
  }
  if (isNear(-given, answer, { tolerance, relative })) return why('sign');
  const wider = { tolerance: CLOSE * (tolerance ?? 0), relative: CLOSE * (relative ?? 1e-3) };
  if (isNear(given, answer, wider)) return why('close');
  return why(given > answer ? 'large' : 'small');
}

async function gradeFormula(typedText: string, typed: Typed, variables: string[], say: Check['say']): Promise<Verdict> {
  const core = await getCore('equivalence');
  const text = typedText.slice(leftSideOf(typedText));
  const answer = String(typed.answer);
  const { equivalent, decided, ...found } = await core.equivalent(text, answer, variables);
  if (!decided) return { kind: 'nothing', why: say('undecided') };
  if (equivalent) return { kind: 'right' };
  for (const [index, slip] of (typed.slips ?? []).entries()) {
    const known = await core.equivalent(text, String(slip.answer), variables);
    if (known.decided && known.equivalent) return { kind: 'wrong', why: '', slip: String(index) };
  }
  const { point, left, right } = (await roundDifference(text, answer, variables, found.counterexample)) ?? {
    ...found,
    point: found.counterexample,
  };
  const key = !Number.isFinite(left) ? 'undefined-given' : !Number.isFinite(right) ? 'undefined-answer' : 'differs';
  const digits = digitsApart(left, right);
  const values = { left: formatNumber(left, { digits }), right: formatNumber(right, { digits }) };
  const place = variables.map((name, index) => `${name} = ${formatNumber(point[index])}`).join(', ');
  return { kind: 'wrong', why: say(key, { point: place, ...values }) };
}

/** The two values at a round point near the given one, which is easier to check by hand; undefined if they cannot be told apart there. */
async function roundDifference(given: string, answer: string, variables: string[], near: readonly number[]) {
  const core = await getCore('calculus');
  const point = Float64Array.from(near, (coordinate) => Number(coordinate.toPrecision(1)));
  const valueOf = async (text: string): Promise<number> => {
    const expression = await core.expression(text, variables);
    const [value] = await expression.evaluate(point);
    void expression.free();
    return value;
  };
  const [left, right] = await Promise.all([valueOf(given), valueOf(answer)]);
  const apart = Number.isFinite(left) && Number.isFinite(right) && formatNumber(left) !== formatNumber(right);
  return apart ? { point, left, right } : undefined;
}

/** As many significant digits as show that two numbers differ, at least four. */
function digitsApart(left: number, right: number): number {
  let digits = 4;
  while (digits < 15 && formatNumber(left, { digits }) === formatNumber(right, { digits })) digits += 1;
  return digits;
}
