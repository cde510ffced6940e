// The Python excerpts of a lesson, run as they are printed, one after the other: a reader who types them gets no error, and prints what listing.txt says.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { region, withoutMarkers } from '../../web/site/markdown/source-code.ts';

const root = join(import.meta.dirname, '../..');
const python = process.env.PYTHON ?? '/usr/bin/python3';

/** The Python of a page, in its order, each excerpt with its line. */
function excerpts(path: string): { line: number; code: string }[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/^```python(.*)\n([\s\S]*?)^```$/gm)].map((match) => {
    const [, meta, body] = match;
    const file = /file=(\S+)/.exec(meta)?.[1];
    const name = /region=(\S+)/.exec(meta)?.[1];
    const source = file ? readFileSync(join(dirname(path), file), 'utf8') : body;
    const line = text.slice(0, match.index).split('\n').length;
    return { line, code: name ? region(source, name)! : withoutMarkers(source) };
  });
}

/** The first line that `printed` does not have behind the one before it. */
function missing(lines: readonly string[], printed: readonly string[]): string | undefined {
  let from = 0;
  return lines.find((line) => {
    const place = printed.indexOf(line, from);
    from = place + 1;
    return place < 0;
  });
}

/** What happens to a reader who types the excerpts of a page; undefined if all is well. */
function complaint(path: string, found: ReturnType<typeof excerpts>): string | undefined {
  const folder = join(root, dirname(path));
  // Errors name the excerpt by its line in the lesson.
  const program = found.map(({ line, code }) => `exec(compile(${JSON.stringify(code)}, "${path}:${line}", "exec"))`);
  const options = { cwd: folder, encoding: 'utf8', timeout: 120_000 } as const;
  const { status, stdout, stderr } = spawnSync(python, ['-c', program.join('\n')], options);
  if (status !== 0) return stderr;
  if (stdout === '') return 'the excerpts define things, but print nothing: nobody sees that they work';
  const listing = join(folder, 'listing.txt');
  const known = existsSync(listing) ? readFileSync(listing, 'utf8').split('\n') : [];
  const lost = missing(stdout.split('\n').filter(Boolean), known);
  return lost && `"${lost}" is printed, but not in listing.txt`;
}

for (const path of globSync('lessons/*/*/{ko,en}.md', { cwd: root }).sort()) {
  const found = excerpts(join(root, path));
  if (!found.length) continue;
  test(path, () => assert.equal(complaint(path, found), undefined));
}
