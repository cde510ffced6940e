/** The plots: curve and networks, what each unit adds, and the errors of many trainings. */
import type { Say } from '../../language/strings.ts';
import type { Dash, Ink, Marker } from '../../plot/inks.ts';
import { seriesStyle } from '../../plot/inks.ts';
import { curve } from '../../plot/layers/curve.ts';
import { points } from '../../plot/layers/points.ts';
import { segments } from '../../plot/layers/segments.ts';
import { draw } from '../../plot/picture.ts';
import type { Drawing } from '../../plot/picture.ts';
import { extent } from '../../plot/scale.ts';
import type { Interval } from '../../plot/scale.ts';
import type { Fit } from './networks.ts';
import { SEEDS } from './survey.ts';
import type { Survey, Trial } from './survey.ts';
import { FINE, PLACE_LIST } from './target.ts';
import type { Target } from './target.ts';
import { nameOf } from './words.ts';

interface Look {
  ink: Ink;
  dash: Dash;
  marker: Marker;
}
export const WIDE: Look = { ink: 'prediction', dash: 'solid', marker: 'circle' };
export const DEEP: Look = { ink: 'series-2', dash: 'dashed', marker: 'square' };
const WRITTEN: Look = { ink: 'f', dash: 'dotted', marker: 'diamond' };
const LOOKS: Record<Trial['kind'], Look> = { wide: WIDE, deep: DEEP, written: WRITTEN };

/** The heights that are seen at least: there is room to draw, and the view stays while one draws. */
const ROOM: Interval = [-1.3, 1.3];
/** More bends than this would hide the curve. */
const MOST_BENDS = 80;
/** An error below this is drawn there: the axis has no 0. */
const SMALL = 1e-5;
/** Trainings stand at 1, 2, … along the axis of seeds. */
const SEEDS_SHOWN = [0.5, SEEDS + 0.5];

/** The part of the upright axis that shows the target. */
export function heightsOf({ heights }: Target): Interval {
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  return low >= ROOM[0] && high <= ROOM[1] ? ROOM : extent([low, high, ...ROOM], { padding: 0.08 });
}

/** The values of a curve on FINE at places between. */
function valueAt(values: ArrayLike<number>, x: number): number {
  const place = ((x - FINE[0]) / (FINE[FINE.length - 1] - FINE[0])) * (FINE.length - 1);
  const before = Math.min(Math.floor(place), FINE.length - 2);
  return values[before] + (place - before) * (values[before + 1] - values[before]);
}

/** Where a network bends. */
export const bendPoints = ({ bends, curve: values }: Fit): { x: number[]; y: number[] } => {
  const x = bends && bends.length <= MOST_BENDS ? bends.map((bend) => bend.x) : [];
  return { x, y: x.map((place) => valueAt(values, place)) };
};

export function curveDrawings(target: Target, wide: Fit | undefined, deep: Fit | undefined, say: Say): Drawing[] {
  const network = (fit: Fit, look: Look): Drawing[] => {
    const { ink, dash, marker } = look;
    const worst = fit.worst(target);
    const gap = {
      x0: [PLACE_LIST[worst]],
      x1: [PLACE_LIST[worst]],
      y0: [target.heights[worst]],
      y1: [fit.predictions[worst]],
    };
    return [
      draw(segments, gap, { ink: 'error', weight: 'thick', part: 'gap' }),
      draw(curve, { x: FINE, y: fit.curve, jumps: [] }, { ink, dash, weight: 'normal', name: nameOf(say, fit.shape), part: 'network' }), // prettier-ignore
      draw(points, bendPoints(fit), { ink, marker, radius: 3, part: 'network' }),
    ];
  };
  return [
    draw(curve, target.curve, { ink: 'f', weight: 'thick', name: say('curve') }),
    ...(deep ? network(deep, DEEP) : []),
    ...(wide ? network(wide, WIDE) : []),
  ];
}

/** Each unit of the last hidden layer for itself, the bias, and their sum. */
export function unitDrawings(fit: Fit, look: Look, say: Say): Drawing[] {
  const units = fit.shape.width;
  const row = (index: number) => fit.contributions.subarray(index * FINE.length, (index + 1) * FINE.length);
  const level = row(units);
  return [
    ...Array.from({ length: units }, (_, unit) => {
      const { ink, dash } = seriesStyle(unit);
      return draw(curve, { x: FINE, y: row(unit), jumps: [] }, { ink, dash, weight: 'thin' });
    }),
    draw(
      curve,
      { x: FINE, y: level, jumps: [] },
      { ink: 'ink-soft', dash: 'dotted', weight: 'thin', name: say('bias') },
    ),
    draw(curve, { x: FINE, y: fit.curve, jumps: [] }, { ink: look.ink, dash: look.dash, weight: 'thick', name: say(fit.shape.depth === 1 ? 'wide-sum' : 'deep-sum') }), // prettier-ignore
  ];
}

/** The mean error of each training against its seed, or against the parameters; those that diverged are left out. */
export function surveyDrawings(survey: Survey, say: Say): Drawing[] {
  const bySeed = survey.by === 'seeds';
  const shown = ({ mean }: Trial) => Math.max(mean, SMALL);
  const line = (trials: readonly Trial[], { ink, dash }: Look, name?: string): Drawing => {
    // One that no seed changes is a level line.
    const x = bySeed ? SEEDS_SHOWN : trials.map(({ shape }) => shape.parameters);
    const y = bySeed ? SEEDS_SHOWN.map(() => shown(trials[0])) : trials.map(shown);
    return draw(curve, { x, y, jumps: [] }, { ink, dash, weight: bySeed || name ? 'normal' : 'thin', name });
  };
  const trained = (kind: 'wide' | 'deep'): Drawing[] => {
    const trials = survey.of(kind);
    if (trials.length === 0) return [];
    const { ink, marker } = LOOKS[kind];
    const x = trials.map(({ shape }, index) => (bySeed ? index + 1 : shape.parameters));
    const all = draw(points, { x, y: trials.map(shown) }, { ink, marker, name: say(`${kind}-trials`) });
    return bySeed ? [all] : [line(bestBySize(trials), LOOKS[kind]), all];
  };
  return [line(survey.of('written'), WRITTEN, say('written-trials')), ...trained('deep'), ...trained('wide')];
}

/** Of each size of network the training that came nearest. */
function bestBySize(trials: readonly Trial[]): Trial[] {
  const best = new Map<number, Trial>();
  for (const trial of trials) {
    const before = best.get(trial.units);
    if (!before || !(trial.mean >= before.mean)) best.set(trial.units, trial);
  }
  return [...best.values()].filter(({ mean }) => Number.isFinite(mean));
}
