/**
 * What a mark may be drawn with. Colours are CSS custom properties of the site's theme (`--dh-…`), with values of our own
 * where a page has no theme; series are told apart by dash and marker as well as by colour.
 */

/** A symbol has one colour everywhere: in the formula, the sentence, the figure and the table. */
export type SymbolName = 'x' | 'f' | 'gradient' | 'step' | 'rate' | 'data' | 'prediction';
export type SeriesName = `series-${1 | 2 | 3 | 4 | 5 | 6}`;

/** Name of a colour; `accent` is for what the reader can touch and for nothing else. */
export type Ink =
  | SymbolName
  | SeriesName
  | 'ink'
  | 'ink-soft'
  | 'paper'
  | 'panel'
  | 'line'
  | 'grid'
  | 'accent'
  | 'on-accent'
  | 'error'
  | 'warning'
  | 'good';

/** Colours on a light and on a dark page, used where the page does not define the property. */
export const DEFAULT_COLOURS: Record<Ink, readonly [light: string, dark: string]> = {
  ink: ['#22262b', '#e8e5de'],
  'ink-soft': ['#5a626c', '#a5abb3'],
  paper: ['#fffdf9', '#16181c'],
  panel: ['#f6f3ec', '#1e2126'],
  line: ['#b9b4a8', '#565c66'],
  grid: ['#ebe7de', '#2a2e34'],
  accent: ['#c2410c', '#fb923c'],
  'on-accent': ['#ffffff', '#16181c'],
  error: ['#b3261e', '#ff9d93'],
  warning: ['#8a5a00', '#f0b94a'],
  good: ['#1b7340', '#6fcf97'],
  x: ['#0b65c2', '#6cb6ff'],
  f: ['#5a3fa6', '#b9a2ff'],
  gradient: ['#b3261e', '#ff8f84'],
  step: ['#0f766e', '#55d3c4'],
  rate: ['#8a5a00', '#e6b94f'],
  data: ['#525c68', '#aeb7c2'],
  prediction: ['#a82a78', '#f590cb'],
  'series-1': ['#0072b2', '#56b4e9'],
  'series-2': ['#d55e00', '#f0843c'],
  'series-3': ['#00845f', '#2fc79b'],
  'series-4': ['#a8508a', '#e3a0c8'],
  'series-5': ['#9a6a00', '#e6b030'],
  'series-6': ['#3f4a57', '#d5dae0'],
};

export const INKS = Object.keys(DEFAULT_COLOURS) as Ink[];

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
  return { ink: `series-${place + 1}` as SeriesName, dash: SERIES_DASHES[place]!, marker: SERIES_MARKERS[place]! };
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
