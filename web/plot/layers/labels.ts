/** Words at places of the plot, kept inside its border and legible on anything. */

import type { Ink } from '../inks.ts';
import type { Layer, Plot } from '../plot.ts';
import { reuseChildren, round, setAttributes, svgElement } from '../svg.ts';
import { haloText, setHaloText, textWidth, type RichText } from '../text.ts';

export interface Label {
  /** The place spoken of, in data coordinates; a label that is not at a finite place is left out. */
  x: number;
  y: number;
  text: RichText;
  ink?: Ink;
  /** Which part of the text is at the place (default `start`). */
  anchor?: 'start' | 'middle' | 'end';
  /** Distance of the text from the place in CSS pixels, to the right and down. */
  dx?: number;
  dy?: number;
}

export function labels(plot: Plot): Layer<readonly Label[]> {
  const element = svgElement('g');
  return plot.addLayer<readonly Label[]>({
    element,
    draw(given, view) {
      const places = given
        .map((label) => ({ ...label, px: view.x.toPixel(label.x), py: view.y.toPixel(label.y) }))
        .filter(({ px, py }) => Number.isFinite(px) && Number.isFinite(py));
      const texts = reuseChildren(element, places.length, haloText);
      places.forEach(({ text, ink = 'ink', anchor = 'start', dx = 0, dy = 0, px, py }, index) => {
        const width = textWidth(text, view.font.css);
        const before = anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2;
        const left = Math.min(Math.max(px + dx - before, 4), Math.max(4, view.width - width - 4));
        const middle = Math.min(Math.max(py + dy, view.font.size * 0.8), view.height - view.font.size * 0.8);
        setAttributes(texts[index]!, { class: `ink-${ink}` });
        setHaloText(texts[index]!, { x: round(left), y: round(middle), dy: '0.35em' }, text);
      });
    },
  });
}
