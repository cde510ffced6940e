import { program, type Rule } from './rule.ts';

export const rule: Rule = {
  says: 'Every header compiles alone.',
  problems(tree) {
    const configured = program(tree, 'cmake', ['--preset', 'headers']);
    if (configured.length) return configured;
    const built = program(tree, 'cmake', ['--build', '--preset', 'headers', '--', '-k', '0']);
    const errors = built.filter((line) => /\b(error|warning):/.test(line));
    return errors.length ? errors : built;
  },
};
