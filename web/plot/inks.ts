/**
 * What a mark may be drawn with. Colours are CSS custom properties of the site's theme (`--dh-…`); series are told apart by dash and marker
 * as well as by colour.
 */

/** A symbol has one colour everywhere: in the formula, the sentence, the figure and the table. */
export const SYMBOLS = ['x', 'f', 'gradient', 'step', 'rate', 'data', 'prediction'] as const;
export type SymbolName = (typeof SYMBOLS)[number];

const SERIES = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6'] as const;
export type SeriesName = (typeof SERIES)[number];

/** The names of all colours; `accent` is for what the reader can touch and for nothing else. Their values are in `tokens.css`. */
export const INKS = [
  ...SYMBOLS,
  ...SERIES,
  'ink',
  'ink-soft',
  'paper',
  'panel',
  'line',
  'grid',
  'accent',
  'on-accent',
  'error',
  'warning',
  'good',
] as const;
export type Ink = (typeof INKS)[number];

export type Dash = 'solid' | 'dashed' | 'dotted' | 'dash-dot' | 'long-dash' | 'dash-dot-dot';

/** Values of stroke-dasharray, in CSS pixels. */
export const DASHES: Record<Dash, string> = {
  solid: 'none',
  dashed: '7 4',
  dotted: '1.5 4',
  'dash-dot': '8 4 1.5 4',
  'long-dash': '13 5',
  'dash-dot-dot': '8 4 1.5 4 1.5 4',
};

export type Marker = 'circle' | 'square' | 'triangle' | 'diamond' | 'triangle-down' | 'cross' | 'plus';

export interface SeriesStyle {
  ink: Ink;
  dash: Dash;
  marker: Marker;
}

const SERIES_DASHES: Dash[] = ['solid', 'dashed', 'dotted', 'dash-dot', 'long-dash', 'dash-dot-dot'];
const SERIES_MARKERS: Marker[] = ['circle', 'square', 'triangle', 'diamond', 'triangle-down', 'cross'];

/** The look of the series with this index (0, 1, …): the six colours, each with its own dash and marker, come round again. */
export function seriesStyle(index: number): SeriesStyle {
  const place = index % 6;
  return { ink: SERIES[place]!, dash: SERIES_DASHES[place]!, marker: SERIES_MARKERS[place]! };
}

/** Path data of a marker centred at a pixel; `radius` is that of the circle of about the same area. */
export function markerPath(marker: Marker, x: number, y: number, radius: number): string {
  const at = (dx: number, dy: number) => `${(x + dx * radius).toFixed(2)},${(y + dy * radius).toFixed(2)}`;
  switch (marker) {
    case 'circle': {
      const arc = `a${radius},${radius} 0 1,0 `;
      return `M${at(-1, 0)}${arc}${2 * radius},0${arc}${-2 * radius},0Z`;
    }
    case 'square':
      return `M${at(-0.89, -0.89)}L${at(0.89, -0.89)}L${at(0.89, 0.89)}L${at(-0.89, 0.89)}Z`;
    case 'diamond':
      return `M${at(0, -1.3)}L${at(1.3, 0)}L${at(0, 1.3)}L${at(-1.3, 0)}Z`;
    case 'triangle':
      return `M${at(0, -1.3)}L${at(1.2, 0.85)}L${at(-1.2, 0.85)}Z`;
    case 'triangle-down':
      return `M${at(0, 1.3)}L${at(1.2, -0.85)}L${at(-1.2, -0.85)}Z`;
    case 'cross':
      return crossPath(at, true);
    case 'plus':
      return crossPath(at, false);
  }
}

/** A cross of filled bars, upright or on the diagonals. */
function crossPath(at: (dx: number, dy: number) => string, diagonal: boolean): string {
  const arm = 1.25;
  const half = 0.32;
  // prettier-ignore
  const corners = [
    [half, arm], [half, half], [arm, half], [arm, -half], [half, -half], [half, -arm],
    [-half, -arm], [-half, -half], [-arm, -half], [-arm, half], [-half, half], [-half, arm],
  ] as const;
  const place = ([dx, dy]: readonly [number, number]) =>
    diagonal ? at((dx - dy) * Math.SQRT1_2, (dx + dy) * Math.SQRT1_2) : at(dx, dy);
  return `M${corners.map(place).join('L')}Z`;
}
