/** The notice above a figure. */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import '../controls/notice.ts';

export class Notices {
  #host: ReactiveControllerHost & Element;
  #text = '';

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
  }

  /** Shows a sentence until the reader closes it or there is another. */
  tell(sentence: string): void {
    this.#text = sentence;
    this.#host.dispatchEvent(new CustomEvent('dh-notice', { bubbles: true, composed: true, detail: sentence }));
    this.#host.requestUpdate();
  }

  close(): void {
    this.#text = '';
    this.#host.requestUpdate();
  }

  content(): TemplateResult | typeof nothing {
    if (!this.#text) return nothing;
    return html`<dh-notice .text=${this.#text} @dh-close=${() => this.close()}></dh-notice>`;
  }
}
