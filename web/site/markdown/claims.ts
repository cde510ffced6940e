/** Reading claims.yaml: sentences about figures, each with the state that shows it and the fact that bears it out. */
import type { Goal } from '../../tasks/grading.ts';
import { listOf, readYaml } from './shape.ts';
import { claim } from './task-shapes.ts';

export interface Claim {
  /** Words of the lesson, in one language or both. */
  says: Partial<Record<'ko' | 'en', string>>;
  /** A link that sets the figure. */
  state: string;
  at?: number | 'end';
  /** The step limit while the claim is tested. */
  limit?: number;
  fact: Goal;
  /** Where it stands. */
  line: number;
}

/** The claims of a lesson. Throws `<path>:<line>: <reason>` at the first fault. */
export function parseClaims(yaml: string, path: string): Claim[] {
  const { value, lineOf, stop } = readYaml(yaml, path);
  if (value === null) return [];
  listOf(claim)(value, [], (place, sentence) => stop(place, sentence));
  return (value as Claim[]).map((entry, index) => ({ ...entry, line: lineOf([index]) }));
}

/** Words as they are compared: typographic quotes, spaces and marks of Markdown make no difference. */
const bare = (text: string): string =>
  text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[*_]/g, '').replace(/\s+/g, ' ');

/** The first claim whose words stand in none of the texts of its language. */
export function unsaid(claims: readonly Claim[], texts: Record<'ko' | 'en', string>): Claim | undefined {
  return claims.find(({ says }) =>
    (Object.keys(says) as ('ko' | 'en')[]).some((language) => !bare(texts[language]).includes(bare(says[language]!))),
  );
}
