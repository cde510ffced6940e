import { LitElement, css, html } from 'lit';
import type { PropertyValues } from 'lit';
import { baseStyles } from './styles.ts';

/** The shortest time in ms between two sentences read aloud. */
const PAUSE = 900;
const PAUSE_WHILE_PLAYING = 4000;

/**
 * The sentence that says what the figure shows. It is always on the page; screen readers hear it when it comes to rest, not at every
 * frame of a run.
 */
export class Status extends LitElement {
  static properties = { text: {}, busy: { type: Boolean } };
  static styles = [
    baseStyles,
    css`
      :host {
        display: block;
        font-size: var(--dh-size-body);
      }
      /* Room for the longest sentences, so that what is below stays in its place. */
      p {
        min-height: 4.5em;
      }
      @container (max-width: 29.99rem) {
        p {
          min-height: 6em;
        }
      }
      p {
        margin: 0;
      }
    `,
  ];
  declare text: string;
  declare busy: boolean;

  #spoken = '';
  #timer = 0;

  protected updated(changed: PropertyValues): void {
    if (!changed.has('text') && !changed.has('busy')) return;
    // What stands there when the page opens is read in its place; only changes are announced.
    if (this.#spoken === '') this.#speak();
    if (this.text === this.#spoken) return;
    if (this.#timer && this.busy) return;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#speak(), this.busy ? PAUSE_WHILE_PLAYING : PAUSE);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  #speak(): void {
    this.#timer = 0;
    this.#spoken = this.text;
    this.renderRoot.querySelector('[role=status]')!.textContent = this.text;
  }

  render() {
    // An equation does not break at its signs, nor f′(x) after the prime.
    const text = this.text.replace(/ ([=<>−+]) /g, '\u00a0$1\u00a0').replaceAll('′', '′\u2060');
    return html`<p aria-hidden="true">${text}</p>
      <div class="hidden-visually" role="status"></div>`;
  }
}
customElements.define('dh-status', Status);
