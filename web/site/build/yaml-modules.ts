/** Lets scripts import the sidecars of data sets: a YAML file becomes a module whose default export is its content. */
import { parse } from 'yaml';
import type { Plugin } from 'vite';

export function yamlModules(): Plugin {
  return {
    name: 'yaml-modules',
    transform: (source, id) =>
      /\.yaml$/.test(id) ? { code: `export default ${JSON.stringify(parse(source))};`, map: null } : undefined,
  };
}
