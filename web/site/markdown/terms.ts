/**
 * Terms and symbols of the ledger in a lesson: none is used before the lesson that introduces it, and the first use of an earlier one is a link to the
 * glossary that carries its definition. What is to come may be named in the last section of the lesson and in links to it.
 */
import type { Element, ElementContent, Parents, Root, Text } from 'hast';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { finder, readStrings, symbolsIn } from './ledger.ts';
import type { Term, Use } from './ledger.ts';
import { contextOf, fail } from './lesson-file.ts';

const UNTOUCHED = new Set(['code', 'pre', 'script', 'style', 'dh-check', 'dh-predict']);
/** Nothing in them can be a link. */
const LINKLESS = new Set(['a', 'h1', 'h2', 'h3', 'h4', 'th', 'summary', 'label', 'button']);

const nameOf = (node: Parents): string => (node.type === 'element' ? node.tagName : '');

const isFormula = (node: Parents): boolean =>
  node.type === 'element' && [node.properties.className].flat().some((name) => /^math-/.test(String(name)));

/** A fence for a displayed formula: its parent is `pre`, which otherwise holds code. */
const isDisplay = (node: Element): boolean =>
  node.tagName === 'pre' && node.children.some((child) => child.type === 'element' && isFormula(child));

/** Where "What next" begins: the last heading of the second rank. */
const lastSection = (tree: Root): number =>
  tree.children.findLastIndex((node) => node.type === 'element' && node.tagName === 'h2');

/** @param inTask whether the text is one of a task, which stands in checks.yaml and carries no links to the glossary. */
export function rehypeTerms({ inTask }: { inTask: boolean }) {
  return (tree: Root, file: VFile): void => {
    const { ledger, orders, id, language } = contextOf(file);
    if (!ledger.length) return;
    const find = finder(ledger, language);
    const here = orders.get(id) ?? Infinity;
    const linked = new Set<string>();
    const end = inTask ? -1 : lastSection(tree);

    visitParents(tree, (node, ancestors) => {
      const [, top = node] = ancestors as Parents[];
      const announces =
        end >= 0 && tree.children.indexOf(top as never) >= end
          ? true
          : ancestors.some((parent) => leadsTo(parent, orders, here));
      if (node.type === 'element' && UNTOUCHED.has(node.tagName) && !isDisplay(node) && !isFormula(node)) return SKIP;
      if (node.type !== 'text') return;
      const parent = ancestors.at(-1)!;
      if (isFormula(parent)) {
        const early = symbolsIn(ledger, node.value).find((term) => isLater(term, orders, id));
        if (early && !announces) refuse(early, `$${early.symbol}$`);
        return;
      }
      const uses = find(node.value);
      const early = uses.find(({ term }) => isLater(term, orders, id));
      if (early && !announces) refuse(early.term, node.value.slice(early.from, early.to));
      if (inTask || announces || ancestors.some((other) => LINKLESS.has(nameOf(other)))) return;
      const first = uses.filter(({ term }) => term.lesson !== id && orders.has(term.lesson) && isFirst(term, linked));
      if (!first.length) return;
      const pieces = withLinks(node, first, language);
      parent.children.splice(parent.children.indexOf(node as never), 1, ...(pieces as never[]));
      return [SKIP, parent.children.indexOf(pieces.at(-1) as never) + 1];

      function refuse(term: Term, used: string): never {
        const place = [...ancestors].reverse().find((other) => other.position) ?? node;
        return fail(
          file,
          place,
          `"${used}" is used before it is taught in ${term.lesson} (see web/language/ledger.yaml)`,
        );
      }
    });
  };
}

/**
 * The words of a figure, its `strings.json`, by the same rule.
 * @param stop called with the line of the file and what is wrong.
 */
export function checkFigureWords(source: string, file: VFile, stop: (line: number, sentence: string) => never): void {
  const { ledger, orders, id, language } = contextOf(file);
  if (!ledger.length) return;
  const find = finder(ledger, language);
  for (const [key, sentence] of Object.entries(readStrings(source, ledger, file.path)[language])) {
    const early = find(sentence).find(({ term }) => isLater(term, orders, id));
    if (!early) continue;
    const line = lineOf(source, language, key);
    stop(
      line,
      `"${key}" says "${sentence.slice(early.from, early.to)}", which ${early.term.lesson} teaches, but ${id} shows the figure`,
    );
  }
}

/** The line of a key of one language. */
function lineOf(source: string, language: string, key: string): number {
  const start = source.indexOf(`"${language}"`);
  return source.slice(0, source.indexOf(`"${key}"`, start)).split('\n').length;
}

/** Does a lesson of the book teach a term after this one? */
function isLater({ lesson }: Term, orders: ReadonlyMap<string, number>, id: string): boolean {
  return (orders.get(lesson) ?? -Infinity) > (orders.get(id) ?? Infinity);
}

function isFirst({ id }: Term, linked: Set<string>): boolean {
  if (linked.has(id)) return false;
  linked.add(id);
  return true;
}

/** Is it a link to a lesson that comes later? */
function leadsTo(node: Parents, orders: ReadonlyMap<string, number>, here: number): boolean {
  const href = node.type === 'element' && node.tagName === 'a' ? String(node.properties.href ?? '') : '';
  const lesson = /([\w-]+\/[\w-]+)\/?(?:#.*)?$/.exec(href)?.[1];
  return [...orders].some(
    ([id, order]) => order > here && (id === lesson || id.endsWith(`/${href.replace(/^\.\.\/|\/$/g, '')}`)),
  );
}

function withLinks({ value, position }: Text, uses: readonly Use[], language: 'ko' | 'en'): ElementContent[] {
  const pieces: ElementContent[] = [];
  let from = 0;
  for (const use of uses) {
    if (use.from > from) pieces.push({ type: 'text', value: value.slice(from, use.from) });
    const properties = {
      className: ['dh-term'],
      href: `../../glossary/#${use.term.id}`,
      dataSays: use.term.says[language],
    };
    const words: Text = { type: 'text', value: value.slice(use.from, use.to) };
    pieces.push({ type: 'element', tagName: 'a', properties, children: [words], position });
    from = use.to;
  }
  if (from < value.length) pieces.push({ type: 'text', value: value.slice(from) });
  return pieces;
}
