/** A grid as an image: values by a colour map, or the category of every cell (which basin a start belongs to). */

import { palette, type Rgb } from '../colour.ts';
import { mapColour, mix, type ColourMapName } from '../colour-map.ts';
import { finiteRange, gridPlace, type Grid } from '../grid.ts';
import type { Ink } from '../inks.ts';
import type { Layer, Plot, View } from '../plot.ts';

export interface HeatmapData {
  grid: Grid;
  /** Values at the two ends of the colour map (default the smallest and largest finite value). Values that are not finite stay empty. */
  range?: readonly [number, number];
  /** Colours by the logarithm of the height above the lowest value. */
  log?: boolean;
}

export interface HeatmapStyle {
  map?: ColourMapName;
  /** Blends between cells (default true). */
  smooth?: boolean;
}

export function heatmap(plot: Plot, { map = 'viridis', smooth = true }: HeatmapStyle = {}): Layer<HeatmapData> {
  return imageLayer<HeatmapData>(plot, smooth, ({ grid, range = finiteRange(grid.values), log = false }) => {
    const { dark } = palette();
    const table = Array.from({ length: 256 }, (_, index) => mapColour(map, index / 255, dark));
    const [from, to] = range ?? [0, 1];
    const height = to - from || 1;
    return (index) => {
      const value = grid.values[index]!;
      if (!Number.isFinite(value)) return undefined;
      const share = Math.min(1, Math.max(0, (value - from) / height));
      return table[Math.round(255 * (log ? logShare(share) : share))];
    };
  });
}

/** Four decades of height, evenly over the colour map. */
function logShare(share: number): number {
  return Math.log1p(share * 1e4) / Math.log1p(1e4);
}

export interface CategoriesData {
  /** The values are categories 0, 1, … (taken modulo six for colour); negative ones and NaN belong to none and stay empty. */
  grid: Grid;
  /** Per cell from 0 (full colour) to 1 (faded), e.g. how many steps it took. */
  shade?: ArrayLike<number>;
}

/** Cells by category, in the colours of the series. Label the regions too: six tints are told apart by eye, not named. */
export function categories(plot: Plot): Layer<CategoriesData> {
  return imageLayer<CategoriesData>(plot, false, ({ grid, shade }) => {
    const colours = palette();
    const paper = colours.rgb('paper');
    const series = Array.from({ length: 6 }, (_, index) => colours.rgb(`series-${index + 1}` as Ink));
    const tables = series.map((colour) =>
      Array.from({ length: 32 }, (_, index) => mix(colour, paper, 0.25 + (0.6 * index) / 31)),
    );
    return (index) => {
      const category = grid.values[index]!;
      if (!(category >= 0)) return undefined;
      const place = shade ? Math.round(31 * Math.min(1, Math.max(0, shade[index]!))) : 8;
      return tables[category % 6]![place];
    };
  });
}

/** One pixel per cell on a small canvas, which is then drawn at its place in the plot. */
function imageLayer<Data extends { grid: Grid }>(
  plot: Plot,
  smooth: boolean,
  colouring: (data: Data) => (index: number) => Rgb | undefined,
): Layer<Data> {
  const canvas = document.createElement('canvas');
  const cells = document.createElement('canvas');
  return plot.addLayer<Data>({
    element: canvas,
    themed: true,
    draw(data, view) {
      const { grid } = data;
      const context = canvas.getContext('2d')!;
      context.clearRect(0, 0, view.width, view.height);
      cells.width = grid.columns;
      cells.height = grid.rows;
      const cellContext = cells.getContext('2d')!;
      const image = cellContext.createImageData(grid.columns, grid.rows);
      const colourOf = colouring(data);
      for (let row = 0; row < grid.rows; ++row) {
        for (let column = 0; column < grid.columns; ++column) {
          const colour = colourOf(row * grid.columns + column);
          if (!colour) continue;
          // The first row of the grid is the lowest, that of an image the highest.
          const target = 4 * ((grid.rows - 1 - row) * grid.columns + column);
          image.data.set(colour, target);
          image.data[target + 3] = 255;
        }
      }
      cellContext.putImageData(image, 0, 0);
      context.imageSmoothingEnabled = smooth;
      context.imageSmoothingQuality = 'high';
      context.drawImage(cells, ...imageBox(grid, view));
    },
  });
}

/** Cells are centred on their samples, so the image reaches half a cell beyond the grid; the canvas cuts it off. */
function imageBox(grid: Grid, view: View): [left: number, top: number, width: number, height: number] {
  const [x0, y0] = gridPlace(grid, -0.5, -0.5);
  const [x1, y1] = gridPlace(grid, grid.columns - 0.5, grid.rows - 0.5);
  const left = view.x.toPixel(x0);
  const top = view.y.toPixel(y1);
  return [left, top, view.x.toPixel(x1) - left, view.y.toPixel(y0) - top];
}
