/** What scrolls sideways must be reachable by keyboard; what fits should not be a stop on the way. */

function reach(element: Element): void {
  if (element.scrollWidth > element.clientWidth) element.setAttribute('tabindex', '0');
  else element.removeAttribute('tabindex');
}

export function reachScrollers(): void {
  const elements = document.querySelectorAll('.dh-formula, .dh-table, .astro-code');
  const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => reach(target)));
  for (const element of elements) observer.observe(element);
  // A font that comes late makes lines longer, and leaves the box around them as it was.
  document.fonts.addEventListener('loadingdone', () => elements.forEach(reach));
}
