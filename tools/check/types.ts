import { program, type Rule } from './rule.ts';

export const rule: Rule = {
  says: 'The TypeScript of the site, the tools and the tests is sound.',
  problems: (tree) => program(tree, 'tsc', ['--noEmit', '-p', 'web']),
};
