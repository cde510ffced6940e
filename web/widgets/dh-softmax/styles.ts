import { css } from 'lit';

export const styles = css`
  .classes {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-2);
  }
  .class {
    display: grid;
    grid-template-columns: 2rem minmax(0, 1fr) minmax(0, 1fr);
    align-items: center;
    gap: var(--space-1) var(--space-3);
    padding-block-end: var(--space-2);
    border-block-end: 1px solid var(--dh-grid);
  }
  .class > strong {
    font-size: var(--dh-size-body);
    text-align: center;
  }
  .right > strong {
    color: var(--dh-on-accent);
    background: var(--dh-good);
    border-radius: var(--dh-radius);
  }
  .share {
    display: grid;
    gap: var(--space-1);
  }
  .share button.explained {
    position: relative;
    display: flex;
    align-items: center;
    height: var(--control-height);
    overflow: hidden;
    border: 1px solid var(--dh-line);
    border-radius: var(--dh-radius);
    color: var(--dh-ink);
  }
  .share button:hover {
    border-color: var(--dh-accent);
  }
  .share .bar {
    position: absolute;
    inset: 0 auto 0 0;
    width: var(--share);
    background: color-mix(in srgb, var(--dh-prediction) 42%, transparent);
    transition: width 120ms;
  }
  @media (prefers-reduced-motion: reduce) {
    .share .bar {
      transition: none;
    }
  }
  .share .number {
    position: relative;
    padding-inline: var(--space-2);
    white-space: nowrap;
  }
  .share button.explained[aria-pressed='true'] {
    border-color: var(--dh-accent);
    box-shadow: inset 0 0 0 1px var(--dh-accent);
  }
  .share sup {
    line-height: 1;
  }
  .share .steps {
    color: var(--dh-ink-soft);
    overflow-wrap: anywhere;
  }
  .share .broken {
    color: var(--dh-error);
  }
  /* Room for a fraction, so that nothing moves when it is typeset. */
  .formula {
    display: grid;
    align-items: center;
    min-height: 3.5rem;
    overflow-x: auto;
    padding: 0 var(--space-3) var(--space-2);
  }
  .formula.loss {
    min-height: 6.5rem;
  }
  .note {
    margin: 0;
    padding: 0 var(--space-3) var(--space-2);
  }
  @container (max-width: 30rem) {
    .class {
      grid-template-columns: 1.75rem minmax(0, 1fr);
    }
    .share {
      grid-column: 2;
    }
  }
  @media (forced-colors: active) {
    .share .bar {
      background: Highlight;
      opacity: 0.5;
    }
  }
`;
