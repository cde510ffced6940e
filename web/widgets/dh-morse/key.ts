/** A key to tap: pointer, touch, Space or Enter; what it hands over are the times between pressing and releasing, in ms. */
import { LONGEST_TAP, MOST_TAPS } from './fields.ts';

export interface KeyHost {
  /** Pressed or released, for sound and light. */
  pressed(down: boolean): void;
  /** All times so far: pressed, released, pressed … */
  tapped(taps: readonly number[]): void;
}

const wholeTime = (from: number, to: number): number => Math.min(Math.max(Math.round(to - from), 1), LONGEST_TAP);

/** Times go on where they are left off; the oldest are dropped, a mark together with the gap after it. */
export function withTap(taps: readonly number[], gap: number, mark: number): number[] {
  const all = taps.length === 0 ? [mark] : [...taps, gap, mark];
  return all.slice(Math.max(0, all.length - MOST_TAPS));
}

export class TapKey {
  #host: KeyHost;
  /** When it was pressed, while it is. */
  #since: number | undefined;
  /** When it was let go last. */
  #released: number | undefined;
  #taps: readonly number[] = [];

  constructor(host: KeyHost) {
    this.#host = host;
  }

  get down(): boolean {
    return this.#since !== undefined;
  }

  /** Goes on from these times. Others than were tapped, those of a link or none, came from elsewhere. */
  continueFrom(taps: readonly number[]): void {
    const own = this.#taps.length >= taps.length && taps.every((time, index) => time === this.#taps[index]);
    if (own && taps.length > 0) return;
    this.#taps = taps;
    this.#released = undefined;
  }

  press(time: number): void {
    if (this.down) return;
    this.#since = time;
    this.#host.pressed(true);
  }

  release(time: number): void {
    if (this.#since === undefined) return;
    const mark = wholeTime(this.#since, time);
    // After times that nobody tapped just now a new word begins.
    const gap = this.#released === undefined ? LONGEST_TAP : wholeTime(this.#released, this.#since);
    this.#taps = withTap(this.#taps, gap, mark);
    this.#released = time;
    this.#since = undefined;
    this.#host.pressed(false);
    this.#host.tapped(this.#taps);
  }

  // ---- Events of the button --------------------------------------------------------------------------------------------------------

  readonly pointerdown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const button = event.currentTarget as HTMLElement;
    button.setPointerCapture(event.pointerId);
    button.focus();
    event.preventDefault();
    this.press(event.timeStamp);
  };

  readonly pointerup = (event: PointerEvent): void => this.release(event.timeStamp);

  readonly keydown = (event: KeyboardEvent): void => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    if (!event.repeat) this.press(event.timeStamp);
  };

  readonly keyup = (event: KeyboardEvent): void => {
    if (event.key === ' ' || event.key === 'Enter') this.release(event.timeStamp);
  };

  /** Who leaves the key lets it go. */
  readonly blur = (event: FocusEvent): void => this.release(event.timeStamp);
}
