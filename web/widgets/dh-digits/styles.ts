import { css } from 'lit';

export const styles = css`
  :host {
    --control-columns: 3;
  }
  .strip {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    padding: var(--space-2);
    min-height: calc(var(--control-height) + 2 * var(--space-2));
  }
  .strip progress {
    flex: 1 1 6rem;
    accent-color: var(--dh-accent);
    height: 0.75rem;
  }
  .strip .words {
    flex: 1 1 12rem;
    color: var(--dh-ink-soft);
  }
  .sheet {
    display: grid;
    align-content: start;
    gap: var(--space-2);
    padding: 0 var(--space-2) var(--space-2);
  }
  .sheet .row {
    display: flex;
    gap: var(--space-2);
  }
  .sheet dh-digit-pad {
    width: min(100%, 20rem);
    justify-self: center;
  }
  .reading {
    display: grid;
    align-content: start;
    gap: var(--space-2);
    padding: 0 var(--space-2) var(--space-2);
  }
  .pictures {
    display: flex;
    align-items: start;
    gap: var(--space-2);
    min-height: 9rem;
  }
  .pictures figure {
    flex: 0 1 6rem;
    margin: 0;
    line-height: 1.3;
  }
  .pictures canvas {
    width: 100%;
    aspect-ratio: 1;
    border: 1px solid var(--dh-line);
    image-rendering: pixelated;
  }
  .pictures .seen canvas {
    outline: 2px solid var(--dh-prediction);
  }
  .pictures figcaption {
    color: var(--dh-ink-soft);
  }
  .pictures figcaption b {
    display: block;
    font-weight: 600;
    color: var(--dh-ink);
  }
  .pictures .arrow {
    padding-block-start: 2.25rem;
    color: var(--dh-ink-soft);
  }
  .pictures button {
    align-self: center;
  }
  .bars {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .bars li {
    display: grid;
    grid-template-columns: 1.25rem minmax(0, 1fr) 3.25rem;
    align-items: center;
    gap: var(--space-2);
    min-height: 1.4rem;
  }
  .bars .digit {
    text-align: center;
  }
  .bars .most .digit {
    font-weight: 700;
    color: var(--dh-on-accent);
    background: var(--dh-prediction);
    border-radius: var(--dh-radius);
  }
  .bars .track {
    height: 0.9rem;
    border-radius: 2px;
    background:
      linear-gradient(var(--dh-prediction), var(--dh-prediction)) no-repeat 0 0 / var(--share) 100%,
      var(--dh-paper);
    border: 1px solid var(--dh-grid);
  }
  .bars button.explained {
    text-align: end;
  }
  .accuracy {
    max-width: 34rem;
    margin-inline: auto;
  }
  .details {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  @media (forced-colors: active) {
    .bars .track {
      forced-color-adjust: none;
    }
  }
`;
