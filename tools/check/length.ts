import { lines, type Rule } from './rule.ts';

const limit = 400;

/** Longer files, each with its reason. */
const excused: Record<string, string> = {
  'web/package-lock.json': 'written by npm',
  'web/language/ledger.yaml': 'every term of the book, as a dictionary has them',
};

export const rule: Rule = {
  says: `No file is longer than ${limit} lines, but those listed with a reason in tools/check/length.ts.`,
  problems(tree) {
    const problems: string[] = [];
    for (const file of tree.files) {
      if (!/\.(cpp|hpp|ts|mjs|js|json|css|astro|sh|py|cmake|yaml|yml|md)$/.test(file) || file in excused) continue;
      const length = lines(tree, file).length - 1;
      if (length > limit) problems.push(`${file}: ${length} lines`);
    }
    return problems;
  },
};
