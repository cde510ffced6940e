import { css } from 'lit';

/** Numbers that explain themselves in a row, with room for one line before they come. */
export const numberRow = css`
  display: flex;
  flex-wrap: wrap;
  gap: var(--space-1) var(--space-4);
  min-height: 1.75rem;
  padding: 0 var(--space-3);
`;
