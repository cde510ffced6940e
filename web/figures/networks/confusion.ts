/** A confusion matrix as a table: the true class by rows, the predicted one by columns. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

export function confusionMatrix(of: {
  caption: string;
  /** What rows and columns are; may be empty. */
  corner: string;
  names: readonly (string | number)[];
  /** The `<td>` of those of one class that were taken for another. */
  cell(actual: number, predicted: number): TemplateResult;
  /** At the end of each row and column: what share of a class was found, and what share of those taken for it belongs to it. */
  shares?: { recall: string; precision: string; recallOf(index: number): unknown; precisionOf(index: number): unknown };
}): TemplateResult {
  const { caption, corner, names, cell, shares } = of;
  return html`<table class="confusion" data-part="confusion">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${corner ? html`<th scope="col">${corner}</th>` : html`<td></td>`}
        ${names.map((name) => html`<th scope="col">${name}</th>`)}
        ${shares ? html`<th scope="col">${shares.recall}</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${names.map(
        (name, row) =>
          html`<tr>
            <th scope="row">${name}</th>
            ${names.map((_, column) => cell(row, column))} ${shares ? html`<td>${shares.recallOf(row)}</td>` : nothing}
          </tr>`,
      )}
      ${
        shares
          ? html`<tr>
              <th scope="row">${shares.precision}</th>
              ${names.map((_, column) => html`<td>${shares.precisionOf(column)}</td>`)}
              <td></td>
            </tr>`
          : nothing
      }
    </tbody>
  </table>`;
}
