/**
 * Holds the repository to its rules; `./dev check` runs it. A rule is a file in tools/check/ that exports `rule`.
 *
 *   node tools/check.ts [RULE]...
 *
 * Prints what breaks a rule and closes with one line of counts; exits 1 if a rule is broken.
 */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository, type Rule } from './check/rule.ts';

const root = join(import.meta.dirname, '..');
const wanted = process.argv.slice(2);
const names = globSync('*.ts', { cwd: join(root, 'tools/check') })
  .map((file) => file.slice(0, -3))
  .filter((name) => name !== 'rule' && (wanted.length === 0 || wanted.includes(name)))
  .sort();

const tree = repository(root);
let broken = 0;
for (const name of names) {
  const { rule } = (await import(pathToFileURL(join(root, 'tools/check', `${name}.ts`)).href)) as { rule: Rule };
  const problems = rule.problems(tree);
  console.log(`${problems.length ? '✗' : '✓'} ${name}: ${rule.says}`);
  for (const problem of problems) console.log(`    ${problem}`);
  if (problems.length) broken += 1;
}
console.log(`${names.length - broken} rules hold, ${broken} broken`);
process.exitCode = broken || names.length === 0 ? 1 : 0;
