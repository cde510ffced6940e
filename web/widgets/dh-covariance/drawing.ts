/** The points, the rectangle from each to the mean, the ellipse one standard deviation wide. */
import type { SampleCovariance } from '../../core/probability/types.ts';
import type { DataSet } from '../../figures/data/data-set.ts';
import { PointEditor } from '../../figures/data/point-editor.ts';
import type { Say } from '../../language/strings.ts';
import { curve } from '../../plot/layers/curve.ts';
import { points } from '../../plot/layers/points.ts';
import { rectangles } from '../../plot/layers/rectangles.ts';
import { lines } from '../../plot/layers/segments.ts';
import { nameParts } from '../../plot/parts.ts';
import { Plot } from '../../plot/plot.ts';
import type { Domain } from '../../plot/plot.ts';

/** Of more points the rectangles would be a solid patch. */
const MOST_RECTANGLES = 500;
const ELLIPSE_SAMPLES = 181;

type Corners = Record<'x0' | 'y0' | 'x1' | 'y1', number[]>;

/** The rectangles whose products have a sign. */
function cornersOf({ x, y }: DataSet, [centreX, centreY]: readonly number[], sign: 1 | -1): Corners {
  const chosen = Array.from(x.keys()).filter((row) => sign * (x[row] - centreX) * (y[row] - centreY) > 0);
  return {
    x0: chosen.map(() => centreX),
    y0: chosen.map(() => centreY),
    x1: chosen.map((row) => x[row]),
    y1: chosen.map((row) => y[row]),
  };
}

function outlineOf({ means, ellipse }: SampleCovariance): { x: number[]; y: number[] } {
  if (!means || !ellipse) return { x: [], y: [] };
  const [long, short] = ellipse.axes;
  const [cos, sin] = [Math.cos(ellipse.angle), Math.sin(ellipse.angle)];
  const turns = Array.from({ length: ELLIPSE_SAMPLES }, (_, index) => (2 * Math.PI * index) / (ELLIPSE_SAMPLES - 1));
  return {
    x: turns.map((turn) => means[0] + long * cos * Math.cos(turn) - short * sin * Math.sin(turn)),
    y: turns.map((turn) => means[1] + long * sin * Math.cos(turn) + short * cos * Math.sin(turn)),
  };
}

export class Drawing {
  readonly plot: Plot;
  readonly points: PointEditor;
  readonly #adding;
  readonly #taking;
  readonly #centre;
  readonly #mean;
  readonly #ellipse;
  readonly #say: Say;

  constructor(container: Element, say: Say, edit: (change: (points: number[][]) => number[][]) => void) {
    this.#say = say;
    this.plot = new Plot(container, {
      x: { domain: [0, 10], label: 'x' },
      y: { domain: [0, 10], label: 'y' },
      title: say('title'),
      interactive: true,
      aspect: (width) => (width < 420 ? 1 : width / 430),
    });
    this.#adding = rectangles(this.plot, { ink: 'series-1' });
    this.#taking = rectangles(this.plot, { ink: 'series-2' });
    this.#centre = lines(this.plot, { ink: 'ink-soft', dash: 'dashed', weight: 'thin' });
    this.#ellipse = curve(this.plot, { ink: 'prediction' });
    this.#mean = points(this.plot, { ink: 'ink', marker: 'plus', radius: 7, showOutside: false });
    this.points = new PointEditor(this.plot, { edit });
    nameParts({
      rectangles: [this.#adding, this.#taking],
      mean: [this.#centre, this.#mean],
      ellipse: this.#ellipse,
    });
  }

  look(window: Domain, names: readonly [string, string]): void {
    this.plot.configure({ x: { domain: window.x, label: names[0] }, y: { domain: window.y, label: names[1] } });
  }

  show(data: DataSet, facts: SampleCovariance, shown: { rectangles: boolean; ellipse: boolean }): void {
    const { means } = facts;
    const drawn = means && shown.rectangles && data.x.length <= MOST_RECTANGLES;
    const none = { x0: [], y0: [], x1: [], y1: [] };
    const [adding, taking] = drawn ? [cornersOf(data, means, 1), cornersOf(data, means, -1)] : [none, none];
    this.#adding.update(adding);
    this.#taking.update(taking);
    this.#centre.update(means ? [{ x: means[0] }, { y: means[1] }] : []);
    this.#mean.update({ x: means ? [means[0]] : [], y: means ? [means[1]] : [] });
    this.#ellipse.update({ ...(shown.ellipse ? outlineOf(facts) : { x: [], y: [] }), jumps: [] });
    this.points.show(data);
    this.plot.configure({
      legend: [
        ...(drawn ? ([['adds', 'series-1'], ['takes', 'series-2']] as const).map(([key, ink]) => ({ label: this.#say(key), ink, marker: 'square' as const, part: 'rectangles' })) : []),
        ...(shown.ellipse ? [{ label: this.#say('ellipse-name'), ink: 'prediction' as const, dash: 'solid' as const, part: 'ellipse' }] : []),
      ],
    }); // prettier-ignore
  }
}
