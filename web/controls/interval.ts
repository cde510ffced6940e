import { LitElement, css, html, nothing } from 'lit';
import { roundTo } from '../fields/fields.ts';
import { icons } from './icons.ts';
import { sentenceOf } from '../fields/problem.ts';
import { say } from '../language/strings.ts';
import { baseStyles, controlStyles } from './styles.ts';
import './number.ts';

/** The part of an axis that a plot shows: both ends as exact numbers, and buttons to zoom. Sends `dh-input` with `from` and `to`. */
export class Interval extends LitElement {
  static properties = {
    label: {},
    from: { type: Number },
    to: { type: Number },
    error: {},
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
        align-items: center;
        gap: var(--space-1);
      }
      dh-number {
        flex: 1 1 4em;
        max-width: 6em;
      }
    `,
  ];
  declare label: string;
  declare from: number;
  declare to: number;
  /** A sentence of the owner about the ends. */
  declare error: string;
  declare unreadable: string;

  #send(from: number, to: number): void {
    this.unreadable = from < to ? '' : sentenceOf({ code: 'empty-interval' }, this.label);
    if (from < to) this.dispatchEvent(new CustomEvent('dh-input', { detail: { from, to } }));
  }

  #zoom(factor: number): void {
    const centre = (this.from + this.to) / 2;
    const half = ((this.to - this.from) / 2) * factor;
    // Ends with three digits of the width read better than exact ones.
    const unit = 10 ** (Math.floor(Math.log10(half)) - 2);
    const neat = (value: number) => roundTo(Math.round(value / unit) * unit, 12);
    this.#send(neat(centre - half), neat(centre + half));
  }

  #end(label: string, value: number, change: (value: number) => void) {
    return html`<dh-number
      .label=${`${this.label}: ${label}`}
      .value=${value}
      .invalid=${Boolean(this.unreadable || this.error)}
      @dh-unreadable=${(event: CustomEvent<string>) => (this.unreadable = event.detail)}
      @dh-input=${(event: CustomEvent<{ value: number }>) => change(event.detail.value)}
    ></dh-number>`;
  }

  #button(label: string, icon: unknown, factor: number) {
    return html`<button type="button" aria-label=${label} title=${label} @click=${() => this.#zoom(factor)}>
      ${icon}
    </button>`;
  }

  render() {
    const error = this.unreadable || this.error;
    return html`<div role="group" aria-label=${this.label}>
      <div>${this.label}</div>
      <div class="row">
        ${this.#end(say('from'), this.from, (from) => this.#send(from, this.to))} –
        ${this.#end(say('to'), this.to, (to) => this.#send(this.from, to))}
        ${this.#button(say('zoom-out'), icons.zoomOut, 1.5)} ${this.#button(say('zoom-in'), icons.zoomIn, 1 / 1.5)}
      </div>
      ${error ? html`<div class="error" role="alert">${error}</div>` : nothing}
    </div>`;
  }
}
customElements.define('dh-interval', Interval);
