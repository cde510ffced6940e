/** Where the parts of the playground stand. */
import { css } from 'lit';

export const layoutStyles = css`
  :host {
    --control-columns: 3;
  }
  .readout {
    margin: 0;
    padding: 0 var(--space-2);
    min-height: 3em;
    text-align: center;
    color: var(--dh-ink-soft);
  }
  .details {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
  }
  @container (min-width: 36rem) {
    .readout {
      min-height: 1.5em;
    }
  }
`;
