/** Builds a figure in several tasks, top down, so that the page answers the reader meanwhile. */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { firstTouch, touched } from '../controls/first-touch.ts';
import { say } from '../language/strings.ts';
import '../controls/status.ts';
import { Withheld } from './withheld.ts';

/** What stands from the first task on, and what each further one adds. */
const ORDER = ['figure', 'plot', 'toolbar', 'controls', 'details'] as const;

type Part = (typeof ORDER)[number];

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Resolves when a place comes into view. */
function seen(place: Element): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(place);
  });
}

export class Parts {
  /** What of all this waits for the reader's guess. */
  readonly withheld: Withheld;
  #host: ReactiveControllerHost;
  #count = 1;
  #begun = false;
  #waiting = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.withheld = new Withheld(host);
  }

  has(part: Part): boolean {
    return ORDER.indexOf(part) < this.#count;
  }

  /** What a part holds, once it is due. */
  show(part: Part, content: () => unknown): unknown {
    return this.has(part) ? content() : nothing;
  }

  /** The place of a part and, once it is due, what it holds; an empty place is there to be seen only while its part is to come. */
  place(part: Part, content: () => unknown): TemplateResult {
    const name = part === 'details' ? 'table' : part;
    return html`<div data-part=${name} class=${this.has(part) ? part : `${part} due`}>
      ${this.show(part, content)}
    </div>`;
  }

  /** The sentence on what the figure shows, or that it waits for a guess. */
  status(sentence: string, busy: boolean): TemplateResult {
    const text = this.withheld.active ? say('withheld') : sentence;
    return html`<dh-status class="status" .text=${text} .busy=${busy}></dh-status>`;
  }

  /** Begin to add the rest: the plot at once, each part below it when its place is seen or the reader does something. */
  async begin(placeOf: (part: Part) => Element): Promise<void> {
    if (this.#begun) return;
    this.#begun = true;
    while (this.#count < ORDER.length) {
      const next = ORDER[this.#count];
      if (next !== 'plot' && !touched) {
        this.#waiting = true;
        await Promise.race([firstTouch, seen(placeOf(next))]);
        this.#waiting = false;
      }
      await pause();
      this.#count++;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
    }
  }

  /** Resolves when all parts stand that are due. */
  async settled(): Promise<void> {
    while (this.#begun && !this.#waiting && this.#count < ORDER.length) await pause();
  }
}
