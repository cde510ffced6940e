/** Joint distributions of the core's catalog as figures choose them. */
import { getCore } from '../../core/core.ts';
import type { JointDensity, JointDensityFacts, JointEntry } from '../../core/probability/types.ts';
import type { Remote } from '../../core/types.ts';
import { chosenOptions } from '../descent/optimizer.ts';
import { entryOf } from './catalog.ts';

export interface JointState {
  distribution: string;
  options: Readonly<Record<string, number>>;
}

/** A joint density that is held in the core; whoever asked for it frees it. */
export interface HeldJoint {
  density: Remote<JointDensity>;
  facts: JointDensityFacts;
  entry: JointEntry;
  free(): void;
}

let entries: Promise<JointEntry[]> | undefined;

/** Every joint density there is, asked for once. Rejects as `getCore` does; the next call tries again. */
export function jointEntries(): Promise<JointEntry[]> {
  entries ??= getCore('probability').then(async (core) => (await core.probabilityCatalog()).jointDensities);
  entries.catch(() => (entries = undefined));
  return entries;
}

/**
 * The joint density of a state; `id` is what the core calls it, where the figure has a name of its own. Throws what is wrong with the
 * state, for the fields `distribution` and `options`.
 */
export async function jointOf(
  all: readonly JointEntry[],
  { distribution, options }: JointState,
  id = distribution,
): Promise<HeldJoint> {
  const entry = entryOf(all, distribution, 'distribution');
  const chosen = chosenOptions(all, distribution, options, 'options');
  const core = await getCore('probability');
  const density = await core.jointDensity({ id, options: chosen });
  return { density, facts: await density.facts(), entry, free: () => void density.free() };
}

/** The index of the value nearest to a place, among few. */
export function nearestOf(values: ArrayLike<number>, place: number): number {
  let best = 0;
  for (let index = 1; index < values.length; ++index)
    if (Math.abs(values[index] - place) < Math.abs(values[best] - place)) best = index;
  return best;
}
