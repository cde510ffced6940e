/** What scrolls sideways must be reachable by keyboard; what fits should not be a stop on the way. */

export function reachScrollers(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  for (const element of document.querySelectorAll('.dh-formula, .dh-table, .astro-code')) observer.observe(element);
}
