import { spawnSync } from 'node:child_process';
import { program, type Rule } from './rule.ts';

/** Other versions of clang-format lay a few constructs out otherwise, so they are no judge. */
const referenceVersion = 14;

function clangFormatIsReference(): boolean {
  const { stdout } = spawnSync('clang-format', ['--version'], { encoding: 'utf8' });
  return Number(stdout?.match(/version (\d+)/)?.[1] ?? referenceVersion) === referenceVersion;
}

export const rule: Rule = {
  says: 'C++ is as clang-format leaves it, the rest as prettier does (./dev format).',
  problems(tree) {
    const cpp = tree.files.filter((file) => /\.(cpp|hpp)$/.test(file));
    const rest = tree.files.filter(
      (file) => /\.(ts|mjs|js|css|json)$/.test(file) && !file.endsWith('package-lock.json'),
    );
    const problems: string[] = [];
    if (cpp.length && clangFormatIsReference()) {
      const found = program(tree, 'clang-format', ['--dry-run', '-Werror', '--style=file', ...cpp]);
      problems.push(
        ...new Set(found.map((line) => line.match(/^(\S+?):\d+:.*clang-format-violations/)?.[1] ?? '').filter(Boolean)),
      );
      if (found.length && !problems.length) problems.push(...found);
    }
    if (rest.length) problems.push(...program(tree, 'prettier', ['--list-different', ...rest]));
    return problems;
  },
};
