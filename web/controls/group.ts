/** Controls that belong together, under a name. */
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';

export const groupStyles = css`
  .group {
    display: grid;
    align-content: start;
    gap: var(--space-2);
    min-width: 0;
  }
  .group > .name {
    margin: 0;
    font-weight: 600;
    border-block-end: 1px solid var(--dh-line);
  }
`;

export const group = (name: string, content: unknown): TemplateResult =>
  html`<section class="group" aria-label=${name}>
    <p class="name" aria-hidden="true">${name}</p>
    ${content}
  </section>`;
