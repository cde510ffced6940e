import { LitElement, css, html } from 'lit';
import { differs } from '../fields/fields.ts';
import { language } from '../language/language.ts';
import type { Language } from '../language/language.ts';
import { baseStyles, controlStyles } from './styles.ts';

export interface Option {
  id: string;
  label: string;
}

/** Entries of the core's catalog as options, in the reader's language. */
export const named = (entries: readonly { id: string; name: Record<Language, string> }[]): Option[] =>
  entries.map(({ id, name }) => ({ id, label: name[language()] }));

/** One of a few: buttons side by side up to four options, a list beyond that. Sends `dh-input`. */
export class Choice extends LitElement {
  static properties = { label: {}, value: {}, options: { attribute: false, hasChanged: differs } };
  static styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      fieldset {
        border: none;
        margin: 0;
        padding: 0;
        min-width: 0;
      }
      legend,
      .label {
        display: block;
        padding: 0;
        margin-block-end: var(--space-1);
      }
      .segments {
        display: flex;
        border: 1px solid var(--dh-line);
        border-radius: var(--dh-radius);
        overflow: hidden;
      }
      .segments label {
        flex: 1 1 auto;
        display: grid;
        place-items: center;
        min-height: var(--control-height);
        padding: 0 var(--space-2);
        color: var(--dh-accent);
        cursor: pointer;
        text-align: center;
      }
      .segments label + label {
        border-inline-start: 1px solid var(--dh-line);
      }
      .segments label:has(:checked) {
        background: var(--dh-accent);
        color: var(--dh-on-accent);
      }
      .segments:has(:focus-visible) {
        outline: 2px solid var(--dh-accent);
        outline-offset: 2px;
      }
      select {
        width: 100%;
      }
      @media (forced-colors: active) {
        .segments label:has(:checked) {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
      }
    `,
  ];
  declare label: string;
  declare value: string;
  declare options: readonly Option[];

  #choose(value: string): void {
    this.dispatchEvent(new CustomEvent('dh-input', { detail: { value } }));
  }

  render() {
    if (this.options.length > 4) {
      return html`<label class="label" for="select">${this.label}</label>
        <select id="select" @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}>
          ${this.options.map(({ id, label }) => html`<option value=${id} .selected=${id === this.value}>${label}</option>`)}
        </select>`;
    }
    return html`<fieldset>
      <legend>${this.label}</legend>
      <div class="segments">
        ${this.options.map(
          ({ id, label }) =>
            html`<label
              ><input
                class="hidden-visually"
                type="radio"
                name="choice"
                .checked=${id === this.value}
                @change=${() => this.#choose(id)}
              />${label}</label
            >`,
        )}
      </div>
    </fieldset>`;
  }
}
customElements.define('dh-choice', Choice);
