/** A link that drives a figure, `[η = 1.1](#descent-1d?rate=1.1)`, gets the class `dh-figure-link`: it looks like what it is, something to touch. */
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { contextOf, fail } from './lesson-file.ts';

export const FIGURE_LINK = /^#(?<id>[\w-]+)\?/;

export function rehypeFigureLinks() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node) => {
      const id = node.tagName === 'a' ? FIGURE_LINK.exec(String(node.properties.href ?? ''))?.groups?.id : undefined;
      if (!id) return;
      if (!contextOf(file).widgetIds.has(id))
        fail(file, node, `the link drives "${id}", but no figure on this page has that id`);
      node.properties.className = ['dh-figure-link'];
    });
  };
}
