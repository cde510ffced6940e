/** How many starts of a chart end where: shares of the starts worked out so far. */
import type { StationaryKind } from '../../core/optimize/types.ts';
import type { Chart, Survey } from './survey.ts';

export interface End {
  x: number;
  y: number;
  number: number;
  kind: StationaryKind;
}

export interface Tally {
  places: (End & { share: number })[];
  /** Those that converged to a place without a number: not numbered yet, or one too many. */
  elsewhere: number;
  diverged: number;
  unfinished: number;
  computed: number;
}

/** What became of a start that is worked out. */
type Fate = 'place' | 'elsewhere' | 'diverged' | 'unfinished';

/** The fates by label and outcome, given the outcomes' ids in the order the core numbers them. */
export function fates(outcomes: readonly string[]): (label: number, outcome: number) => Fate {
  const byOutcome = outcomes.map((id): Fate => {
    if (id === 'converged') return 'elsewhere';
    return id === 'diverged' || id === 'undefined' ? 'diverged' : 'unfinished';
  });
  return (label, outcome) => (label >= 0 ? 'place' : byOutcome[outcome]);
}

export function endsOf(basins: Survey['basins']): End[] {
  if (!basins) return [];
  return Array.from({ length: basins.ends.length / 2 }, (_, index) => ({
    x: basins.ends[2 * index],
    y: basins.ends[2 * index + 1],
    number: index + 1,
    kind: basins.kinds[index],
  }));
}

export function tallyOf({ chart, basins }: Survey, outcomes: readonly string[]): Tally {
  const ends = endsOf(basins);
  const counts = new Float64Array(ends.length);
  const others = { elsewhere: 0, diverged: 0, unfinished: 0 };
  if (chart) count(chart, fates(outcomes), counts, others);
  const computed = chart?.computed ?? 0;
  const share = (starts: number) => starts / Math.max(1, computed);
  return {
    places: ends.map((end, index) => ({ ...end, share: share(counts[index]) })),
    elsewhere: share(others.elsewhere),
    diverged: share(others.diverged),
    unfinished: share(others.unfinished),
    computed,
  };
}

function count(
  { labels, outcomes }: Chart,
  fate: ReturnType<typeof fates>,
  counts: Float64Array,
  others: Record<Exclude<Fate, 'place'>, number>,
): void {
  for (let start = 0; start < labels.length; ++start) {
    const label = labels[start];
    if (Number.isNaN(label)) continue;
    const found = fate(label, outcomes[start]);
    if (found === 'place') counts[label]++;
    else others[found]++;
  }
}
