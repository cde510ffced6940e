/** The lanes as tables: what they are to do, to be changed, and what they have done. */
import { css, html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { formatInteger } from '../../plot/format.ts';
import { markerPath } from '../../plot/inks.ts';
import { looks } from './drawing.ts';
import { LANES } from './race.ts';
import { gapOf } from './running.ts';
import type { Running } from './running.ts';
import { batchName, format } from './words.ts';
import type { Say } from './words.ts';
import '../../controls/number.ts';

export const laneStyles = css`
  .lanes,
  .tally {
    border-collapse: collapse;
    width: 100%;
  }
  .lanes caption,
  .tally caption {
    text-align: start;
    padding-block-end: var(--space-1);
  }
  .lanes th,
  .lanes td {
    padding: 0 var(--space-2) var(--space-1) 0;
    text-align: start;
    font-weight: 400;
    white-space: nowrap;
  }
  .lanes dh-number {
    width: 100%;
  }
  .tally {
    margin-block: var(--space-3);
    font-variant-numeric: tabular-nums;
  }
  .tally th,
  .tally td {
    padding: 0.2rem var(--space-2);
    border-block-end: 1px solid var(--dh-line);
    text-align: end;
    font-weight: 400;
  }
  .tally thead th {
    white-space: nowrap;
  }
  .tally th:first-child {
    text-align: start;
    padding-inline-start: 0;
  }
  .marker {
    width: 0.9em;
    height: 0.9em;
    vertical-align: -0.1em;
  }
`;

const marker = (lane: number): TemplateResult =>
  html`<svg class="marker" viewBox="-7 -7 14 14" aria-hidden="true">
    ${svg`<path d=${markerPath(looks[lane].marker, 0, 0, 5)} fill=${`var(--dh-${looks[lane].ink})`} />`}
  </svg>`;

/** Batch size and learning rate of each lane. */
export function laneTable(of: {
  say: Say;
  batches: readonly number[];
  rates: readonly number[];
  /** The largest batch there can be. */
  most: number;
  error: string;
  unreadable(sentence: string): void;
  change(patch: { batches?: readonly number[]; rates?: readonly number[] }): void;
}): TemplateResult {
  const { say, batches, rates, most } = of;
  const row = (lane: number) =>
    html`<tr>
      <th scope="row">${marker(lane)} ${lane + 1}</th>
      <td>
        <dh-number
          .label=${say('lane-batch', { number: lane + 1 })}
          .value=${batches[lane]}
          .invalid=${Boolean(of.error)}
          @dh-unreadable=${({ detail }: CustomEvent<string>) => of.unreadable(detail)}
          @dh-input=${({ detail: { value } }: CustomEvent<{ value: number }>) =>
            of.change({ batches: batches.with(lane, value === most ? 0 : value) })}
        ></dh-number>
      </td>
      <td>
        <dh-number
          .label=${say('lane-rate', { number: lane + 1 })}
          .value=${rates[lane]}
          .invalid=${Boolean(of.error)}
          @dh-unreadable=${({ detail }: CustomEvent<string>) => of.unreadable(detail)}
          @dh-input=${({ detail: { value } }: CustomEvent<{ value: number }>) =>
            of.change({ rates: rates.with(lane, value) })}
        ></dh-number>
      </td>
    </tr>`;
  return html`<div>
    <table class="lanes">
      <caption>
        ${say('lanes')}
      </caption>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${say('batches')} <var>b</var></th>
          <th scope="col">${say('rates')} <var class="rate">η</var></th>
        </tr>
      </thead>
      <tbody>
        ${Array.from({ length: LANES }, (_, lane) => row(lane))}
      </tbody>
    </table>
    ${of.error ? html`<div class="error" role="alert">${of.error}</div>` : nothing}
  </div>`;
}

/** What each lane has done so far. */
export function tally(say: Say, running: Running): TemplateResult {
  const { race, multiplications, costs, posed } = running;
  const { samples } = posed.facts;
  const rows: [key: string, value: (lane: number) => string][] = [
    ['updates', (lane) => formatInteger(updates(lane))],
    ['samples', (lane) => formatInteger(race.lanes[lane].samples[race.lanes[lane].row])],
    ['epochs', (lane) => format(race.lanes[lane].samples[race.lanes[lane].row] / samples)],
    ['cost', (lane) => formatInteger(multiplications[lane].residualFirst)],
    ['gram-cost', (lane) => formatInteger(multiplications[lane].productFirst)],
    ['multiplications', (lane) => formatInteger(updates(lane) * multiplications[lane].residualFirst)],
    ['microseconds', (lane) => format(1000 * costs[lane])],
    ['milliseconds', (lane) => format(updates(lane) * costs[lane])],
    ['gap', (lane) => gap(lane)],
  ];
  function updates(lane: number): number {
    return race.lanes[lane].steps[race.lanes[lane].row];
  }
  function gap(lane: number): string {
    const { losses, row, diverged } = race.lanes[lane];
    return diverged ? say('diverged') : format(gapOf(running, losses[row]));
  }
  const lanes = Array.from({ length: LANES }, (_, lane) => lane);
  return html`<table class="tally" data-part="tally">
    <caption>
      ${say('tally')}
    </caption>
    <thead>
      <tr>
        <td></td>
        ${lanes.map((lane) => html`<th scope="col">${marker(lane)} ${batchName(say, race.lanes[lane].batch, running)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([key, value]) =>
          html`<tr>
            <th scope="row">${say(`row-${key}`)}</th>
            ${lanes.map((lane) => html`<td>${value(lane)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
