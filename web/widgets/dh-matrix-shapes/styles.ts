/** The look of the matrices: the one on the left and the one above meet at the result, so that a row and a column cross at their cell. */
import { css } from 'lit';

export const styles = css`
  .product {
    --cell: clamp(2.1rem, calc((100cqi - 3.5rem) / var(--columns)), 3rem);
    display: grid;
    grid-template-columns: auto auto;
    justify-content: safe center;
    gap: var(--space-3);
    padding: var(--space-3) var(--space-2);
    overflow-x: auto;
  }
  .corner {
    display: flex;
    flex-direction: column;
    justify-content: end;
    align-items: end;
    color: var(--dh-ink-soft);
  }
  .above {
    display: grid;
    gap: var(--space-2);
    align-content: end;
  }
  .left {
    justify-self: end;
  }
  .matrix {
    display: grid;
    gap: var(--space-1);
  }
  .name {
    font-style: italic;
    color: var(--dh-ink-soft);
    text-align: center;
  }
  .cells {
    display: grid;
    gap: 2px;
    padding-inline: 5px;
    border-inline: 1.5px solid var(--dh-line);
    border-radius: 6px;
    width: fit-content;
    margin-inline: auto;
  }
  .cells > [role='row'] {
    display: grid;
    grid-template-columns: repeat(var(--matrix-columns), var(--cell));
    gap: 2px;
  }
  .cells span,
  .cells button {
    height: min(var(--cell), 2.25rem);
    min-width: 0;
    padding: 0;
    border: none;
    border-radius: 3px;
    background: var(--dh-panel);
    font-size: clamp(0.62rem, calc(var(--cell) * 0.42), 0.875rem);
    display: grid;
    align-items: stretch;
  }
  .cells .fixed {
    place-items: center;
  }
  .cells dh-number {
    width: 100%;
    --control-height: min(var(--cell), 2.25rem);
    font-size: inherit;
  }
  .cells dh-number::part(input) {
    text-align: center;
    padding: 0;
    border-color: transparent;
    background: transparent;
    font-size: inherit;
  }
  .cells .lit {
    background: color-mix(in srgb, var(--dh-data) 20%, var(--dh-paper));
  }
  .result .cells button {
    place-items: center;
    color: var(--dh-ink);
    cursor: pointer;
  }
  .result .cells .lit {
    background: color-mix(in srgb, var(--dh-prediction) 14%, var(--dh-paper));
  }
  .result .cells .chosen {
    background: color-mix(in srgb, var(--dh-prediction) 34%, var(--dh-paper));
    outline: 2px solid var(--dh-prediction);
    font-weight: 600;
  }
  .result .cells button:focus-visible {
    outline: 3px solid var(--dh-accent);
  }
  .cells .lost {
    background: repeating-linear-gradient(
      45deg,
      transparent 0 4px,
      color-mix(in srgb, var(--dh-error) 35%, transparent) 4px 6px
    );
  }
  .figure > :is(.error, .mismatch) {
    margin: 0;
    padding: 0 var(--space-3) var(--space-3);
    text-align: center;
  }
  .mismatch {
    color: var(--dh-error);
  }
  .term {
    margin: 0 0 var(--space-2);
  }
`;
