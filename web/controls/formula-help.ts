/** The rules of typed formulas, each with examples as the core reads them. Fetched when a reader opens the sheet. */
import { LitElement, css, html } from 'lit';
import { getCore } from '../core/core.ts';
import help from './formula-help.json' with { type: 'json' };
import { language } from '../language/language.ts';
import { baseStyles } from './styles.ts';
import './formula.ts';

type Rule = keyof typeof help.examples;

const RULES = Object.keys(help.examples) as Rule[];
/** Names that examples may use. */
const VARIABLES = ['x', 'y'];

export class FormulaHelp extends LitElement {
  static properties = { latex: { state: true } };
  static styles = [
    baseStyles,
    css`
      :host {
        display: block;
        max-height: min(32rem, 75vh);
        overflow-y: auto;
        padding-inline-end: var(--space-2);
      }
      h2 {
        margin: 0 0 var(--space-2);
        font-size: 1em;
      }
      p {
        margin: var(--space-3) 0 var(--space-1);
      }
      table {
        border-collapse: collapse;
      }
      td {
        padding: 0.1rem var(--space-4) 0.1rem 0;
        vertical-align: middle;
      }
      code {
        font-family: var(--dh-mono);
      }
    `,
  ];
  /** What the core makes of each example; empty until it has said so, or where it cannot be reached. */
  declare private latex: ReadonlyMap<string, string>;

  constructor() {
    super();
    this.latex = new Map();
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.tabIndex = 0; // to be scrolled by keys
    this.setAttribute('role', 'region');
    this.setAttribute('aria-label', help[language()].title);
    this.#read().catch((error: unknown) => console.error(error));
  }

  async #read(): Promise<void> {
    const core = await getCore('calculus');
    const entries = RULES.flatMap((rule) => help.examples[rule]).map(async (typed) => {
      const expression = await core.expression(typed, VARIABLES);
      const latex = await expression.latex;
      void expression.free();
      return [typed, latex] as const;
    });
    this.latex = new Map(await Promise.all(entries));
  }

  render() {
    const words = help[language()];
    return html`<h2>${words.title}</h2>
      ${RULES.map(
        (rule) =>
          html`<p>${words[rule]}</p>
            <table>
              <thead class="hidden-visually">
                <tr>
                  <th scope="col">${words.typed}</th>
                  <th scope="col">${words.read}</th>
                </tr>
              </thead>
              <tbody>
                ${help.examples[rule].map(
                  (typed) =>
                    html`<tr>
                      <td><code>${typed}</code></td>
                      <td><dh-formula .latex=${this.latex.get(typed) ?? ''} .text=${typed}></dh-formula></td>
                    </tr>`,
                )}
              </tbody>
            </table>`,
      )}
      <p>${words.names}: <code>${help.names}</code></p>`;
  }
}
customElements.define('dh-formula-help', FormulaHelp);
