/** The core's catalogs of distributions, of one number and of two. */
import { FieldError } from '../../fields/field-error.ts';

/** The entry called `id`. Where there is none it throws what there is, for the field `key`. */
export function entryOf<Entry extends { id: string }>(entries: readonly Entry[], id: string, key: string): Entry {
  const entry = entries.find((candidate) => candidate.id === id);
  if (entry) return entry;
  const expected = entries.map((candidate) => candidate.id).join(', ');
  throw new FieldError(key, { code: 'unknown-id', parameter: id, expected });
}
