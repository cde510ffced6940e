/** The notice above a figure. */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import '../controls/notice.ts';

export class Notices {
  #host: ReactiveControllerHost & Element;
  #text = '';
  #again: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
  }

  /** Shows a sentence until the reader closes it or there is another. `again` is what to do when the reader wants it tried again. */
  tell(sentence: string, again?: () => void): void {
    this.#text = sentence;
    this.#again = again;
    this.#host.dispatchEvent(new CustomEvent('dh-notice', { bubbles: true, composed: true, detail: sentence }));
    this.#host.requestUpdate();
  }

  close(): void {
    this.#text = '';
    this.#host.requestUpdate();
    // The button that had the focus goes with the notice.
    this.#host.shadowRoot?.querySelector<HTMLElement>('.figure')?.focus({ preventScroll: true });
  }

  content(): TemplateResult | typeof nothing {
    if (!this.#text) return nothing;
    const tryAgain = () => {
      this.close();
      this.#again?.();
    };
    return html`<dh-notice
      .text=${this.#text}
      .again=${this.#again !== undefined}
      @dh-close=${() => this.close()}
      @dh-again=${tryAgain}
    ></dh-notice>`;
  }
}
