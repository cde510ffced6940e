/** What is known of y at one x, what guesses of it cost, and the best guess at every x. */
import { getCore } from '../../core/core.ts';
import type { GuessLossEntry, JointEntry, Risks } from '../../core/probability/types.ts';
import type { StateOf } from '../../fields/fields.ts';
import { entryOf } from '../../figures/probability/catalog.ts';
import { jointEntries, jointOf, nearestOf } from '../../figures/probability/joint.ts';
import type { HeldJoint } from '../../figures/probability/joint.ts';
import { evenly } from '../../plot/scale.ts';
import type { Interval } from '../../plot/scale.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { fields, MEASURE_AND_CLASS } from './fields.ts';
import strings from './strings.json' with { type: 'json' };

export type State = StateOf<typeof fields>;

/** Places along a continuous axis, and guesses along theirs. */
const SAMPLES = 121;
const GUESSES = 241;
/** Half the width of the strip in which draws count as lying on the line, as a part of the axis. */
const HALF_STRIP = 1 / 40;
/** How much of the axis of guesses the curve of their costs climbs over, on either side of the best. */
const CLIMB = 0.4;
/** Guesses so near to 0 and to 1 that the cross-entropy of most classes has left the plot. */
const CERTAIN = Array.from({ length: 13 }, (_, index) => 10 ** -(index + 3));
/** The largest cross-entropy that is shown; beyond it the curve rises without end. */
const HIGHEST_CROSS_ENTROPY = 2.5;

export interface Axis {
  discrete: boolean;
  /** The values, or places along the axis. */
  places: Float64Array;
  window: Interval;
}

const CLASSES: Axis = { discrete: true, places: Float64Array.of(0, 1), window: [-0.5, 1.5] };

// ---- What there is to choose from ------------------------------------------------------------------------------------------------

const coreId = (distribution: string): string =>
  distribution === MEASURE_AND_CLASS ? 'class-and-measure' : distribution;

/** Whether y is a class. */
export const ofClasses = ({ distribution }: Pick<State, 'distribution'>): boolean => distribution === MEASURE_AND_CLASS;

/** The core's joint densities, and after them the one whose roles are exchanged, in words of its own. */
async function entriesHere(): Promise<JointEntry[]> {
  const all = await jointEntries();
  const own = all.find(({ id }) => id === coreId(MEASURE_AND_CLASS))!;
  const named = (key: 'classes' | 'share-of-one') => ({ ko: strings.ko[key], en: strings.en[key] });
  const options = own.options.map((option) =>
    option.id === 'share' ? { ...option, name: named('share-of-one') } : option,
  );
  return [...all, { ...own, id: MEASURE_AND_CLASS, name: named('classes'), options, xValues: [] }];
}

/** The losses that apply: a probability can be guessed of classes only. */
async function lossesOf(classes: boolean): Promise<GuessLossEntry[]> {
  const core = await getCore('probability');
  return (await core.probabilityCatalog()).guessLosses.filter(({ probability }) => classes || !probability);
}

/** What is shown of x and of y where a distribution begins with its own numbers, and the values of a discrete x. */
export async function axesOf(
  entries: readonly JointEntry[],
  distribution: string,
): Promise<{ x: Interval; y: Interval; xValues: readonly number[] }> {
  const held = await jointOf(entries, { distribution, options: {} }, coreId(distribution));
  const { windowX, windowY, xValues } = held.facts;
  held.free();
  return ofClasses({ distribution })
    ? { x: windowY, y: CLASSES.window, xValues: [] }
    : { x: windowX, y: windowY, xValues };
}

// ---- The map ---------------------------------------------------------------------------------------------------------------------

export interface Shown {
  x: Axis;
  y: Axis;
  /** p(x, y) at all places, one row for each y. */
  grid: Float64Array;
}

async function shownOf({ density, facts }: HeldJoint, classes: boolean): Promise<Shown> {
  const axis = (window: Interval): Axis => ({ discrete: false, places: evenly(window, SAMPLES), window });
  if (classes) {
    const x = axis(facts.windowY);
    const turned = await density.grid(CLASSES.places, x.places);
    const grid = turned.map((_, index) => turned[(index % SAMPLES) * 2 + Math.floor(index / SAMPLES)]);
    return { x, y: CLASSES, grid };
  }
  const discrete = facts.xValues.length > 0;
  const x = discrete ? { discrete, places: Float64Array.from(facts.xValues), window: facts.windowX } : axis(facts.windowX);
  const y = axis(facts.windowY);
  return { x, y, grid: await density.grid(x.places, y.places) };
} // prettier-ignore

/** The best guess at every x, and what it costs. */
export interface Best {
  guess: Float64Array;
  risk: Float64Array;
}

// ---- The line --------------------------------------------------------------------------------------------------------------------

export interface Here {
  x: number;
  /** p(x) and whether x can occur. */
  marginal: number;
  possible: boolean;
  /** p(y | x) at the places of y, or P(y | x); NaN throughout where x cannot occur. */
  conditional: Float64Array;
  mean: number;
  variance: number;
  median: number;
}

/** Which of the two the core calls x. */
const knownOf = (classes: boolean): 'x' | 'y' => (classes ? 'y' : 'x');

async function hereOf({ density }: HeldJoint, shown: Shown, classes: boolean, place: number): Promise<Here> {
  const x = shown.x.discrete ? shown.x.places[nearestOf(shown.x.places, place)] : place;
  const at = Float64Array.of(x);
  const none = new Float64Array();
  const [marginal, conditional, squares, distances] = await Promise.all([
    classes ? density.marginalY(at) : density.marginalX(at),
    classes ? undefined : density.yGivenX(x, shown.y.places),
    density.risks(knownOf(classes), x, 'squared', none),
    density.risks(knownOf(classes), x, 'absolute', none),
  ]);
  const { best: mean, least: variance } = squares;
  return {
    x,
    marginal: marginal[0],
    possible: Number.isFinite(mean),
    // Of a number that is 0 or 1 the mean is the probability of 1.
    conditional: conditional ?? Float64Array.of(1 - mean, mean),
    ...{ mean, variance, median: distances.best },
  };
}

/** What guesses cost: along their axis, the chosen one first of all. */
export interface Costs extends Risks {
  guesses: Float64Array;
  chosen: number;
}

async function costsOf(
  { density }: HeldJoint,
  { x }: Here,
  { window }: Axis,
  { probability, id }: GuessLossEntry,
  classes: boolean,
  guess: number,
): Promise<Costs> {
  const guesses = probability
    ? Float64Array.of(...evenly([0, 1], GUESSES), ...CERTAIN, ...CERTAIN.map((c) => 1 - c)).sort()
    : evenly(window, GUESSES);
  const told = await density.risks(knownOf(classes), x, id, Float64Array.of(guess, ...guesses));
  return { ...told, risk: told.risk.slice(1), chosen: told.risk[0], guesses };
}

/** p(y | x) at the chosen guess and at the best one; none of classes. */
async function heightsOf({ density }: HeldJoint, { x }: Here, { best }: Costs, guess: number, classes: boolean) {
  if (classes) return undefined;
  const [own, there] = await density.yGivenX(x, Float64Array.of(guess, best));
  return { guess: own, best: there };
}

/** How high the plot of costs is: the same wherever the line stands. */
function topOf({ risk }: Best, { window }: Axis, { id, probability }: GuessLossEntry): number {
  if (probability) return HIGHEST_CROSS_ENTROPY;
  const most = risk.reduce((largest, value) => (Number.isFinite(value) ? Math.max(largest, value) : largest), 0);
  const climb = CLIMB * (window[1] - window[0]);
  return 1.1 * (most + (id === 'squared' ? climb ** 2 : climb));
}

// ---- Draws -----------------------------------------------------------------------------------------------------------------------

export interface Draws {
  x: Float64Array;
  y: Float64Array;
}

async function drawsOf({ density }: HeldJoint, classes: boolean, count: number, seed: number): Promise<Draws | undefined> {
  if (!count) return undefined;
  const points = await density.sample(count, seed);
  const first = Float64Array.from({ length: count }, (_, index) => points[2 * index]);
  const second = Float64Array.from({ length: count }, (_, index) => points[2 * index + 1]);
  return classes ? { x: second, y: first } : { x: first, y: second };
} // prettier-ignore

export interface OnLine {
  /** Half the width of the strip about the line. */
  half: number;
  count: number;
  /** The mean of y there; NaN of none. */
  mean: number;
}

function onLineOf({ x, y }: Draws, { x: axis }: Shown, here: Here): OnLine {
  const half = axis.discrete ? 0.25 : (axis.window[1] - axis.window[0]) * HALF_STRIP;
  const there = y.filter((_, index) => Math.abs(x[index] - here.x) <= half);
  return { half, count: there.length, mean: there.reduce((sum, value) => sum + value, 0) / there.length };
}

// ---- The plan --------------------------------------------------------------------------------------------------------------------

export const model = plan(fields)
  .derive('entries', [], () => entriesHere())
  .derive('losses', ['distribution'], (state) => lossesOf(ofClasses(state)))
  .derive('entry', ['losses', 'loss'], ({ losses, loss }) => entryOf(losses, loss, 'loss'))
  .derive(
    'held',
    ['entries', 'distribution', 'options'],
    ({ entries, ...state }) => jointOf(entries, state, coreId(state.distribution)),
    { free: (held) => held.free() },
  )
  .derive('shown', ['held', 'distribution'], ({ held, ...state }) => shownOf(held, ofClasses(state)))
  .derive('everywhere', ['held', 'shown', 'entry', 'distribution'], ({ held, shown, entry, ...state }) =>
    held.density.bestGuesses(knownOf(ofClasses(state)), shown.x.places, entry.id),
  )
  .derive('top', ['everywhere', 'shown', 'entry'], ({ everywhere, shown, entry }) => topOf(everywhere, shown.y, entry))
  .derive('here', ['held', 'shown', 'distribution', 'x'], ({ held, shown, x, ...state }) =>
    hereOf(held, shown, ofClasses(state), x),
  )
  .derive(
    'costs',
    ['held', 'shown', 'here', 'entry', 'distribution', 'guess'],
    ({ held, shown, here, entry, ...state }) => costsOf(held, here, shown.y, entry, ofClasses(state), state.guess),
  )
  .derive('heights', ['held', 'here', 'costs', 'distribution', 'guess'], ({ held, here, costs, ...state }) =>
    heightsOf(held, here, costs, state.guess, ofClasses(state)),
  )
  .derive('drawn', ['held', 'distribution', 'draws', 'seed'], ({ held, draws, seed, ...state }) =>
    drawsOf(held, ofClasses(state), draws, seed),
  )
  .derive('onLine', ['drawn', 'shown', 'here'], ({ drawn, shown, here }) =>
    drawn ? onLineOf(drawn, shown, here) : undefined,
  );

export type Model = ModelOf<typeof model>;
