/** The plane as the network sees it: what it says everywhere, under the points it learns from. */
import { Handle } from '../../controls/handle.ts';
import { seriesStyle } from '../../plot/inks.ts';
import { categories, heatmap } from '../../plot/layers/heatmap.ts';
import type { CategoriesData, HeatmapData } from '../../plot/layers/heatmap.ts';
import { points } from '../../plot/layers/points.ts';
import type { PointsData } from '../../plot/layers/points.ts';
import { valued } from '../../plot/layers/valued.ts';
import type { ValuedData } from '../../plot/layers/valued.ts';
import type { Grid } from '../../plot/grid.ts';
import { nameParts } from '../../plot/parts.ts';
import { Plot } from '../../plot/plot.ts';
import type { Layer } from '../../plot/plot.ts';
import { format } from '../../language/strings.ts';
import { MOST_CLASSES } from './fields.ts';
import { seriesOf } from './samples.ts';
import type { Samples } from './samples.ts';

/** What colours a place: numbers of either sign, or the likeliest of several classes. */
export interface Ground {
  values: Float32Array;
  /** How many rows and columns. */
  cells: number;
  /** Maps behind each other, one a class; 1 for numbers of either sign. */
  outputs: number;
  /** What the ends of the colours stand for. */
  reach: number;
}

export interface Shown {
  samples: Samples;
  split: { training: Int32Array; test: Int32Array };
  ground: Ground | undefined;
  discrete: boolean;
  showTest: boolean;
  probe: readonly number[];
}

/** Colours are paler on the ground than the points on it. */
const PALE = 1.7;

interface Marks {
  training: Layer<PointsData>;
  test: Layer<PointsData>;
}

export class OutputMap {
  readonly plot: Plot;
  readonly #signed: Layer<HeatmapData>;
  readonly #regions: Layer<CategoriesData>;
  readonly #numbers: Layer<ValuedData>;
  readonly #classes: Marks[];
  readonly #probe: Handle;
  #drawn: Shown | undefined;

  constructor(container: Element, words: { title: string; probe: string }, moveProbe: (x: number, y: number) => void) {
    this.plot = new Plot(container, {
      title: words.title,
      interactive: true,
      x: { domain: [-1, 1], label: 'x₁', grid: false },
      y: { domain: [-1, 1], label: 'x₂', grid: false },
      aspect: 1,
      margin: { top: 24 },
    });
    this.#signed = heatmap(this.plot, { map: 'signed' });
    this.#regions = categories(this.plot);
    this.#numbers = valued(this.plot);
    this.#classes = Array.from({ length: MOST_CLASSES }, (_, index) => {
      const { ink, marker } = seriesStyle(index);
      return {
        training: points(this.plot, { ink, marker, radius: 3.2, showOutside: false }),
        test: points(this.plot, { ink, marker, radius: 3.2, hollow: true, showOutside: false }),
      };
    });
    this.#probe = new Handle(this.plot, {
      label: words.probe,
      axes: 'both',
      ink: 'x',
      describe: (x, y) => `(${format(x)}, ${format(y)})`,
      change: moveProbe,
    });
    nameParts({ ground: [this.#signed, this.#regions] });
  }

  show(shown: Shown): void {
    const { samples, split, ground, discrete, probe } = shown;
    const { reach } = samples;
    const before = this.#drawn;
    this.#drawn = shown;
    if (before?.samples !== samples) this.plot.domain = { x: [-reach, reach], y: [-reach, reach] };
    if (before?.ground !== ground || before?.discrete !== discrete) this.#paintGround(ground, reach, discrete);
    if (before?.samples !== samples || before.split !== split || before.showTest !== shown.showTest)
      this.#placePoints(shown);
    this.#probe.moveTo(probe[0], probe[1]);
  }

  #paintGround(ground: Ground | undefined, reach: number, discrete: boolean): void {
    this.#signed.visible = ground?.outputs === 1;
    this.#regions.visible = (ground?.outputs ?? 1) > 1;
    if (!ground) return;
    const grid = (values: ArrayLike<number>): Grid => ({
      values,
      columns: ground.cells,
      rows: ground.cells,
      x: [-reach, reach],
      y: [-reach, reach],
    });
    if (ground.outputs === 1) {
      const values = discrete ? ground.values.map(Math.sign) : ground.values.map((value) => value / ground.reach);
      this.#signed.update({
        grid: grid(values.map((value) => Math.max(-1, Math.min(1, value)))),
        range: [-PALE, PALE],
      });
    } else {
      const { values, shade } = likeliest(ground, discrete);
      this.#regions.update({ grid: grid(values), shade });
    }
  }

  #placePoints({ samples, split, showTest }: Shown): void {
    const { x1, x2, outputs, classes } = samples;
    const place = (rows: Int32Array, chosen: (row: number) => boolean) => {
      const some = [...rows].filter(chosen);
      return { x: some.map((row) => x1[row]), y: some.map((row) => x2[row]) };
    };
    this.#classes.forEach(({ training, test }, series) => {
      const own = (row: number) => classes > 0 && seriesOf(outputs[row]) === series;
      training.update(place(split.training, own));
      test.update(place(showTest ? split.test : new Int32Array(), own));
    });
    const rows = classes > 0 ? [] : [...split.training, ...(showTest ? split.test : [])];
    const of = (values: Float64Array) => rows.map((row) => values[row]);
    this.#numbers.update({ x: of(x1), y: of(x2), values: of(outputs) });
  }
}

/** The likeliest class of every place, paler the less sure it is. */
function likeliest({ values, cells, outputs }: Ground, discrete: boolean): { values: Int8Array; shade: Float32Array } {
  const places = cells * cells;
  const classes = new Int8Array(places);
  const shade = new Float32Array(places);
  for (let place = 0; place < places; ++place) {
    let best = 0;
    for (let label = 1; label < outputs; ++label)
      if (values[label * places + place] > values[best * places + place]) best = label;
    const share = values[best * places + place];
    classes[place] = seriesOf(best);
    shade[place] = discrete ? 0.35 : Math.min(1, Math.max(0, 1 - (share - 1 / outputs) / (1 - 1 / outputs)));
  }
  return { values: classes, shade };
}
