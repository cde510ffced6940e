import { dirname } from 'node:path';
import { parse } from 'yaml';
import { read, type Rule, type Tree } from './rule.ts';

/** What both languages of a lesson must have alike: the headings' levels, the tags with their attributes, the formulas shown apart. */
function outline(text: string): Record<string, string[]> {
  const prose = text.replace(/^---\n[\s\S]*?\n---\n/, '');
  const bare = prose.replace(/^```[\s\S]*?^```/gm, '');
  return {
    headings: [...bare.matchAll(/^(#+) /gm)].map((match) => match[1]),
    tags: [...bare.matchAll(/<(dh-[\w-]+)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/g)].map(
      (match) =>
        // A label is prose; everything else drives the widget.
        `${match[1]}${match[2].replace(/\s+(label|title|caption)="[^"]*"/g, '').replace(/\s+/g, ' ')}`,
    ),
    'code blocks': [...prose.matchAll(/^```(\S.*)$/gm)].map((match) => match[1]),
    formulas: [...bare.matchAll(/^\$\$$/gm)].map(() => '$$'),
  };
}

/** Texts that speak only one of the two languages, by their path in the document. */
function halves(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => halves(item, `${path}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  if ('ko' in record || 'en' in record) {
    const silent = ['ko', 'en'].filter(
      (language) => typeof record[language] !== 'string' || record[language].trim() === '',
    );
    return silent.map((language) => `${path} has no ${language}`);
  }
  return Object.entries(record).flatMap(([key, item]) => halves(item, path ? `${path}.${key}` : key));
}

function problemsOf(tree: Tree, lesson: string): string[] {
  const missing = ['ko.md', 'en.md', 'checks.yaml'].filter((name) => !tree.files.includes(`${lesson}/${name}`));
  if (missing.length) return missing.map((name) => `${lesson}: ${name} is missing`);

  const problems: string[] = [];
  const [ko, en] = ['ko', 'en'].map((language) => outline(read(tree, `${lesson}/${language}.md`)));
  for (const part of Object.keys(ko)) {
    const differs =
      ko[part].length !== en[part].length ? ko[part].length : ko[part].findIndex((item, i) => item !== en[part][i]);
    if (ko[part].length !== en[part].length) {
      problems.push(`${lesson}: ${part}: ${ko[part].length} in ko, ${en[part].length} in en`);
    } else if (differs >= 0) {
      problems.push(`${lesson}: ${part}: ko has "${ko[part][differs]}" where en has "${en[part][differs]}"`);
    }
  }

  const checks = parse(read(tree, `${lesson}/checks.yaml`)) as { name: string }[];
  problems.push(...halves(checks, '').map((problem) => `${lesson}/checks.yaml: ${problem}`));
  const used = en.tags.map((tag) => tag.match(/^dh-(?:check|predict)\b.*\bname="([^"]*)"/)?.[1]).filter(Boolean);
  const named = checks.map((check) => check.name);
  for (const name of named)
    if (!used.includes(name)) problems.push(`${lesson}/checks.yaml: ${name} stands nowhere in the lesson`);
  for (const name of used) if (!named.includes(name!)) problems.push(`${lesson}/en.md: there is no check ${name}`);
  return problems;
}

export const rule: Rule = {
  says: 'Both languages of a lesson have the same headings, widgets, checks, code and formulas.',
  problems(tree) {
    const lessons = tree.files.filter((file) => /^lessons\/[^/]+\/[^/]+\/(ko|en)\.md$/.test(file)).map(dirname);
    return [...new Set(lessons)].flatMap((lesson) => problemsOf(tree, lesson));
  },
};
