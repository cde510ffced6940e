/** A state to be reached in a figure of the page: the check watches the figure and ticks by itself. */
import { html } from 'lit';
import { figureOf, visitFigure } from '../../../tasks/check-element.ts';
import { meetsGoal } from '../../../tasks/grading.ts';
import type { AnswerForm, Check, Verdict } from './answer-form.ts';

interface Figure extends HTMLElement {
  readonly state?: Record<string, unknown>;
  readonly report?: Record<string, unknown>;
}

export function reachForm(check: Check): AnswerForm {
  const { widget = '', goal = {} } = check.data;
  const reached = (): boolean => {
    const figure = figureOf(widget) as Figure | null;
    return meetsGoal({ ...figure?.state, ...figure?.report }, goal);
  };
  // Who plays with the figure for its own sake is not told that this goal was missed; who came from here to try is.
  let trying = false;
  check.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (link?.getAttribute('href')?.split('?')[0] === `#${widget}`) trying = true;
  });
  let shown: Verdict['kind'] | undefined;
  // Events come from figures that may load later than the check, so the page is listened to, not the figure.
  const watch = (event: Event): void => {
    if (event.target !== figureOf(widget)) return;
    const missed = trying && event.type === 'dh-outcome';
    const verdict = reached() ? 'right' : missed ? 'wrong' : undefined;
    if (verdict === shown && !missed) return; // a run sends many events a second
    shown = verdict;
    if (verdict === 'right') check.settle({ kind: 'right' });
    else if (verdict === 'wrong') check.settle({ kind: 'wrong', why: check.say('goal-missed') });
    else check.edited();
  };
  document.addEventListener('dh-change', watch);
  document.addEventListener('dh-outcome', watch);
  const visit = (event: Event): void => {
    event.preventDefault();
    visitFigure(widget);
  };
  return {
    handedIn: false,
    answer: undefined,
    restore() {},
    render: () => html`<a class="visit" href="#${widget}" @click=${visit}>${check.say('visit-figure')}</a>`,
    async grade(): Promise<Verdict> {
      return reached() ? { kind: 'right' } : { kind: 'wrong', why: check.say('goal-missed') };
    },
  };
}
