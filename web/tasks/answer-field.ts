import { LitElement, css, html } from 'lit';
import type { PropertyValues } from 'lit';
import type { Doubt } from '../core/calculus/types.ts';
import { getCore } from '../core/core.ts';
import { leftSideOf } from './grading.ts';
import { numberSentence, problemFrom, sentenceOf } from '../fields/problem.ts';
import type { Problem } from '../fields/problem.ts';
import { composes } from '../controls/composition.ts';
import '../controls/expression-field.ts';

/**
 * A field for a typed answer: it shows how the core reads what is typed, or where the typing error is, and sends the text as `dh-input`. Enter sends
 * `dh-enter`. The core is fetched when the reader starts to type, not before.
 */
export class AnswerField extends LitElement {
  static properties = {
    label: {},
    value: {},
    variables: { attribute: false },
    graded: { type: Boolean },
    latex: { state: true },
    doubts: { state: true },
    problem: { state: true },
  };
  static styles = css`
    :host {
      display: block;
    }
  `;
  declare label: string;
  /** The text as typed. */
  declare value: string;
  /** The names the answer may use; none for a number. */
  declare variables: readonly string[];
  /** Whether the text was handed in: then it is shown how it was read, also where nobody typed it on this visit. */
  declare graded: boolean;
  declare private latex: string;
  declare private doubts: readonly Doubt[];
  declare private problem: Problem | undefined;

  /** Counts what was typed, so that a late answer of the core about an older text is dropped. */
  #typed = 0;

  constructor() {
    super();
    this.value = '';
    this.graded = false;
    this.latex = '';
    this.doubts = [];
  }

  protected willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('graded') && this.graded && this.#typed === 0) void this.#understand(this.value);
  }

  #read(text: string): void {
    this.value = text;
    this.dispatchEvent(new CustomEvent('dh-input', { detail: { value: text } }));
    void this.#understand(text);
  }

  async #understand(text: string): Promise<void> {
    const typed = ++this.#typed;
    let latex = '';
    let doubts: readonly Doubt[] = [];
    let problem: Problem | undefined;
    // Of `y = 6x - 9` the right side is the answer.
    const left = this.variables.length ? leftSideOf(text) : 0;
    if (text.trim() !== '') {
      try {
        const expression = await (await getCore('calculus')).expression(text.slice(left), [...this.variables]);
        latex = await expression.latex;
        doubts = (await expression.doubts).map((doubt) => ({ ...doubt, position: doubt.position + left }));
        void expression.free();
      } catch (error) {
        problem = problemFrom(error);
        if (problem.position !== undefined) problem.position += left;
      }
    }
    if (typed !== this.#typed) return;
    this.problem = problem;
    if (!problem) [this.latex, this.doubts] = [latex, doubts];
  }

  #enter(event: KeyboardEvent): void {
    // While Korean is being composed, Enter ends the syllable and not the answer.
    if (event.key === 'Enter' && !composes(event)) this.dispatchEvent(new Event('dh-enter'));
  }

  #error(): string {
    if (!this.problem) return '';
    if (this.variables.length === 0) return numberSentence(this.problem, this.value, this.label);
    return sentenceOf(this.problem, this.label);
  }

  render() {
    return html`<dh-expression-field
      .label=${this.label}
      .value=${this.value}
      .latex=${this.latex}
      .doubts=${this.doubts}
      .error=${this.#error()}
      .position=${this.problem?.position}
      @dh-input=${(event: CustomEvent<{ value: string }>) => this.#read(event.detail.value)}
      @keydown=${this.#enter}
    ></dh-expression-field>`;
  }
}
customElements.define('dh-answer-field', AnswerField);
