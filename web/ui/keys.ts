/** The keys of a figure, active while the figure itself has the focus. */
import type { Widget } from './widget.ts';

/** The keys and what they do, for the help; names of `strings.json`. */
export const KEYS = [
  { keys: ['key-space'], does: 'key-play' },
  { keys: ['→', '←'], does: 'key-step' },
  { keys: ['Home', 'End'], does: 'key-ends' },
  { keys: ['R'], does: 'key-rewind' },
] as const;

export function handleKey(event: KeyboardEvent, widget: Widget<object, unknown>): void {
  // Handles and other controls inside the figure have keys of their own.
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey || !widget.stepper) return;
  const action = {
    ' ': () => (widget.player.playing ? widget.pause() : widget.play()),
    ArrowRight: () => widget.step(),
    ArrowLeft: () => widget.back(),
    Home: () => widget.rewind(),
    End: () => widget.player.seek(Infinity),
    r: () => widget.rewind(),
    R: () => widget.rewind(),
  }[event.key];
  if (!action) return;
  event.preventDefault();
  void action();
}
