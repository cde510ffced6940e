/** A statement and its ground: both must fit. A right statement on a wrong ground is told apart from a wrong one. */
import { nothing } from 'lit';
import { OptionList } from '../../../tasks/options.ts';
import type { Answer, AnswerForm, Check, Verdict } from './answer-form.ts';

export function reasonForm(check: Check): AnswerForm {
  const edited = (): void => {
    for (const list of [statements, grounds]) list.showFeedback([]);
    check.edited();
  };
  const statements = new OptionList(check, edited, 'statements');
  const grounds = new OptionList(check, edited, 'grounds');
  return {
    handedIn: true,
    get answer() {
      const chosen = [...statements.chosen, ...grounds.chosen];
      return chosen.length === 2 ? chosen : undefined;
    },
    restore(answer: Answer) {
      if (typeof answer === 'string') return;
      statements.choose(answer.slice(0, 1));
      grounds.choose(answer.slice(1));
    },
    render: () => nothing,
    async grade(): Promise<Verdict> {
      const [[statement], [ground]] = [statements.chosen, grounds.chosen];
      const stands = check.data.correct!.includes(statement);
      const holds = check.data.grounds!.includes(ground);
      statements.showFeedback([statement]);
      // A ground is judged for the right statement only: for another one it may be no bad ground.
      grounds.showFeedback(stands ? [ground] : []);
      if (stands && holds) return { kind: 'right' };
      return { kind: 'wrong', why: check.say(stands ? 'ground-wrong' : 'statement-wrong') };
    },
  };
}
