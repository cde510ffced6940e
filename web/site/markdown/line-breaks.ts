/**
 * No line begins with what belongs to the word before it. Browsers may break after a formula and after a closing quotation mark, so a particle or a comma
 * would open the next line; a word joiner (U+2060) holds it back.
 */
import type { Element, Parents, Root, RootContent, Text } from 'hast';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import { plainText } from './math.ts';

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

/** Of so many characters a formula is not broken: `η = 0.1` stays on one line, which is no wider than a phone. */
const SHORT = 14;
/** What belongs to a formula, a particle or a stop, is at most so long. */
const TAIL = /^[^\s(]{1,4}(?=\s|$)/;

/** Signs after which a formula may be broken. */
const BREAKS = /[-=<>+,·×]|le|ge|to|in/;

const plainOf = ({ children: [letters] }: Element): string =>
  letters?.type === 'text' ? plainText(letters.value.trim()) : '';

/** Sets a short formula and the text that belongs to it on one line. */
function keepTogether(formula: Element, parent: Parents): void {
  const place = parent.children.indexOf(formula as never);
  const next = parent.children[place + 1];
  const tail = next?.type === 'text' ? (TAIL.exec(next.value.replace(JOINER, ''))?.[0] ?? '') : '';
  if (!tail && !BREAKS.test(plainOf(formula))) return;
  const children: RootContent[] = [formula];
  if (tail && next?.type === 'text') {
    children.push({ type: 'text', value: JOINER + tail });
    next.value = next.value.replace(JOINER, '').slice(tail.length);
  }
  const together = { type: 'element', tagName: 'span', properties: { className: ['dh-together'] }, children };
  parent.children[place] = together as never;
}

export function rehypeLineBreaks() {
  return (tree: Root): void => {
    visitParents(tree, (node, ancestors) => {
      if (node.type === 'text') node.value = node.value.replace(/([’”])(?=\p{L})/gu, `$1${JOINER}`);
      if (node.type !== 'element' || !isInlineFormula(node)) return;
      const text = textAfter(node, ancestors as Parents[]);
      if (text && /^[^\s(]/.test(text.value)) text.value = JOINER + text.value;
      if (plainOf(node).length > SHORT) return;
      keepTogether(node, ancestors.at(-1)!);
      return SKIP;
    });
  };
}
