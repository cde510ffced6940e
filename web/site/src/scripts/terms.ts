/**
 * Terms tell what they mean when they are pointed at, reached by keyboard or tapped. They are links to the glossary: a click goes there, and so does a
 * second tap. Escape hides what is told, and it stays while the pointer is on it.
 */

/** How long in ms the pointer may be on its way from the term to what it says. */
const GRACE = 200;

const told = document.createElement('div');
told.className = 'dh-term-says';
told.id = 'dh-term-says';
told.role = 'tooltip';
told.hidden = true;
let current: HTMLAnchorElement | undefined;
let leaving = 0;

function tell(term: HTMLAnchorElement): void {
  clearTimeout(leaving);
  if (current === term) return;
  hide();
  current = term;
  told.textContent = term.dataset.says!;
  told.hidden = false;
  term.setAttribute('aria-describedby', told.id);
  // The last line of a term that is broken: what it says stands below it, inside the window.
  const box = [...term.getClientRects()].at(-1)!;
  const below = box.bottom + 6 + told.offsetHeight < innerHeight;
  const left = Math.min(Math.max(12, box.left), innerWidth - told.offsetWidth - 12);
  told.style.left = `${left + scrollX}px`;
  told.style.top = `${(below ? box.bottom + 6 : box.top - 6 - told.offsetHeight) + scrollY}px`;
}

function hide(): void {
  current?.removeAttribute('aria-describedby');
  current = undefined;
  told.hidden = true;
}

function hideSoon(): void {
  clearTimeout(leaving);
  leaving = window.setTimeout(hide, GRACE);
}

/** Gives the terms of the page their voice. */
export function tellTerms(): void {
  const terms = document.querySelectorAll<HTMLAnchorElement>('.dh-term');
  if (!terms.length) return;
  document.body.append(told);
  let tapped = false;
  for (const term of terms) {
    term.addEventListener('pointerdown', (event) => (tapped = event.pointerType !== 'mouse' && current !== term));
    term.addEventListener('click', (event) => {
      if (!tapped) return;
      event.preventDefault();
      tapped = false;
      tell(term);
    });
    term.addEventListener('focus', () => term.matches(':focus-visible') && tell(term));
    term.addEventListener('blur', hide);
    term.addEventListener('pointerenter', (event) => event.pointerType === 'mouse' && tell(term));
    term.addEventListener('pointerleave', (event) => event.pointerType === 'mouse' && hideSoon());
  }
  told.addEventListener('pointerenter', () => clearTimeout(leaving));
  told.addEventListener('pointerleave', hideSoon);
  addEventListener('keydown', (event) => event.key === 'Escape' && hide());
  addEventListener('pointerdown', (event) => {
    if (current && !event.composedPath().some((node) => node === current || node === told)) hide();
  });
}
