import { css } from 'lit';

export const styles = css`
  :host {
    --control-columns: 3;
  }
  .progress {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    min-height: calc(var(--control-height) + var(--space-3));
    padding: 0 var(--space-3) var(--space-3);
  }
  .progress progress {
    flex: 1;
    min-width: 4rem;
    accent-color: var(--dh-ink-soft);
  }
  .left {
    color: var(--dh-ink-soft);
  }
  .error {
    margin: 0;
  }
  .numbers {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr));
    gap: var(--space-2) var(--space-4);
    margin: 0;
  }
  .numbers dt {
    color: var(--dh-ink-soft);
  }
  .numbers dd {
    margin: 0;
  }
  .room {
    overflow-x: auto;
    margin-block-start: var(--space-3);
  }
  .room table {
    width: 100%;
    border-spacing: 0;
  }
  .room caption {
    text-align: start;
    padding-block-end: var(--space-1);
  }
  .room :is(th, td) {
    padding: 0.2rem var(--space-2);
    border-block-end: 1px solid var(--dh-line);
    text-align: end;
    font-weight: 400;
  }
  .room th:first-child {
    text-align: start;
  }
  .room thead th {
    font-weight: 600;
  }
`;
