/** The look of the game: turns below each other, bars for counts. */
import { css } from 'lit';

export const styles = css`
  .game {
    display: grid;
    align-content: start;
    gap: var(--space-3);
    min-height: 26.5rem;
    padding: var(--space-3);
  }
  .game p {
    margin: 0;
  }
  .task {
    color: var(--dh-ink-soft);
  }
  /* A sheet with a line for each turn. */
  .turns {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
    counter-reset: turn;
  }
  .turns li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-3);
    min-height: 2.25rem;
    border-block-end: 1px solid var(--dh-grid);
    counter-increment: turn;
  }
  .turns li:not(.blank)::before {
    content: counter(turn) / '';
    min-width: 1ch;
    color: var(--dh-ink-soft);
  }
  .turns .score {
    min-width: 7.4rem;
  }
  .turns .suspect {
    border-block-end-color: var(--dh-error);
    box-shadow: 0 1px 0 var(--dh-error);
  }
  .number {
    font-size: var(--dh-size-body);
    letter-spacing: 0.12em;
  }
  .marks {
    display: flex;
    gap: 3px;
    min-width: 2.9rem;
  }
  /* Drawn with their borders, which stay where colours are forced. */
  .marks i {
    box-sizing: border-box;
    width: 0.8em;
    height: 0.8em;
    border: 1.5px solid currentColor;
    border-radius: 50%;
  }
  .marks .strike {
    border-width: 0.4em;
    background: currentColor;
  }
  .told {
    margin-inline-start: auto;
    color: var(--dh-ink-soft);
  }
  .entry {
    display: grid;
    gap: var(--space-2);
    justify-items: start;
  }
  .entry form,
  .answer {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-2) var(--space-3);
  }
  .entry form {
    align-items: center;
  }
  .entry input {
    width: 7rem;
  }
  .answer dh-choice {
    min-width: 9.5rem;
  }
  @container (max-width: 36rem) {
    .turns .score {
      min-width: 0;
    }
    .turns .again {
      margin-inline-start: auto;
    }
    .turns .again + .told {
      flex-basis: 100%;
      margin-block-end: var(--space-1);
      text-align: end;
    }
  }
  /* Room for a sentence, so that nothing moves when one comes. */
  .wrong {
    min-height: 3em;
  }
  @container (min-width: 36rem) {
    .wrong {
      min-height: 1.5em;
    }
  }
  .details {
    display: grid;
    gap: var(--space-4);
  }
  .panels {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  .panels table {
    border-collapse: collapse;
    width: 100%;
    margin: 0;
  }
  .panels :is(th, td) {
    padding: 2px var(--space-2);
    text-align: end;
    font-weight: inherit;
    border-block-end: 1px solid var(--dh-grid);
  }
  .panels tbody th,
  .panels thead th:first-child {
    padding-inline-start: 0;
    text-align: start;
  }
  .panels :is(th, td):last-child {
    padding-inline-end: 0;
  }
  .panels thead .wide {
    width: 40%;
  }
  .measured {
    display: grid;
    grid-template-columns: minmax(1rem, 1fr) 2.8rem;
    align-items: center;
    gap: var(--space-2);
  }
  .panels tbody button[aria-pressed='true'] {
    border-color: var(--dh-accent);
    box-shadow: inset 0 0 0 1px var(--dh-accent);
  }
  .note,
  .numbers {
    margin: 0;
  }
  .note {
    color: var(--dh-ink-soft);
  }
  .numbers {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.8em;
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
    grid-template-columns: 2.9rem 7.4rem minmax(0, 1fr) 2.6rem;
    align-items: center;
    gap: var(--space-2);
    min-height: 1.5rem;
  }
  .bars .none :is(.marks, .score) {
    color: var(--dh-ink-soft);
  }
  .bars .tally {
    grid-template-columns: 4.4rem minmax(0, 1fr) 2.6rem;
  }
  .track {
    height: 0.9rem;
    border: 1px solid var(--dh-grid);
    border-radius: 2px;
    background:
      linear-gradient(var(--dh-data), var(--dh-data)) no-repeat 0 0 / var(--share) 100%,
      var(--dh-paper);
  }
  .bars :is(.count, button.explained) {
    text-align: end;
  }
  @container (min-width: 36rem) {
    .panels {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .panels > .whole {
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    .track {
      forced-color-adjust: none;
    }
  }
`;
