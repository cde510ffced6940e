import { LitElement, css, html } from 'lit';
import type { PropertyValues } from 'lit';

/** KaTeX is large, so only a figure whose formula changes loads it, and once for the page. */
let typesetter: Promise<{ render: (latex: string, element: HTMLElement) => void; sheet: CSSStyleSheet }> | undefined;

function loadTypesetter() {
  typesetter ??= (async () => {
    const [{ default: katex }, { default: text }, { default: macros }] = await Promise.all([
      import('katex'),
      import('katex/dist/katex.min.css?inline'),
      import('../site/symbols.json'),
    ]);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    // Only \htmlClass is trusted: it is what colours a symbol.
    const trust = ({ command }: { command: string }) => command === '\\htmlClass';
    return {
      sheet,
      render: (latex, element) =>
        katex.render(latex, element, { throwOnError: false, strict: false, trust, macros: { ...macros } }),
    };
  })();
  return typesetter;
}

/** A formula that changes while the reader works; shows its plain text until the typesetter is there. */
export class Formula extends LitElement {
  static properties = { latex: {}, text: {} };
  static styles = css`
    :host {
      display: inline-block;
      max-width: 100%;
      overflow-x: auto;
      overflow-y: hidden;
      vertical-align: middle;
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

  protected updated(changed: PropertyValues): void {
    if (changed.has('latex') || changed.has('text')) void this.#typeset();
  }

  async #typeset(): Promise<void> {
    const target = this.renderRoot.querySelector<HTMLElement>('.formula')!;
    try {
      const { render, sheet } = await loadTypesetter();
      const root = this.renderRoot as ShadowRoot;
      if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
      render(this.latex, target);
    } catch {
      // The typesetter did not arrive, for instance offline: the plain text says the same, and the next change asks again.
      typesetter = undefined;
      target.textContent = this.text;
    }
  }

  render() {
    return html`<span class="formula"></span>`;
  }
}
customElements.define('dh-formula', Formula);
