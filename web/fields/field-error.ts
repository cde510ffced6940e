/** Which field an error belongs to. */
import { keyInCore } from './fields.ts';
import type { Fields } from './fields.ts';
import { isFailure, problemFrom } from './problem.ts';
import type { Problem } from './problem.ts';

/** An error that is known to come from the value of one field. */
export class FieldError extends Error {
  readonly key: string;
  readonly problem: Problem;
  constructor(key: string, problem: Problem) {
    super(problem.code);
    this.key = key;
    this.problem = problem;
  }
}

/** The field an error belongs to, and the problem: the field it names if that was among the changed ones, else the first of these. */
export function fieldOf(error: unknown, fields: Fields, changed: readonly string[]): [key: string, problem: Problem] {
  if (error instanceof FieldError) return [error.key, error.problem];
  const problem = problemFrom(error);
  if (isFailure(problem)) console.error(error);
  const named = keyInCore(fields, problem.parameter);
  return [named && (changed.includes(named) || !changed.length) ? named : (changed[0] ?? ''), problem];
}
