/** A state to be reached in a figure of the page: once the task is opened it watches the figure and ticks by itself. */
import { html } from 'lit';
import { figureOf, visitFigure } from '../../../tasks/check-element.ts';
import { meetsGoal } from '../../../tasks/grading.ts';
import type { Facts } from '../../../tasks/grading.ts';
import { followHash } from '../../../widget/links.ts';
import type { AnswerForm, Check, Verdict } from './answer-form.ts';

export function reachForm(check: Check): AnswerForm {
  const { figure: id = '', goal = {}, start, slips = [] } = check.data;
  const facts = (): Facts => (figureOf(id) as (HTMLElement & Facts) | null) ?? {};
  // Who plays with the figure, or follows the text, has not solved a task that he has not seen.
  let opened = false;
  check.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (link?.getAttribute('href')?.split('?')[0] === `#${id}`) opened = true;
  });
  const judge = (ended: boolean): Verdict | undefined => {
    const { state, report } = facts();
    if (meetsGoal({ state, report }, goal)) return { kind: 'right' };
    if (!ended) return undefined;
    const slip = slips.findIndex((known) => meetsGoal({ state, report }, known.goal ?? {}));
    return slip < 0 ? { kind: 'wrong', why: check.say('goal-missed') } : { kind: 'wrong', why: '', slip: String(slip) };
  };
  let shown: Verdict['kind'] | undefined;
  // Events come from figures that may load later than the check, so the page is listened to, not the figure.
  const watch = (event: Event): void => {
    if (!opened || event.target !== figureOf(id)) return;
    const verdict = judge(event.type === 'dh-outcome');
    if (verdict?.kind === shown && shown !== 'wrong') return; // a run sends many events a second
    shown = verdict?.kind;
    if (verdict) check.settle(verdict);
    else check.edited();
  };
  document.addEventListener('dh-change', watch);
  document.addEventListener('dh-outcome', watch);
  const open = async (event: Event): Promise<void> => {
    event.preventDefault();
    opened = true;
    check.edited();
    if (start) await followHash(start);
    visitFigure(id);
  };
  return {
    handedIn: false,
    answer: undefined,
    restore() {},
    render: () =>
      html`<a class="visit" href=${start ?? `#${id}`} @click=${open}
        >${check.say(opened ? 'visit-figure' : 'open-task')}</a
      >`,
    get waiting() {
      return check.say(opened ? 'watching' : 'open-first');
    },
    async grade(): Promise<Verdict> {
      return judge(true)!;
    },
  };
}
