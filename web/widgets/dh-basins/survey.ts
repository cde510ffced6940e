/** Where descent ends from every start of a grid, worked out by all cores of the machine and told piece by piece. */
import { getCore } from '../../core/core.ts';
import { getPool } from '../../core/pool.ts';
import type { Basins, Ends, StartGrid } from '../../core/many-runs/types.ts';
import type { DescentProblem } from '../../core/optimize/types.ts';

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
  /** How many of its starts are worked out. */
  computed: number;
  /** Per start: the number of its basin, −1 where descent did not converge or to no place with a number; NaN while not worked out. */
  labels: Float64Array;
  outcomes: Int32Array;
  steps: Int32Array;
}

/** The part of the plane that is charted. */
export interface Box {
  x: readonly [number, number];
  y: readonly [number, number];
}

/** Who wants to know how it goes. */
export interface SurveyHost {
  /** There is more to show. */
  progress(survey: Survey): void;
  failed(error: unknown): void;
}

export class Survey {
  /** The finest chart so far, parts of it perhaps still empty. */
  chart: Chart | undefined;
  /** The places of the chart. While it fills they are those of the coarse one, which keep their numbers. */
  basins: Basins | undefined;
  /** How much of the fine chart is done, 0 to 1. */
  done = 0;
  cancelled = false;

  readonly total = GRIDS[1].columns * GRIDS[1].rows;
  /** Resolves when it is done, cancelled or has failed. */
  readonly working: Promise<void>;
  readonly #controller = new AbortController();
  #dropped = false;

  /** Begins. `known` places keep their numbers. */
  constructor(problem: Problem, box: Box, known: readonly number[], radius: number, host: SurveyHost) {
    this.working = this.#run(problem, box, known, radius, () => host.progress(this)).catch(host.failed);
  }

  async #run(problem: Problem, box: Box, known: readonly number[], radius: number, changed: () => void): Promise<void> {
    try {
      for (const grid of GRIDS) await this.#chart(problem, box, grid, this.basins?.ends ?? known, radius, changed);
    } catch (error) {
      if (!this.#controller.signal.aborted) throw error;
      if (!this.#dropped) changed();
    }
  }

  /** The reader has had enough: what is worked out stays. */
  cancel(): void {
    this.cancelled = this.done < 1;
    this.#controller.abort();
  }

  /** Nobody looks any more. */
  drop(): void {
    this.#dropped = true;
    this.#controller.abort();
  }

  async #chart(
    problem: Problem,
    { x, y }: Box,
    { columns, rows }: { columns: number; rows: number },
    known: ArrayLike<number>,
    radius: number,
    changed: () => void,
  ): Promise<void> {
    const grid: StartGrid = { x: [...x, columns], y: [...y, rows] };
    const fine = columns === GRIDS[1].columns;
    const count = columns * rows;
    // Zero is the outcome of a run that still goes on: starts not worked out belong to no place.
    const all: Ends = {
      ends: new Float64Array(2 * count),
      outcomes: new Int32Array(count),
      steps: new Int32Array(count),
    };
    const chart: Chart = {
      columns,
      rows,
      computed: 0,
      labels: new Float64Array(count).fill(NaN),
      outcomes: all.outcomes,
      steps: all.steps,
    };
    const firstRows = Array.from({ length: Math.ceil(rows / ROWS_A_JOB) }, (_, job) => job * ROWS_A_JOB);
    try {
      await getPool('many-runs').map(
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
            chart.computed += slice.outcomes.length;
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
    } catch (error) {
      // What a cancelled map has got so far is made as good as that of a whole one.
      if (!this.cancelled || this.#dropped || !fine || chart.computed === 0) throw error;
    }
    const basins = await (await getCore('many-runs')).basins(problem, all, known, radius);
    if (this.#dropped || (this.cancelled && !fine)) this.#controller.signal.throwIfAborted();
    for (let start = 0; start < count; ++start)
      if (!Number.isNaN(chart.labels[start])) chart.labels[start] = basins.labels[start];
    this.chart = { ...chart };
    this.basins = { ...basins, kinds: isolated(basins, 3 * radius) };
    if (fine && chart.computed === count) {
      this.done = 1;
      this.cancelled = false;
    }
    changed();
  }
}

/** The kinds without saddles that have neighbours: those are pieces of a valley floor, flat along it and therefore hard to judge. */
function isolated({ ends, kinds }: Basins, distance: number): Basins['kinds'] {
  const near = (one: number, other: number) =>
    one !== other && Math.hypot(ends[2 * one] - ends[2 * other], ends[2 * one + 1] - ends[2 * other + 1]) < distance;
  return kinds.map((kind, index) =>
    kind === 'saddle' && kinds.some((_, other) => near(index, other)) ? 'none' : kind,
  );
}
