/** Patterns over cells without a colour of their own: told apart from empty ones and from every colour without seeing colours. */
import { palette, type Rgb } from '../../plot/colour.ts';
import { mix } from '../../plot/colour-map.ts';
import type { Layer, Plot } from '../../plot/plot.ts';

export interface HatchData {
  columns: number;
  rows: number;
  /** Per cell, from the lowest row up. */
  patternOf: (index: number) => 'lines' | 'squares' | undefined;
  box: { x: readonly [number, number]; y: readonly [number, number] };
}

/** Distance of the lines along x, in px. */
const DISTANCE = 7;
/** How much paper there is in the grey between the lines: marked areas may be thinner than the lines are apart. */
const PAPER = 0.7;

/** The same as a CSS background, for legends. */
export const HATCH = `repeating-linear-gradient(-45deg, var(--dh-ink-soft) 0 1.2px,
  color-mix(in srgb, var(--dh-ink) ${100 * (1 - PAPER)}%, var(--dh-paper)) 1.2px 4px)`;

export const SQUARES = `repeating-conic-gradient(var(--dh-line) 0 25%, var(--dh-panel) 0 50%) 0 0 / 8px 8px`;

/** Cells to the side of a square. */
const SQUARE = 6;

export function hatch(plot: Plot): Layer<HatchData> {
  const canvas = document.createElement('canvas');
  const cells = document.createElement('canvas');
  return plot.addLayer<HatchData>({
    element: canvas,
    themed: true,
    draw({ columns, rows, patternOf, box }, view) {
      const context = canvas.getContext('2d')!;
      context.clearRect(0, 0, view.width, view.height);
      const [left, right] = box.x.map((x) => view.x.toPixel(x));
      const [bottom, top] = box.y.map((y) => view.y.toPixel(y));
      const fill = (colour: Rgb, chosen: (index: number) => boolean) => {
        cells.width = columns;
        cells.height = rows;
        const cellContext = cells.getContext('2d')!;
        const image = cellContext.createImageData(columns, rows);
        for (let index = 0; index < columns * rows; ++index) {
          if (!chosen(index)) continue;
          const [row, column] = [Math.floor(index / columns), index % columns];
          image.data.set([...colour, 255], 4 * ((rows - 1 - row) * columns + column));
        }
        cellContext.putImageData(image, 0, 0);
        context.imageSmoothingEnabled = false;
        context.drawImage(cells, left, top, right - left, bottom - top);
      };
      const [ink, paper, line] = (['ink', 'paper', 'line'] as const).map((name) => palette().rgb(name));
      fill(mix(ink, paper, PAPER), (index) => patternOf(index) === 'lines');
      context.globalCompositeOperation = 'source-atop';
      context.strokeStyle = palette().css('ink-soft');
      context.lineWidth = 1.2;
      context.beginPath();
      for (let x = left - (bottom - top); x < right; x += DISTANCE) {
        context.moveTo(x, bottom);
        context.lineTo(x + (bottom - top), top);
      }
      context.stroke();
      context.globalCompositeOperation = 'source-over';
      const square = (index: number) => Math.floor(index / columns / SQUARE) + Math.floor((index % columns) / SQUARE);
      fill(line, (index) => square(index) % 2 === 0 && patternOf(index) === 'squares');
    },
  });
}
