import { LitElement, css, html } from 'lit';
import type { PropertyValues } from 'lit';
import { live } from 'lit/directives/live.js';
import { getCore } from '../core/core.ts';
import { formatNumber } from '../plot/format.ts';
import { numberSentence, problemFrom } from '../fields/problem.ts';
import { baseStyles, controlStyles } from './styles.ts';

/**
 * A field for one exact number. It takes whatever the core reads as a number without variables (0.1, 1/3, 1e-2, sqrt(2)) and sends it as
 * `dh-input`, or what is wrong with the text as `dh-unreadable` (a sentence, empty when all is well). The text stays as typed while it means the
 * present value.
 */
export class NumberInput extends LitElement {
  static properties = {
    value: { type: Number },
    label: {},
    invalid: { type: Boolean },
    typed: { state: true },
  };
  static styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: inline-block;
      }
      input {
        width: 100%;
        text-align: end;
      }
    `,
  ];
  declare value: number;
  /** What the number is, for screen readers; the visible label belongs to the control around it. */
  declare label: string;
  declare invalid: boolean;
  declare typed: string | undefined;

  #typedValue = NaN;
  #asked = 0;

  async #read(text: string): Promise<void> {
    this.typed = text;
    const asked = ++this.#asked;
    try {
      const plain = text.trim() === '' ? NaN : Number(text.replace('\u2212', '-'));
      const value = Number.isNaN(plain) ? await (await getCore('calculus')).number(text) : plain;
      if (asked !== this.#asked) return;
      this.#typedValue = value;
      this.#complain('');
      this.dispatchEvent(new CustomEvent('dh-input', { detail: { value } }));
    } catch (error) {
      if (asked === this.#asked) this.#complain(numberSentence(problemFrom(error), text, this.label));
    }
  }

  /** Tell the control around the field what is wrong with the text; it has the room to show it. */
  #complain(sentence: string): void {
    this.dispatchEvent(new CustomEvent('dh-unreadable', { detail: sentence }));
  }

  #leave(): void {
    // A refused text stays, so that nothing typed is lost; a good one gives way to the usual form.
    if (!this.invalid && this.#typedValue !== this.value) this.typed = undefined;
  }

  protected willUpdate(changed: PropertyValues): void {
    const focused = this.hasUpdated && (this.renderRoot as ShadowRoot).activeElement !== null;
    if (!changed.has('value') || focused || this.#typedValue === this.value) return;
    this.typed = undefined;
    this.#complain('');
  }

  render() {
    return html`<input
      part="input"
      type="text"
      autocomplete="off"
      spellcheck="false"
      autocapitalize="off"
      aria-label=${this.label}
      aria-invalid=${this.invalid ? 'true' : 'false'}
      .value=${live(this.typed ?? formatNumber(this.value, { digits: 6 }))}
      @focus=${(event: FocusEvent) => this.#edit(event)}
      @input=${(event: InputEvent) => void this.#read((event.target as HTMLInputElement).value)}
      @blur=${() => this.#leave()}
    />`;
  }

  // The field shows six digits; who goes in to edit gets them all, in the form that can be typed.
  #edit(event: FocusEvent): void {
    if (this.typed === undefined) {
      this.typed = String(this.value);
      this.#typedValue = this.value;
    }
    const input = event.target as HTMLInputElement;
    void this.updateComplete.then(() => input.select());
  }
}
customElements.define('dh-number', NumberInput);
