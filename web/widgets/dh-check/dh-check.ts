/**
 * `<dh-check>`: a graded task. The prompt, hints and solution stand in the page as plain HTML; this adds the controls of the answer, the verdict
 * in words, hints that open one after another, and the memory of what was done. How each kind is answered and graded is in `kinds/`.
 */
import { css, html, nothing } from 'lit';
import { checkFormStyles } from '../../tasks/check-styles.ts';
import { CheckElement } from '../../tasks/check-element.ts';
import { problemFrom, isFailure, sentenceOf } from '../../fields/problem.ts';
import { translator } from '../../language/language.ts';
import { baseStyles, controlStyles } from '../../controls/styles.ts';
import type { AnswerForm, Check as CheckInterface, Verdict } from './kinds/answer-form.ts';
import { buildForm } from './kinds/build.ts';
import { choiceForm } from './kinds/choice.ts';
import { orderForm } from './kinds/order.ts';
import { reachForm } from './kinds/reach.ts';
import { reasonForm } from './kinds/reason.ts';
import { typedForm } from './kinds/typed.ts';
import strings from './strings.json' with { type: 'json' };

const forms: Record<string, (check: CheckInterface) => AnswerForm> = {
  number: typedForm,
  expression: typedForm,
  choice: choiceForm,
  order: orderForm,
  reason: reasonForm,
  build: buildForm,
  reach: reachForm,
};

const SIGNS: Record<Verdict['kind'], string> = { right: '✓', wrong: '↻', unreadable: '!', nothing: '!' };

export class Check extends CheckElement implements CheckInterface {
  static properties = { verdict: { state: true }, grading: { state: true } };
  static styles = [
    baseStyles,
    controlStyles,
    checkFormStyles,
    css`
      .visit {
        color: var(--dh-accent);
        line-height: var(--control-height);
      }
      .verdict b {
        margin-inline-end: 0.25em;
      }
      .right b {
        color: var(--dh-good);
      }
      .wrong b {
        color: var(--dh-warning);
      }
      .unreadable b {
        color: var(--dh-error);
      }
      /* No button to be pressed in passing. */
      .show-solution {
        display: block;
        height: auto;
        min-height: 2rem;
        margin-block-start: var(--space-2);
        padding: 0;
        border: none;
        background: none;
        text-decoration: underline;
      }
      @media print {
        form,
        .show-solution {
          display: none;
        }
      }
    `,
  ];

  declare private verdict: Verdict | undefined;
  declare private grading: boolean;

  readonly say = translator(strings);
  #form: AnswerForm | undefined;

  connectedCallback(): void {
    super.connectedCallback();
    if (this.#form) return;
    this.#form = forms[this.data.kind](this);
    if (this.saved?.answer !== undefined) this.#form.restore(this.saved.answer);
    for (const [index, hint] of this.#hints.entries()) {
      hint.addEventListener('toggle', () => hint.open && this.#hintOpened(index));
    }
    const solution = this.#solution;
    solution?.addEventListener('toggle', () => solution.open && this.#solutionOpened());
  }

  edited(): void {
    this.verdict = undefined;
    this.showSlip(undefined);
    this.requestUpdate();
  }

  settle(verdict: Verdict): void {
    this.verdict = verdict;
    this.showSlip(verdict.kind === 'wrong' ? verdict.slip : undefined);
    if (this.saved?.state === 'done') return;
    if (verdict.kind !== 'right' && verdict.kind !== 'wrong') return;
    this.record({
      state: verdict.kind === 'right' ? 'done' : 'tried',
      attempts: (this.saved?.attempts ?? 0) + 1,
      answer: this.#form?.answer,
    });
  }

  get #hints(): HTMLDetailsElement[] {
    return [...this.querySelectorAll<HTMLDetailsElement>('.dh-check-hint')];
  }

  get #solution(): HTMLDetailsElement | null {
    return this.querySelector('.dh-check-solution');
  }

  #hintOpened(index: number): void {
    if (index < (this.saved?.hints ?? 0)) return;
    this.record({ hints: index + 1 });
  }

  #solutionOpened(): void {
    if (this.saved?.state !== 'done' && !this.saved?.solutionSeen) this.record({ solutionSeen: true });
  }

  async handIn(): Promise<void> {
    const form = this.#form!;
    if (this.grading) return;
    if (form.answer === undefined) {
      this.settle({ kind: 'nothing', why: this.say(`empty-${this.data.kind}`) });
      return;
    }
    this.grading = true;
    try {
      this.settle(await form.grade());
    } catch (error) {
      const problem = problemFrom(error);
      if (isFailure(problem)) console.error(error);
      this.settle({ kind: 'unreadable', problem });
    } finally {
      this.grading = false;
    }
  }

  #submit(event: Event): void {
    event.preventDefault();
    void this.handIn();
  }

  async #showSolution(): Promise<void> {
    const solution = this.#solution!;
    solution.hidden = false;
    solution.open = true;
    this.#solutionOpened();
    solution.querySelector('summary')?.focus();
  }

  /** The static parts show as much as the reader has come to: the next hint, and the solution once there was an attempt. */
  protected willUpdate(): void {
    const saved = this.saved;
    this.dataset.state = saved?.state ?? 'untouched';
    for (const [index, hint] of this.#hints.entries()) hint.hidden = index > (saved?.hints ?? 0);
    if (this.#solution) this.#solution.hidden = !this.#solutionOffered;
  }

  get #solutionOffered(): boolean {
    const { saved } = this;
    return saved !== undefined && (saved.state === 'done' || saved.attempts > 0 || saved.solutionSeen);
  }

  render() {
    const form = this.#form!;
    return html`
      <slot name="prompt"></slot>
      <slot name="options"></slot>
      <slot name="statements"></slot>
      <slot name="grounds"></slot>
      <slot name="items"></slot>
      <slot name="form"></slot>
      <form novalidate @submit=${this.#submit}>
        ${form.render()}
        ${
          form.handedIn
            ? html`<button type="submit" aria-disabled=${this.grading ? 'true' : 'false'}>
                ${this.say('submit')}
              </button>`
            : nothing
        }
      </form>
      <p class="verdict ${this.verdict?.kind ?? ''}" role="status">${this.#sentence()}</p>
      <p class="not-stored" role="status">${this.notStored}</p>
      <slot name="slips"></slot>
      <slot name="hint"></slot>
      ${
        this.#solution && !this.#solutionOffered
          ? html`<button type="button" class="show-solution" @click=${this.#showSolution}>
              ${this.say('show-solution')}
            </button>`
          : nothing
      }
      <slot name="solution"></slot>
    `;
  }

  #sentence() {
    const { verdict, saved } = this;
    if (!verdict) {
      if (saved?.state === 'done')
        return html`<b><span aria-hidden="true">${SIGNS.right}</span></b
          >${this.say('done-before')}`;
      return this.#form!.waiting ?? nothing;
    }
    const sign = html`<span aria-hidden="true">${SIGNS[verdict.kind]} </span>`;
    switch (verdict.kind) {
      case 'right':
        return html`<b>${sign}${this.say(saved?.solutionSeen ? 'right-after-solution' : 'right')}</b>`;
      case 'wrong':
        return html`<b>${sign}${this.say('wrong')}</b> ${verdict.why}`;
      case 'unreadable':
        // The field says itself where a typing error is.
        if (isFailure(verdict.problem)) return html`${sign}${sentenceOf(verdict.problem)}`;
        return html`<b>${sign}${this.say('unreadable')}</b>
          ${this.data.kind === 'number' ? this.say('number-only') : nothing}`;
      case 'nothing':
        return html`${sign}${verdict.why}`;
    }
  }
}

customElements.define('dh-check', Check);
