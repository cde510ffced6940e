import { firstTouch } from '../../../controls/first-touch.ts';

/**
 * The style sheet puts off the layout of what follows the first figure, because all formulas of a lesson at once hold a phone up for half
 * a second. When the reader begins to do something the rest is laid out block by block, so that heights and fonts are settled before it is
 * reached.
 */
export async function layOutRest(): Promise<void> {
  const rest = [...document.querySelectorAll<HTMLElement>('.dh-lesson > *')].filter(
    (block) => getComputedStyle(block).contentVisibility === 'auto',
  );
  // Whoever was sent to a place further down must not see it move.
  const atOnce = Boolean(location.hash);
  if (!atOnce) await firstTouch;
  for (const block of rest) {
    block.classList.add('laid-out');
    if (atOnce) continue;
    void block.offsetHeight; // laid out now, in a task of its own
    await new Promise((resolve) => setTimeout(resolve));
  }
}
