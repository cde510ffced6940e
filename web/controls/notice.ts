import { LitElement, css, html } from 'lit';
import { icons } from './icons.ts';
import { say } from '../language/strings.ts';
import { baseStyles, controlStyles } from './styles.ts';

/** A sentence the reader should not miss, with a button that closes it (`dh-close`). */
export class Notice extends LitElement {
  static properties = { text: {} };
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
        margin: 0.25em 0;
      }
      button {
        border: none;
        background: none;
      }
    `,
  ];
  declare text: string;

  render() {
    return html`<p role="alert">${this.text}</p>
      <button type="button" aria-label=${say('close')} @click=${() => this.dispatchEvent(new Event('dh-close'))}>
        ${icons.close}
      </button>`;
  }
}
customElements.define('dh-notice', Notice);
