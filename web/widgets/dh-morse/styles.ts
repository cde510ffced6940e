/** The look of the desk: fields, a strip of marks, a lamp and a key. */
import { css } from 'lit';

export const styles = css`
  .desk {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--space-3);
    padding: var(--space-3);
  }
  .desk p {
    margin: 0;
  }
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0 var(--space-4);
  }
  .field {
    min-width: 0;
  }
  .field label {
    display: block;
  }
  textarea {
    display: block;
    width: 100%;
    padding: var(--space-1) var(--space-2);
    font: inherit;
    font-size: 1rem;
    line-height: 1.5;
    color: inherit;
    border: 1px solid var(--dh-line);
    border-radius: var(--dh-radius);
    background: var(--dh-paper);
    resize: vertical;
  }
  textarea:hover {
    border-color: var(--dh-accent);
  }
  textarea[aria-invalid='true'] {
    border-color: var(--dh-error);
    box-shadow: inset 0 -2px 0 var(--dh-error);
  }
  textarea.code,
  .code,
  .fault {
    overflow-wrap: anywhere;
  }
  .code {
    font-family: var(--dh-mono);
    white-space: pre-wrap;
  }
  textarea.code,
  .code {
    font-weight: 700;
  }
  /* Room for a line, so that little moves when one comes. */
  .answer {
    min-height: 1.6em;
    padding-block-start: var(--space-1);
    color: var(--dh-ink-soft);
  }
  .code {
    letter-spacing: 0.12em;
  }
  .strip {
    --unit: 5px;
    display: flex;
    flex-wrap: wrap;
    align-content: start;
    gap: var(--space-2) 0;
    position: relative;
    min-height: 3.5rem;
    max-height: 13rem;
    padding: var(--space-2);
    overflow-y: auto;
    border: 1px solid var(--dh-grid);
    border-radius: var(--dh-radius);
    background: var(--dh-paper);
  }
  .sign {
    display: inline-flex;
    max-width: 100%;
  }
  .strip button.letter {
    display: inline-grid;
    justify-items: center;
    gap: var(--space-1);
    min-width: 0;
    text-decoration: none;
  }
  .marks {
    display: flex;
    gap: var(--unit);
    height: 0.7rem;
  }
  .mark {
    width: calc(var(--units) * var(--unit));
    background: var(--dh-data);
    border-radius: 2px;
  }
  .sign.now .mark {
    background: var(--dh-accent);
  }
  .sign.now .letter {
    color: var(--dh-accent);
    font-weight: 700;
  }
  .gap {
    flex: 0 1 auto;
    width: calc(var(--units) * var(--unit));
    height: 0.7rem;
    background: linear-gradient(var(--dh-grid), var(--dh-grid)) no-repeat 0 50% / 100% 1px;
  }
  .gap.cut {
    background: none;
    border-block-end: 1px dashed var(--dh-line);
    color: var(--dh-ink-soft);
    font-size: 0.7rem;
    line-height: 0.7rem;
    text-align: center;
    white-space: nowrap;
    overflow: hidden;
  }
  .numbers {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
  }
  .play,
  .tapping {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
  }
  .send svg {
    flex: none;
  }
  /* Small on purpose: what flashes may take up little of what is seen (WCAG 2.3.1). */
  .lamp {
    width: 2rem;
    height: 2rem;
    border: 2px solid var(--dh-line);
    border-radius: 50%;
    background: var(--dh-panel);
  }
  .lamp.lit {
    background: #f5c400;
    border-color: #a87f00;
  }
  .note {
    color: var(--dh-ink-soft);
  }
  .key {
    width: 6rem;
    height: 4rem;
    border-width: 2px;
    border-color: var(--dh-accent);
    font-weight: 700;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
  }
  .key.down {
    background: var(--dh-accent);
    color: var(--dh-on-accent);
  }
  .heard {
    flex: 1 1 8rem;
    min-width: 0;
  }
  .heard p {
    min-height: 1.5em;
    max-height: 4.5em;
    overflow: hidden auto;
    overflow-wrap: anywhere;
  }
  .heard .letters {
    font-size: 1.15em;
    font-weight: 700;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .toggles {
    display: grid;
    gap: var(--space-1);
  }
  .tables > .note,
  .controls .note {
    margin: 0;
  }
  .all-signs summary {
    min-height: var(--control-height);
    color: var(--dh-accent);
    cursor: pointer;
  }
  .tables {
    display: grid;
    gap: var(--space-4);
  }
  .signs {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr));
    gap: 0 var(--space-4);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .signs.named {
    grid-template-columns: minmax(0, 1fr);
  }
  .signs li {
    display: grid;
    grid-template-columns: 2.4rem minmax(0, 1fr) auto;
    align-items: baseline;
    gap: 0 var(--space-2);
    padding-block: 2px;
    border-block-end: 1px solid var(--dh-grid);
  }
  .signs.named li {
    grid-template-columns: 3.6rem minmax(5.5rem, 1fr) auto minmax(0, 2fr);
  }
  .signs .units,
  .signs .meaning {
    color: var(--dh-ink-soft);
  }
  @container (min-width: 36rem) {
    .strip {
      --unit: 6px;
    }
    .fields {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media (forced-colors: active) {
    .mark,
    .lamp.lit,
    .key.down {
      forced-color-adjust: none;
    }
  }
`;
