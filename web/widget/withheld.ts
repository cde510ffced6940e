/**
 * What a prediction holds back until the reader has guessed: named parts of the figure (`data-part`) are not drawn, not read aloud and not saved,
 * and keep their room. The page names them in the attribute `withheld`, so that nothing is seen before the prediction's own script has come.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const ATTRIBUTE = 'withheld';

export class Withheld implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #sheet: CSSStyleSheet | undefined;
  #observer: MutationObserver | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The names of the parts held back. */
  get #names(): string[] {
    return (this.#host.getAttribute(ATTRIBUTE) ?? '').split(' ').filter(Boolean);
  }

  /** Is a part held back? */
  has(part: string): boolean {
    return this.#names.includes(part);
  }

  /** Does the figure wait for a guess? Then its status tells nothing either. */
  get active(): boolean {
    return this.#names.length > 0;
  }

  hostConnected(): void {
    this.#apply();
    this.#observer = new MutationObserver(() => {
      this.#apply();
      this.#host.requestUpdate();
    });
    this.#observer.observe(this.#host, { attributes: true, attributeFilter: [ATTRIBUTE] });
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #apply(): void {
    const root = this.#host.shadowRoot;
    if (!root || (!this.#sheet && !this.#names.length)) return;
    if (!this.#sheet) root.adoptedStyleSheets.push((this.#sheet = new CSSStyleSheet()));
    const selector = this.#names.map((name) => `[data-part~="${CSS.escape(name)}"]`).join(',');
    // Handles set their own visibility inside; nothing of a part may stay.
    this.#sheet.replaceSync(selector && `:is(${selector}),:is(${selector}) * { visibility: hidden !important; }`);
  }
}
