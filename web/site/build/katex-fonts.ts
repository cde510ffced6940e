/** KaTeX names each font in three formats; every browser that runs WebAssembly reads the first, so the site ships only that. */
import type { Plugin } from 'vite';

export function katexFonts(): Plugin {
  return {
    name: 'downhill:katex-fonts',
    enforce: 'pre',
    transform(css, id) {
      if (!/katex(\.min)?\.css/.test(id)) return;
      return css.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, '');
    },
  };
}
