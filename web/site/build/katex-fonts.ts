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
/** Bold formulas have hardly more than letters. */
const COMMON_BOLD = LATIN.replace(/[^A-Za-z0-9]/g, '');
/** Where the rest may be looked for. Superscript digits (U+2070 to 209F) are none of KaTeX's: asking for them would fetch the font in vain. */
const REST_RANGE = 'U+21-206f,U+20a0-2fff,U+e000-f8ff';
/** The slanted fonts of single letters hold Latin and Greek only. */
const REST_RANGE_MATH = 'U+131,U+237,U+370-3ff,U+2100-214f';
const REST = Array.from({ length: 0xffff - 0x21 }, (_, index) => String.fromCharCode(0x21 + index)).join('');

const FACE = /@font-face\{[^}]*?url\((fonts\/([\w-]+)\.woff2)\)[^}]*\}/g;
const LETTERS = /^KaTeX_(?:Main|Math|AMS)-/;
/** Large brackets and roots have parts without characters of their own: these fonts only lose their hinting. */
const SIZES = /^KaTeX_Size/;

const commonOf = (name: string): string => (name.includes('Bold') ? COMMON_BOLD : COMMON);

async function cut(source: string, folder: string, part: 'common' | 'rest' | 'all'): Promise<string> {
  const common = commonOf(source);
  const rest = [...REST].filter((character) => !common.includes(character)).join('');
  const characters = { common, rest, all: '' }[part];
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
            (await ranged('rest', name.includes('Math') ? REST_RANGE_MATH : REST_RANGE)) +
              (await ranged('common', unicodeRange(commonOf(name)))),
          );
        } else if (SIZES.test(name)) split.set(face, await withFont('all'));
      }
      return lean.replace(FACE, (face) => split.get(face) ?? face);
    },
  };
}
