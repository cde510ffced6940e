/**
 * KaTeX's stylesheet names each font in three formats and whole. Every browser that runs WebAssembly reads the first, and the text fonts are cut down
 * to the characters formulas may use; the cut fonts are kept in build/fonts.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join, relative } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { MATH_CHARACTERS } from '../markdown/math-characters.ts';

/** The fonts of letters. The others hold brackets and roots in large sizes, or are hardly ever asked for. */
const TEXT_FONT = /KaTeX_(?:Main|Math|AMS)-/;

async function cutFont(source: string, folder: string): Promise<string> {
  const version = createHash('sha256').update(MATH_CHARACTERS).digest('hex').slice(0, 8);
  const target = join(folder, source.split('/').at(-1)!.replace('.ttf', `-${version}.woff2`));
  if (!existsSync(target)) {
    await mkdir(folder, { recursive: true });
    await writeFile(target, await subsetFont(await readFile(source), MATH_CHARACTERS, { targetFormat: 'woff2', noHinting: true }));
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
      const replaced = new Map<string, string>();
      for (const [url] of lean.matchAll(/fonts\/[\w-]+\.woff2/g)) {
        if (!TEXT_FONT.test(url)) continue;
        const cut = await cutFont(join(dirname(path), url.replace('.woff2', '.ttf')), folder);
        replaced.set(url, relative(dirname(path), cut));
      }
      return lean.replace(/fonts\/[\w-]+\.woff2/g, (url) => replaced.get(url) ?? url);
    },
  };
}
