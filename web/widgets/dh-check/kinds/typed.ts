/** Typed answers: a number, written as any expression that has a value, or an expression in variables. */
import { html } from 'lit';
import { getCore } from '../../../core/core.ts';
import { formatNumber } from '../../../plot/format.ts';
import '../../../tasks/answer-field.ts';
import { isNear, leftSideOf } from '../../../tasks/grading.ts';
import { problemFrom } from '../../../fields/problem.ts';
import type { Answer, AnswerForm, Check, Verdict } from './answer-form.ts';

/** Within so many tolerances an answer that is not exact enough is called close. */
const CLOSE = 10;

function typedForm(check: Check, variables: string[], grade: (text: string) => Promise<Verdict>): AnswerForm {
  let text = '';
  return {
    handedIn: true,
    get answer() {
      return text.trim() === '' ? undefined : text;
    },
    restore(answer: Answer) {
      if (typeof answer === 'string') text = answer;
    },
    render: () =>
      html`<dh-answer-field
        class="typed"
        .label=${check.say('answer')}
        .variables=${variables}
        .value=${text}
        @dh-input=${(event: CustomEvent<{ value: string }>) => {
          text = event.detail.value;
          check.edited();
        }}
        @dh-enter=${() => check.handIn()}
      ></dh-answer-field>`,
    grade: () => grade(text),
  };
}

export function numberForm(check: Check): AnswerForm {
  return typedForm(check, [], async (text) => {
    const core = await getCore();
    let given: number;
    try {
      given = await core.number(text);
    } catch (error) {
      if (problemFrom(error).code !== 'not-finite') throw error;
      return { kind: 'nothing', why: check.say('number-infinite') };
    }
    const answer = await core.number(String(check.data.answer));
    return numberVerdict(check, given, answer);
  });
}

function numberVerdict(check: Check, given: number, answer: number): Verdict {
  const { tolerance, relative } = check.data;
  if (isNear(given, answer, { tolerance, relative })) return { kind: 'right' };
  const why = (key: string): Verdict => ({ kind: 'wrong', why: check.say(`number-${key}`) });
  if (isNear(-given, answer, { tolerance, relative })) return why('sign');
  const wider = { tolerance: CLOSE * (tolerance ?? 0), relative: CLOSE * (relative ?? 1e-3) };
  if (isNear(given, answer, wider)) return why('close');
  return why(given > answer ? 'large' : 'small');
}

export function expressionForm(check: Check): AnswerForm {
  const variables = check.data.variables ?? ['x'];
  return typedForm(check, variables, async (typed) => {
    const core = await getCore();
    const text = typed.slice(leftSideOf(typed));
    const answer = String(check.data.answer);
    const { equivalent, decided, ...found } = await core.equivalent(text, answer, variables);
    if (!decided) return { kind: 'nothing', why: check.say('undecided') };
    if (equivalent) return { kind: 'right' };
    const { point, left, right } = (await roundDifference(text, answer, variables, found.counterexample)) ?? {
      ...found,
      point: found.counterexample,
    };
    const key = !Number.isFinite(left) ? 'undefined-given' : !Number.isFinite(right) ? 'undefined-answer' : 'differs';
    const digits = digitsApart(left, right);
    const values = { left: formatNumber(left, { digits }), right: formatNumber(right, { digits }) };
    const place = variables.map((name, index) => `${name} = ${formatNumber(point[index])}`).join(', ');
    return { kind: 'wrong', why: check.say(key, { point: place, ...values }) };
  });
}

/** The two values at a round point near the given one, which is easier to check by hand; undefined if they cannot be told apart there. */
async function roundDifference(given: string, answer: string, variables: string[], near: readonly number[]) {
  const core = await getCore();
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
