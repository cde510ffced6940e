/** Builds a figure in several tasks, top down, so that the page answers the reader meanwhile. */
import { nothing, type ReactiveControllerHost } from 'lit';

/** What stands from the first task on, and what each further one adds. */
const ORDER = ['figure', 'plot', 'toolbar', 'controls', 'details'] as const;

type Part = (typeof ORDER)[number];

export class Parts {
  #host: ReactiveControllerHost;
  #count = 1;
  #building: Promise<void> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  has(part: Part): boolean {
    return ORDER.indexOf(part) < this.#count;
  }

  /** What a part holds, once it is due. */
  show(part: Part, content: () => unknown): unknown {
    return this.has(part) ? content() : nothing;
  }

  /** Begin to add the rest; resolves when all stands. */
  build(): Promise<void> {
    this.#building ??= (async () => {
      while (this.#count < ORDER.length) {
        await new Promise((resolve) => setTimeout(resolve));
        this.#count++;
        this.#host.requestUpdate();
        await this.#host.updateComplete;
      }
    })();
    return this.#building;
  }
}
