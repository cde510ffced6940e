import { LitElement, css, html } from 'lit';
import type { PropertyValues } from 'lit';
import { superscript } from '../plot/format.ts';
import { firstTouch } from './first-touch.ts';

/** KaTeX is large, so only a figure whose formula changes loads it, and once for the page. */
let typesetter: Promise<{ render: (latex: string, element: HTMLElement) => void; sheet: CSSStyleSheet }> | undefined;

/** How the core marks the piece of a formula that is being worked on; the outer braces keep the space around signs beside it. */
const PIECE = { '\\piece': '{\\htmlClass{piece}{#1}}' };

function loadTypesetter() {
  typesetter ??= (async () => {
    const [{ default: katex }, { default: text }, { default: macros }] = await Promise.all([
      import('katex'),
      import('katex/dist/katex.min.css?inline'),
      import('../language/symbols.json'),
    ]);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    // Only \htmlClass is trusted: it is what colours a symbol.
    const trust = ({ command }: { command: string }) => command === '\\htmlClass';
    return {
      sheet,
      render: (latex, element) =>
        katex.render(latex, element, { throwOnError: false, strict: false, trust, macros: { ...macros, ...PIECE } }),
    };
  })();
  return typesetter;
}

/** A longer formula would hold up the page for longer than a blink, and nobody reads it: it stays text. */
const LONGEST = 1500;

/** How long formulas are set without a break, in ms. */
const SLICE = 10;
let queue = Promise.resolve();
let began = -Infinity;

/** Wait for one's turn: formulas are set one after the other, and in between the page answers the reader. */
function turn(): Promise<void> {
  queue = queue.then(async () => {
    if (performance.now() - began < SLICE) return;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  });
  return queue;
}

/** Resolves when a figure whose matter is a formula wants it set. */
let want: () => void;
const wanted = new Promise<void>((resolve) => (want = resolve));

/** A typed expression as near to print as text comes: x^2-3*x → x²−3·x. */
export function plainMath(text: string): string {
  const raised = text.replace(/\^(-?\d+)(?![\d.])/g, (_, exponent: string) => superscript(Number(exponent)));
  return raised.replaceAll('*', '·').replaceAll('-', '\u2212');
}

/**
 * A formula that changes while the reader works. The typesetter is fetched once the reader does something; until then its plain text stands
 * there, so that a page that is only read stays light. A figure whose matter is the formula asks for it at once: `eager`.
 */
export class Formula extends LitElement {
  static properties = { latex: {}, text: {}, eager: { type: Boolean } };
  static styles = css`
    :host {
      display: inline-block;
      max-width: 100%;
      overflow-x: auto;
      overflow-y: hidden;
      vertical-align: middle;
    }
    .piece {
      background: color-mix(in srgb, var(--dh-warning) 22%, transparent);
      border-radius: 3px;
      box-shadow: 0 0 0 2px color-mix(in srgb, var(--dh-warning) 22%, transparent);
    }
    .sym-x {
      color: var(--dh-x);
    }
    .sym-f {
      color: var(--dh-f);
    }
    .sym-gradient {
      color: var(--dh-gradient);
    }
    .sym-step {
      color: var(--dh-step);
    }
    .sym-rate {
      color: var(--dh-rate);
    }
    .sym-data {
      color: var(--dh-data);
    }
    .sym-prediction {
      color: var(--dh-prediction);
    }
  `;
  /** The formula in LaTeX, macros of `symbols.json` included. */
  declare latex: string;
  /** The same in plain text. */
  declare text: string;
  declare eager: boolean;

  /** Whether a typeset formula stands there, rather than text. */
  #set = false;

  get #target(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.formula')!;
  }

  protected updated(changed: PropertyValues): void {
    if (changed.has('latex') || changed.has('text')) void this.#typeset();
  }

  async #typeset(): Promise<void> {
    const { latex } = this;
    const short = latex.length <= LONGEST;
    if (!this.#set || !short) this.#spell();
    if (!short) return;
    try {
      if (this.eager) want();
      await Promise.race([wanted, firstTouch]);
      const { render, sheet } = await loadTypesetter();
      const root = this.renderRoot as ShadowRoot;
      if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
      await turn();
      if (latex !== this.latex) return;
      render(latex, this.#target);
      this.#set = true;
    } catch {
      // The typesetter did not arrive, for instance offline: the plain text says the same, and the next change asks again.
      typesetter = undefined;
      this.#spell();
    }
  }

  #spell(): void {
    this.#target.textContent = plainMath(this.text);
    this.#set = false;
  }

  render() {
    return html`<span class="formula"></span>`;
  }
}
customElements.define('dh-formula', Formula);
