import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { placeBeside } from './placing.ts';
import { baseStyles, controlStyles } from './styles.ts';

/**
 * A button that opens a small panel above everything else; Escape and a click outside close it. The panel's content is slotted.
 */
export class Menu extends LitElement {
  static properties = { label: {}, icon: { attribute: false } };
  static styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: inline-block;
      }
      [popover] {
        position: fixed;
        inset: auto;
        margin: 0;
        width: max-content;
        max-width: min(22rem, calc(100vw - 1rem));
        padding: var(--space-2);
        border: 1px solid var(--dh-line);
        border-radius: var(--dh-radius);
        background: var(--dh-paper);
        color: var(--dh-ink);
        box-shadow: 0 4px 16px rgb(0 0 0 / 0.18);
      }
    `,
  ];
  declare label: string;
  declare icon: TemplateResult;

  close(): void {
    this.renderRoot.querySelector<HTMLElement>('[popover]')!.hidePopover();
  }

  /** What is slotted may come only when the panel has opened. */
  readonly #growth = new ResizeObserver(([{ target }]) => {
    const button = this.renderRoot.querySelector('button')!.getBoundingClientRect();
    placeBeside(target as HTMLElement, button, 'right');
  });

  #toggled(event: ToggleEvent): void {
    this.dispatchEvent(new ToggleEvent('dh-toggle', { newState: event.newState, oldState: event.oldState }));
    const panel = event.target as HTMLElement;
    if (event.newState !== 'open') {
      this.#growth.disconnect();
      return this.#giveBack();
    }
    this.#growth.observe(panel);
  }

  /** The focus goes back to the button, unless the reader has taken it elsewhere. The browser does not do so for what is slotted. */
  #giveBack(): void {
    const focused = (this.getRootNode() as ShadowRoot | Document).activeElement;
    const elsewhere = focused !== null && focused !== document.body && !this.contains(focused);
    if (!elsewhere) this.renderRoot.querySelector('button')!.focus({ preventScroll: true });
  }

  render() {
    return html`<button type="button" popovertarget="panel" aria-label=${this.label} title=${this.label}>
        ${this.icon}
      </button>
      <div id="panel" popover @toggle=${(event: ToggleEvent) => this.#toggled(event)}><slot></slot></div>`;
  }
}
customElements.define('dh-menu', Menu);
