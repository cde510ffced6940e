/**
 * No line begins with what belongs to the word before it. Browsers may break after a formula, after code, a bracket or a closing quotation mark, so a
 * particle or a comma would open the next line; a word joiner (U+2060) holds it back. It also holds a term and its English name in brackets together.
 */
import type { Element, Parents, Root, RootContent, Text } from 'hast';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import { plainText } from './math.ts';

const JOINER = '\u2060';

const isInlineFormula = (node: RootContent): boolean =>
  node.type === 'element' &&
  Array.isArray(node.properties.className) &&
  node.properties.className.includes('math-inline');

const isInlineCode = (node: RootContent, parent: Parents): boolean =>
  node.type === 'element' && node.tagName === 'code' && !(parent.type === 'element' && parent.tagName === 'pre');

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

/** Of so many characters a formula or code is not broken: `η = 0.1` stays on one line, which is no wider than a phone. */
const SHORT = 14;
const SHORT_CODE = 24;
/** What belongs to a formula, a particle or a stop, is at most so long. */
const TAIL = /^[^\s(]{1,4}(?=\s|$)/;

/** Signs after which a formula may be broken, and the space at which code may. */
const BREAKS = /[-=<>+,·×]|le|ge|to|in/;

/** The text at the end of an element. */
function lettersOf({ children }: Element): string {
  const last = children.at(-1);
  return last?.type === 'text' ? last.value : last?.type === 'element' ? lettersOf(last) : '';
}

const plainOf = (formula: Element): string => plainText(lettersOf(formula).trim());

const span = (className: string, children: RootContent[], style?: string): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { className: [className], style },
  children: children as Element['children'],
});

/** Takes what belongs to a node off the text behind it. */
function takeTail(node: Element, parent: Parents): Text | undefined {
  const next = parent.children[parent.children.indexOf(node as never) + 1];
  if (next?.type !== 'text') return undefined;
  const text = next.value.replace(JOINER, '');
  const [tail] = TAIL.exec(text) ?? [];
  if (!tail) return undefined;
  next.value = text.slice(tail.length);
  return { type: 'text', value: JOINER + tail };
}

const replace = (node: Element, parent: Parents, other: Element): void => {
  parent.children[parent.children.indexOf(node as never)] = other as never;
};

/** Sets something short and the text that belongs to it on one line. */
function keepTogether(node: Element, parent: Parents, breakable: boolean): void {
  const tail = takeTail(node, parent);
  if (tail || breakable) replace(node, parent, span('dh-together', tail ? [node, tail] : [node]));
}

/** Sets the end of a long formula and the text that belongs to it on one line: styles/prose.css says how. */
function tieTail(formula: Element, parent: Parents): void {
  const tail = takeTail(formula, parent);
  if (!tail) return;
  const letters = tail.value.length - JOINER.length;
  replace(formula, parent, span('dh-tied', [formula, span('dh-tail', [tail])], `--tail:${letters}`));
}

/** Within one text: behind a bracket or quotation mark, and before the bracket that explains a word. */
const joinText = (text: string): string =>
  text.replace(/([)\]’”])(?=\p{L})/gu, `$1${JOINER}`).replace(/(?<=\p{Script=Hangul}[’”]?)(?=\()/gu, JOINER);

export function rehypeLineBreaks() {
  return (tree: Root): void => {
    visitParents(tree, (node, ancestors) => {
      const parents = ancestors as Parents[];
      if (node.type === 'text') node.value = joinText(node.value);
      if (node.type !== 'element') return;
      const parent = parents.at(-1)!;
      if (/^(?:strong|em|a|dfn)$/.test(node.tagName)) {
        const text = textAfter(node, parents);
        const belongs =
          text && (/^\(/.test(text.value) || (/[)\]’”]$/.test(lettersOf(node)) && /^\p{L}/u.test(text.value)));
        if (belongs) text.value = JOINER + text.value;
      }
      const formula = isInlineFormula(node);
      if (!formula && !isInlineCode(node, parent)) return undefined;
      const text = textAfter(node, parents);
      if (text && /^[^\s(]/.test(text.value)) text.value = JOINER + text.value;
      const plain = formula ? plainOf(node) : lettersOf(node);
      const short = plain.length <= (formula ? SHORT : SHORT_CODE);
      if (short) keepTogether(node, parent, formula ? BREAKS.test(plain) : plain.includes(' '));
      else if (formula) tieTail(node, parent);
      else return undefined;
      return SKIP;
    });
  };
}
