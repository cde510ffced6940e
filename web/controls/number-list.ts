import { LitElement, css, html, nothing } from 'lit';
import { formatNumber } from '../plot/format.ts';
import { differs, roundTo } from '../fields/fields.ts';
import type { ListField, PointField } from '../fields/fields.ts';
import { icons } from './icons.ts';
import { labelWithSymbol } from './label.ts';
import { say } from '../language/strings.ts';
import { baseStyles, controlStyles } from './styles.ts';
import './number.ts';

/** The numbers of a list, to change, add to and take from; or the coordinates of a point. Sends `dh-input`. */
export class NumberList extends LitElement {
  static properties = {
    field: { attribute: false },
    label: {},
    value: { attribute: false, hasChanged: differs },
    error: {},
    suggestion: { type: Number },
    unreadable: { state: true },
  };
  static styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-2);
      }
      .item {
        display: flex;
        align-items: center;
      }
      dh-number {
        width: 5em;
      }
      .item button {
        border: none;
        background: none;
      }
      .swatch {
        flex: none;
        width: 1.4rem;
        height: 0;
        margin-inline-end: var(--space-1);
        border-block-start: 3px solid;
      }
    `,
  ];
  declare field: ListField | PointField;
  declare label: string;
  declare value: readonly number[];
  declare error: string;
  /** What the first number added to an empty list is. */
  declare suggestion: number | undefined;
  declare unreadable: string;

  #send(value: readonly number[]): void {
    this.dispatchEvent(new CustomEvent('dh-input', { detail: { value } }));
  }

  /** A new number beside the last one. */
  #next(): number {
    const { minimum, maximum } = this.field;
    const last = this.value.at(-1);
    const wish = last === undefined ? (this.suggestion ?? minimum) : roundTo(last * 2, 6);
    return Math.min(Math.max(wish, minimum), maximum);
  }

  render() {
    const list = this.field.kind === 'list' ? this.field : undefined;
    const error = this.unreadable || this.error;
    return html`<div role="group" aria-label=${this.label}>
      <div>${labelWithSymbol(this.label, this.field)}</div>
      <div class="row">
        ${this.value.map(
          (number, index) =>
            html`<span class="item">
              <dh-number
                .label=${`${this.label} ${index + 1}`}
                .value=${number}
                .invalid=${Boolean(error)}
                @dh-unreadable=${(event: CustomEvent<string>) => (this.unreadable = event.detail)}
                @dh-input=${(event: CustomEvent<{ value: number }>) => this.#send(this.value.with(index, event.detail.value))}
              ></dh-number>
              ${
                list
                  ? html`<button
                      type="button"
                      aria-label=${say('remove', { value: formatNumber(number) })}
                      title=${say('remove', { value: formatNumber(number) })}
                      @click=${() => this.#send(this.value.toSpliced(index, 1))}
                    >
                      ${icons.close}
                    </button>`
                  : nothing
              }
            </span>`,
        )}
        ${
          list && this.value.length < list.maximumLength
            ? html`<button type="button" @click=${() => this.#send([...this.value, this.#next()])}>
                ${icons.add}${say('add')}
              </button>`
            : nothing
        }
      </div>
      ${error ? html`<div class="error" role="alert">${error}</div>` : nothing}
    </div>`;
  }
}
customElements.define('dh-number-list', NumberList);
