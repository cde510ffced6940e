/**
 * Sends marks as tones, and tells how far it is by the clock of the sound, which lights and letters follow. Everything that makes a sound begins
 * inside the reader's tap: else browsers keep silent.
 */
import type { MorseSignal } from '../../core/puzzles/morse-types.ts';

/** So many seconds pass before the first tone, so that it is heard whole. */
const AHEAD = 0.1;
/** After so many seconds in which the clock of the sound stands still there will be no sound. */
const PATIENCE = 1.5;
const LOUDNESS = 0.4;

export interface Sending {
  signal: MorseSignal;
  frequency: number;
  audible: boolean;
}

export class Transmitter {
  /** There is no sound, for the browser allows or has none; time goes by its own clock then. */
  silent = false;
  #context: AudioContext | undefined;
  #volume: GainNode | undefined;
  #tone: { oscillator: OscillatorNode; envelope: GainNode } | undefined;
  #key: { oscillator: OscillatorNode; envelope: GainNode } | undefined;
  /** When the first mark begins, on the clock of the sound and on that of the page. */
  #begin = 0;
  #pageBegin = 0;

  /** Only inside a tap. */
  #wake(): AudioContext | undefined {
    this.#context ??= 'AudioContext' in globalThis ? new AudioContext() : undefined;
    // Where it is refused the clock stands still, which is noticed.
    void this.#context?.resume().catch(() => undefined);
    return this.#context;
  }

  #oscillator(context: AudioContext, frequency: number, to: AudioNode) {
    const oscillator = new OscillatorNode(context, { frequency });
    const envelope = new GainNode(context, { gain: 0 });
    oscillator.connect(envelope).connect(to);
    oscillator.start();
    return { oscillator, envelope };
  }

  send({ signal, frequency, audible }: Sending): void {
    this.stop();
    const context = this.#wake();
    this.#pageBegin = performance.now() / 1000 + AHEAD;
    this.silent = context === undefined;
    if (!context) return;
    this.#begin = context.currentTime + AHEAD;
    this.#volume = new GainNode(context, { gain: audible ? LOUDNESS : 0 });
    this.#volume.connect(context.destination);
    this.#tone = this.#oscillator(context, frequency, this.#volume);
    const { gain } = this.#tone.envelope;
    signal.starts.forEach((start, mark) => {
      const [from, to] = [this.#begin + start, this.#begin + start + signal.lengths[mark]];
      gain.setValueAtTime(0, from);
      gain.linearRampToValueAtTime(1, from + signal.ramp);
      gain.setValueAtTime(1, to - signal.ramp);
      gain.linearRampToValueAtTime(0, to);
    });
  }

  /** Seconds since the first mark began, as they are heard. */
  get time(): number {
    const page = performance.now() / 1000 - this.#pageBegin;
    if (this.silent || !this.#context) return page;
    const heard = this.#context.currentTime - (this.#context.outputLatency || 0) - this.#begin;
    if (page - heard < PATIENCE) return heard;
    this.silent = true;
    this.#pageBegin = performance.now() / 1000 - Math.max(heard, 0);
    return Math.max(heard, 0);
  }

  set audible(audible: boolean) {
    this.#volume?.gain.setTargetAtTime(audible ? LOUDNESS : 0, this.#context!.currentTime, 0.01);
  }

  stop(): void {
    this.#tone?.oscillator.stop();
    this.#volume?.disconnect();
    this.#tone = this.#volume = undefined;
  }

  /** The tone of the key, while it is pressed. */
  press(frequency: number): void {
    const context = this.#wake();
    if (!context) return;
    this.#key ??= this.#oscillator(context, frequency, context.destination);
    this.#key.oscillator.frequency.value = frequency;
    this.#key.envelope.gain.setTargetAtTime(LOUDNESS, context.currentTime, 0.002);
  }

  release(): void {
    // A finger that goes up may make a sound where one that goes down may not yet.
    void this.#context?.resume().catch(() => undefined);
    if (this.#context) this.#key?.envelope.gain.setTargetAtTime(0, this.#context.currentTime, 0.002);
  }

  /** Gives the sound back to the browser. */
  close(): void {
    this.stop();
    void this.#context?.close();
    this.#context = this.#key = undefined;
  }
}
