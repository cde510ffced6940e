/**
 * The other language is the same page: the link carries the state of every figure, the reader lands at the same heading, and the choice is remembered
 * for the next visit.
 */
import { pageHash } from '../../../widget/links.ts';

const CHOICE = 'dh-language';
const READING_AT = 'dh-reading-at';

const headings = () => [...document.querySelectorAll<HTMLElement>('.dh-lesson > :is(h2, h3, .dh-figure)')];

/** Which heading or figure, counted from the top, the reader has last scrolled past, and by how much. */
function readingAt(): { index: number; offset: number } {
  const tops = headings().map((element) => element.getBoundingClientRect().top);
  const index = tops.findLastIndex((top) => top < innerHeight / 2);
  return { index, offset: index < 0 ? scrollY : -tops[index] };
}

function returnToPlace(): void {
  const stored = sessionStorage.getItem(READING_AT);
  if (!stored) return;
  sessionStorage.removeItem(READING_AT);
  const { index, offset } = JSON.parse(stored) as { index: number; offset: number };
  const top = headings()[index]?.getBoundingClientRect().top ?? 0;
  scrollTo({ top: scrollY + top + offset, behavior: 'instant' });
}

export function switchLanguage(): void {
  try {
    returnToPlace();
  } catch {
    // Without storage, or with a stranger's value in it, the page opens at its top.
  }
  for (const anchor of document.querySelectorAll<HTMLAnchorElement>('[data-language-switch]')) {
    anchor.addEventListener('click', () => {
      anchor.hash = pageHash();
      try {
        localStorage.setItem(CHOICE, anchor.hreflang);
        sessionStorage.setItem(READING_AT, JSON.stringify(readingAt()));
      } catch {
        // The link works without it.
      }
    });
  }
}
