/** The icons of the toolbar, 24 × 24, drawn in the colour of the text. */
import { svg } from 'lit';
import type { SVGTemplateResult } from 'lit';

const icon = (path: string): SVGTemplateResult =>
  svg`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
    <path d=${path} fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" stroke-linecap="round" />
  </svg>`;

export const icons = {
  play: icon('M8 5.5v13l10.5-6.5z'),
  pause: icon('M8.5 5.5v13M15.5 5.5v13'),
  step: icon('M6 5.5v13l9-6.5zM18.5 5.5v13'),
  back: icon('M18 5.5v13l-9-6.5zM5.5 5.5v13'),
  rewind: icon('M4.5 12a7.5 7.5 0 1 0 2.4-5.5M4.5 4.5v4.6h4.6'),
  reseed: icon(
    'M4 8.5h3.5c5 0 4 7 9 7h3M4 15.5h3.5c1.7 0 2.7-.8 3.4-1.9M13.2 10.1c.7-.9 1.6-1.6 3.3-1.6h3M17 5.5l3 3-3 3M17 12.5l3 3-3 3',
  ),
  more: icon('M12 4v10.5M8 7.5L12 3.5l4 4M5 12.5v7h14v-7'),
  keys: icon('M3 6.5h18v11H3zM6.5 10h.01M10 10h.01M14 10h.01M17.5 10h.01M8 14h8'),
  help: icon('M9 9.2a3 3 0 1 1 4.3 2.7c-.9.5-1.3 1.1-1.3 2v.4M12 17.8h.01'),
  close: icon('M6 6l12 12M18 6L6 18'),
  add: icon('M12 5v14M5 12h14'),
  zoomIn: icon('M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13M15.5 15.5L20 20M10.5 7.5v6M7.5 10.5h6'),
  zoomOut: icon('M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13M15.5 15.5L20 20M7.5 10.5h6'),
};
