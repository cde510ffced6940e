/** All batches of a training as cells, an epoch a row: done, the latest, and still to come. */
import type { Layer, Plot } from '../../plot/plot.ts';
import { round, svgElement } from '../../plot/svg.ts';

export interface StripData {
  samples: number;
  batchSize: number;
  perEpoch: number;
  epochs: number;
  /** How many batches are done, the latest included. */
  done: number;
}

/** The part of a row's height that a cell takes. */
const HEIGHT = 0.7;

/** The plot has the samples used in an epoch from left to right, and the first epoch between `epochs − 1` and `epochs`, at the top. */
export function strip(plot: Plot): Layer<StripData> {
  const coming = svgElement('path', { class: 'line thin', opacity: 0.8 });
  const used = svgElement('path', { class: 'solid', opacity: 0.45 });
  const latest = svgElement('path', { class: 'solid' });
  const element = svgElement(
    'g',
    {},
    svgElement('g', { class: 'ink-ink-soft' }, coming),
    svgElement('g', { class: 'ink-data' }, used),
    svgElement('g', { class: 'ink-step' }, latest),
  );
  return plot.addLayer<StripData>({
    element,
    clip: true,
    draw({ samples, batchSize, perEpoch, epochs, done }, view) {
      const cells = Array.from({ length: perEpoch * epochs }, (_, k) => {
        const from = (k % perEpoch) * batchSize;
        const level = epochs - Math.floor(k / perEpoch);
        const [left, right] = [from, Math.min(from + batchSize, samples)].map((x) => view.x.toPixel(x));
        const [top, bottom] = [level - (1 - HEIGHT) / 2, level - (1 + HEIGHT) / 2].map((y) => view.y.toPixel(y));
        // A gap between cells, where they are wide enough to be told apart.
        const gap = Math.min(1.5, (right! - left!) / 4);
        return `M${round(left! + gap)},${round(top!)}H${round(right! - gap)}V${round(bottom!)}H${round(left! + gap)}Z`;
      });
      used.setAttribute('d', cells.slice(0, Math.max(done - 1, 0)).join(''));
      latest.setAttribute('d', cells.slice(Math.max(done - 1, 0), done).join(''));
      coming.setAttribute('d', cells.slice(done).join(''));
    },
  });
}
