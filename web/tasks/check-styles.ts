/**
 * The look of what checks add to the static page: their options and items stay outside any shadow tree, where formulas have their style, so the rules
 * for them belong to the page, too.
 */
import { css } from 'lit';

const styles = css`
  :is(dh-check, dh-predict)[data-state='done'] {
    border-inline-start-color: var(--dh-good);
  }
  [data-option][data-verdict='right'] .dh-check-text::after {
    content: ' ✓';
    color: var(--dh-good);
    font-weight: bold;
  }
  [data-cell].right {
    border-color: var(--dh-good);
    background: color-mix(in srgb, var(--dh-good) 12%, var(--dh-paper));
  }
  [data-cell][aria-invalid='true'] {
    border-color: var(--dh-warning);
    border-style: dashed;
  }
  dh-check .dh-check-items {
    margin-block: 0.8em;
    padding: 0;
    list-style: none;
  }
  dh-check .dh-check-items > li {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin-block: 0.25rem;
    border-radius: var(--dh-radius);
  }
  dh-check .dh-check-text {
    flex: 1;
  }
  .dh-check-items > li[data-dragged] {
    outline: 2px solid var(--dh-accent);
  }
  .dh-check-handle {
    padding: 0.25rem;
    color: var(--dh-accent);
    cursor: grab;
    touch-action: none;
    user-select: none;
  }
  .dh-check-move {
    display: flex;
    gap: 0.25rem;
  }
  .dh-check-move button {
    font: inherit;
    width: 2.25rem;
    height: 2.25rem;
    color: var(--dh-accent);
    background: none;
    border: 1px solid var(--dh-line);
    border-radius: var(--dh-radius);
    cursor: pointer;
  }
  .dh-check-move button:focus-visible {
    outline: 2px solid var(--dh-accent);
    outline-offset: 2px;
  }
  .dh-check-move button[aria-disabled='true'] {
    color: var(--dh-ink-soft);
    cursor: default;
  }
  @media print {
    .dh-check-move,
    .dh-check-handle {
      display: none;
    }
  }
`;

/** What a task looks like inside its shadow tree: the field with its buttons, and what is said about the answer. */
export const checkFormStyles = css`
  :host {
    display: block;
  }
  slot {
    font-size: var(--dh-size-body);
  }
  form {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: var(--space-2);
    margin-block: var(--space-2);
  }
  .typed {
    flex: 1 1 10rem;
  }
  /* Level with the input beside it, which has its label above. */
  .typed ~ button {
    margin-block-start: 1.5em;
  }
  .verdict {
    min-height: 1.5em;
    margin: 0 0 var(--space-2);
    font-size: var(--dh-size-body);
  }
  .not-stored {
    margin: 0;
    color: var(--dh-warning);
  }
  .not-stored:not(:empty) {
    margin-block-end: var(--space-2);
  }
`;

/** Gives the page these rules, once. */
export function addCheckStyles(): void {
  const sheet = styles.styleSheet!;
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
}
