/**
 * What figures say on every page, in the language of the page alone: in the browser `errors.json` and `strings.json` of web/language are
 * stores, which the first script of a page fills. Elsewhere, in tests for one, they are the files themselves.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const FILES = ['errors', 'strings'];
/** `virtual:sentences/ko` brings them in Korean. */
const BRINGS = /^\0?virtual:sentences\/(ko|en)$/;
const STORES = '\0virtual:sentences/stores';
const STORE = /^\0virtual:sentences\/store-(\w+)$/;

/** @param folder of the files. */
export function sentences(folder: string): Plugin {
  return {
    name: 'sentences',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId(source, importer) {
      if (BRINGS.test(source)) return `\0${source}`;
      if (source === STORES) return source;
      const name = importer && FILES.find((file) => join(dirname(importer), source) === join(folder, `${file}.json`));
      return name && `\0virtual:sentences/store-${name}`;
    },
    async load(id) {
      if (id === STORES) return FILES.map((file) => `export const ${file} = {};`).join('\n');
      const store = STORE.exec(id);
      if (store) return `import { ${store[1]} } from '${STORES}'; export default ${store[1]};`;
      const brings = BRINGS.exec(id);
      if (!brings) return undefined;
      const own = FILES.map(async (file) => {
        const path = join(folder, `${file}.json`);
        this.addWatchFile(path);
        const written = JSON.parse(await readFile(path, 'utf8')) as Record<string, object>;
        return `${file}.${brings[1]} = ${JSON.stringify(written[brings[1]])};`;
      });
      return [`import { ${FILES.join(', ')} } from '${STORES}';`, ...(await Promise.all(own))].join('\n');
    },
  };
}
