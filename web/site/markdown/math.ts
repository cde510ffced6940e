/** Formulas are typeset while the site is built: KaTeX's HTML with MathML for screen readers. A formula KaTeX does not understand stops the build. */
import type { Parents, Root } from 'hast';
import katex from 'katex';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import symbols from '../../language/symbols.json' with { type: 'json' };
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
  // The search index takes the formula as it is seen, not its MathML besides; its TeX is of no use to readers, least of all in what they copy.
  return (displayMode ? html : holdBrackets(html))
    .replace('<span class="katex-mathml">', '<span class="katex-mathml" data-pagefind-ignore>')
    .replace(/<annotation encoding="application\/x-tex">[^<]*<\/annotation>/, '');
}

/** The pieces between which KaTeX lets a formula be broken. */
const PIECE = '<span class="katex-base">';
/** A bracket of more characters may be broken: it would be wide for a phone. */
const LONGEST_BRACKET = 18;

/** The end of the element that begins at a place. */
function endOf(html: string, start: number): number {
  let depth = 0;
  for (const match of html.slice(start).matchAll(/<span|<\/span>/g)) {
    depth += match[0] === '<span' ? 1 : -1;
    if (depth === 0) return start + match.index + match[0].length;
  }
  return html.length;
}

const counted = (html: string, name: string): number => html.split(`class="${name}"`).length - 1;

/** Sets what stands in a short bracket on one line: f(x + h) is not broken at its sign. */
function holdBrackets(html: string): string {
  const start = html.indexOf(PIECE);
  if (start < 0) return html;
  const groups: string[][] = [[]];
  let [place, depth] = [start, 0];
  while (html.startsWith(PIECE, place)) {
    const end = endOf(html, place);
    const piece = html.slice(place, end);
    if (depth <= 0) groups.push([piece]);
    else groups.at(-1)!.push(piece);
    depth += counted(piece, 'mopen') - counted(piece, 'mclose');
    place = end;
  }
  const set = groups.map((pieces) => {
    const whole = pieces.join('');
    const short = whole.replace(/<[^>]*>/g, '').length <= LONGEST_BRACKET;
    return pieces.length > 1 && short ? `<span class="dh-unbroken">${whole}</span>` : whole;
  });
  return html.slice(0, start) + set.join('') + html.slice(place);
}

/** Names of a few commands as they sound; the others are read by their names. */
const SPOKEN: Record<string, string> = {
  rate: 'η',
  varepsilon: 'ε',
  epsilon: 'ε',
  cdot: '·',
  times: '×',
  lvert: '|',
  rvert: '|',
  operatorname: '',
  text: '',
  left: '',
  right: '',
};

const bracket = (text: string): string => (text.length > 1 ? `(${text})` : text);

/** A formula as a person would type it: `10^-2`, `1/(x+1)`. */
export function plainText(tex: string): string {
  const typed = tex
    .replace(/\\[,;:! ]/g, ' ')
    .replace(
      /\\frac\{([^{}]*)\}\{([^{}]*)\}/g,
      (_, above: string, below: string) => `${bracket(above)}/${bracket(below)}`,
    )
    .replace(/\\sqrt\{([^{}]*)\}/g, (_, inner: string) => `√${bracket(inner)}`);
  return typed.replace(/\\([a-z]+)/gi, (_, name: string) => SPOKEN[name] ?? name).replace(/[{}\\]/g, '');
}

/**
 * A formula that names something, a link, a column or an option: browsers do not count MathML as a name, so the words stand there for those who do not see it.
 */
function namingFormula(tex: string): string {
  const seen = formula(tex, false).replace(/<span class="katex-mathml".*?<\/math><\/span>/s, '');
  const words = plainText(tex).replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `${seen}<span class="sr-only" data-pagefind-ignore>${words}</span>`;
}

function classes(node: Parents): string[] {
  return node.type === 'element' && Array.isArray(node.properties.className)
    ? node.properties.className.map(String)
    : [];
}

const isNaming = (node: Parents): boolean => node.type === 'element' && (node.tagName === 'a' || node.tagName === 'th');

export function rehypeMath() {
  return (tree: Root, file: VFile): void => {
    visitParents(tree, 'element', (node, ancestors) => {
      const inner = node.children[0];
      const isDisplay = node.tagName === 'pre' && inner?.type === 'element' && classes(inner).includes('math-display');
      if (!isDisplay && !classes(node).includes('math-inline')) return;
      const letters = (isDisplay ? inner : node).children[0];
      const tex = letters?.type === 'text' ? letters.value.trim() : '';
      const parent = ancestors.at(-1)!;
      try {
        const html = isDisplay
          ? `<div class="dh-formula">${formula(tex, true)}</div>`
          : file.data.naming || (ancestors as Parents[]).some(isNaming)
            ? namingFormula(tex)
            : formula(tex, false);
        parent.children[parent.children.indexOf(node)] = { type: 'raw', value: html } as never;
      } catch (error) {
        fail(file, node, `formula "${tex}": ${(error as Error).message}`);
      }
      return SKIP;
    });
  };
}
