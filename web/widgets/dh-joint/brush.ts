/** A brush for the cells of a table: what the pointer passes becomes more probable, or impossible. */
import { pixelOf } from '../../controls/grabbing.ts';
import type { Plot } from '../../plot/plot.ts';

export interface BrushOptions {
  mode(): string;
  /** The cell at a place of the data, if there is one. */
  cellAt(x: number, y: number): number | undefined;
  /** The probabilities that a stroke begins with. */
  shares(): number[];
  /** Called with new weights and the number of cells that the stroke has touched. */
  paint(weights: readonly number[], touched: number): void;
}

export class Brush {
  readonly #plot: Plot;
  readonly #options: BrushOptions;
  readonly #stopped = new AbortController();
  #pointer = -1;
  #weights: number[] = [];
  #touched = new Set<number>();

  constructor(plot: Plot, options: BrushOptions) {
    this.#plot = plot;
    this.#options = options;
    const { signal } = this.#stopped;
    const listen = (name: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel', heard: (event: PointerEvent) => void) =>
      plot.root.addEventListener(name, heard, { signal }); // prettier-ignore
    listen('pointerdown', (event) => this.#begin(event));
    listen('pointermove', (event) => event.pointerId === this.#pointer && this.#touch(event));
    listen('pointerup', () => (this.#pointer = -1));
    listen('pointercancel', () => (this.#pointer = -1));
  }

  stop(): void {
    this.#stopped.abort();
  }

  #begin(event: PointerEvent): void {
    const onHandle = (event.target as Element).closest('.handle') !== null;
    if (this.#options.mode() === 'none' || event.button !== 0 || onHandle || this.#pointer >= 0) return;
    event.preventDefault();
    this.#pointer = event.pointerId;
    this.#plot.root.setPointerCapture(event.pointerId);
    this.#weights = this.#options.shares();
    this.#touched = new Set();
    this.#touch(event);
  }

  /** Each cell once a stroke: raised by as much as a cell has on average, or emptied. */
  #touch(event: PointerEvent): void {
    const { mode, cellAt, paint } = this.#options;
    const cell = cellAt(...(this.#plot.toData(...pixelOf(this.#plot, event)) as [number, number]));
    if (cell === undefined || this.#touched.has(cell)) return;
    this.#touched.add(cell);
    this.#weights[cell] = mode() === 'erase' ? 0 : this.#weights[cell] + 1 / this.#weights.length;
    paint([...this.#weights], this.#touched.size);
  }
}
