/** The look of the tiles: what is used is struck through, the latest batch is framed and bold, what is left out is dotted. */
import { css } from 'lit';

export const styles = css`
  .epoch {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-3) var(--space-3) 0;
  }
  .epoch p,
  .epoch ol {
    margin: 0;
    padding: 0;
  }
  .epoch .now {
    font-weight: 600;
  }
  .tiles,
  .tiles li,
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-2);
    list-style: none;
  }
  .tiles li {
    gap: 2px;
    padding: 2px;
    border: 2px solid var(--dh-grid);
    border-radius: var(--dh-radius);
  }
  .tile {
    display: inline-block;
    min-width: 1.9rem;
    padding: 0 2px;
    text-align: center;
    line-height: 1.5rem;
    border: 1px solid var(--dh-line);
    border-radius: 2px;
    background: var(--dh-paper);
    color: var(--dh-ink);
  }
  .tiles.many .tile {
    min-width: 1.7rem;
    line-height: 1.15rem;
    font-size: 0.75rem;
  }
  .tiles.many {
    gap: 2px;
  }
  .tiles li.latest {
    border-color: var(--dh-step);
  }
  .latest > .tile,
  .tile.latest {
    border-color: var(--dh-step);
    outline: 1px solid var(--dh-step);
    outline-offset: -2px;
    font-weight: 700;
  }
  .used > .tile,
  .tile.used {
    background: color-mix(in srgb, var(--dh-data) 16%, var(--dh-paper));
    text-decoration: line-through;
  }
  .tiles li.left-out {
    border-style: dotted;
    border-color: var(--dh-line);
  }
  .left-out > .tile,
  .tile.left-out {
    border-style: dotted;
    color: var(--dh-ink-soft);
  }
  .key {
    gap: var(--space-1) var(--space-3);
    color: var(--dh-ink-soft);
  }
  .plots {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  figure {
    margin: 0;
    min-width: 0;
  }
  figcaption {
    padding: var(--space-2) var(--space-3) 0;
  }
  .sums {
    margin: 0;
  }
  @container (min-width: 36rem) {
    .plots {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
