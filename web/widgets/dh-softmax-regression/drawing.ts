/** The two plots: the penguins on the regions of the classes, and the losses so far. */
import { seriesStyle } from '../../plot/inks.ts';
import { curve } from '../../plot/layers/curve.ts';
import { categories } from '../../plot/layers/heatmap.ts';
import { points } from '../../plot/layers/points.ts';
import { nameParts } from '../../plot/parts.ts';
import { Plot } from '../../plot/plot.ts';
import { extent } from '../../plot/scale.ts';
import { CLASSES } from './penguins.ts';
import type { Samples } from './penguins.ts';
import type { View } from './view.ts';

const looks = Array.from({ length: CLASSES }, (_, index) => seriesStyle(index));

export class MapPlot {
  readonly plot: Plot;
  readonly #regions;
  readonly #training;
  readonly #test;

  constructor(container: Element, title: string) {
    this.plot = new Plot(container, {
      x: { domain: [0, 1] },
      y: { domain: [0, 1] },
      title,
      aspect: 1.05,
    });
    this.#regions = categories(this.plot);
    this.#training = looks.map(({ ink, marker }) => points(this.plot, { ink, marker, radius: 3.5 }));
    this.#test = looks.map(({ ink, marker }) => points(this.plot, { ink, marker, radius: 4, hollow: true }));
    nameParts({ regions: this.#regions });
  }

  /** Penguins kept for testing, by their rows, are hollow. */
  show(
    { across, up, classes }: Samples,
    test: ReadonlySet<number>,
    { picture, x, y }: View,
    words: { x: string; y: string; names: readonly string[] },
  ): void {
    this.plot.configure({
      x: { domain: x, label: words.x },
      y: { domain: y, label: words.y },
      legend: words.names.map((label, index) => ({ label, ink: looks[index].ink, marker: looks[index].marker })),
    });
    if (picture) this.#regions.update(picture);
    for (const index of looks.keys()) {
      const rows = [...classes.keys()].filter((row) => classes[row] === index);
      for (const [layer, tested] of [
        [this.#training[index], false],
        [this.#test[index], true],
      ] as const) {
        const chosen = rows.filter((row) => test.has(row) === tested);
        layer.update({ x: chosen.map((row) => across[row]), y: chosen.map((row) => up[row]) });
      }
    }
  }
}

export class LossPlot {
  readonly plot: Plot;
  readonly #training;
  readonly #test;

  constructor(container: Element, title: string) {
    this.plot = new Plot(container, {
      x: { domain: [0, 10] },
      y: { domain: [0, 1.2] },
      title,
      aspect: 1.05,
    });
    this.#training = curve(this.plot, { ink: 'f', weight: 'thick' });
    this.#test = curve(this.plot, { ink: 'data', dash: 'dashed' });
    nameParts({ losses: [this.#training, this.#test] });
  }

  show({ history, tested }: View, words: { x: string; y: string; training: string; test: string }): void {
    const { steps, training, test } = history;
    this.plot.configure({
      x: { domain: [0, Math.max(10, steps.at(-1) ?? 0)], label: words.x },
      y: { domain: extent([...training, ...test.filter(Number.isFinite), 0, 1.2], { padding: 0.02 }), label: words.y },
      legend: [
        { label: words.training, ink: 'f', dash: 'solid' },
        ...(tested ? [{ label: words.test, ink: 'data', dash: 'dashed' } as const] : []),
      ],
    });
    this.#training.update({ x: steps, y: training, jumps: [] });
    this.#test.update({ x: steps, y: tested ? test : [], jumps: [] });
  }
}
