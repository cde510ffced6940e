/** A link that drives a figure, `[η = 1.1](#descent-1d?rate=1.1)`, gets the class `dh-figure-link`: it looks like what it is, something to touch. */
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { problemWithLink } from './figure-tables.ts';
import { fail, tableOf } from './lesson-file.ts';

export const FIGURE_LINK = /^#(?<id>[\w-]+)\?/;

export function rehypeFigureLinks() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node) => {
      const href = node.tagName === 'a' ? String(node.properties.href ?? '') : '';
      const id = FIGURE_LINK.exec(href)?.groups?.id;
      if (!id) return;
      const table = tableOf(file, id);
      if (!table) return fail(file, node, `the link drives "${id}", but no figure on this page has that id`);
      const problem = problemWithLink(table, href);
      if (problem) fail(file, node, `${href}: ${problem}`);
      node.properties.className = ['dh-figure-link'];
    });
  };
}
