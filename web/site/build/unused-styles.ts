/**
 * Takes out of the stylesheets what no page of the site needs: most of what Starlight and KaTeX bring is for things we never use. Only what is certain to be
 * unused goes: a rule for a class, a variable or a font of KaTeX's that is named nowhere else.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'lightningcss';
import type { Selector, Visitor } from 'lightningcss';
import { type Page, filesOf } from './pages.ts';

/** What scripts may add to a page. KaTeX typesets within figures only, which have a stylesheet of their own. */
const SCRIPT = /^_astro\/(?!katex).*\.js$/;

/** Figures put names of our own variables together. */
const OWN_VARIABLE = /^--dh-/;
const KATEX_FONT = /^KaTeX_/;

const rewrite = (
  css: string,
  options: { unusedSymbols?: string[]; visitor?: Visitor<Record<string, never>> },
): string => String(transform({ filename: 'style.css', code: Buffer.from(css), minify: true, ...options }).code);

/** The names of all classes in a stylesheet, those inside `:where()` and the like as well. */
function classesIn(css: string): Set<string> {
  const found = new Set<string>();
  const visit = (selector: Selector): void => {
    for (const part of selector) {
      if (part.type === 'class') found.add(part.name);
      if ('selectors' in part) for (const inner of part.selectors ?? []) visit(inner as Selector);
    }
  };
  rewrite(css, { visitor: { Selector: visit } });
  return found;
}

/** These stylesheets without the variables and fonts that neither they nor the content use. */
function withoutUnusedNames(sheets: string[], content: string[]): string[] {
  const text = [...content, ...sheets].join('\n');
  const variables = new Set([...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
  const fonts = new Set(text.replace(/@font-face\s*\{[^}]*\}/g, '').match(/\bKaTeX_\w+/g));
  return sheets.map((css) =>
    rewrite(css, {
      visitor: {
        Declaration: {
          custom: ({ name }) =>
            name.startsWith('--') && !OWN_VARIABLE.test(name) && !variables.has(name) ? [] : undefined,
        },
        Rule: {
          'font-face': ({ value }) => {
            const family = value.properties.find(({ type }) => type === 'font-family')?.value;
            return typeof family === 'string' && KATEX_FONT.test(family) && !fonts.has(family) ? [] : undefined;
          },
        },
      },
    }),
  );
}

/** These stylesheets without what is of no use to pages and scripts with this content. Of a rule for several classes all stay if one is used. */
export function usedStyles(sheets: string[], content: string[]): string[] {
  // `md:sl-hidden` is a name, and so are its parts.
  const names = new Set(
    content.flatMap((text) => [...(text.match(/[\w-]+/g) ?? []), ...(text.match(/[\w:-]+/g) ?? [])]),
  );
  const unusedSymbols = sheets.flatMap((css) => [...classesIn(css)]).filter((name) => !names.has(name));
  let used = sheets.map((css) => rewrite(css, { unusedSymbols }));
  // What goes may have been the last to use something else.
  for (let before = ''; before !== used.join();) {
    before = used.join();
    used = withoutUnusedNames(used, content);
  }
  return used;
}

export async function dropUnusedStyles(pages: Page[], site: string): Promise<void> {
  const files = await filesOf(site);
  const read = (paths: string[]) => Promise.all(paths.map((path) => readFile(join(site, path), 'utf8')));
  const sheets = files.filter((path) => path.endsWith('.css'));
  const scripts = files.filter((path) => SCRIPT.test(path));
  const used = usedStyles(await read(sheets), [...pages.map(({ html }) => html), ...(await read(scripts))]);
  await Promise.all(sheets.map((path, index) => writeFile(join(site, path), used[index])));
}
