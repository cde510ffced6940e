/** The keys of a figure, active while the figure itself has the focus. */
import type { Player } from './player.ts';

/** What the keys act on. */
export interface KeyTarget {
  readonly player: Player;
  /** The run to play; undefined where there is none, and then no key does anything. */
  readonly stepper: unknown;
  play(): Promise<void>;
  pause(): void;
  step(): Promise<void>;
  back(): Promise<void>;
  rewind(): Promise<void>;
}

/** The keys and what they do, for the help; names of `strings.json`. */
export const KEYS = [
  { keys: ['key-space'], does: 'key-play' },
  { keys: ['→', '←'], does: 'key-step' },
  { keys: ['Home', 'End'], does: 'key-ends' },
  { keys: ['R'], does: 'key-rewind' },
] as const;

export function handleKey(event: KeyboardEvent, target: KeyTarget): void {
  // Handles and other controls inside the figure have keys of their own.
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey || !target.stepper) return;
  const action = {
    ' ': () => (target.player.playing ? target.pause() : target.play()),
    ArrowRight: () => target.step(),
    ArrowLeft: () => target.back(),
    Home: () => target.rewind(),
    End: () => target.player.seek(Infinity),
    r: () => target.rewind(),
    R: () => target.rewind(),
  }[event.key];
  if (!action) return;
  event.preventDefault();
  void action();
}
