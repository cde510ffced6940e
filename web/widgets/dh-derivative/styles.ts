import { css } from 'lit';

export const styles = css`
  .derivation {
    position: relative;
    display: grid;
    grid-template-columns: minmax(100%, max-content);
    align-content: start;
    height: 18rem;
    overflow: auto;
    border-radius: var(--dh-radius);
  }
  /* The box scrolls as a whole, so its formulas need no scroll bars of their own. */
  .derivation dh-formula {
    max-width: none;
    overflow: visible;
    white-space: nowrap;
  }
  .so-far {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    min-height: 3.6rem;
    align-content: center;
    padding: var(--space-2) var(--space-3);
    background: var(--dh-panel);
    border-block-end: 1px solid var(--dh-line);
    font-size: 1.1rem;
  }
  .so-far.finished {
    border-block-end: 2px solid var(--dh-gradient);
  }
  .steps {
    list-style: none;
    counter-reset: step;
    margin: 0;
    padding: var(--space-2) var(--space-3);
    display: grid;
    gap: var(--space-2);
  }
  .steps li {
    counter-increment: step;
    margin-inline-start: calc(min(var(--depth), 8) * 1.2rem);
    padding-inline-start: var(--space-2);
    border-inline-start: 2px solid var(--dh-line);
  }
  .steps .current {
    border-inline-start-color: var(--dh-warning);
    animation: open 250ms ease-out;
  }
  .work {
    display: grid;
    justify-items: start;
    gap: var(--space-1);
    padding-block: var(--space-1);
    font-size: 1.05rem;
  }
  @keyframes open {
    from {
      opacity: 0;
      translate: 0 -0.4rem;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .steps .current {
      animation: none;
    }
  }
  .rule {
    position: sticky;
    inset-inline-start: var(--space-3);
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--space-2);
    max-width: calc(100cqi - 3rem - min(var(--depth), 8) * 1.2rem);
  }
  .rule::before {
    content: counter(step) '.';
    color: var(--dh-ink-soft);
  }
  .name {
    font-weight: 600;
  }
  .outer {
    font-family: var(--dh-mono);
  }
  .law {
    color: var(--dh-ink-soft);
    font-size: 0.85rem;
  }
  .next {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    padding: var(--space-2) var(--space-3);
    border-block-start: 1px solid var(--dh-line);
  }
  .next span {
    margin-inline-start: auto;
    color: var(--dh-ink-soft);
  }
  .curves {
    border-radius: var(--dh-radius);
    background: var(--dh-panel);
  }
  .ways {
    width: 100%;
    border-collapse: collapse;
  }
  .ways caption {
    text-align: start;
    padding-block-end: var(--space-1);
  }
  .ways th,
  .ways td {
    padding: var(--space-1) 0;
    border-block-start: 1px solid var(--dh-line);
    vertical-align: top;
    font-weight: 400;
    text-align: start;
  }
  .ways td {
    padding-inline-start: var(--space-2);
    text-align: end;
  }
  .ways small {
    font-size: 0.75rem;
    white-space: nowrap;
    color: var(--dh-ink-soft);
  }
  .ways .number {
    font-weight: 600;
    white-space: nowrap;
  }
  .ways .rest {
    font-weight: 400;
    color: var(--dh-ink-soft);
  }
  @media print {
    .derivation {
      height: auto;
      overflow: visible;
    }
    .next {
      display: none;
    }
  }
`;
