/** The numbers of a beam with their formulas and the numbers put in, and the sentence on what the figure shows. */
import { finite } from '../../fields/facts.ts';
import type { Explanation } from '../../controls/explain.ts';
import { alignedLatex, equalsLatex, factorLatex, numberLatex } from '../../language/latex.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import { LEVEL, leverOf, termsOf } from './drawing.ts';
import type { Model, State } from './model.ts';

const DIGITS = 5;
/** Terms that are written out in a sum. */
const MOST_TERMS = 4;

const number = (value: number): string => numberLatex(value, DIGITS);
const factor = (value: number): string => factorLatex(value, DIGITS);
const equals = (value: number): string => `${equalsLatex(value, DIGITS)} ${number(value)}`;

/** A number of the figure: what it is called, its value, and where that comes from. */
export interface Told {
  key: string;
  value: number | null;
  explain(): Explanation;
}

/** Whether the beam stands level, as far as an eye can see. */
export function isBalanced(now: Model, { pivot }: State): boolean {
  const lever = leverOf(now, pivot);
  return lever !== null && Math.abs(lever) <= LEVEL;
}

/** A value, or the word for there being none. */
const tell = (value: number | null, say: Say): string => (value === null ? say('no-value') : format(value));

export const textOf = ({ key, value }: Told, say: Say): string => say(`number-${key}`, { value: tell(value, say) });

/** The sum or the integral of what the weights are multiplied by, with the first numbers put in. */
function sumOf(now: Model, of: (x: string) => string, put: (x: number) => string): string[] {
  const { beam } = now;
  if (!beam.discrete) return [`= \\int ${of('x')} \\cdot p(x)\\,dx`];
  const carrying = Array.from(beam.x.keys()).filter((index) => beam.share[index] > 0);
  const terms = carrying
    .slice(0, MOST_TERMS)
    .map((index) => `${put(beam.x[index])} \\cdot ${number(beam.share[index])}`);
  const dots = carrying.length > MOST_TERMS ? ' + \\dots' : '';
  return [`= \\sum_x ${of('x')} \\cdot p(x)`, `= ${terms.join(' + ')}${dots}`];
}

const result = (value: number | null): string[] => (value === null ? [] : [equals(value)]);

/** All numbers that stand between the two plots. */
export function numbersOf(now: Model, state: State, say: Say): Told[] {
  const { beam, powers } = now;
  const { mean, variance, skewness, kurtosis } = beam;
  const { pivot, moment } = state;
  const deviation = variance === null ? null : Math.sqrt(variance);
  const told = (key: string, value: number | null, left: string, sum: string[], text?: string): Told => ({
    key,
    value,
    explain: () => ({
      title: say(`number-${key}`, { value: tell(value, say) }),
      latex: alignedLatex(left, ...sum, ...result(value)),
      text: value === null ? say(`without-${key}`) : Number.isFinite(value) ? text : say('infinite'),
    }),
  });
  const m = mean === null ? '\\mu' : factor(mean);
  const s = deviation === null ? '\\sigma' : number(deviation);
  const away = (place: string) => (x: number) => `(${number(x)} - ${place})`;
  const standard = (power: number) => ({
    of: (x: string) => `\\left(\\frac{${x} - \\mu}{\\sigma}\\right)^${power}`,
    put: (x: number) => `\\left(\\frac{${number(x)} - ${m}}{${s}}\\right)^${power}`,
  });
  const c = factor(pivot);
  const [third, fourth] = [standard(3), standard(4)];
  return [
    told('mean', mean, '\\mathbb{E}[X]', sumOf(now, (x) => x, factor), say('explain-mean')),
    told('torque', powers[0], '\\mathbb{E}[X - c]', sumOf(now, (x) => `(${x} - c)`, away(c)), say('explain-torque')),
    ...(moment === 'square'
      ? [told('square', powers[1], '\\mathbb{E}[(X - c)^2]', [...sumOf(now, (x) => `(${x} - c)^2`, (x) => `${away(c)(x)}^2`), ...apart(now, state)], say('explain-square'))]
      : []),
    told('variance', variance, '\\operatorname{Var}(X)', sumOf(now, (x) => `(${x} - \\mu)^2`, (x) => `${away(m)(x)}^2`), say('explain-variance')),
    told('deviation', deviation, '\\sigma', [`= \\sqrt{\\operatorname{Var}(X)}`], say('explain-deviation')),
    told('skewness', skewness, '\\mathbb{E}[z^3]', sumOf(now, third.of, third.put), say('explain-skewness')),
    told('kurtosis', kurtosis, '\\mathbb{E}[z^4]', sumOf(now, fourth.of, fourth.put), say('explain-kurtosis')),
  ]; // prettier-ignore
}

/** The square about the pivot, taken apart: variance and squared distance of the pivot from the mean. */
function apart({ beam: { mean, variance } }: Model, { pivot }: State): string[] {
  if (mean === null || variance === null || !Number.isFinite(mean) || !Number.isFinite(variance)) return [];
  return [`= \\operatorname{Var}(X) + (\\mu - c)^2`, `= ${number(variance)} + (${number(mean)} - ${factor(pivot)})^2`];
}

/** E[g(X)] and g(E[X]), while a function is typed. */
export function typedOf(now: Model, say: Say): Told[] {
  const { typed, beam } = now;
  if (!typed) return [];
  const { outcome, expected, ofMean, values, at } = typed;
  const value = outcome === 'settled' || outcome === 'unsettled' ? expected : null;
  const terms = values
    ? [
        `= \\sum_x g(x) \\cdot p(x)`,
        `= ${Array.from(values.slice(0, MOST_TERMS), (height, index) => `${factor(height)} \\cdot ${number(beam.share.filter((share) => share > 0)[index])}`).join(' + ')}${values.length > MOST_TERMS ? ' + \\dots' : ''}`,
      ]
    : [beam.discrete ? `= \\sum_x g(x) \\cdot p(x)` : `= \\int g(x) \\cdot p(x)\\,dx`]; // prettier-ignore
  const why = value === null ? say(`expected-${outcome}`, { x: format(at) }) : say('explain-expected');
  const there = finite(ofMean);
  return [
    {
      key: 'expected',
      value,
      explain: () => ({
        title: say('number-expected', { value: tell(value, say) }),
        latex: alignedLatex('\\mathbb{E}[g(X)]', ...terms, ...result(value)),
        text: why,
      }),
    },
    {
      key: 'of-mean',
      value: there,
      explain: () => ({
        title: say('number-of-mean', { value: tell(there, say) }),
        latex: alignedLatex(
          'g(\\mathbb{E}[X])',
          `= g(${beam.mean === null ? '?' : number(beam.mean)})`,
          ...result(there),
        ),
        text: there === null ? say('without-of-mean') : say('explain-of-mean'),
      }),
    },
  ];
}

/** What the figure shows. */
export function sentence(now: Model, state: State, say: Say): string {
  const { beam, powers, typed, name } = now;
  const { mean } = beam;
  const subject = name || say('own-weights');
  const about = { name: subject, c: format(state.pivot), mean: tell(mean, say), torque: tell(powers[0], say) };
  const first =
    mean === null
      ? say('status-none', about)
      : !Number.isFinite(mean)
        ? say('status-infinite', about)
        : say(isBalanced(now, state) ? 'status-level' : mean > state.pivot ? 'status-right' : 'status-left', about);
  const total = Math.abs(beam.total - 1) > 1e-9 ? [say('status-total', { total: format(beam.total) })] : [];
  return [first, ...total, ...momentSentence(now, state, say), ...(typed ? [typedSentence(now, say)] : [])].join(' ');
}

function momentSentence(now: Model, state: State, say: Say): string[] {
  const { beam, powers } = now;
  const { moment, pivot } = state;
  if (moment === 'torque') return [];
  if (moment === 'square') {
    const { variance, mean } = beam;
    if (powers[1] === null || variance === null || !Number.isFinite(variance)) return [say('status-no-square')];
    const part = ((mean ?? pivot) - pivot) ** 2;
    return [say('status-square', { value: format(powers[1]), variance: format(variance), part: format(part) })];
  }
  const value = beam[moment as 'skewness' | 'kurtosis'];
  if (value === null) return [say(termsOf(now, state) ? `without-${moment}` : 'status-no-deviation')];
  return [Number.isFinite(value) ? say(`status-${moment}`, { value: format(value) }) : say(`infinite-${moment}`)];
}

function typedSentence({ typed }: Model, say: Say): string {
  const { outcome, expected, ofMean, at } = typed!;
  if (outcome === 'undefined' || outcome === 'divergent') return say(`expected-${outcome}`, { x: format(at) });
  const numbers = { expected: format(expected), ofMean: format(ofMean) };
  if (!Number.isFinite(ofMean)) return say('status-expected-alone', numbers);
  return say(
    Math.abs(expected - ofMean) <= 1e-9 * Math.max(Math.abs(expected), 1) ? 'status-same' : 'status-other',
    numbers,
  );
}
