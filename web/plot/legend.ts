/** The key of a figure, inside the picture so that a saved one has it too. */

import { DASHES, markerPath, type Dash, type Ink, type Marker } from './inks.ts';
import { svgElement } from './svg.ts';
import { setText, textWidth, type RichText } from './text.ts';

export interface LegendEntry {
  label: RichText;
  ink: Ink;
  /** Draws a sample of a line. */
  dash?: Dash;
  /** Draws a sample of a point. */
  marker?: Marker;
  /** The name of the part of the figure that it explains; see `nameParts`. */
  part?: string;
}

const SWATCH = 24;
const GAP = 6;
const BETWEEN = 16;

export interface Flow {
  /** Left edge and row of every item. */
  places: { left: number; row: number }[];
  rows: number;
}

/** Sets items of the given widths in rows of `width`, the first row starting at `indent`. */
export function flow(widths: readonly number[], width: number, indent: number): Flow {
  let left = indent;
  let row = 0;
  const places = widths.map((itemWidth) => {
    if (left > 0 && left + itemWidth > width) {
      left = 0;
      row += 1;
    }
    const place = { left, row };
    left += itemWidth + BETWEEN;
    return place;
  });
  return { places, rows: widths.length === 0 ? 0 : row + 1 };
}

/** Width of an entry in CSS pixels. */
export function entryWidth(entry: LegendEntry, font: string): number {
  return SWATCH + GAP + Math.ceil(textWidth(entry.label, font));
}

/** Draws the entries at their places; rows are `rowHeight` apart and centred on `top + rowHeight / 2`. */
export function drawLegend(
  group: SVGGElement,
  entries: readonly LegendEntry[],
  { places }: Flow,
  top: number,
  rowHeight: number,
): void {
  const items = entries.map((entry, index) => {
    const { left, row } = places[index]!;
    const middle = top + (row + 0.5) * rowHeight;
    const item = svgElement('g', { class: `ink-${entry.ink}`, ...(entry.part && { 'data-part': entry.part }) });
    if (entry.dash) {
      item.append(
        svgElement('path', {
          class: 'line normal',
          d: `M${left},${middle}h${SWATCH}`,
          'stroke-dasharray': DASHES[entry.dash],
        }),
      );
    }
    if (entry.marker) {
      item.append(svgElement('path', { class: 'dot', d: markerPath(entry.marker, left + SWATCH / 2, middle, 4.5) }));
    }
    const text = svgElement('text', { class: 'ink-ink', x: left + SWATCH + GAP, y: middle, dy: '0.35em' });
    setText(text, entry.label);
    item.append(text);
    return item;
  });
  group.replaceChildren(...items);
}
