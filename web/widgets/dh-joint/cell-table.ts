/** The cells of a table as numbers to edit, as they stand on the map: the largest value of Y on top; sums at the rims. */
import { html } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import type { Here, Shown } from './model.ts';
import '../../controls/number.ts';

export interface CellTableOptions {
  say: Say;
  set(cell: number, value: number): void;
  complain(sentence: string): void;
}

export function cellTable({ x, y, grid }: Shown, here: Here, { say, set, complain }: CellTableOptions) {
  const columns = Array.from(x.places.keys());
  const rows = Array.from(y.places.keys()).reverse();
  const cell = (row: number, column: number) => {
    const index = row * columns.length + column;
    return html`<td class=${classMap({ chosen: row === here.row && column === here.column })}>
      <dh-number
        .label=${`P(X = ${column}, Y = ${row})`}
        .value=${grid[index]}
        @dh-input=${({ detail }: CustomEvent<{ value: number }>) => set(index, detail.value)}
        @dh-unreadable=${({ detail }: CustomEvent<string>) => complain(detail)}
      ></dh-number>
    </td>`;
  };
  return html`<div class="cells" tabindex="0" role="group" aria-label=${say('cells')}>
    <table>
      <caption>
        ${say('cells')}
      </caption>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">Y = ${row}</th>
              ${columns.map((column) => cell(row, column))}
              <td class="sum" data-part="marginal-y">${format(y.marginal[row], 3)}</td>
            </tr>`,
        )}
        <tr>
          <td></td>
          ${columns.map((column) => html`<td class="sum" data-part="marginal-x">${format(x.marginal[column], 3)}</td>`)}
          <td class="sum">1</td>
        </tr>
        <tr>
          <td></td>
          ${columns.map((column) => html`<th scope="col">X = ${column}</th>`)}
          <td></td>
        </tr>
      </tbody>
    </table>
  </div>`;
}
