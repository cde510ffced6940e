/** The look of the game: turns below each other, bars for counts. */
import { css } from 'lit';

export const styles = css`
  .game {
    display: grid;
    align-content: start;
    gap: var(--space-3);
    padding: var(--space-3);
  }
  .game p {
    margin: 0;
  }
  .task {
    color: var(--dh-ink-soft);
  }
  .turns {
    display: grid;
    gap: var(--space-1);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .turns:empty {
    display: none;
  }
  .turns li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-3);
    padding-block: var(--space-1);
    border-block-end: 1px solid var(--dh-grid);
  }
  .number {
    font-size: var(--dh-size-body);
    letter-spacing: 0.12em;
  }
  .marks {
    min-width: 3.2em;
    letter-spacing: 0.1em;
    white-space: nowrap;
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
  /* Room for a sentence, so that nothing moves when one comes. */
  .wrong {
    min-height: 3em;
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
    text-align: start;
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
    word-spacing: 0.35em;
    overflow-wrap: anywhere;
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
    grid-template-columns: 4.5rem minmax(0, 1fr) 4.5rem;
    align-items: center;
    gap: var(--space-2);
    min-height: 1.5rem;
  }
  .bars .track {
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
    .panels > .wide {
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    .bars .track {
      forced-color-adjust: none;
    }
  }
`;
