import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { formatNumber } from '../plot/format.ts';
import { numberWords } from '../language/strings.ts';
import { explainStyles, explained } from './explain.ts';
import { baseStyles } from './styles.ts';
import type { Column, Table } from './table.ts';

/** Rows made beyond those in sight, above and below, so that scrolling does not show gaps. */
const MARGIN = 12;

/**
 * A scrolling table of numbers with a heading that stays and the current row marked; of a long table only the rows in sight are made.
 * Choosing a row sends `dh-row` with its number.
 */
export class DataTable extends LitElement {
  static properties = { caption: {}, table: { attribute: false }, first: { state: true } };
  static styles = [
    baseStyles,
    explainStyles,
    css`
      :host {
        display: block;
      }
      .scroll {
        height: var(--table-height, 12rem);
        overflow: auto;
        border: 1px solid var(--dh-line);
        border-radius: var(--dh-radius);
      }
      table {
        width: 100%;
        border-collapse: separate;
        border-spacing: 0;
        text-align: end;
      }
      th {
        position: sticky;
        inset-block-start: 0;
        background: var(--dh-panel);
        border-block-end: 1px solid var(--dh-line);
        font-weight: 600;
      }
      th,
      td {
        padding: 0.15rem var(--space-2);
        white-space: nowrap;
        text-align: end;
      }
      .gap td {
        padding: 0;
        border: none;
      }
      tbody tr {
        cursor: pointer;
      }
      tbody tr:not(.gap):hover td {
        background: var(--dh-grid);
      }
      tr[aria-selected='true'] td {
        background: var(--dh-panel);
        font-weight: 700;
        box-shadow:
          inset 0 1px var(--dh-line),
          inset 0 -1px var(--dh-line);
      }
      @media print {
        .scroll {
          height: auto;
          overflow: visible;
        }
      }
    `,
  ];
  declare caption: string;
  declare table: Table;
  /** The first row in sight. */
  declare first: number;

  #rowHeight = 24;
  #rowsInSight = 12;

  constructor() {
    super();
    this.first = 0;
  }

  #choose(row: number): void {
    this.dispatchEvent(new CustomEvent('dh-row', { detail: Math.min(Math.max(row, 0), this.table.count - 1) }));
  }

  #key(event: KeyboardEvent): void {
    const { current = 0, count } = this.table;
    const row = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      Home: 0,
      End: count - 1,
      PageDown: current + 8,
      PageUp: current - 8,
    }[event.key];
    if (row === undefined) return;
    event.preventDefault();
    this.#choose(row);
  }

  protected updated(changed: PropertyValues<this>): void {
    const before = changed.get('table');
    if (changed.has('table') && before?.current !== this.table.current) this.#reveal();
  }

  get #box(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.scroll')!;
  }

  protected firstUpdated(): void {
    const row = this.renderRoot.querySelector<HTMLElement>('tbody tr:not(.gap)');
    if (row?.offsetHeight) this.#rowHeight = row.offsetHeight;
    this.#rowsInSight = Math.ceil(this.#box.clientHeight / this.#rowHeight) || this.#rowsInSight;
  }

  // Scrolls the box alone: scrollIntoView would move the page under the reader.
  #reveal(): void {
    const box = this.#box;
    const heading = this.renderRoot.querySelector<HTMLElement>('thead')!.offsetHeight;
    const top = (this.table.current ?? 0) * this.#rowHeight;
    const room = box.clientHeight - heading - this.#rowHeight;
    if (box.scrollTop > top) box.scrollTop = top;
    else if (box.scrollTop < top - room) box.scrollTop = top - room;
  }

  #cell(column: Column, row: number) {
    const value = column.value(row);
    if (value === undefined) return nothing;
    const text =
      typeof value === 'string' ? value : formatNumber(value, { digits: column.digits ?? 5, words: numberWords() });
    const explanation = column.explain?.(row);
    if (!explanation) return text;
    // The keyboard goes from the table to the numbers of the current row, where there is one, or else to all.
    const { current } = this.table;
    const reached = current === undefined || row === current ? 0 : -1;
    return html`<button type="button" tabindex=${reached} ${explained(explanation)}>${text}</button>`;
  }

  render() {
    const { columns, count, current } = this.table;
    const from = Math.max(0, Math.min(this.first, count - this.#rowsInSight) - MARGIN);
    const to = Math.min(count, from + this.#rowsInSight + 2 * MARGIN);
    const rows = Array.from({ length: to - from }, (_, index) => from + index);
    const gap = (rowsLeftOut: number) =>
      rowsLeftOut > 0
        ? html`<tr class="gap" role="presentation">
            <td style=${styleMap({ height: `${rowsLeftOut * this.#rowHeight}px` })}></td>
          </tr>`
        : nothing;
    return html`<div
      class="scroll"
      tabindex="0"
      role="group"
      aria-label=${this.caption}
      @keydown=${(event: KeyboardEvent) => this.#key(event)}
      @scroll=${() => (this.first = Math.floor(this.#box.scrollTop / this.#rowHeight))}
    >
      <table role="grid" aria-label=${this.caption} aria-rowcount=${count + 1}>
        <thead>
          <tr>
            ${columns.map(
              ({ label, colour }) =>
                html`<th scope="col" style=${styleMap({ color: colour ? `var(--dh-${colour})` : '' })}>${label}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${gap(from)}${rows.map(
            (row) =>
              html`<tr
                aria-rowindex=${row + 2}
                aria-selected=${row === current ? 'true' : 'false'}
                @click=${() => this.#choose(row)}
              >
                ${columns.map((column) => html`<td>${this.#cell(column, row)}</td>`)}
              </tr>`,
          )}${gap(count - to)}
        </tbody>
      </table>
    </div>`;
  }
}
customElements.define('dh-data-table', DataTable);
