/** Typed answers: a number, written as any expression that has a value, or an expression in variables. */
import { html } from 'lit';
import '../../../tasks/answer-field.ts';
import type { Answer, AnswerForm, Check } from './answer-form.ts';
import { gradeTyped } from './grade-typed.ts';

export function typedForm(check: Check): AnswerForm {
  let text = '';
  let graded = false;
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
        .variables=${check.data.variables ?? []}
        .value=${text}
        .graded=${graded}
        @dh-input=${(event: CustomEvent<{ value: string }>) => {
          text = event.detail.value;
          check.edited();
        }}
        @dh-enter=${() => check.handIn()}
      ></dh-answer-field>`,
    grade() {
      graded = true;
      return gradeTyped(text, check.data, check.say);
    },
  };
}
