/** A table may be wider than a phone: it scrolls in a box of its own. A corner cell without words is no heading of anything. */
import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

export function rehypeTables() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName === 'th' && !node.children.length) node.tagName = 'td';
      if (node.tagName !== 'table' || !parent || index === undefined) return;
      const first = parent.type === 'element' && parent.properties.className;
      if (Array.isArray(first) && first.includes('dh-table')) return;
      const box: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['dh-table'] },
        children: [node],
      };
      parent.children[index] = box;
      // Into the box, which now stands here: its table is known by it and not wrapped again.
      return [SKIP, index];
    });
  };
}
