import { posix } from 'node:path';
import { lines, type Rule, type Tree } from './rule.ts';

const IMPORT = /(?:(?<!['"])\bfrom|^\s*import|\bimport\()\s*['"](\.[^'"]+)['"]/g;
const INCLUDE = /^\s*#\s*include\s*["]([^"]+)["]/g;

/** The files of the tree that a file names: imports of types count too, since a reader follows them as well. */
function named(tree: Tree, file: string, known: Set<string>): string[] {
  const cpp = /\.(cpp|hpp)$/.test(file);
  const found: string[] = [];
  for (const [, line] of lines(tree, file))
    for (const [, target] of line.matchAll(cpp ? INCLUDE : IMPORT))
      found.push(cpp ? `src/${target}` : posix.join(posix.dirname(file), target));
  return found.filter((target) => known.has(target) && target !== file);
}

/** A way from a file back to itself through files that were not passed before; empty where there is none. */
function circleFrom(start: string, uses: Map<string, string[]>): string[] {
  const cameFrom = new Map<string, string>();
  const waiting = [start];
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    for (const next of uses.get(file) ?? []) {
      if (next === start) {
        const way = [file];
        while (way[0] !== start) way.unshift(cameFrom.get(way[0])!);
        return way;
      }
      if (!cameFrom.has(next)) {
        cameFrom.set(next, file);
        waiting.push(next);
      }
    }
  }
  return [];
}

export const rule: Rule = {
  says: 'No file needs itself through others.',
  problems(tree) {
    const files = tree.files.filter((file) => /^(src|web|tools)\/.*\.(cpp|hpp|ts|mjs)$/.test(file));
    const known = new Set(files);
    const uses = new Map(files.map((file) => [file, named(tree, file, known)]));
    const problems = new Set<string>();
    for (const file of files) {
      const circle = circleFrom(file, uses);
      // Told once, from its first file on.
      if (circle.length && circle.every((other) => file <= other)) problems.add([...circle, file].join(' → '));
    }
    return [...problems];
  },
};
