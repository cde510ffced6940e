/** A view that is seen to become another one, where the reader has not asked for less motion. */

/** How long it takes, in ms. */
const CHANGE = 900;

export class Change {
  readonly #draw: () => void;
  #view: string | undefined;
  #frame = 0;
  /** How far it has come: 1 when it is over. */
  share = 1;

  /** `draw` is called for every frame of a change. */
  constructor(draw: () => void) {
    this.#draw = draw;
  }

  /** The next view is shown at once. */
  forget(): void {
    this.#view = undefined;
  }

  /** Shows this view; the one without a name, and the first, at once. */
  to(view: string): void {
    if (view === this.#view) return;
    const still = this.#view === undefined || view === '' || matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#view = view;
    cancelAnimationFrame(this.#frame);
    this.share = still ? 1 : 0;
    if (still) return;
    const begin = performance.now();
    const advance = (now: number) => {
      const part = Math.min(1, Math.max(0, (now - begin) / CHANGE));
      this.share = part * part * (3 - 2 * part);
      this.#draw();
      if (part < 1) this.#frame = requestAnimationFrame(advance);
    };
    this.#frame = requestAnimationFrame(advance);
  }
}
