/**
 * `<dh-predict>`: predict – run – reveal. The reader commits a guess, the figure is set and runs, and only then the page tells what happened and why. The
 * guess is remembered; nobody is made to guess.
 */
import { css, html, nothing } from 'lit';
import { getCore } from '../../core/core.ts';
import { formatNumber } from '../../plot/format.ts';
import { checkFormStyles } from '../../tasks/check-styles.ts';
import { CheckElement, figureOf } from '../../tasks/check-element.ts';
import { isNear, isSameSet } from '../../tasks/grading.ts';
import { translator } from '../../language/language.ts';
import { OptionList } from '../../tasks/options.ts';
import { demonstrate, release } from '../../tasks/prediction-figure.ts';
import { isFailure, problemFrom, sentenceOf } from '../../fields/problem.ts';
import { baseStyles, controlStyles } from '../../controls/styles.ts';
import strings from './strings.json' with { type: 'json' };

const say = translator(strings);

export class Predict extends CheckElement {
  static properties = { stage: { state: true }, verdict: { state: true } };
  static styles = [
    baseStyles,
    controlStyles,
    checkFormStyles,
    css`
      @media print {
        form {
          display: none;
        }
      }
    `,
  ];

  declare private stage: 'guessing' | 'running' | 'revealed';
  declare private verdict: string;

  #options: OptionList | undefined;
  #typed = '';

  constructor() {
    super();
    this.stage = 'guessing';
    this.verdict = '';
  }

  connectedCallback(): void {
    super.connectedCallback();
    if (this.#options) return;
    this.#options = new OptionList(this, () => (this.verdict = ''));
    if (!this.#options.exists) void import('../../tasks/answer-field.ts');
    const answer = this.saved?.answer;
    if (typeof answer === 'string') this.#typed = answer;
    else this.#options.choose(answer ?? []);
    if (this.saved) this.#remember();
    this.#details?.addEventListener('toggle', () => {
      if (this.#details!.open && this.stage === 'guessing') this.#skip();
    });
  }

  get #details(): HTMLDetailsElement | null {
    return this.querySelector('.dh-check-reveal');
  }

  get #guess(): string | number[] | undefined {
    if (this.#options!.exists) return this.#options!.chosen.length > 0 ? this.#options!.chosen : undefined;
    return this.#typed.trim() === '' ? undefined : this.#typed;
  }

  async #commit(): Promise<void> {
    if (this.stage === 'running') return;
    if (this.stage === 'guessing') {
      if (this.#guess === undefined) {
        this.verdict = say(this.#options!.exists ? 'choose-first' : 'type-first');
        return;
      }
      if (!(await this.#readable())) return;
      this.record({ answer: this.#guess, attempts: 1 });
    }
    this.stage = 'running';
    this.verdict = say('running');
    await this.#run();
    if (this.stage !== 'running') return; // the reader did not want to wait
    await this.#tell();
  }

  /** A guess that cannot be read is no guess; the field itself tells where the fault is. */
  async #readable(): Promise<boolean> {
    if (this.#options!.exists) return true;
    try {
      await (await getCore('calculus')).number(this.#typed);
      return true;
    } catch (error) {
      const problem = problemFrom(error);
      if (isFailure(problem)) console.error(error);
      this.verdict = sentenceOf(problem, say('guess'));
      return false;
    }
  }

  #submit(event: Event): void {
    event.preventDefault();
    void this.#commit();
  }

  get #figure(): HTMLElement | null {
    return figureOf(this.data.figure ?? '');
  }

  async #run(): Promise<void> {
    const { run, steps, marks } = this.data;
    if (this.#figure && run)
      await demonstrate(this.#figure, this.renderRoot.querySelector('form')!, { run, steps, marks });
  }

  /** The guess has met what happened: remembered as done, and the explanation opens. */
  async #tell(): Promise<void> {
    this.record({ state: 'done' });
    this.#reveal(await this.#comparison());
  }

  #skip(): void {
    // There is nothing left to be done here, and a lesson must be possible to finish.
    this.record({ state: 'done', solutionSeen: true });
    this.#reveal(say('skipped'));
  }

  #reveal(verdict: string): void {
    this.#remember();
    this.verdict = verdict;
    this.#details!.open = true;
  }

  /** The state after the explanation was seen: the guess stands, the options are marked. */
  #remember(): void {
    this.stage = 'revealed';
    release(this.#figure);
    this.#options!.reveal(this.data.correct ?? []);
    // How a typed guess compares would need the core, which is not fetched for a page that is only read.
    this.verdict = this.#typed === '' ? '' : say('guessed-before', { guess: this.#typed });
  }

  async #comparison(): Promise<string> {
    const guess = this.#guess;
    if (guess === undefined) return say('skipped');
    if (typeof guess !== 'string') return say(isSameSet(guess, this.data.correct ?? []) ? 'as-guessed' : 'otherwise');
    const { answer, tolerance, relative, slips = [] } = this.data;
    const core = await getCore('calculus');
    const [guessed, actual] = [await core.number(guess), await core.number(String(answer))];
    const values = { guess: formatNumber(guessed), answer: formatNumber(actual) };
    if (values.guess === values.answer) return say('as-guessed');
    if (isNear(guessed, actual, { tolerance, relative })) return say('near-number', values);
    for (const [index, slip] of slips.entries())
      if (isNear(guessed, await core.number(String(slip.answer)), { tolerance, relative, ...slip }))
        this.showSlip(String(index));
    return say('otherwise-number', values);
  }

  protected willUpdate(): void {
    this.dataset.state = this.saved?.state ?? 'untouched';
    if (this.#details) this.#details.hidden = this.stage !== 'revealed';
  }

  render() {
    return html`
      <slot name="prompt"></slot>
      <slot name="options"></slot>
      <form novalidate @submit=${this.#submit}>
        ${this.#options!.exists ? nothing : this.#field()}
        <button type="submit" aria-disabled=${this.stage === 'running' ? 'true' : 'false'}>
          ${say(this.stage === 'revealed' ? 'run-again' : 'run')}
        </button>
        ${this.stage === 'guessing' ? html`<button type="button" @click=${this.#skip}>${say('skip')}</button>` : nothing}
        ${this.stage === 'running' ? html`<button type="button" @click=${this.#tell}>${say('reveal-now')}</button>` : nothing}
      </form>
      <p class="verdict" role="status">${this.verdict}</p>
      <slot name="slips"></slot>
      <p class="not-stored" role="status">${this.notStored}</p>
      <slot name="reveal"></slot>
    `;
  }

  #field() {
    if (this.stage === 'revealed') return nothing;
    return html`<dh-answer-field
      class="typed"
      .label=${say('guess')}
      .variables=${[]}
      .value=${this.#typed}
      @dh-input=${(event: CustomEvent<{ value: string }>) => {
        this.#typed = event.detail.value;
        this.verdict = '';
      }}
      @dh-enter=${() => this.#commit()}
    ></dh-answer-field>`;
  }
}

customElements.define('dh-predict', Predict);
