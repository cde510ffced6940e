/** Until the reader does something on the page for the first time, if only to scroll on, it does no more than it must. */

/** Whoever reads on without touching anything, such as one who listens, gets all that was put off after so many ms. */
const PATIENCE = 10_000;

export let touched = false;

export const firstTouch = new Promise<void>((resolve) => {
  const touch = () => {
    touched = true;
    resolve();
  };
  for (const type of ['pointerdown', 'pointermove', 'keydown', 'focusin', 'scroll'])
    addEventListener(type, touch, { once: true, passive: true });
  setTimeout(touch, PATIENCE);
});
