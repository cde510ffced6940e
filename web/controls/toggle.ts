import { LitElement, css, html } from 'lit';
import { baseStyles } from './styles.ts';

/** On or off. Sends `dh-input`. */
export class Toggle extends LitElement {
  static properties = { label: {}, value: { type: Boolean } };
  static styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: var(--control-height);
        cursor: pointer;
      }
      input {
        width: 1.15rem;
        height: 1.15rem;
        margin: 0;
        accent-color: var(--dh-accent);
      }
    `,
  ];
  declare label: string;
  declare value: boolean;

  render() {
    return html`<label
      ><input
        type="checkbox"
        .checked=${this.value}
        @change=${(event: Event) =>
          this.dispatchEvent(
            new CustomEvent('dh-input', { detail: { value: (event.target as HTMLInputElement).checked } }),
          )}
      />${this.label}</label
    >`;
  }
}
customElements.define('dh-toggle', Toggle);
