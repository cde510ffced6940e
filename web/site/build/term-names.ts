/** In the strings of figures `{term:learning-rate}` is the name of a term of the ledger, `{Term:learning-rate}` the same with a capital. */
import type { Plugin } from 'vite';
import { readStrings } from '../markdown/ledger.ts';
import type { Term } from '../markdown/ledger.ts';

/** @param ledger gives the terms, read anew for each file so that a change is seen while serving. */
export function termNames(ledger: () => readonly Term[]): Plugin {
  return {
    name: 'term-names',
    // Before the file becomes a module.
    enforce: 'pre',
    transform: (source, id) =>
      /\/strings\.json$/.test(id) && source.includes('erm:')
        ? { code: JSON.stringify(readStrings(source, ledger(), id)), map: null }
        : undefined,
  };
}
