/** What a link asks of a figure. */
import type { Fields } from '../fields/fields.ts';
import type { Problem } from '../fields/problem.ts';
import { readParameters, type Link } from './links.ts';

interface Followed {
  fields: Fields;
  positionKey: string;
  propose(patch: Record<string, unknown>): Promise<boolean>;
  /** What is wrong with what was proposed, by key. */
  problems(): Record<string, Problem>;
}

/** Proposes what a link says. Gives what is wrong with it, or whether the run is to be played. */
export async function follow(
  link: Link,
  { fields, positionKey, propose, problems }: Followed,
): Promise<{ problem: Problem; key?: string } | 'play' | 'done'> {
  const { patch, play, problem } = readParameters(fields, link.parameters);
  if (problem) return { problem };
  // A link that does not say where a run stands means its start.
  const rerun = positionKey in fields && !(positionKey in patch) ? { [positionKey]: fields[positionKey].default } : {};
  if (await propose({ ...rerun, ...patch })) return play ? 'play' : 'done';
  const [key, found] = Object.entries(problems())[0];
  return { key, problem: found };
}
