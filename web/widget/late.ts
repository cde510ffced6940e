/** A part of a figure that is not seen at first: its code and its styles come when it is first asked for. */
import type { CSSResult, LitElement } from 'lit';

interface Styled {
  readonly styles: readonly CSSResult[];
}

export class Late<Part extends Styled> {
  readonly #host: LitElement;
  readonly #load: () => Promise<Part>;
  #part: Part | undefined;
  #arriving: Promise<void> | undefined;

  /** `load` is called once, and again after it has failed. */
  constructor(host: LitElement, load: () => Promise<Part>) {
    this.#host = host;
    this.#load = load;
  }

  /** The part, if it is there; nothing is asked for. */
  get present(): Part | undefined {
    return this.#part;
  }

  /** The same, but asked for: the host is shown anew when it is there. */
  get wanted(): Part | undefined {
    void this.arrive();
    return this.#part;
  }

  /** Resolves when it is there, or did not come. */
  arrive(): Promise<void> {
    this.#arriving ??= this.#load().then(
      (part) => {
        this.#part = part;
        const root = this.#host.renderRoot as ShadowRoot;
        root.adoptedStyleSheets.push(...part.styles.map(({ styleSheet }) => styleSheet!));
        this.#host.requestUpdate();
      },
      (error: unknown) => {
        this.#arriving = undefined;
        console.error('A part of the figure could not be loaded.', error);
      },
    );
    return this.#arriving;
  }
}
