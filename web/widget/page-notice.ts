/** A notice of the whole page, for what belongs to no figure on it. */
import '../controls/notice.ts';
import type { Notice } from '../controls/notice.ts';

let shown: Notice | undefined;

/** Shows a sentence at the bottom of the window until the reader closes it or there is another. */
export function tellPage(sentence: string): void {
  const before = document.activeElement as HTMLElement | null;
  shown?.remove();
  const notice = document.createElement('dh-notice') as Notice;
  Object.assign(notice.style, {
    position: 'fixed',
    inset: 'auto 1rem 1rem',
    zIndex: '20',
    maxWidth: '40rem',
    marginInline: 'auto',
  });
  notice.text = sentence;
  notice.addEventListener('dh-close', () => {
    notice.remove();
    before?.focus({ preventScroll: true });
  });
  document.body.append((shown = notice));
}
