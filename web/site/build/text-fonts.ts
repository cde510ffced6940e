/**
 * Pretendard, Korean and Latin, cut down to what the pages show: one file with Latin, figures and signs for the whole site, and one for each page with its
 * other characters, which are mostly Hangul. Both hold the weights from regular to bold. Cut fonts are kept in build/fonts by their content.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import subsetFont from 'subset-font';
import { ledgerOf, readStrings } from '../markdown/ledger.ts';
import { type Page, intoHead } from './pages.ts';
import { unicodeRange } from './unicode-range.ts';

const SOURCE = 'node_modules/pretendard/dist/public/variable/PretendardVariable.ttf';
const WEIGHTS = { wght: { min: 400, max: 650 } };

/** What any page may show at any time: a reader can type it, or a figure can print it. */
const LATIN =
  Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('') +
  ' ·–—‘’“”…×÷−±√∞∂∇∑≈≠≤≥←→↑↓°²³⁴⁻¹⁰⁵⁶⁷⁸⁹βεηλ';

/** Strings that scripts put on a page: those of its own widgets, and those all widgets share. */
function scriptText(html: string, language: string, widgets: string): string {
  const tags = new Set([...html.matchAll(/<(dh-[\w-]+)/g)].map((match) => match[1]));
  const own = [...tags]
    .filter((tag) => existsSync(join(widgets, tag)))
    .flatMap((tag) => readdirSync(join(widgets, tag)).map((name) => join(widgets, tag, name)))
    .filter((path) => path.endsWith('strings.json'));
  const shared = tags.size ? ['strings.json', 'errors.json'].map((name) => join(widgets, '../language', name)) : [];
  return [...own, ...shared]
    .filter((path) => existsSync(path))
    .map((path): Record<string, unknown> => {
      const text = readFileSync(path, 'utf8');
      return text.includes('erm:') ? readStrings(text, ledgerOf(resolve('..')), path) : JSON.parse(text);
    })
    .map((strings) => JSON.stringify(strings[language] ?? strings))
    .join('');
}

/** The characters of a page beyond Latin, sorted. Formulas are in the fonts of KaTeX. */
export function pageCharacters(html: string, language: string, widgets: string): string {
  const text = html
    .replace(/<span class="katex-mathml"[^>]*>.*?<\/math><\/span>/gs, '')
    .replace(/<(script|style)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]*?(?:placeholder|data-\w+|value)="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<[^>]*>/g, ' ');
  const characters = new Set(text + scriptText(html, language, widgets));
  return [...characters]
    .filter((character) => character > '~' && !LATIN.includes(character))
    .sort()
    .join('');
}

async function cut(characters: string, folder: string, keepFeatures: string[]): Promise<string> {
  const version = createHash('sha256')
    .update(characters + keepFeatures)
    .digest('hex')
    .slice(0, 12);
  const name = `text-${version}.woff2`;
  if (!existsSync(join(folder, name))) {
    await mkdir(folder, { recursive: true });
    const font = await subsetFont(readFileSync(SOURCE), characters, {
      targetFormat: 'woff2',
      variationAxes: WEIGHTS,
      keepFeatures,
    });
    await writeFile(join(folder, name), font);
  }
  return name;
}

const face = (url: string, range: string) =>
  `@font-face{font-family:Pretendard;src:url(${url})format("woff2");font-weight:400 650;font-display:swap;unicode-range:${range}}`;

/** Give every page its fonts. `folder` keeps the cut fonts from one build to the next. */
export async function addTextFonts(
  pages: Page[],
  site: string,
  base: string,
  folder: string,
  widgets: string,
): Promise<void> {
  await mkdir(join(site, '_fonts'), { recursive: true });
  const publish = async (name: string) => {
    await copyFile(join(folder, name), join(site, '_fonts', name));
    return `${base}_fonts/${name}`;
  };
  // Figures line up in columns by the feature tnum.
  const latin = await publish(await cut(LATIN, folder, ['kern', 'tnum']));
  // Formulas must not jump when their letters arrive.
  const mathFonts = (await readdir(join(site, '_astro'))).filter((name) =>
    /^KaTeX_(?:Main-Regular|Math-Italic)-common/.test(name),
  );
  const preload = (url: string) => `<link rel="preload" href="${url}" as="font" type="font/woff2" crossorigin>`;
  for (const page of pages) {
    const language = /<html[^>]*\blang="(\w+)"/.exec(page.html)?.[1] ?? 'ko';
    const characters = pageCharacters(page.html, language, widgets);
    const own = characters && (await publish(await cut(characters, folder, [])));
    // The later rule is asked first: Latin never waits for the page's own font.
    const faces = (own ? face(own, 'U+a0-10ffff') : '') + face(latin, unicodeRange(LATIN));
    const math = page.html.includes('class="katex"') ? mathFonts.map((name) => `${base}_astro/${name}`) : [];
    const preloads = [latin, ...(own ? [own] : []), ...math].map(preload).join('');
    page.html = intoHead(page.html, `${preloads}<style>${faces}</style>`);
  }
}
