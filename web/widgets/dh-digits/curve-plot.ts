/** How large a share of the pictures is read rightly, by epoch. */
import { curve } from '../../plot/layers/curve.ts';
import { points } from '../../plot/layers/points.ts';
import { nameParts } from '../../plot/parts.ts';
import { Plot } from '../../plot/plot.ts';
import type { Look } from './lab.ts';

export class AccuracyPlot {
  readonly plot: Plot;
  readonly #training;
  readonly #test;
  readonly #now;
  #drawn: readonly unknown[] = [];

  constructor(
    container: Element,
    words: { title: string; epoch: string; share: string; training: string; test: string },
  ) {
    this.plot = new Plot(container, {
      title: words.title,
      x: { domain: [0, 10], label: words.epoch },
      y: { domain: [0, 100], label: words.share },
      legend: [
        { label: words.training, ink: 'f', dash: 'solid' },
        { label: words.test, ink: 'data', dash: 'dashed' },
      ],
      aspect: (width) => (width < 420 ? 1.35 : 1.5),
    });
    this.#training = curve(this.plot, { ink: 'f', weight: 'normal' });
    this.#test = curve(this.plot, { ink: 'data', dash: 'dashed', weight: 'normal' });
    this.#now = points(this.plot, { ink: 'data', radius: 4 });
    nameParts({ accuracy: [this.#training, this.#test, this.#now] });
  }

  /** Up to the epoch that is shown; what lies below 80% is left out once the network is better. */
  show(look: Look | undefined, epochs: number): void {
    const drawn = [look, epochs];
    if (drawn.every((value, index) => value === this.#drawn[index])) return;
    this.#drawn = drawn;
    const shown = look ? look.history.epochs.filter((epoch) => epoch <= look.progress.epoch).length : 0;
    const percent = (shares: Float64Array | undefined) =>
      Array.from(shares?.subarray(0, shown) ?? [], (share) => 100 * share);
    const x = Array.from(look?.history.epochs.subarray(0, shown) ?? []);
    const [training, test] = [percent(look?.history.trainingAccuracy), percent(look?.history.testAccuracy)];
    const low = (test.at(-1) ?? 0) > 85 ? 80 : 0;
    this.plot.configure({ x: { domain: [0, Math.max(1, epochs)] }, y: { domain: [low, 100] } });
    this.#training.update({ x, y: training, jumps: [] });
    this.#test.update({ x, y: test, jumps: [] });
    this.#now.update({ x: x.slice(-1), y: test.slice(-1) });
  }
}
