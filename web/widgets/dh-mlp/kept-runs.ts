/** Runs that the reader keeps, to compare the network that learns with. */
import { css, html } from 'lit';
import type { TrainingHistory } from '../../core/training/types.ts';
import { seriesStyle } from '../../plot/inks.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import type { KeptRun } from './loss-plot.ts';

export const keptStyles = css`
  .kept {
    border-collapse: separate;
    border-spacing: 2px;
  }
  .kept caption {
    text-align: start;
  }
  .kept :is(th, td) {
    padding: var(--space-1) var(--space-2);
    text-align: end;
    font-weight: 400;
    white-space: nowrap;
  }
  .kept tbody th {
    text-align: start;
  }
  .kept button.plain {
    border: none;
    background: none;
    padding: 0;
  }
  .swatch {
    display: inline-block;
    width: 1.2em;
    height: 0.2em;
    vertical-align: middle;
  }
`;

/** Time of an epoch in ms; NaN before there was one. */
export const epochTime = ({ epochs, milliseconds }: TrainingHistory): number =>
  (milliseconds.at(-1) ?? NaN) / (epochs.at(-1) || NaN);

/** The runs with what they came to, and a button that takes each away. */
export function keptTable(of: {
  say: Say;
  runs: readonly KeptRun[];
  /** Sets the figure as it was. */
  show(run: KeptRun): void;
  drop(run: KeptRun): void;
}): unknown {
  const { say, runs } = of;
  const cell = (value: number | undefined) => html`<td>${format(value ?? NaN)}</td>`;
  return html`<div class="scroll">
    <table class="kept" data-part="kept">
      <caption>
        ${say('kept')}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${['epochs', 'training', 'test', 'epoch-time'].map((key) => html`<th scope="col">${say(`kept-${key}`)}</th>`)}
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${runs.map(
          (run, index) =>
            html`<tr>
              <th scope="row">
                <span class="swatch" style=${`background: var(--dh-${seriesStyle(index + 2).ink})`}></span>
                <button type="button" class="plain" @click=${() => of.show(run)}>${run.name}</button>
              </th>
              ${cell(run.history.epochs.at(-1))} ${cell(run.history.training.at(-1))} ${cell(run.history.test.at(-1))}
              ${cell(epochTime(run.history))}
              <td><button type="button" @click=${() => of.drop(run)}>${say('kept-drop')}</button></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
