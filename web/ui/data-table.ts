import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { formatNumber } from '../plot/format.ts';
import { numberWords, say } from './strings.ts';
import { baseStyles } from './styles.ts';
import type { Column, Table } from './table.ts';

/** Rows kept on the page around the current one; the CSV file has them all. */
const WINDOW = 200;

/**
 * A scrolling table of numbers with a heading that stays and the current row marked. Choosing a row sends `dh-row` with its number.
 */
export class DataTable extends LitElement {
  static properties = { caption: {}, table: { attribute: false } };
  static styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      .scroll {
        height: 12rem;
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
      tbody tr {
        cursor: pointer;
      }
      tbody tr:hover td {
        background: var(--dh-grid);
      }
      tr[aria-selected='true'] td {
        background: var(--dh-panel);
        font-weight: 700;
        box-shadow:
          inset 0 1px var(--dh-line),
          inset 0 -1px var(--dh-line);
      }
      .left-out {
        color: var(--dh-ink-soft);
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

  get #first(): number {
    const { count, current = 0 } = this.table;
    return Math.max(0, Math.min(current - WINDOW / 2, count - WINDOW));
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

  // Scrolls the box alone: scrollIntoView would move the page under the reader.
  #reveal(): void {
    const box = this.renderRoot.querySelector<HTMLElement>('.scroll')!;
    const row = this.renderRoot.querySelector<HTMLElement>('tr[aria-selected=true]');
    if (!row) return;
    const heading = this.renderRoot.querySelector<HTMLElement>('thead')!.offsetHeight;
    const top = row.offsetTop - heading;
    const bottom = row.offsetTop + row.offsetHeight - box.clientHeight;
    if (box.scrollTop > top) box.scrollTop = top;
    else if (box.scrollTop < bottom) box.scrollTop = bottom;
  }

  #cell(column: Column, row: number) {
    const value = column.value(row);
    if (value === undefined) return nothing;
    return typeof value === 'string'
      ? value
      : formatNumber(value, { digits: column.digits ?? 5, words: numberWords() });
  }

  render() {
    const { columns, count, current } = this.table;
    const first = this.#first;
    const rows = Array.from({ length: Math.min(count, WINDOW) }, (_, index) => first + index);
    return html`<div
        class="scroll"
        tabindex="0"
        role="group"
        aria-label=${this.caption}
        @keydown=${(event: KeyboardEvent) => this.#key(event)}
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
            ${rows.map(
              (row) =>
                html`<tr
                  aria-rowindex=${row + 2}
                  aria-selected=${row === current ? 'true' : 'false'}
                  @click=${() => this.#choose(row)}
                >
                  ${columns.map((column) => html`<td>${this.#cell(column, row)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${count > rows.length ? html`<div class="left-out">${say('table-rows-left-out', { count, shown: rows.length })}</div>` : nothing}`;
  }
}
customElements.define('dh-data-table', DataTable);
