/** The coordinates of a run's points, each in a list of its own, as plots want them. */
import type { DescentRun } from '../../figures/descent/descent-run.ts';

export class Track {
  readonly run: DescentRun;
  readonly x: number[] = [];
  readonly y: number[] = [];

  constructor(run: DescentRun) {
    this.run = run;
  }

  /** Take over what the run has computed since the last time. */
  extend(): this {
    for (let step = this.x.length; step <= this.run.reached; ++step) {
      this.x.push(this.run.points[2 * step]);
      this.y.push(this.run.points[2 * step + 1]);
    }
    return this;
  }

  get values(): readonly number[] {
    return this.run.values;
  }

  get gradients(): readonly number[] {
    return this.run.gradients;
  }
}
