/** What is being sent: sound, lamp and the sign that is on, all by the clock of the sound. */
import type { MorseSignal } from '../../core/puzzles/morse-types.ts';
import { Transmitter } from './transmitter.ts';
import type { Sending } from './transmitter.ts';

interface Host {
  readonly renderRoot: HTMLElement | DocumentFragment;
  requestUpdate(): void;
}

/** A lamp flashes only where the reader's system does not ask for rest; the sign that is on is marked all the same. */
const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');

export class Playback {
  #host: Host;
  #transmitter = new Transmitter();
  #sending: Sending | undefined;
  #light = true;
  #frame = 0;
  /** The mark that is on or comes next. */
  #mark = 0;
  #silent = false;

  constructor(host: Host) {
    this.#host = host;
  }

  get playing(): boolean {
    return this.#sending !== undefined;
  }

  /** No sound comes, though it was asked for. */
  get silent(): boolean {
    return this.#silent;
  }

  /** Only inside a tap. */
  start(sending: Sending): void {
    this.#sending = sending;
    this.#mark = 0;
    this.#transmitter.send(sending);
    this.#frame = requestAnimationFrame(this.#tick);
    this.#host.requestUpdate();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#transmitter.stop();
    this.#sending = undefined;
    this.#show(undefined, false);
    this.#host.requestUpdate();
  }

  /** The state has changed: another signal ends what is being sent, other switches are heeded at once. */
  follow(signal: MorseSignal, { sound, light }: { sound: boolean; light: boolean }): void {
    this.#light = light;
    if (this.#sending && this.#sending.signal !== signal) this.stop();
    if (this.#sending && this.#sending.audible !== sound) {
      this.#sending = { ...this.#sending, audible: sound };
      this.#transmitter.audible = sound;
    }
  }

  /** The key is pressed or let go, with a tone if it is to be heard. */
  key(down: boolean, { frequency, light }: { frequency: number | undefined; light: boolean }): void {
    if (down) this.stop();
    if (down && frequency !== undefined) this.#transmitter.press(frequency);
    if (!down) this.#transmitter.release();
    this.#light = light;
    this.#show(undefined, down);
  }

  close(): void {
    this.stop();
    this.#transmitter.close();
  }

  #tick = (): void => {
    const { signal } = this.#sending!;
    const { time } = this.#transmitter;
    const { starts, lengths, signs } = signal;
    while (this.#mark < starts.length && time >= starts[this.#mark] + lengths[this.#mark]) this.#mark++;
    if (this.#silent !== this.#transmitter.silent) {
      this.#silent = this.#transmitter.silent;
      this.#host.requestUpdate();
    }
    if (this.#mark === starts.length) return this.stop();
    this.#show(time < 0 ? undefined : signs[this.#mark], time >= starts[this.#mark]);
    this.#frame = requestAnimationFrame(this.#tick);
  };

  #show(sign: number | undefined, lit: boolean): void {
    const root = this.#host.renderRoot;
    root.querySelector('.lamp')?.classList.toggle('lit', lit && this.#light && !reducedMotion.matches);
    const now = root.querySelector('.sign.now');
    const next = sign === undefined ? undefined : root.querySelectorAll<HTMLElement>('.sign')[sign];
    if (now === (next ?? null)) return;
    now?.classList.remove('now');
    if (!next) return;
    next.classList.add('now');
    const strip = next.parentElement!;
    if (next.offsetTop < strip.scrollTop || next.offsetTop + next.offsetHeight > strip.scrollTop + strip.clientHeight)
      strip.scrollTop = next.offsetTop;
  }
}
