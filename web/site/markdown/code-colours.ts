/** The colours of code as classes: a style on every word would weigh more than the words. What has the colour of the text needs neither. */
import type { Element, Root, RootContent } from 'hast';
import { visit } from 'unist-util-visit';

const TOKEN = /^color:var\(--astro-code-token-([a-z-]+)\)$/;
const FOREGROUND = 'color:var(--astro-code-foreground)';

function coloured(node: RootContent): RootContent[] {
  if (node.type !== 'element') return [node];
  node.children = node.children.flatMap(coloured) as Element['children'];
  const { style } = node.properties;
  if (style === FOREGROUND) return node.children;
  const token = TOKEN.exec(String(style));
  if (token) node.properties = { className: [`code-${token[1]}`] };
  return [node];
}

export function rehypeCodeColours() {
  return (tree: Root): void =>
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'pre' || ![node.properties.className ?? []].flat().includes('astro-code')) return;
      delete node.properties.style;
      coloured(node);
    });
}
