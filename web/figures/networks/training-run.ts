/** A training of the core as something to play: a step is an update. */
import type { Remote } from '../../core/types.ts';
import type { Training, TrainingProgress } from '../../core/training/types.ts';
import type { Stepper } from '../../widget/stepper.ts';

export class TrainingRun implements Stepper {
  readonly training: Remote<Training>;
  reached = 0;
  #limit: number;
  #progress: TrainingProgress;

  private constructor(training: Remote<Training>, progress: TrainingProgress, limit: number) {
    this.training = training;
    this.#progress = progress;
    this.#limit = limit;
  }

  /** `limit` is the update it ends at unless something ends it before. */
  static async start(training: Remote<Training>, limit: number): Promise<TrainingRun> {
    return new TrainingRun(training, await training.progress(), limit);
  }

  get progress(): TrainingProgress {
    return this.#progress;
  }

  get position(): number {
    return this.#progress.step;
  }

  get ended(): boolean {
    return this.#progress.outcome !== 'running' || this.reached >= this.#limit;
  }

  async seek(step: number): Promise<void> {
    const wanted = Math.min(Math.max(step, 0), this.#limit);
    if (wanted !== this.#progress.step) this.#progress = await this.training.seek(wanted);
    this.reached = Math.max(this.reached, this.#progress.step);
  }

  free(): void {
    void this.training.free();
  }
}
