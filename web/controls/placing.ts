/** Room between a panel and the border of the screen, and between a panel and what it belongs to, in px. */
const [BORDER, GAP] = [8, 4];

/** Puts a panel of fixed position beside a box: below it, or above where there is more room, and never over the border of the screen. */
export function placeBeside(panel: HTMLElement, box: DOMRect, align: 'left' | 'right' | 'middle'): void {
  const { width, height } = panel.getBoundingClientRect();
  const wanted = { left: box.left, right: box.right - width, middle: (box.left + box.right - width) / 2 }[align];
  const left = Math.max(BORDER, Math.min(wanted, innerWidth - width - BORDER));
  const below = box.bottom + GAP;
  const top = below + height < innerHeight - BORDER ? below : Math.max(BORDER, box.top - height - GAP);
  panel.style.left = `${left}px`;
  panel.style.top = `${top}px`;
}
