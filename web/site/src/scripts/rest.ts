/**
 * The style sheet puts off the layout of what follows the first figure, because all formulas of a lesson at once hold a phone up for half
 * a second. Once the page is there the rest is laid out block by block, so that heights and fonts are settled before a reader gets there.
 */
export async function layOutRest(): Promise<void> {
  const rest = [...document.querySelectorAll<HTMLElement>('.dh-lesson > *')].filter(
    (block) => getComputedStyle(block).contentVisibility === 'auto',
  );
  // Whoever was sent to a place further down must not see it move.
  const atOnce = Boolean(location.hash);
  if (!atOnce && document.readyState !== 'complete')
    await new Promise((loaded) => addEventListener('load', loaded, { once: true }));
  for (const block of rest) {
    block.classList.add('laid-out');
    if (atOnce) continue;
    void block.offsetHeight; // laid out now, in a task of its own
    await new Promise((resolve) => setTimeout(resolve));
  }
}
