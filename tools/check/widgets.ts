import { read, type Rule } from './rule.ts';

export const rule: Rule = {
  says: 'Each widget has its source, its test and the same sentences in Korean and English.',
  problems(tree) {
    const tags = new Set(
      tree.files.map((file) => file.match(/^web\/widgets\/(dh-[\w-]+)\//)?.[1]).filter((tag) => tag !== undefined),
    );
    const problems: string[] = [];
    for (const tag of tags) {
      const home = `web/widgets/${tag}`;
      for (const name of [`${tag}.ts`, `${tag}.test.ts`, 'strings.json']) {
        if (!tree.files.includes(`${home}/${name}`)) problems.push(`${home}: ${name} is missing`);
      }
      for (const file of tree.files.filter((name) => name.startsWith(`${home}/`) && name.endsWith('strings.json'))) {
        const strings = JSON.parse(read(tree, file)) as Record<string, Record<string, string>>;
        const [ko, en] = ['ko', 'en'].map((language) => Object.keys(strings[language] ?? {}));
        for (const key of ko) if (!en.includes(key)) problems.push(`${file}: en has no "${key}"`);
        for (const key of en) if (!ko.includes(key)) problems.push(`${file}: ko has no "${key}"`);
      }
    }
    return problems;
  },
};
