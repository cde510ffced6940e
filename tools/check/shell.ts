import { program, read, type Rule } from './rule.ts';

export const rule: Rule = {
  says: 'The shell scripts satisfy ShellCheck.',
  problems(tree) {
    const scripts = tree.files.filter(
      (file) => file.endsWith('.sh') || (!/\.\w+$/.test(file) && read(tree, file).startsWith('#!/usr/bin/env bash')),
    );
    return scripts.length ? program(tree, 'shellcheck', ['--external-sources', '--format=gcc', ...scripts]) : [];
  },
};
