// Lessons, tasks and figures speak 해요체. Only errors, which are in web/language/errors.json, speak 합니다체; what is to be chosen is a statement and ends plainly.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** A sentence that ends in 합니다체 or in the plain form. Quotations and questions to oneself are no sentences of ours. */
const OTHER_REGISTER = /[가-힣]*(?:니다|[었았였했됐]다|[는한된인진린]다|이다|없다|있다|않다)(?=[.!)]|$)/gm;

const withoutQuotations = (text: string): string =>
  text
    .replace(/```[\s\S]*?```/g, '')
    .replace(/`[^`]*`/g, '')
    .replace(/[‘'“"][^‘’'“”"\n]*[’'”"]/g, '')
    .replace(/\*[^*\n]+\*/g, (words) => words.replaceAll('*', ''));

const faults = (text: string): string[] => withoutQuotations(text).match(OTHER_REGISTER) ?? [];

/** The Korean sentences of a task that are not to be chosen. */
function spoken(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(spoken);
  if (typeof value !== 'object' || value === null) return [];
  const { ko } = value as { ko?: unknown };
  if (typeof ko === 'string') return [ko];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'text' || key === 'items' ? [] : spoken(inner)));
}

for (const path of globSync('lessons/*/*/ko.md', { cwd: root }).sort())
  test(`${dirname(path)} speaks 해요체`, () => {
    const tasks = spoken(parse(read(join(dirname(path), 'checks.yaml'))));
    const prose = read(path).replace(/^(?:title|order|minutes|prerequisites|notes):.*$/gm, '');
    assert.deepEqual([...faults(prose), ...tasks.flatMap(faults)], []);
  });

const STRINGS = [
  'web/widgets/*/strings.json',
  'web/figures/*/*strings.json',
  'web/language/strings.json',
  'web/controls/formula-help.json',
];
for (const path of globSync(STRINGS, { cwd: root }).sort())
  test(`${path} speaks 해요체`, () => {
    const { ko } = JSON.parse(read(path)) as { ko: Record<string, string> };
    assert.deepEqual(Object.values(ko).flatMap(faults), []);
  });
