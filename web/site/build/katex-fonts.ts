/**
 * KaTeX's stylesheet names each font in three formats and whole. Every browser that runs WebAssembly reads the first, so the others go. The fonts of
 * letters are split in two: what most formulas are made of, and the rest, which a browser fetches only for a formula that needs it. The split fonts are kept
 * in build/fonts.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { unicodeRange } from './unicode-range.ts';

const LATIN = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join('');
const COMMON = `${LATIN}αβγδεϵζηθκλμπρσστφωΔΣ−×⋅±≤≥≠≈→∞∈∇∂∑√∣∥⟨⟩⊤∗⟹°′…⋯^ˉ\u0302\u20d7\u00a0\u200b\u2061`;
const REST = Array.from({ length: 0xffff - 0xa0 }, (_, index) => String.fromCharCode(0xa0 + index))
  .filter((character) => !COMMON.includes(character))
  .join('');

const FACE = /@font-face\{[^}]*?url\((fonts\/([\w-]+)\.woff2)\)[^}]*\}/g;
const LETTERS = /^KaTeX_(?:Main|Math|AMS)-/;
/** Large brackets and roots have parts without characters of their own: these fonts only lose their hinting. */
const SIZES = /^KaTeX_Size/;

async function cut(source: string, folder: string, part: 'common' | 'rest' | 'all'): Promise<string> {
  const characters = { common: COMMON, rest: REST, all: '' }[part];
  const version = createHash('sha256').update(characters).digest('hex').slice(0, 8);
  const target = join(folder, basename(source).replace('.ttf', `-${part}-${version}.woff2`));
  if (!existsSync(target)) {
    await mkdir(folder, { recursive: true });
    const options = { targetFormat: 'woff2', noHinting: true, keepAllGlyphs: part === 'all' } as const;
    await writeFile(target, await subsetFont(await readFile(source), characters, options));
  }
  return target;
}

export function katexFonts(folder: string): Plugin {
  return {
    name: 'downhill:katex-fonts',
    enforce: 'pre',
    async transform(css, id) {
      const [path] = id.split('?');
      if (!/katex(\.min)?\.css$/.test(path)) return;
      const lean = css.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, '');
      const split = new Map<string, string>();
      for (const [face, url, name] of lean.matchAll(FACE)) {
        const source = join(dirname(path), 'fonts', `${name}.ttf`);
        const withFont = async (part: 'common' | 'rest' | 'all') =>
          face.replace(url, relative(dirname(path), await cut(source, folder, part)));
        // Of two rules for a character the browser asks the later one first.
        if (LETTERS.test(name)) {
          const ranged = async (part: 'common' | 'rest', range: string) =>
            (await withFont(part)).replace(/\}$/, `;unicode-range:${range}}`);
          split.set(
            face,
            (await ranged('rest', 'U+a0-2fff,U+e000-f8ff')) + (await ranged('common', unicodeRange(COMMON))),
          );
        } else if (SIZES.test(name)) split.set(face, await withFont('all'));
      }
      return lean.replace(FACE, (face) => split.get(face) ?? face);
    },
  };
}
