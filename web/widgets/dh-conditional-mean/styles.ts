import { css } from 'lit';
import { numberRow } from '../../figures/probability/number-row.ts';

export const styles = css`
  .slices {
    display: grid;
    grid-template-columns: minmax(0, 1fr) clamp(5rem, 24cqi, 9rem);
    min-width: 0;
    padding: 0 var(--space-3);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-3);
    min-height: 1.5em;
    padding: 0 var(--space-3);
  }
  .legend span::before {
    content: '';
    display: inline-block;
    box-sizing: border-box;
    margin-inline-end: 0.5em;
    vertical-align: middle;
  }
  .legend .own::before {
    width: 1.5em;
    border-top: 2px dashed var(--dh-prediction);
  }
  .legend .all::before {
    width: 1.5em;
    border-top: 3px solid var(--dh-f);
  }
  .legend .best::before {
    width: 0.65em;
    height: 0.65em;
    background: var(--dh-f);
    rotate: 45deg;
  }
  .legend .mean::before {
    width: 0.75em;
    height: 0.75em;
    border: 2px solid var(--dh-data);
  }
  .numbers {
    ${numberRow}
    padding-bottom: var(--space-2);
  }
`;
