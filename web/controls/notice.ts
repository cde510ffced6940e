import { LitElement, css, html, nothing } from 'lit';
import { icons } from './icons.ts';
import { say } from '../language/strings.ts';
import { baseStyles, controlStyles } from './styles.ts';

/** A sentence the reader should not miss, with a button that closes it (`dh-close`) and perhaps one to try again (`dh-again`). */
export class Notice extends LitElement {
  static properties = { text: {}, again: { type: Boolean } };
  static styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: flex;
        align-items: start;
        gap: var(--space-2);
        padding: var(--space-2) var(--space-3);
        margin-block-end: var(--space-2);
        border: 1px solid var(--dh-warning);
        border-inline-start-width: 4px;
        border-radius: var(--dh-radius);
        background: var(--dh-panel);
      }
      p {
        flex: 1;
        min-width: 0;
        margin: 0.25em 0;
        overflow-wrap: anywhere;
      }
      .close {
        border: none;
        background: none;
      }
    `,
  ];
  declare text: string;
  /** Whether to offer another try. */
  declare again: boolean;

  render() {
    const send = (name: string) => () => this.dispatchEvent(new Event(name));
    return html`<p role="alert">${this.text}</p>
      ${this.again ? html`<button type="button" @click=${send('dh-again')}>${say('try-again')}</button>` : nothing}
      <button class="close" type="button" aria-label=${say('close')} @click=${send('dh-close')}>
        ${icons.close}
      </button>`;
  }
}
customElements.define('dh-notice', Notice);
