/** The correct digits that each method of least squares reaches on data sets with certified results, computed in the page. */
import { css, html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { getCore } from '../../core/core.ts';
import { formatNumber } from '../../plot/format.ts';
import type { ReportOf } from '../../fields/facts.ts';
import type { Fields, StateOf } from '../../fields/fields.ts';
import { numberWords } from '../../language/strings.ts';
import type { Table } from '../../controls/table.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { Widget } from '../../widget/widget.ts';
import { METHODS, answersOf } from './digits.ts';
import type { Answer, Certified } from './digits.ts';
import type { facts } from './fields.ts';
import { fields as table } from './fields.ts';
import strings from './strings.json' with { type: 'json' };
import '../../controls/data-table.ts';

const sidecars = import.meta.glob<Certified>('../../../lessons/data/nist/*.yaml', { eager: true, import: 'default' });
const tables = import.meta.glob<string>('../../../lessons/data/nist/*.csv', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const DIFFICULTIES = ['lower', 'average', 'higher'];

interface CertifiedSet extends Certified {
  csv: string;
}

/** From easy to hard. */
const SETS: readonly CertifiedSet[] = Object.entries(sidecars)
  .map(([path, sidecar]) => ({ ...sidecar, csv: tables[path.replace('.yaml', '.csv')] }))
  .sort((one, other) => DIFFICULTIES.indexOf(one.difficulty) - DIFFICULTIES.indexOf(other.difficulty));

/** The names of the sets stand with the data. */
const fields = { ...table, set: { ...table.set, options: SETS.map(({ name }) => name) } } as const satisfies Fields;

type State = StateOf<typeof fields>;

const model = plan(fields)
  // Per set, in the order of SETS; of each the answers in the order of METHODS.
  .derive('answers', [], async () => {
    const core = await getCore('data', 'regression');
    return Promise.all(SETS.map((set) => answersOf(core, set, set.csv)));
  });

type Model = ModelOf<typeof model>;

const format = (value: number, digits: number): string => formatNumber(value, { digits, words: numberWords() });

/** A number as a subscript. */
const lowered = (number: number): string => String(number).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]);

export class CertifiedDigits extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    Widget.styles,
    css`
      /* The seven coefficients of Longley. */
      dh-data-table {
        --table-height: 12.5rem;
      }
      .scroll {
        overflow-x: auto;
        padding: var(--space-1);
      }
      .digits {
        width: 100%;
        border-collapse: separate;
        border-spacing: 2px;
        table-layout: fixed;
      }
      .digits caption {
        text-align: start;
        padding-block-end: var(--space-2);
        color: var(--dh-ink-soft);
      }
      .digits th {
        text-align: start;
        font-weight: 600;
        padding: var(--space-1);
      }
      .digits thead th {
        overflow-wrap: anywhere;
      }
      .digits thead th:first-child {
        width: 4.8rem;
      }
      .digits tbody th {
        font-weight: 400;
        white-space: nowrap;
      }
      .digits small {
        display: block;
        color: var(--dh-ink-soft);
      }
      .digits td {
        position: relative;
        padding: var(--space-1);
        text-align: end;
        cursor: pointer;
        background: linear-gradient(color-mix(in srgb, var(--dh-series-1) 28%, transparent) 0 0) 0 0 / var(--share) 100%
          no-repeat var(--dh-paper);
      }
      .digits td:hover,
      .digits td.chosen {
        outline: 2px solid var(--dh-accent);
        outline-offset: -2px;
      }
    `,
  ];

  protected readonly plan = model;

  // ---- Figure -----------------------------------------------------------------------------------------------------------------

  protected figure({ answers }: Model, state: State) {
    return html`<div class="scroll">
      <table class="digits">
        <caption>
          ${this.sentences('caption')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${this.sentences('set')}</th>
            ${METHODS.map((method) => html`<th scope="col">${this.sentences(`method-${method}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${SETS.map(
            (set, row) =>
              html`<tr>
                <th scope="row">${set.name}<small>${this.sentences(`difficulty-${set.difficulty}`)}</small></th>
                ${answers[row].map((answer, column) => this.#cell(answer, set.name, METHODS[column], state))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #cell({ fewest, digits }: Answer, set: string, method: string, state: State) {
    const share = styleMap({ '--share': `${((100 * fewest) / 15).toFixed(0)}%` });
    const chosen = state.set === set && state.method === method;
    return html`<td
      class=${chosen ? 'chosen' : ''}
      style=${share}
      @click=${() => void this.propose({ set, method: method as State['method'] })}
    >
      ${digits.length ? fewest.toFixed(1) : html`<abbr title=${this.sentences('refused')}>×</abbr>`}
    </td>`;
  }

  protected controls() {
    return html`${this.control('set')}
    ${this.control('method', { labels: METHODS.map((method) => this.sentences(`method-${method}`)) })}`;
  }

  protected details(model: Model, state: State) {
    const { row, answer } = this.#chosen(model, state);
    if (!answer.digits.length) return html`<p>${this.sentences('refused')}</p>`;
    const table: Table = {
      columns: [
        {
          label: this.sentences('coefficient'),
          value: (index) => `β${lowered(index + (SETS[row].intercept ? 0 : 1))}`,
        },
        // Second, so that a phone shows it beside the coefficient.
        { label: this.sentences('digits'), value: (index) => answer.digits[index].toFixed(1) },
        { label: this.sentences('certified'), value: (index) => format(SETS[row].certified[index], 15) },
        { label: this.sentences('computed'), value: (index) => format(answer.coefficients[index], 15) },
      ],
      count: answer.digits.length,
    };
    const caption = this.sentences('coefficients-of', {
      set: state.set,
      method: this.sentences(`method-${state.method}`),
    });
    return html`<dh-data-table .caption=${caption} .table=${table}></dh-data-table>`;
  }

  #chosen({ answers }: Model, { set, method }: State): { row: number; answer: Answer } {
    const row = SETS.findIndex(({ name }) => name === set);
    return { row, answer: answers[row][METHODS.indexOf(method as (typeof METHODS)[number])] };
  }

  // ---- Words ----------------------------------------------------------------------------------------------------------------------

  /** The worst that each method does, over all sets. */
  #worst({ answers }: Model): { set: string; fewest: number; refused: boolean }[] {
    return METHODS.map((_, column) => {
      const row = answers.reduce(
        (worst, row, at) => (row[column].fewest < answers[worst][column].fewest ? at : worst),
        0,
      );
      const { fewest, digits } = answers[row][column];
      return { set: SETS[row].name, fewest, refused: !digits.length };
    });
  }

  protected sentence(model: Model): string {
    const worst = this.#worst(model);
    const best = worst.reduce((leader, { fewest }, index) => (fewest > worst[leader].fewest ? index : leader), 0);
    const normal = METHODS.indexOf('normal-equations');
    const praise = this.sentences('verdict', {
      best: this.sentences(`method-${METHODS[best]}`),
      digits: worst[best].fewest.toFixed(0),
      hardest: worst[best].set,
    });
    const { set: lost, fewest, refused } = worst[normal];
    const blame = this.sentences(refused ? 'worst-refused' : 'worst', {
      worst: this.sentences(`method-${METHODS[normal]}`),
      lost,
      left: fewest.toFixed(0),
    });
    return `${praise} ${blame}`;
  }

  protected table({ answers }: Model): Table {
    return {
      columns: [
        { label: 'set', value: (row) => SETS[row].name },
        ...METHODS.map((method, column) => ({
          label: method,
          value: (row: number) => (answers[row][column].digits.length ? answers[row][column].fewest : undefined),
        })),
      ],
      count: SETS.length,
    };
  }

  protected facts({ answers }: Model): ReportOf<typeof facts> {
    const fewest = (row: readonly Answer[]) =>
      Object.fromEntries(METHODS.map((method, index) => [method, row[index].fewest]));
    return { digits: Object.fromEntries(SETS.map(({ name }, row) => [name, fewest(answers[row])])) };
  }
}
customElements.define('dh-certified-digits', CertifiedDigits);
