/** What is computed: the likeliest centres of all kinds of noise, the loss and likelihood of every centre, and the case of classes. */
import { getCore } from '../../core/core.ts';
import type { Information, LikelihoodFit, NoiseEntry } from '../../core/probability/types.ts';
import { FieldError } from '../../fields/field-error.ts';
import type { StateOf } from '../../fields/fields.ts';
import { evenly } from '../../plot/scale.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { fields } from './fields.ts';

export type State = StateOf<typeof fields>;

const SAMPLES = 361;

/** A kind of noise with the centre that it makes likeliest. */
export interface Fitted {
  entry: NoiseEntry;
  fit: LikelihoodFit;
}

/** Losses and likelihoods of many centres. */
export interface Curves {
  x: Float64Array;
  loss: Float64Array;
  /** As parts of the largest likelihood; all 0 where no centre is possible. */
  share: Float64Array;
  /** Whether there is a centre that the points are possible around. */
  possible: boolean;
}

/** The noise around the chosen centre, and what it makes of each point. */
export interface Bell {
  x: Float64Array;
  density: Float64Array;
  /** At the points, in their order. */
  heights: Float64Array;
  /** The largest of all. */
  peak: number;
}

/** What the chosen centre comes to. */
export interface Chosen {
  loss: number;
  logLikelihood: number;
  share: number;
}

export interface Classes {
  information: Information;
  /** How often each class occurred, as a part of all. */
  shares: Float64Array;
  /** How probable the model holds each; together 1. */
  held: Float64Array;
}

/** Which of the core's kinds a figure of numbers shows; with classes it is the first, unseen. */
export const numberNoise = (noise: string): string => (noise === 'categorical' ? 'gaussian' : noise);

/** Ascending places across the view, and close by on both sides of those where something may jump or bend. */
function places(from: number, to: number, special: readonly number[]): Float64Array {
  const close = 1e-9 * (to - from);
  const beside = special.flatMap((place) => [place - close, place, place + close]);
  return Float64Array.from([
    ...evenly([from, to], SAMPLES),
    ...beside.filter((place) => from < place && place < to),
  ]).sort();
}

const shareOf = (logLikelihood: number, largest: number): number =>
  logLikelihood === -Infinity ? 0 : Math.exp(logLikelihood - largest);

/** Numbers as parts of their sum. */
function partsOf(numbers: readonly number[]): Float64Array {
  const total = numbers.reduce((sum, number) => sum + number, 0);
  return Float64Array.from(numbers, (number) => number / total);
}

export const model = plan(fields)
  .derive('noises', [], async () => (await (await getCore('probability')).probabilityCatalog()).noises)
  .derive('window', ['from', 'to'], ({ from, to }, { same }): readonly [number, number] => {
    if (!(from < to)) throw new FieldError(same('from') ? 'to' : 'from', { code: 'empty-interval' });
    return [from, to];
  })
  .derive('fits', ['noises', 'data'], async ({ noises, data }): Promise<Fitted[]> => {
    const core = await getCore('probability');
    return Promise.all(noises.map(async (entry) => ({ entry, fit: await core.maximumLikelihood(entry.id, data) })));
  })
  .derive('fitted', ['fits', 'noise'], ({ fits, noise }) => fits.find(({ entry }) => entry.id === numberNoise(noise))!)
  .derive('curves', ['fitted', 'data', 'scale', 'window'], async ({ fitted, data, scale, window }): Promise<Curves> => {
    const core = await getCore('probability');
    const { entry, fit } = fitted;
    const edges = [Math.max(...data) - scale, Math.min(...data) + scale];
    const x = places(...window, [fit.centre, ...fit.interval, ...data, ...edges]);
    const at = async (centres: Float64Array) => core.likelihood(entry.id, data, centres, scale);
    const [{ loss, logLikelihood }, best] = await Promise.all([at(x), at(Float64Array.of(fit.centre))]);
    const [largest] = best.logLikelihood;
    return { x, loss, share: logLikelihood.map((value) => shareOf(value, largest)), possible: largest > -Infinity };
  })
  // The noise is symmetric: how probable y is around c is how probable c is around y.
  .derive('bell', ['fitted', 'data', 'centre', 'scale', 'window'], async (given): Promise<Bell> => {
    const { fitted, data, centre, scale, window } = given;
    const core = await getCore('probability');
    const x = places(...window, [centre - scale, centre, centre + scale]);
    const all = Float64Array.from([...x, ...data, centre]);
    const { logLikelihood } = await core.likelihood(fitted.entry.id, [centre], all, scale);
    const density = logLikelihood.map(Math.exp);
    return {
      x,
      density: density.subarray(0, x.length),
      heights: density.slice(x.length, -1),
      peak: density[density.length - 1],
    };
  })
  .derive('chosen', ['fitted', 'data', 'centre', 'scale'], async ({ fitted, data, centre, scale }): Promise<Chosen> => {
    const core = await getCore('probability');
    const centres = Float64Array.of(centre, fitted.fit.centre);
    const { loss, logLikelihood } = await core.likelihood(fitted.entry.id, data, centres, scale);
    return {
      loss: loss[0],
      logLikelihood: logLikelihood[0],
      share: shareOf(logLikelihood[0], logLikelihood[1]),
    };
  })
  .derive('leastLoss', ['fitted', 'data'], async ({ fitted, data }) => {
    const core = await getCore('probability');
    return (await core.likelihood(fitted.entry.id, data, Float64Array.of(fitted.fit.centre), 1)).loss[0];
  })
  .derive('classes', ['counts', 'probabilities'], async ({ counts, probabilities }): Promise<Classes> => {
    const broken = counts.find((count) => !Number.isInteger(count));
    if (broken !== undefined) throw new FieldError('counts', { code: 'not-an-integer', value: broken });
    if (counts.every((count) => count === 0)) throw new FieldError('counts', { code: 'no-probability' });
    if (probabilities.every((p) => p === 0)) throw new FieldError('probabilities', { code: 'no-probability' });
    const core = await getCore('probability');
    return {
      information: await core.information(counts, probabilities, 'nats'),
      shares: partsOf(counts),
      held: partsOf(probabilities),
    };
  });

export type Model = ModelOf<typeof model>;
