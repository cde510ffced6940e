/** The style sheet of every plot. A plot adopts it in the tree it stands in, so widgets have nothing to do. */

import { DEFAULT_COLOURS, INKS, type Ink } from './inks.ts';

/** The colour of an ink as a CSS value: the theme's property, or our own where the page has none. */
export function inkValue(ink: Ink): string {
  const [light, dark] = DEFAULT_COLOURS[ink];
  return `var(--dh-${ink}, light-dark(${light}, ${dark}))`;
}

/**
 * `.ink-<name>` sets `color`; marks draw with currentColor. Text is sized in CSS pixels, never scaled with the picture.
 */
const SHEET = `
.dh-plot { position: relative; width: 100%; overflow: hidden; font-family: var(--dh-font, system-ui, sans-serif);
  font-size: var(--dh-size-small, 13px); line-height: 1.3; color: ${inkValue('ink')}; }
.dh-plot.fill { height: 100%; }
.dh-plot > .ruler { position: absolute; inset: 0 0 auto; height: 0; visibility: hidden; }
.dh-plot > canvas { position: absolute; pointer-events: none; }
.dh-plot > svg { position: absolute; inset: 0; display: block; overflow: hidden; }
.dh-plot text { fill: currentColor; stroke: none; font-variant-numeric: tabular-nums; user-select: none; -webkit-user-select: none; }
.dh-plot .area { fill: none; stroke: none; pointer-events: all; }
.dh-plot .marks { pointer-events: none; }
.dh-plot .grid { fill: none; stroke: ${inkValue('grid')}; stroke-width: var(--dh-stroke-thin, 1px); }
.dh-plot .axis { fill: none; stroke: ${inkValue('line')}; stroke-width: var(--dh-stroke-thin, 1px); }
.dh-plot .tick-labels { color: ${inkValue('ink-soft')}; }
.dh-plot .axis-label { color: ${inkValue('ink')}; }
.dh-plot .line { fill: none; stroke: currentColor; stroke-linejoin: round; stroke-linecap: round; }
.dh-plot .line.thin { stroke-width: var(--dh-stroke-thin, 1px); }
.dh-plot .line.normal { stroke-width: var(--dh-stroke, 2px); }
.dh-plot .line.thick { stroke-width: var(--dh-stroke-thick, 3px); }
.dh-plot .solid { fill: currentColor; stroke: none; }
.dh-plot .dot { fill: currentColor; stroke: ${inkValue('paper')}; stroke-width: 1px; paint-order: stroke; }
.dh-plot .halo { stroke: ${inkValue('paper')}; stroke-width: 4px; stroke-linejoin: round; }
.dh-plot .italic { font-style: italic; }
.dh-plot .shifted { font-size: 0.75em; }
${INKS.map((ink) => `.dh-plot .ink-${ink} { color: ${inkValue(ink)}; }`).join('\n')}
`;

export const plotStyles = new CSSStyleSheet();
plotStyles.replaceSync(SHEET);

/** Makes the sheet hold in the document or shadow tree that contains `node`. */
export function adoptPlotStyles(node: Node): void {
  const root = node.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) {
    throw new Error('A plot must be created inside a document or a shadow root.');
  }
  if (!root.adoptedStyleSheets.includes(plotStyles)) root.adoptedStyleSheets.push(plotStyles);
}
