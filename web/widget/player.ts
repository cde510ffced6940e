/** Plays a run: time, speed, pausing off screen. The run itself and its mathematics live in the core's worker. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Stepper } from './stepper.ts';

/** Steps per second; the slowest shows one step every 0.7 s, `maximum` takes as many as the worker computes in a frame. */
export const SPEEDS = { slow: 1 / 0.7, normal: 5, fast: 60, maximum: Infinity } as const;
export type Speed = keyof typeof SPEEDS;

export interface PlayerHost extends ReactiveControllerHost, Element {
  readonly stepper: Stepper | undefined;
  /** Called when another step is shown. */
  positionChanged(): void;
  /** Called when computing a step failed. */
  playerFailed(error: unknown): void;
}

const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
/** How long a single step is seen to be taken, in ms, and the part of a step's time while playing. */
const STEP_DURATION = 450;
const SHARE_OF_INTERVAL = 0.85;
/** The time of a frame in ms. */
const FRAME = 16;
/** So many steps are taken in growing strides before the rest of a run is taken at once. */
const LONG_RUN = 2000;
/** The time in ms that the worker may compute between two frames at full speed. */
const SLICE = 10;

export class Player implements ReactiveController {
  playing = false;
  /** How much of the way from the step before to the present one has been shown, 0 to 1. */
  arrival = 1;

  #host: PlayerHost;
  #speed: Speed = 'normal';
  #frame = 0;
  #last = 0;
  #due = 0;
  #batch = 1;
  /** Time in ms that the last steps took to compute. */
  #took = 0;
  #duration = STEP_DURATION;
  #target: number | undefined;
  /** The step asked for last, while it is being computed. */
  #goal = 0;
  #seeking: Promise<void> | undefined;
  #visible = true;
  #observer: IntersectionObserver | undefined;

  constructor(host: PlayerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver((entries) => {
      this.#visible = entries.at(-1)!.isIntersecting;
      this.#schedule();
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.playing = false;
  }

  get position(): number {
    return this.#host.stepper?.position ?? 0;
  }

  get reached(): number {
    return this.#host.stepper?.reached ?? 0;
  }

  /** Does the last step of the run stand on the screen? */
  get atEnd(): boolean {
    const stepper = this.#host.stepper;
    return stepper !== undefined && stepper.ended && stepper.position >= stepper.reached;
  }

  get speed(): Speed {
    return this.#speed;
  }

  set speed(speed: Speed) {
    this.#speed = speed;
    this.#due = 0;
    this.#batch = 1;
    this.#host.requestUpdate();
  }

  /** Play on from here, or from the start if the run is over. */
  async play(): Promise<void> {
    if (!this.#host.stepper) return;
    if (this.atEnd) await this.seek(0);
    this.playing = !this.atEnd;
    this.#due = 1;
    this.#batch = 1;
    this.#schedule();
    this.#host.requestUpdate();
  }

  pause(): void {
    this.playing = false;
    this.#host.requestUpdate();
  }

  /** Resolves when the step asked for last is shown. */
  get settled(): Promise<void> {
    return this.#seeking ?? Promise.resolve();
  }

  /** Where single steps count from: two of them in quick succession are two, however long the first takes. */
  get #asked(): number {
    return this.#seeking ? this.#goal : this.position;
  }

  async step(): Promise<void> {
    this.pause();
    await this.#go(this.#asked + 1, STEP_DURATION);
  }

  async back(): Promise<void> {
    this.pause();
    await this.#go(this.#asked - 1);
  }

  async rewind(): Promise<void> {
    this.pause();
    await this.#go(0);
  }

  /** Show the given step; while one is being computed only the newest wish counts. */
  async seek(step: number): Promise<void> {
    this.pause();
    await this.#go(step);
  }

  /**
   * Take the run to a step, or with `Infinity` to its end, and stop exactly there: step by step where there is time for it, in growing strides where
   * the time in ms would not do. Ends early when the reader takes over.
   */
  async travel(target: number, time: number): Promise<void> {
    this.pause();
    if (reducedMotion.matches) return this.seek(target);
    const [start, began] = [this.position, performance.now()];
    const pace = Math.min(STEP_DURATION / SHARE_OF_INTERVAL, time / (target - start));
    const single = pace >= FRAME;
    while (this.position < target && !this.atEnd) {
      const share = (performance.now() - began) / time;
      const stride = share < 1 ? start + Math.floor(share ** 2 * Math.min(target - start, LONG_RUN)) : target;
      const next = single ? this.position + 1 : Math.min(target, Math.max(this.position + 1, stride));
      await this.#go(next, single ? pace * SHARE_OF_INTERVAL : 0);
      if (this.position !== next && !this.atEnd) return;
      await new Promise((resolve) => setTimeout(resolve, single ? pace : FRAME));
    }
  }

  async #go(step: number, duration = 0): Promise<void> {
    this.#target = this.#goal = Math.max(0, Math.round(step));
    this.#seeking ??= this.#pursue(duration);
    await this.#seeking;
  }

  async #pursue(duration: number): Promise<void> {
    try {
      while (this.#target !== undefined && this.#host.stepper) {
        const before = this.position;
        const target = this.#target;
        this.#target = undefined;
        const began = performance.now();
        await this.#host.stepper.seek(target);
        this.#took = performance.now() - began;
        if (this.position === before) continue;
        this.#duration = duration;
        this.arrival = duration > 0 && !reducedMotion.matches ? 0 : 1;
        this.#host.positionChanged();
      }
    } catch (error) {
      this.playing = false;
      this.#host.playerFailed(error);
    } finally {
      this.#seeking = undefined;
      if (this.atEnd) this.playing = false;
      this.#schedule();
      this.#host.requestUpdate();
    }
  }

  #schedule(): void {
    if (this.#frame || !this.#visible || !(this.playing || this.arrival < 1)) return;
    this.#last = performance.now();
    this.#frame = requestAnimationFrame(this.#tick);
  }

  // A hidden tab gets no frames, so the run waits there by itself.
  #tick = (now: number): void => {
    // After a pause of the display the run continues where it was instead of catching up.
    const elapsed = Math.min(Math.max(now - this.#last, 0), 100);
    this.#last = now;
    this.#frame = 0;
    if (this.arrival < 1) this.arrival = Math.min(1, this.arrival + elapsed / this.#duration);
    if (this.playing && !this.#seeking) this.#advance(elapsed);
    this.#host.requestUpdate();
    if (this.#visible && (this.playing || this.arrival < 1)) this.#frame = requestAnimationFrame(this.#tick);
  };

  #advance(elapsed: number): void {
    const rate = SPEEDS[this.#speed];
    if (rate === Infinity) {
      void this.#go(this.position + this.#batch);
      if (this.#took < SLICE / 2) this.#batch *= 2;
      else if (this.#took > SLICE) this.#batch = Math.max(1, this.#batch >> 1);
      return;
    }
    this.#due += (elapsed / 1000) * rate;
    if (this.#due < 1) return;
    const steps = Math.floor(this.#due);
    this.#due -= steps;
    // Faster than ten steps a second the eye sees the path grow, not single steps.
    void this.#go(this.position + steps, rate <= 10 ? (SHARE_OF_INTERVAL * 1000) / rate : 0);
  }
}
