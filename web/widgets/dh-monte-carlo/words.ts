/** What the figure says: its sentence, and how its numbers come about. */
import { finite } from '../../fields/facts.ts';
import type { Explanation } from '../../controls/explain.ts';
import { alignedLatex, equalsLatex, factorLatex, numberLatex } from '../../language/latex.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import { formatInteger, formatNumber } from '../../plot/format.ts';
import { covers, heightOf, slopeText } from './drawing.ts';
import type { Model, State } from './model.ts';

const DIGITS = 6;
/** Estimates are read to the digits that tell them from the exact value. */
export const value = (number: number): string => format(number, DIGITS);
/** Errors to two digits more than are sure. */
export const small = (number: number | null): string => format(number ?? NaN, 3);
/** Counts: whole, and from a billion on in words of ten. */
export const count = (number: number): string => formatInteger(number);
const percent = (share: number): string => `${formatNumber(100 * share, { digits: 3 })}%`;
const latex = (number: number): string => numberLatex(number, DIGITS);

/** How far the estimate is from the exact value; null where one of them is not there. */
export function errorOf({ run }: Model): number | null {
  return finite(Math.abs(run.estimate.value - run.facts.exact.value));
}

/** Does the interval hold the exact value? */
export function holds(model: Model): boolean {
  const { value, halfWidth } = model.run.estimate;
  return halfWidth !== null && covers(value, halfWidth, model.run.facts.exact.value);
}

/** The method with the smallest standard error at the largest n, and how many times smaller than of plain draws it is. */
export function bestOf({ compared }: Model): { id: string; n: number; ratio: number | null } | undefined {
  const last = (compared ?? []).map(({ id, estimates }) => ({ id, error: estimates.at(-1)?.standardError ?? NaN, n: estimates.at(-1)?.samples ?? NaN })); // prettier-ignore
  const known = last.filter(({ error }) => Number.isFinite(error));
  if (!known.length) return undefined;
  const best = known.reduce((least, one) => (one.error < least.error ? one : least));
  const plain = known.find(({ id }) => id === 'plain');
  return { id: best.id, n: best.n, ratio: plain && best.error > 0 ? plain.error / best.error : null };
}

export function sentence(model: Model, state: State, say: Say): string {
  const parts = {
    estimate: estimateSentence,
    error: errorSentence,
    repeats: repeatSentence,
    compare: compareSentence,
  }[state.view as 'estimate'](model, say);
  const { undefinedDraws } = model.run.estimate;
  if (undefinedDraws > 0) parts.push(say('undefined-draws', { count: count(undefinedDraws) }));
  return parts.join(' ');
}

/** What is known of the exact value, where it is not a number to hold an estimate against. */
function noTruth({ run }: Model, say: Say): string {
  const { outcome, at, value } = run.facts.exact;
  if (Number.isFinite(value) && outcome === 'settled') return '';
  if (outcome === 'undefined' && Number.isFinite(at)) return say('truth-undefined', { at: format(at) });
  if (outcome === 'unsettled') return say('truth-unsettled');
  return say('truth-none');
}

function estimateSentence(model: Model, say: Say): string[] {
  const { estimate } = model.run;
  if (estimate.samples === 0) return [say('nothing-drawn')];
  const facts = {
    n: count(estimate.samples),
    value: value(estimate.value),
    half: small(estimate.halfWidth),
    exact: value(model.run.facts.exact.value),
    error: small(errorOf(model)),
  };
  if (!Number.isFinite(estimate.value)) return [say('no-value', facts)];
  const parts = [say(estimate.halfWidth === null ? 'estimate-alone' : 'estimate', facts)];
  const missing = noTruth(model, say);
  if (missing) parts.push(missing);
  else if (estimate.halfWidth !== null) parts.push(say(holds(model) ? 'truth-inside' : 'truth-outside', facts));
  if (estimate.batchError !== null && estimate.effectiveSamples !== null)
    parts.push(say('dependent', { worth: count(estimate.effectiveSamples), batch: small(estimate.batchError) }));
  return parts;
}

function errorSentence(model: Model, say: Say): string[] {
  const { errors } = model;
  const missing = noTruth(model, say);
  if (missing) return [missing, say('no-errors')];
  const last = errors?.typical.at(-1);
  if (!errors || last === undefined || last === null) return [say('no-errors')];
  const facts = { n: count(errors.samples.at(-1)!), error: small(last), slope: slopeText(errors.law?.exponent) };
  if (last === 0) return [say('errors-zero', facts)];
  return [say('errors', facts), say('slope-root')];
}

function repeatSentence(model: Model, say: Say): string[] {
  const { summary } = model.repeats ?? {};
  if (!summary || summary.runs === 0) return [say('no-runs')];
  const missing = noTruth(model, say);
  if (missing) return [missing, say('no-coverage')];
  const { runs, held } = summary;
  const share = held / runs;
  const facts = { runs: count(runs), held: count(held), share: percent(share) };
  return [say('coverage', facts), share < 0.9 ? say('coverage-low') : ''].filter(Boolean);
}

function compareSentence(model: Model, say: Say): string[] {
  const best = bestOf(model);
  if (!best) return [say('no-errors')];
  const facts = { n: count(best.n), best: say(`method-${best.id}`), ratio: small(best.ratio) };
  return [say(best.ratio === null ? 'best-exact' : best.id === 'plain' ? 'best-plain' : 'best', facts)];
}

// ---- Numbers that explain themselves ---------------------------------------------------------------------------------------------

export interface Told {
  key: string;
  text: string;
  explain: () => Explanation;
}

/** The numbers of the run as it stands, each with how it comes about. */
export function numbersOf(model: Model, state: State, say: Say): Told[] {
  const { run } = model;
  const { estimate } = run;
  if (estimate.samples === 0 || !Number.isFinite(estimate.value)) return [];
  const told: Told[] = [
    {
      key: 'estimate',
      text: value(estimate.value),
      explain: () => ({ title: say('explain-estimate', { n: count(estimate.samples) }), latex: estimateLatex(model, state), text: say(`explain-estimate-${state.method === 'importance' ? 'importance' : state.target}`) }), // prettier-ignore
    },
  ];
  if (estimate.standardError !== null)
    told.push(
      {
        key: 'standard-error',
        text: small(estimate.standardError),
        explain: () => ({
          title: say('explain-standard-error'),
          latex: errorLatex(model, state),
          text: say(state.method === 'plain' || state.method === 'importance' ? 'explain-standard-error-plain' : `explain-standard-error-${state.method}`), // prettier-ignore
        }),
      },
      {
        key: 'interval',
        text: `${value(estimate.value)} ± ${small(estimate.halfWidth)}`,
        explain: () => ({
          title: say('explain-interval'),
          latex: alignedLatex(
            `\\pred{${latex(estimate.value)}}`,
            `\\pm ${latex(estimate.halfWidth! / estimate.standardError!)} \\cdot ${latex(estimate.standardError!)}`,
            `\\;\\Rightarrow\\; [${latex(estimate.value - estimate.halfWidth!)},\\ ${latex(estimate.value + estimate.halfWidth!)}]`,
          ),
          text: say('explain-interval-words'),
        }),
      },
    );
  const error = errorOf(model);
  if (error !== null)
    told.push({
      key: 'error',
      text: small(error),
      explain: () => ({
        title: say('explain-error'),
        latex: `|${latex(estimate.value)} - ${factorLatex(run.facts.exact.value, DIGITS)}| ${equalsLatex(error, 3)} ${numberLatex(error, 3)}`,
        text: say(state.target === 'darts' ? 'explain-error-darts' : 'explain-error-words'),
      }),
    });
  if (estimate.effectiveSamples !== null && (state.repeat > 0 || state.method === 'importance'))
    told.push({
      key: 'effective',
      text: count(estimate.effectiveSamples),
      explain: () => ({
        title: say('explain-effective', { n: count(estimate.samples) }),
        text: say(state.repeat > 0 ? 'explain-effective-dependent' : 'explain-effective-importance'),
      }),
    });
  return told;
}

/** The estimate as a mean, the numbers put in. */
function estimateLatex(model: Model, state: State): string {
  const { estimate } = model.run;
  const { samples, value } = estimate;
  const n = numberLatex(samples, 10);
  if (state.target === 'darts')
    return `4 \\cdot \\dfrac{${numberLatex(Math.round((value / 4) * samples), 10)}}{${n}} ${equalsLatex(value)} \\pred{${latex(value)}}`;
  if (state.method === 'importance')
    return `\\dfrac{1}{n} \\sum_{i=1}^{n} \\dfrac{${state.target === 'integral' ? '\\f(\\data{x_i})' : 'g(\\data{x_i})\\,p(\\data{x_i})'}}{q(\\data{x_i})} ${equalsLatex(value)} \\pred{${latex(value)}}`;
  if (state.target === 'expectation')
    return `\\dfrac{1}{n} \\sum_{i=1}^{n} g(\\data{x_i}) ${equalsLatex(value)} \\pred{${latex(value)}}, \\quad n = ${n}`;
  const { from, to } = state;
  return alignedLatex(
    '(b - a)\\,\\dfrac{1}{n}\\sum_{i=1}^{n} \\f(\\data{x_i})',
    `= (${latex(to)} - ${factorLatex(from, DIGITS)}) \\cdot ${factorLatex(heightOf(model, state), DIGITS)}`,
    `${equalsLatex(value)} \\pred{${latex(value)}}`,
  );
}

/** The standard error: for draws that count one by one from their deviation, else from the spread of the means of units. */
function errorLatex(model: Model, state: State): string {
  const { samples, standardError } = model.run.estimate;
  const error = numberLatex(standardError!, 4);
  const { unit } = model.run.facts;
  if (unit > 1) {
    // Of Sobol sequences each is one independent unit, however long it is.
    const units = state.method === 'sobol' ? unit : samples / unit;
    return `\\dfrac{${numberLatex(standardError! * Math.sqrt(units), 4)}}{\\sqrt{${numberLatex(units, 10)}}} = ${error}`;
  }
  return alignedLatex(
    '\\dfrac{s}{\\sqrt n}',
    `= \\dfrac{${numberLatex(standardError! * Math.sqrt(samples), 4)}}{\\sqrt{${numberLatex(samples, 10)}}}`,
    `= ${error}`,
  );
}
