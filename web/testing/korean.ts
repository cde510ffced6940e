/** Korean as it is set on a phone: no line begins with a particle or a bracket that belongs to what stands before it. */
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { laidOut } from './figure.ts';

/** Words that begin a line although they belong to the formula, code or bracket at the end of the line before. */
const torn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const boxOf = (node: Node, offset: number): DOMRect | undefined => {
      const range = document.createRange();
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      return [...range.getClientRects()].find(({ width }) => width > 0);
    };
    const lastBox = (node: Node | null): DOMRect | undefined =>
      node instanceof Element ? [...node.getClientRects()].at(-1) : undefined;
    const walker = document.createTreeWalker(document.querySelector('.dh-lesson')!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue!;
      const parent = node.parentElement!;
      if (parent.closest('.katex, pre, code, script, .sr-only') || !parent.checkVisibility()) continue;
      // Behind a bracket or a quotation mark, and before the bracket that explains a word, within one text.
      for (const { index } of text.matchAll(/(?<=[)\]’”]\u2060?)[가-힣]|(?<=[가-힣]\u2060?)\(/g)) {
        const before = boxOf(node, text[index - 1] === '\u2060' ? index - 2 : index - 1);
        const here = boxOf(node, index);
        if (before && here && here.top > before.bottom - 2) found.push(text.slice(index - 8, index + 4));
      }
      // Behind a formula, code or emphasis.
      const start = text.search(/[^\u2060]/);
      if (start < 0 || !/[가-힣,.)(]/.test(text[start])) continue;
      let before = parent.matches('.dh-tail') ? parent.previousSibling : node.previousSibling;
      if (before instanceof Element && before.matches('.sr-only')) before = before.previousSibling;
      const previous = lastBox(before);
      const here = boxOf(node, start);
      const parts = parent.matches('.dh-tail') && parent.parentElement!.querySelectorAll('.katex-html > :last-child');
      const room = parts && parts[0] && parseFloat(getComputedStyle(parts[0]).paddingInlineEnd);
      if (room !== false && !(room! > 0)) found.push(`no room for ${text}`);
      if (previous && here && here.top > previous.bottom - 2 && here.left < previous.left)
        found.push(`${before!.textContent!.slice(-12)} | ${text.slice(start, start + 6)}`);
    }
    return found;
  });

/** Looks at a page as a phone shows it, with all that can be unfolded. */
export async function expectWholeLines(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    for (const hidden of document.querySelectorAll('.dh-check-feedback')) hidden.removeAttribute('hidden');
  });
  await laidOut(page);
  expect.soft(await torn(page)).toEqual([]);
}
