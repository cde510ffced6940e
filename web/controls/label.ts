import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';

/** A label with the symbol of the formula in its colour. */
export function labelWithSymbol(
  label: string,
  { symbol, colour = 'ink' }: { symbol?: string; colour?: string },
): TemplateResult {
  const style = styleMap({ color: `var(--dh-${colour})` });
  return html`${label}${symbol ? html` <span class="symbol" style=${style}>${symbol}</span>` : nothing}`;
}
