import { LitElement, css, html, nothing } from 'lit';
import { icons } from './icons.ts';
import { placeBeside } from './placing.ts';
import { baseStyles, controlStyles, floating } from './styles.ts';
import { say } from '../language/strings.ts';
import './formula.ts';

/** Where a number comes from. */
export interface Explanation {
  /** What it is: `x₃ = 1.4`. */
  title: string;
  /** Its formula with the numbers put in, in LaTeX. */
  latex?: string;
  /** The same in words. */
  text?: string;
}

/**
 * The panel that explains a number, the only one of its page. It stands beside the number, takes the focus and gives it back; Escape, the
 * button, Tab and a click elsewhere close it.
 */
export class ExplanationPanel extends LitElement {
  static properties = { content: { state: true } };
  static styles = [
    baseStyles,
    controlStyles,
    css`
      [popover] {
        ${floating}
      }
      .head {
        display: flex;
        align-items: center;
        gap: var(--space-3);
      }
      #title {
        flex: 1;
        margin: 0;
        font-weight: 600;
      }
      button {
        border: none;
        background: none;
        margin-inline-end: calc(-1 * var(--space-2));
      }
      p {
        margin: var(--space-2) 0 0;
      }
    `,
  ];
  declare content: Explanation | undefined;

  #target: Element | undefined;
  readonly #resizing = new ResizeObserver(() => this.#place());
  readonly #follow = (): void => this.#place();

  get #panel(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('[popover]')!;
  }

  /** What it explains at present. */
  get target(): Element | undefined {
    return this.#target;
  }

  async open(target: Element, content: Explanation): Promise<void> {
    this.close();
    this.content = content;
    await this.updateComplete;
    this.#target = target;
    target.setAttribute('aria-expanded', 'true');
    // Reached by keyboard it may still be on its way into view.
    target.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    this.#panel.showPopover();
    this.#place();
    this.#resizing.observe(this.#panel);
    for (const type of ['scroll', 'resize']) addEventListener(type, this.#follow, { capture: true, passive: true });
    this.#panel.focus({ preventScroll: true });
  }

  close(): void {
    if (this.#target) this.#panel.hidePopover();
  }

  #place(): void {
    if (!this.#target) return;
    const box = this.#target.getBoundingClientRect();
    const gone = !this.#target.isConnected || box.bottom < 0 || box.top > innerHeight;
    if (gone) this.close();
    else placeBeside(this.#panel, box, 'middle');
  }

  #closed(event: ToggleEvent): void {
    if (event.newState !== 'closed' || !this.#target) return;
    const target = this.#target;
    this.#target = undefined;
    this.#resizing.disconnect();
    for (const type of ['scroll', 'resize']) removeEventListener(type, this.#follow, { capture: true });
    target.setAttribute('aria-expanded', 'false');
    // A click that closed it has moved the focus to where it went, if that can have it.
    const lost = document.activeElement === document.body || document.activeElement === this;
    if (lost) (target as HTMLElement | SVGElement).focus({ preventScroll: true });
  }

  // The reader goes on from the number, not from the end of the page, where the panel is.
  #key(event: KeyboardEvent): void {
    if (event.key !== 'Tab') return;
    if (event.target === this.#panel && !event.shiftKey) return;
    const target = this.#target as HTMLElement | SVGElement | undefined;
    target?.focus({ preventScroll: true });
    this.close();
  }

  render() {
    const { title, latex, text } = this.content ?? { title: '' };
    return html`<div
      popover
      role="dialog"
      tabindex="-1"
      aria-labelledby="title"
      @beforetoggle=${(event: ToggleEvent) => this.#closed(event)}
      @keydown=${(event: KeyboardEvent) => this.#key(event)}
    >
      <div class="head">
        <p id="title">${title}</p>
        <button type="button" aria-label=${say('close')} @click=${() => this.close()}>${icons.close}</button>
      </div>
      ${latex ? html`<dh-formula .latex=${latex} .text=${''} .eager=${true}></dh-formula>` : nothing}
      ${text ? html`<p>${text}</p>` : nothing}
    </div>`;
  }
}
customElements.define('dh-explanation', ExplanationPanel);

let panel: ExplanationPanel | undefined;

/** The panel of the page, made when it is first asked for. */
export function explanationPanel(): ExplanationPanel {
  panel ??= document.body.appendChild(new ExplanationPanel());
  return panel;
}
