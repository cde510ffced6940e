/**
 * The look of every figure: one spacing scale, tabular numbers, and the accent colour only on what can be touched. Widths decide by the
 * column the figure stands in, not by the window.
 */
import { css } from 'lit';

/** Focus rings, sizes and resets that every part needs in its own shadow tree. */
export const baseStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    font-family: var(--dh-font);
    font-size: var(--dh-size-small);
    line-height: 1.5;
    color: var(--dh-ink);
    font-variant-numeric: tabular-nums;
    word-break: keep-all;
    overflow-wrap: break-word;
    --space-1: 0.25rem;
    --space-2: 0.5rem;
    --space-3: 0.75rem;
    --space-4: 1rem;
    --control-height: 2rem;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 2px solid var(--dh-accent);
    outline-offset: 2px;
  }
  .error {
    color: var(--dh-error);
    overflow-wrap: anywhere;
  }
  .hidden-visually {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .symbol {
    font-style: italic;
    font-family: KaTeX_Math, 'Times New Roman', serif;
    font-size: 1.1em;
    line-height: 1;
  }
  @media (pointer: coarse) {
    :host {
      --control-height: 2.75rem;
    }
  }
`;

/** Buttons, text inputs and selects. */
export const controlStyles = css`
  button,
  select,
  input[type='text'] {
    font: inherit;
    color: inherit;
    height: var(--control-height);
    border: 1px solid var(--dh-line);
    border-radius: var(--dh-radius);
    background: var(--dh-paper);
    margin: 0;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-1);
    min-width: var(--control-height);
    padding: 0 var(--space-2);
    color: var(--dh-accent);
    cursor: pointer;
    touch-action: manipulation;
  }
  button:hover:not(:disabled) {
    border-color: var(--dh-accent);
  }
  button:disabled {
    color: var(--dh-ink-soft);
    opacity: 0.55;
    cursor: default;
  }
  button.primary {
    background: var(--dh-accent);
    border-color: var(--dh-accent);
    color: var(--dh-on-accent);
  }
  select {
    padding: 0 var(--space-1);
    color: var(--dh-accent);
    cursor: pointer;
    max-width: 100%;
  }
  select option {
    color: var(--dh-ink);
    background: var(--dh-paper);
  }
  input[type='text'] {
    padding: 0 var(--space-2);
    min-width: 0;
  }
  @media (pointer: coarse) {
    /* Below 16 px iOS zooms the page in when the field takes the focus. */
    select,
    input[type='text'] {
      font-size: 1rem;
    }
  }
  input[type='text']:hover {
    border-color: var(--dh-accent);
  }
  input[aria-invalid='true'] {
    border-color: var(--dh-error);
    box-shadow: inset 0 -2px 0 var(--dh-error);
  }
  @media (forced-colors: active) {
    button:disabled {
      color: GrayText;
      opacity: 1;
    }
    button.primary {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;

/** The frame of a widget: figure, toolbar, status, controls, details. */
export const widgetStyles = [
  baseStyles,
  controlStyles,
  css`
    :host {
      display: block;
      container-type: inline-size;
      scroll-margin-block: 4rem;
    }
    .frame {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-2) var(--space-4);
    }
    /* Until the plots are in their places, what is around them is not. */
    .frame.unseen {
      visibility: hidden;
    }
    .figure {
      position: relative;
      border-radius: var(--dh-radius);
      background: var(--dh-panel);
      min-height: 12rem;
    }
    .controls {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
      gap: var(--space-2) var(--space-4);
    }
    :is(.controls, .details):empty:not(.due) {
      display: none;
    }
    summary {
      color: var(--dh-accent);
      cursor: pointer;
      min-height: var(--control-height);
      align-content: center;
    }
    details > div {
      display: grid;
      gap: var(--space-2);
    }
    @container (min-width: 30rem) {
      .controls {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      .controls > .wide {
        grid-column: 1 / -1;
      }
    }
    @container (min-width: 45rem) {
      .frame {
        grid-template-columns: minmax(0, 1fr) 17rem;
        /* Controls taller than what stands beside them leave room below the sentence, not inside the figure. */
        grid-template-rows: auto auto 1fr;
      }
      .figure,
      .toolbar,
      .status {
        grid-column: 1;
      }
      .controls {
        grid-column: 2;
        grid-row: 1 / span 3;
        grid-template-columns: minmax(0, 1fr);
      }
      .details {
        grid-column: 1 / -1;
      }
    }
    @media print {
      .toolbar {
        display: none !important;
      }
      .frame {
        break-inside: avoid;
      }
    }
  `,
];

/** Of wide figures: the controls below the plots, in `--control-columns`. */
export const controlsBelowStyles = css`
  @container (min-width: 45rem) {
    .frame {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: none;
    }
    .controls {
      grid-column: 1;
      grid-row: auto;
      grid-template-columns: repeat(var(--control-columns), minmax(0, 1fr));
    }
  }
`;

/** Of figures with several plots: those in `.side-by-side` in two columns, the controls below them. */
export const sideBySideStyles = css`
  @container (min-width: 36rem) {
    .side-by-side {
      display: grid;
      grid-template-columns: 1fr 1fr;
    }
  }
  ${controlsBelowStyles}
`;

/** A panel that stands over the page beside what it belongs to (`placeBeside`): the declarations of its rule. */
export const floating = css`
  position: fixed;
  inset: auto;
  margin: 0;
  width: max-content;
  max-width: min(26rem, calc(100vw - 1rem));
  max-height: calc(100vh - 1rem);
  overflow: auto;
  padding: var(--space-2) var(--space-3) var(--space-3);
  border: 1px solid var(--dh-line);
  border-radius: var(--dh-radius);
  background: var(--dh-paper);
  color: var(--dh-ink);
  box-shadow: 0 4px 16px rgb(0 0 0 / 0.18);
`;

/** What was typed, with the place of a fault marked in it. */
export const faultStyles = css`
  .fault {
    font-family: var(--dh-mono);
    white-space: pre-wrap;
  }
  mark {
    background: none;
    color: var(--dh-error);
    text-decoration: underline wavy;
    text-underline-offset: 0.2em;
    font-weight: bold;
  }
`;
