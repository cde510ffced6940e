/** Formulas are typeset while the site is built: KaTeX's HTML with MathML for screen readers. A formula KaTeX does not understand stops the build. */
import type { Element, Root } from 'hast';
import katex from 'katex';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import symbols from '../symbols.json' with { type: 'json' };
import { fail } from './lesson-file.ts';

/** The HTML of a formula; symbols have their colours through the macros of symbols.json. Throws if KaTeX cannot or may not set it. */
export function formula(tex: string, displayMode: boolean): string {
  const html = katex.renderToString(tex, {
    displayMode,
    macros: { ...symbols },
    // Only our own colour classes may be set from inside a formula.
    trust: (context) => context.command === '\\htmlClass' && /^sym-[a-z]+$/.test(context.class ?? ''),
    // \htmlClass is outside LaTeX, and Hangul inside \text has no metrics: both are meant.
    strict: (code) => (code === 'htmlExtension' || code === 'unknownSymbol' ? 'ignore' : 'error'),
  });
  // What may not be done KaTeX sets in its error colour instead of throwing.
  if (html.includes('#cc0000')) throw new Error('it uses a command or a class that lessons may not use');
  // The search index takes the formula as it is seen, not its MathML and TeX besides.
  return html.replace('<span class="katex-mathml">', '<span class="katex-mathml" data-pagefind-ignore>');
}

function classes(node: Element): string[] {
  return Array.isArray(node.properties.className) ? node.properties.className.map(String) : [];
}

export function rehypeMath() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node, index, parent) => {
      const isDisplay =
        node.tagName === 'pre' &&
        node.children[0]?.type === 'element' &&
        classes(node.children[0]).includes('math-display');
      if (!isDisplay && !classes(node).includes('math-inline')) return;
      if (!parent || index === undefined) return;
      const code = isDisplay ? (node.children[0] as Element) : node;
      const text = code.children[0]?.type === 'text' ? code.children[0].value : '';
      try {
        const value = formula(text.trim(), isDisplay);
        // A wide formula scrolls by itself: it must be reachable by keyboard.
        parent.children[index] = {
          type: 'raw',
          value: isDisplay ? `<div class="dh-formula" tabindex="0">${value}</div>` : value,
        } as never;
      } catch (error) {
        fail(file, node, `formula "${text.trim()}": ${(error as Error).message}`);
      }
      return SKIP;
    });
  };
}
