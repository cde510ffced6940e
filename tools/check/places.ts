import { lines, type Rule } from './rule.ts';

// Written in pieces, so that this file does not break its own rule.
const forbidden = new RegExp(
  [
    '/(?:work|root|Users)' + '/[\\w.]',
    '/home' + '/\\w',
    'registry\\.' + '(?:npmjs|yarnpkg|npmmirror)',
    '(?:deb|security|snapshot|archive)\\.' + '(?:debian|ubuntu)\\.',
    '"resolved"' + ': "http',
  ].join('|'),
);

export const rule: Rule = {
  says: 'No file names a path of somebody’s machine or the host of a package registry.',
  problems(tree) {
    const problems: string[] = [];
    for (const file of tree.files) {
      if (/\.(png|jpg|webp|ico|woff2?|wasm|gz|bin)$/.test(file)) continue;
      for (const [number, line] of lines(tree, file)) {
        const match = line.match(forbidden);
        if (match) problems.push(`${file}:${number}: ${match[0]}`);
      }
    }
    return problems;
  },
};
