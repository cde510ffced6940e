/** One option of several, or all that are right. Every chosen option can answer with feedback of its own. */
import { nothing } from 'lit';
import { isSameSet } from '../../../tasks/grading.ts';
import { OptionList } from '../../../tasks/options.ts';
import type { Answer, AnswerForm, Check, Verdict } from './answer-form.ts';

export function choiceForm(check: Check): AnswerForm {
  const correct = check.data.correct ?? [];
  const options = new OptionList(check, () => {
    options.showFeedback([]);
    check.edited();
  });
  return {
    handedIn: true,
    get answer() {
      return options.chosen.length > 0 ? options.chosen : undefined;
    },
    restore(answer: Answer) {
      if (typeof answer !== 'string') options.choose(answer);
    },
    render: () => nothing,
    async grade(): Promise<Verdict> {
      const { chosen } = options;
      options.showFeedback(chosen);
      if (isSameSet(chosen, correct)) return { kind: 'right' };
      if (correct.length === 1) return { kind: 'wrong', why: '' };
      const missed = correct.filter((option) => !chosen.includes(option)).length;
      return { kind: 'wrong', why: check.say(missed > 0 ? 'options-missing' : 'options-surplus') };
    },
  };
}
