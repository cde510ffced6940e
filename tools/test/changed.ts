/** What a change can affect, and so which tests to run for it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { USUAL, type Choice } from './suites.ts';

/** The files of the repository with what they say. */
export interface Sources {
  files: string[];
  read(file: string): string;
}

const IMPORT = /(?:(?<!['"])\bfrom|^\s*import|\bimport\(|\bnew (?:URL|Worker)\()\s*['"](\.[^'"?]+)/gm;

/** Who names whom: each file of the site, the tools and their tests with the files that import it. */
function importers({ files, read }: Sources): Map<string, string[]> {
  const known = new Set(files);
  const found = new Map<string, string[]>();
  for (const file of files) {
    if (!/\.(ts|mjs|js|astro)$/.test(file)) continue;
    for (const [, path] of read(file).matchAll(IMPORT)) {
      const target = posix.join(posix.dirname(file), path);
      if (known.has(target)) found.set(target, [...(found.get(target) ?? []), file]);
    }
  }
  return found;
}

/** These files and all that import them, by way of others or not. */
function closure(changed: readonly string[], uses: Map<string, string[]>): Set<string> {
  const reached = new Set(changed);
  // A set grows while it is walked through.
  for (const file of reached) for (const user of uses.get(file) ?? []) reached.add(user);
  return reached;
}

const isTest = (file: string): boolean => file.endsWith('.test.ts');
const isNodeTest = (file: string, text: string): boolean => isTest(file) && text.includes("from 'node:test'");

/** What everything is built or tested by. */
const EVERYTHING =
  /^(\.github|\.ci|dev$|cmake|CMake|tools\/(lib|setup|build|test)\.sh|tools\/commands\/test\.sh|tools\/test\/|web\/(package|tsconfig|playwright)|tools\/node)/;
/** What no test looks at but the rules. */
const NOTHING =
  /^(docs\/|LICENSE|CHANGELOG\.md|\.gitignore|\.clang-format|\.prettierrc|tools\/commands\/|tests\/bench\/(?!.*\.test\.ts))/;

/** The tests for these changed files, and what is left out, in words. */
export function testsFor(changed: readonly string[], sources: Sources): { choice: Choice; leftOut: string[] } {
  const { files, read } = sources;
  if (changed.length === 0) return { choice: new Map(), leftOut: [] };
  if (changed.some((file) => EVERYTHING.test(file))) {
    return { choice: new Map(USUAL.map((word) => [word, []])), leftOut: [] };
  }
  const reached = closure(changed, importers(sources));
  const any = (pattern: RegExp): boolean => [...reached].some((file) => pattern.test(file));
  const tests = files.filter(isTest);
  const mentioning = (text: string): string[] => tests.filter((test) => read(test).includes(text));

  const chosen = new Set([...reached].filter((file) => isTest(file) && files.includes(file)));
  const pages = new Set<string>();
  const everyFigure = any(/^lessons\/data\//);
  let everyPage = any(/^web\/site\/(?!service-worker)/);
  const notes: string[] = [];

  // Core. Its page is the same for all figures, so each is opened once, and the numbers are held by the suites of the core.
  const core = any(/^(src|tests\/(core|data|fuzz))\//);
  if (any(/^src\//)) {
    for (const test of tests) if (test.startsWith('tests/wasm/')) chosen.add(test);
    pages.add('/en/');
    notes.push('browser: the figures’ own tests and the Korean pages, for the core is tested by its own');
  }

  // Text. A test that looks through all lessons, or names this one, sees it.
  const lessons = new Set(changed.flatMap((file) => file.match(/^lessons\/([^/]+\/[^/]+)\/./)?.[1] ?? []));
  for (const lesson of lessons) {
    pages.add(`/${lesson}/`);
    for (const test of [...mentioning(lesson), ...mentioning('lessons/')]) chosen.add(test);
  }
  if (any(/^lessons\/[^/]+\/chapter/)) everyPage = true;

  // Figures: their own tests, and the pages that show them.
  for (const file of reached) {
    const tag = file.match(/^web\/widgets\/([^/]+)\//)?.[1];
    if (!tag) continue;
    chosen.add(`web/widgets/${tag}/${tag}.test.ts`);
    pages.add(`@${tag}`);
  }
  if (reached.has('web/site/service-worker.js')) for (const test of mentioning('serviceWorker')) chosen.add(test);
  for (const file of changed) if (/^[^/]+\.md$/.test(file)) for (const test of mentioning(file)) chosen.add(test);

  const choice: Choice = new Map([['check', rulesFor(changed, files)]]);
  const own = [...chosen].filter((test) => files.includes(test)).sort();
  const ofNode = (folders: RegExp): string[] =>
    own.filter((test) => folders.test(test) && isNodeTest(test, read(test)));
  if (any(/^tools\//) || ofNode(/^tests\/(tools|bench)\//).length) choice.set('tools', []);
  if (core) choice.set('core', []);
  const wasm = ofNode(/^(tests\/wasm|web)\//);
  if (wasm.length) choice.set('wasm', wasm);
  const listings = [...lessons].filter((lesson) =>
    changed.some((file) => file.startsWith(`lessons/${lesson}/listing.`)),
  );
  if (listings.length) choice.set('listings', listings);
  const browser = own.filter((test) => test.startsWith('web/') && !isNodeTest(test, read(test)));
  if (everyPage) browser.push('web/testing/every-page.test.ts', 'web/testing/reader.test.ts');
  if (everyFigure) choice.set('browser', []);
  else if (pages.size || browser.length)
    choice.set('browser', [...new Set([...pages, ...browser, 'web/testing/markup.test.ts'])]);

  if (changed.every((file) => NOTHING.test(file)))
    return { choice: new Map([['check', choice.get('check')!]]), leftOut: others(['check']) };
  return { choice, leftOut: [...others([...choice.keys()]), ...partly(choice), ...notes] };
}

const others = (chosen: string[]): string[] => {
  const missing = USUAL.filter((word) => !chosen.includes(word));
  return missing.length ? [missing.join(', ')] : [];
};

const partly = (choice: Choice): string[] =>
  [...choice].filter(([, words]) => words.length).map(([word, words]) => `${word}: all but ${words.join(' ')}`);

/** The rules that look at such files, all but those that compile or ask other programs for nothing; none are all. */
function rulesFor(changed: readonly string[], files: readonly string[]): string[] {
  const slow: Record<string, RegExp> = {
    headers: /\.(hpp|cpp|cmake)$/,
    types: /\.(ts|json)$/,
    shell: /\.sh$|^dev$/,
  };
  const rules = files.flatMap((file) => file.match(/^tools\/check\/(?!rule)([^/]+)\.ts$/)?.[1] ?? []);
  const due = rules.filter((rule) => !slow[rule] || changed.some((file) => slow[rule].test(file)));
  return due.length < rules.length ? due : [];
}

const git = (root: string, ...args: string[]): string[] => {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(stderr.trim());
  return stdout.split('\0').filter(Boolean);
};

/** The tests for what differs from a commit, new files included. @throws Error when git does not know the commit. */
export function affected(root: string, base: string): { choice: Choice; leftOut: string[] } {
  const changed = [
    ...git(root, 'diff', '--name-only', '--no-renames', '-z', base),
    ...git(root, 'ls-files', '--others', '--exclude-standard', '-z'),
  ];
  const files = git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').filter((file) =>
    existsSync(join(root, file)),
  );
  return testsFor(changed, { files, read: (file) => readFileSync(join(root, file), 'utf8') });
}
