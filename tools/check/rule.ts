import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A folder to be checked: the repository, or a small bad one in the tests. */
export interface Tree {
  root: string;
  /** Paths relative to the root, with `/`, sorted: everything that is or could be committed. */
  files: string[];
}

export interface Rule {
  /** The rule in one sentence. */
  says: string;
  /** What breaks it, one line each; `path:line: …` where there is a line. */
  problems(tree: Tree): string[];
}

/** The files of the repository that git knows or would take. */
export function repository(root: string): Tree {
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (listed.status !== 0) throw new Error(`git ls-files: ${listed.stderr}`);
  const files = listed.stdout
    .split('\0')
    .filter((file) => file && existsSync(join(root, file)) && statSync(join(root, file)).isFile());
  return { root, files: [...new Set(files)].sort() };
}

/** Every file of a folder without a repository. */
export function folder(root: string): Tree {
  const files = globSync('**', { cwd: root }).filter((file) => statSync(join(root, file)).isFile());
  return { root, files: files.sort() };
}

export const read = (tree: Tree, file: string): string => readFileSync(join(tree.root, file), 'utf8');

/** Lines of a file with their numbers, from 1. */
export const lines = (tree: Tree, file: string): [number, string][] =>
  read(tree, file)
    .split('\n')
    .map((line, i) => [i + 1, line]);

/** Problems from a program that lists them itself and fails when there are any. */
export function program(tree: Tree, command: string, args: string[]): string[] {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: tree.root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (error) return [`${command} does not run: ${error.message}`];
  if (status === 0) return [];
  const output = `${stdout}${stderr}`.trim().split('\n').filter(Boolean);
  return output.length ? output : [`${command} exits with ${status}`];
}
