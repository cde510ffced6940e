import { posix } from 'node:path';
import { lines, type Rule, type Tree } from './rule.ts';

/** What each folder may use, itself aside. An arrow that is not here points back. */
const mayUse: Record<string, string[]> = {
  'src/foundation': [],
  'src/calculus': ['src/foundation'],
  'src/optimize': ['src/foundation', 'src/calculus'],
  'src/many_runs': ['src/foundation', 'src/calculus', 'src/optimize'],
  'src/regression': ['src/foundation', 'src/optimize', 'src/many_runs'],
  'src/neural': ['src/foundation', 'src/calculus', 'src/optimize'],
  'src/probability': ['src/foundation', 'src/calculus'],
  'src/data': ['src/foundation'],
  'src/puzzles': ['src/foundation', 'src/probability'],
  'src/bindings': [
    'src/foundation',
    'src/calculus',
    'src/optimize',
    'src/many_runs',
    'src/regression',
    'src/neural',
    'src/probability',
    'src/data',
    'src/puzzles',
  ],
};

/** The rooms of the site in their order: each may use all that stand before it. */
const rooms = [
  'core',
  'plot',
  'language',
  'fields',
  'controls',
  'widget',
  'figures',
  'tasks',
  'widgets',
  'site',
  'testing',
];
for (const [index, room] of rooms.entries()) {
  mayUse[`web/${room}`] = room === 'plot' ? [] : rooms.slice(0, index).map((earlier) => `web/${earlier}`);
}

/** Which packages each folder of the site may use; what is not listed is free. Tests may use what they like. */
const packages: Record<string, RegExp> = {
  'web/core': /^comlink$/,
  'web/plot': /^(d3-.+|lit|three)$/,
  'web/language': /^$/,
  'web/fields': /^$/,
  'web/controls': /^(lit|katex)$/,
  'web/widget': /^lit$/,
  'web/figures': /^(d3-.+|lit|katex)$/,
  'web/tasks': /^lit$/,
  'web/widgets': /^(d3-.+|lit|katex)$/,
};

const house = (path: string): string => path.split('/').slice(0, 2).join('/');

function checkArrow(from: string, to: string): string | undefined {
  if (from === to || mayUse[from].includes(to)) return undefined;
  return `${from} must not use ${to}`;
}

function checkInclude(file: string, include: string): string | undefined {
  const from = house(file);
  if (/^emscripten/.test(include)) {
    return from === 'src/bindings' ? undefined : 'only src/bindings may include Emscripten';
  }
  const to = `src/${include.split('/')[0]}`;
  return to in mayUse ? checkArrow(from, to) : undefined;
}

function checkImport(file: string, specifier: string): string | undefined {
  const from = house(file);
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(file), specifier.replace(/\?.*$/, ''));
    if (target.startsWith('build/wasm')) return from === 'web/core' ? undefined : 'only web/core may import the module';
    const to = house(target);
    return to in mayUse ? checkArrow(from, to) : undefined;
  }
  if (/^(node|astro|virtual):/.test(specifier) || !packages[from]) return undefined;
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  return packages[from].test(name) ? undefined : `${from} must not use the package ${name}`;
}

function problemsOf(tree: Tree, file: string): string[] {
  const cpp = /\.(cpp|hpp)$/.test(file);
  const pattern = cpp
    ? /^\s*#\s*include\s*["<]([^">]+)[">]/g
    : /(?:(?<!['"])\bfrom|^\s*import|\bimport\(|\bimport\.meta\.glob(?:<[^>]*>)?\(|@import|\bnew URL\()\s*['"]([^'"]+)['"]/g;
  const problems: string[] = [];
  for (const [number, line] of lines(tree, file)) {
    for (const match of line.matchAll(pattern)) {
      const problem = cpp ? checkInclude(file, match[1]) : checkImport(file, match[1]);
      if (problem) problems.push(`${file}:${number}: ${problem}`);
    }
  }
  return problems;
}

export const rule: Rule = {
  says: 'Dependencies point one way, as the table in tools/check/architecture.ts allows.',
  problems(tree) {
    const problems: string[] = [];
    for (const file of tree.files) {
      if (!/^(src|web)\/.*\/.*\.(cpp|hpp|ts|mjs|js|astro|css)$/.test(file) || /\.test\.ts$/.test(file)) continue;
      if (house(file) in mayUse) problems.push(...problemsOf(tree, file));
      else problems.push(`${file}:1: ${house(file)} is not in the table`);
    }
    return problems;
  },
};
