import { read, type Rule } from './rule.ts';

export const rule: Rule = {
  says: 'Every *.test.ts belongs to a runner: Node’s own or Playwright.',
  problems(tree) {
    return tree.files
      .filter((file) => file.endsWith('.test.ts'))
      .filter((file) => !/from '(node:test|@playwright\/test|[^']*fixtures?\.ts)'/.test(read(tree, file)))
      .map((file) => `${file}: imports neither node:test nor @playwright/test, so nothing runs it`);
  },
};
