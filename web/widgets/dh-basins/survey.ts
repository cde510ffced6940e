/** Where descent ends from every start of a grid, worked out by all cores of the machine and told piece by piece. */
import { getCore } from '../../core/core.ts';
import { getPool } from '../../core/pool.ts';
import type { Basins, DescentProblem, Ends, StartGrid } from '../../core/types.ts';

export type Problem = Omit<DescentProblem, 'start'>;

/** A small grid first, so that a slider answers at once; then the fine one. */
export const GRIDS = [
  { columns: 100, rows: 75 },
  { columns: 400, rows: 300 },
] as const;
const ROWS_A_JOB = 10;

export interface Chart {
  columns: number;
  rows: number;
  /** Per start: the number of its basin, −1 where descent did not converge; NaN while not worked out. */
  labels: Float64Array;
  outcomes: Int32Array;
  steps: Int32Array;
}

export class Survey {
  /** The finest chart so far, parts of it perhaps still empty. */
  chart: Chart | undefined;
  /** What was found when the chart is complete. */
  basins: Basins | undefined;
  /** How much of the fine chart is done, 0 to 1. */
  done = 0;
  cancelled = false;

  readonly #controller = new AbortController();

  /**
   * Begin. `known` places keep their numbers; `changed` is called whenever there is more to show. Rejects never for being cancelled.
   */
  async run(
    problem: Problem,
    box: { x: readonly [number, number]; y: readonly [number, number] },
    known: readonly number[],
    radius: number,
    changed: () => void,
  ): Promise<void> {
    try {
      for (const grid of GRIDS) await this.#chart(problem, box, grid, known, radius, changed);
    } catch (error) {
      if (!this.#controller.signal.aborted) throw error;
    }
  }

  cancel(): void {
    this.cancelled = this.done < 1;
    this.#controller.abort();
  }

  async #chart(
    problem: Problem,
    { x, y }: { x: readonly [number, number]; y: readonly [number, number] },
    { columns, rows }: { columns: number; rows: number },
    known: readonly number[],
    radius: number,
    changed: () => void,
  ): Promise<void> {
    const grid: StartGrid = { x: [...x, columns], y: [...y, rows] };
    const fine = columns === GRIDS[1].columns;
    const count = columns * rows;
    const all: Ends = {
      ends: new Float64Array(2 * count),
      outcomes: new Int32Array(count),
      steps: new Int32Array(count),
    };
    const chart = {
      columns,
      rows,
      labels: new Float64Array(count).fill(NaN),
      outcomes: all.outcomes,
      steps: all.steps,
    };
    const firstRows = Array.from({ length: Math.ceil(rows / ROWS_A_JOB) }, (_, job) => job * ROWS_A_JOB);
    await getPool().map(
      firstRows,
      async (core, row) => {
        const slice = await core.ends(problem, grid, row, Math.min(row + ROWS_A_JOB, rows));
        return { slice, basins: await core.basins(problem, slice, known, radius) };
      },
      {
        signal: this.#controller.signal,
        each: ({ slice, basins }, job, done) => {
          const from = firstRows[job] * columns;
          all.ends.set(slice.ends, 2 * from);
          all.outcomes.set(slice.outcomes, from);
          all.steps.set(slice.steps, from);
          // Places nobody knew beforehand get their numbers when all are in.
          chart.labels.set(
            basins.labels.map((label) => (label < known.length / 2 ? label : -1)),
            from,
          );
          if (!fine) return;
          this.done = (done / firstRows.length) * 0.99;
          this.chart = chart;
          changed();
        },
      },
    );
    const basins = await (await getCore()).basins(problem, all, known, radius);
    this.#controller.signal.throwIfAborted();
    chart.labels.set(basins.labels);
    this.chart = { ...chart };
    this.basins = basins;
    if (fine) this.done = 1;
    changed();
  }
}
