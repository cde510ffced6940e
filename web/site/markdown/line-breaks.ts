/**
 * No line begins with what belongs to the word before it. Browsers may break after a formula and after a closing quotation mark, so a particle or a comma
 * would open the next line; a word joiner (U+2060) holds it back.
 */
import type { Element, Parents, Root, RootContent, Text } from 'hast';
import { visitParents } from 'unist-util-visit-parents';

const JOINER = '\u2060';

const isInlineFormula = (node: RootContent): node is Element =>
  node.type === 'element' &&
  Array.isArray(node.properties.className) &&
  node.properties.className.includes('math-inline');

/** The text that follows a node on its line, also when the node ends a link or an emphasis. */
function textAfter(node: RootContent, ancestors: Parents[]): Text | undefined {
  let inner: RootContent = node;
  for (const parent of ancestors.toReversed()) {
    const next = parent.children[parent.children.indexOf(inner as never) + 1];
    if (next) return next.type === 'text' ? next : undefined;
    inner = parent as RootContent;
  }
  return undefined;
}

export function rehypeLineBreaks() {
  return (tree: Root): void => {
    visitParents(tree, (node, ancestors) => {
      if (node.type === 'text') node.value = node.value.replace(/([’”])(?=\p{L})/gu, `$1${JOINER}`);
      if (node.type !== 'element' || !isInlineFormula(node)) return;
      const text = textAfter(node, ancestors as Parents[]);
      if (text && /^[^\s(]/.test(text.value)) text.value = JOINER + text.value;
    });
  };
}
