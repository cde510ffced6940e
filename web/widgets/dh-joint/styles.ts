import { css } from 'lit';
import { numberRow } from '../../figures/probability/number-row.ts';

export const styles = css`
  .views {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-4);
    padding: var(--space-2) var(--space-3) 0;
  }
  .joint {
    display: grid;
    grid-template-columns: minmax(0, 1fr) clamp(4.5rem, 20cqi, 7rem);
    min-width: 0;
    padding: 0 var(--space-3);
  }
  .map.painted {
    cursor: crosshair;
    touch-action: none;
  }
  .map.painted svg {
    touch-action: none;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-3);
    padding: 0 var(--space-3);
    min-height: 1.5em;
  }
  .legend span::before {
    content: '';
    display: inline-block;
    width: 1em;
    height: 0.7em;
    margin-inline-end: 0.4em;
    border: 1.5px solid var(--key);
    background: color-mix(in srgb, var(--key) var(--fill, 25%), transparent);
  }
  .legend .outline {
    --fill: 0%;
  }
  .legend .outline::before {
    border-style: dashed;
  }
  .legend .dots::before {
    border-style: dotted;
  }
  .numbers {
    ${numberRow}
    padding-bottom: var(--space-2);
  }
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--space-2);
    min-width: 0;
  }
  .cells {
    overflow-x: auto;
  }
  .cells table {
    border-spacing: 3px;
    margin: 0;
  }
  .cells caption {
    text-align: start;
  }
  .cells th {
    padding: 0 var(--space-1);
    font-weight: 400;
    color: var(--dh-ink-soft);
    white-space: nowrap;
  }
  .cells td {
    padding: 0;
  }
  .cells .sum {
    padding: 0 var(--space-1);
    text-align: end;
    color: var(--dh-ink-soft);
  }
  .cells dh-number {
    width: 3.4rem;
  }
  .cells dh-number::part(input) {
    padding: 0 0.25rem;
  }
  .cells .chosen dh-number::part(input) {
    border-color: var(--dh-ink);
    font-weight: 600;
  }
  .told,
  .entry .error {
    margin: 0;
  }
`;
