/** Losses by epoch: of the network that learns, and of runs that were kept to be compared with it. */
import type { TrainingHistory } from '../../core/training/types.ts';
import { seriesStyle } from '../../plot/inks.ts';
import { curve, nearestIndex } from '../../plot/layers/curve.ts';
import type { CurveData } from '../../plot/layers/curve.ts';
import { points } from '../../plot/layers/points.ts';
import type { PointsData } from '../../plot/layers/points.ts';
import { nameParts } from '../../plot/parts.ts';
import { Plot } from '../../plot/plot.ts';
import type { Layer } from '../../plot/plot.ts';
import { trackPointer } from '../../plot/pointer.ts';
import type { State } from './model.ts';

export const MOST_KEPT = 4;

export interface KeptRun {
  /** What it was called when it was kept. */
  name: string;
  history: TrainingHistory;
  state: State;
}

/** The losses after an epoch. */
export interface Row {
  epoch: number;
  training: number;
  /** NaN without a test set. */
  test: number;
}

interface Lines {
  training: Layer<CurveData>;
  test: Layer<CurveData>;
}

const NOTHING = { x: [], y: [], jumps: [] };

export class LossPlot {
  readonly plot: Plot;
  readonly #own: Lines;
  readonly #kept: Lines[];
  readonly #mark: Layer<PointsData>;
  #history: TrainingHistory | undefined;
  #framed = '';

  /** `point` is called with what is under the pointer. */
  constructor(
    container: Element,
    words: { title: string; epoch: string; loss: string; training: string; test: string },
    point: (row: Row | undefined) => void,
  ) {
    this.plot = new Plot(container, {
      title: words.title,
      x: { domain: [0, 10], label: words.epoch },
      y: { domain: [0, 1], label: words.loss },
      legend: [
        { label: words.training, ink: 'f', dash: 'solid' },
        { label: words.test, ink: 'data', dash: 'dashed' },
      ],
      aspect: (width) => (width < 420 ? 1.35 : 1.2),
    });
    this.#kept = Array.from({ length: MOST_KEPT }, (_, index) => {
      const { ink } = seriesStyle(index + 2);
      return {
        training: curve(this.plot, { ink, weight: 'thin' }),
        test: curve(this.plot, { ink, weight: 'thin', dash: 'dashed' }),
      };
    });
    this.#own = {
      test: curve(this.plot, { ink: 'data', dash: 'dashed', weight: 'normal' }),
      training: curve(this.plot, { ink: 'f', weight: 'normal' }),
    };
    this.#mark = points(this.plot, { ink: 'f', radius: 3.5 });
    nameParts({ losses: [this.#own.test, this.#own.training] });
    trackPointer(this.plot, (place) => {
      const row = place && this.#rowAt(place.x);
      const [x, y] = row ? [[row.epoch, row.epoch], [row.training, row.test]] : [[], []]; // prettier-ignore
      this.#mark.update({ x, y });
      point(row);
    });
  }

  show(history: TrainingHistory | undefined, kept: readonly KeptRun[], logarithmic: boolean): void {
    this.#history = history;
    const all = [...(history ? [history] : []), ...kept.map((run) => run.history)];
    const longest = Math.max(10, ...all.map(({ epochs }) => epochs.at(-1) ?? 0));
    // Where a loss begins, or comes to; what shoots up on the way to divergence leaves the picture.
    const first = all.flatMap(({ training, test }) => [training[0], test[0]]);
    const last = all.flatMap(({ training, test }) => [training.at(-1)!, test.at(-1)!]);
    const start = Math.max(1e-9, ...first.filter(Number.isFinite));
    const most = Math.max(start, ...last.filter((loss) => loss < 3 * start));
    this.#frame(roundUp(longest), roundUp(1.02 * most), logarithmic ? lowest(all) : 0);
    draw(this.#own, history);
    this.#kept.forEach((lines, index) => draw(lines, kept[index]?.history));
  }

  /** The axes grow in few, large strides: every change of them lays the plot out anew. `low` is 0 for an even axis. */
  #frame(epochs: number, high: number, low: number): void {
    const wanted = [epochs, high, low].join();
    if (wanted === this.#framed) return;
    this.#framed = wanted;
    this.plot.configure({
      x: { domain: [0, epochs] },
      y: low > 0 ? { domain: [low, high], scale: 'log' } : { domain: [0, high], scale: 'linear' },
    });
  }

  #rowAt(epoch: number): Row | undefined {
    const history = this.#history;
    if (!history?.epochs.length) return undefined;
    const index = nearestIndex(history.epochs, epoch);
    return { epoch: history.epochs[index], training: history.training[index], test: history.test[index] };
  }
}

function draw({ training, test }: Lines, history: TrainingHistory | undefined): void {
  training.update(history ? { x: history.epochs, y: history.training, jumps: [] } : NOTHING);
  test.update(history ? { x: history.epochs, y: history.test, jumps: [] } : NOTHING);
}

/** The next of 1, 1.5, 2, 3, 4, 6, 8 and ten times these. */
function roundUp(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return unit * [1, 1.5, 2, 3, 4, 6, 8, 10].find((factor) => factor * unit >= value * 0.999)!;
}

/** A power of ten below all losses, but no more than nine of them below 1. */
function lowest(all: readonly TrainingHistory[]): number {
  let least = 1;
  for (const { training, test } of all)
    for (const losses of [training, test]) for (const loss of losses) if (loss > 0 && loss < least) least = loss;
  return Math.max(1e-9, 10 ** Math.floor(Math.log10(least) - 1e-9));
}
