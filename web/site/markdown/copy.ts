/** A button that copies a block of code. A script shows it: without one it could do nothing. Output is not for copying. */
import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { contextOf } from './lesson-file.ts';
import { strings } from './strings.ts';

const PLAIN = new Set(['text', 'plaintext']);

export function rehypeCopy() {
  return (tree: Root, file: VFile): void => {
    const words = strings[contextOf(file).language];
    visit(tree, 'element', (node, index, parent) => {
      const classes = [node.properties.className ?? []].flat();
      if (node.tagName !== 'pre' || !classes.includes('astro-code') || !parent || index === undefined) return;
      if (PLAIN.has(String(node.properties.dataLanguage))) return;
      const properties = { type: 'button', className: ['dh-copy'], hidden: true, dataDone: words.copied } as const;
      const button: Element = {
        type: 'element',
        tagName: 'button',
        properties: { ...properties, className: [...properties.className] },
        children: [{ type: 'text', value: words.copy }],
      };
      const box = { className: ['dh-code'] };
      parent.children[index] = { type: 'element', tagName: 'div', properties: box, children: [node, button] };
      return [SKIP, index + 1];
    });
  };
}
