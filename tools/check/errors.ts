import { read, type Rule } from './rule.ts';

export const rule: Rule = {
  says: 'Each error code of the core has its sentence in Korean and English (web/language/errors.json).',
  problems(tree) {
    const header = read(tree, 'src/foundation/error.hpp');
    const list = header.match(/#define DOWNHILL_ERROR_CODES\(X\)(?:.*\\\n)*.*\n/)?.[0] ?? '';
    const codes = [...list.matchAll(/X\(\w+,\s*"([\w-]+)"\)/g)].map((match) => match[1]);
    if (codes.length === 0) return ['src/foundation/error.hpp: the list of error codes was not found'];

    const problems: string[] = [];
    const sentences = JSON.parse(read(tree, 'web/language/errors.json')) as Record<string, Record<string, string>>;
    for (const language of ['ko', 'en']) {
      const said = sentences[language] ?? {};
      for (const code of codes)
        if (!said[code]?.trim()) problems.push(`web/language/errors.json: ${language} says nothing for ${code}`);
    }
    const keys = (language: string) =>
      Object.keys(sentences[language] ?? {})
        .sort()
        .join(' ');
    if (keys('ko') !== keys('en')) problems.push('web/language/errors.json: ko and en do not have the same keys');
    return problems;
  },
};
