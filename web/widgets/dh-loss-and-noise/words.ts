/** Formulas with the numbers of the figure put in, and what it shows in sentences. */
import type { Explanation } from '../../controls/explain.ts';
import { language } from '../../language/language.ts';
import { alignedLatex, equalsLatex, factorLatex, numberLatex } from '../../language/latex.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import type { Classes, Model, State } from './model.ts';

const DIGITS = 5;
/** Terms that are written out in a sum. */
const MOST_TERMS = 4;

export const SCALE_SYMBOLS: Record<string, string> = { gaussian: 'σ', laplace: 'b', uniform: 'h' };

const number = (value: number): string => numberLatex(value, DIGITS);
const factor = (value: number): string => factorLatex(value, DIGITS);
const equals = (value: number): string => `${equalsLatex(value, DIGITS)} ${number(value)}`;

/** The first terms, and dots for the rest. */
function written(terms: readonly string[], between: string, most = MOST_TERMS): string {
  const shown = terms.length > most + 1 ? [...terms.slice(0, most), '\\dots'] : terms;
  return shown.join(between);
}

/** Terms below each other, for long ones. */
const stacked = (terms: readonly string[]): string => terms.join(' \\\\ &+ ');

/** The loss of all points around the chosen centre. */
export function explainLoss({ fitted, chosen }: Model, { data, centre }: State, say: Say): Explanation {
  const { id } = fitted.entry;
  const n = data.length;
  const away = data.map((y) => `\\data{${number(y)}} - \\pred{${factor(centre)}}`);
  const title = say('loss-is', { value: format(chosen.loss) });
  const text = say(`explain-loss-${fitted.entry.loss}`);
  if (id === 'uniform')
    return {
      title,
      latex: alignedLatex(
        '\\f(\\pred{c})',
        '= \\max_i |\\data{y_i} - \\pred{c}|',
        `= \\max(${written(away.map((each) => `|${each}|`), ',\\ ')})`,
        equals(chosen.loss),
      ),
      text,
    }; // prettier-ignore
  const term = (each: string) => (id === 'laplace' ? `|${each}|` : `(${each})^2`);
  return {
    title,
    latex: alignedLatex(
      '\\f(\\pred{c})',
      `= \\frac{1}{n} \\sum_i ${term('\\data{y_i} - \\pred{c}')}`,
      `= \\frac{1}{${n}} \\left( ${written(away.map(term), ' + ')} \\right)`,
      equals(chosen.loss),
    ),
    text,
  };
}

/** A product of heights, those with powers of ten in brackets; of long ones only the first are written out. */
function product(heights: ArrayLike<number>): string {
  const texts = Array.from(heights, (value) => numberLatex(value, 3));
  const long = texts.some((text) => text.includes('\\cdot'));
  const factors = texts.map((text) => (text.includes('\\cdot') ? `(${text})` : text));
  return written(factors, ' \\cdot ', long ? 2 : MOST_TERMS);
}

/** log L, from the loss. */
const LIKELIHOODS: Record<string, (n: string, loss: string, scale: string) => string> = {
  gaussian: (n, loss, scale) =>
    `-\\frac{${n} \\cdot ${loss}}{2 \\cdot ${scale}^2} - ${n} \\log(${scale} \\sqrt{2\\pi})`,
  laplace: (n, loss, scale) => `-\\frac{${n} \\cdot ${loss}}{${scale}} - ${n} \\log(2 \\cdot ${scale})`,
  uniform: (n, _, scale) => `-${n} \\log(2 \\cdot ${scale})`,
};
const SCALE_LATEX: Record<string, string> = { gaussian: '\\sigma', laplace: 'b', uniform: 'h' };

export function explainLikelihood(now: Model, { data, scale }: State, say: Say): Explanation {
  const { fitted, chosen, bell } = now;
  const { id } = fitted.entry;
  const title = say('likelihood-is', { value: format(chosen.share) });
  if (chosen.logLikelihood === -Infinity) return { title, text: say('explain-impossible') };
  const formula = LIKELIHOODS[id];
  const largest = chosen.share > 0 ? chosen.logLikelihood - Math.log(chosen.share) : undefined;
  return {
    title,
    latex: alignedLatex(
      'L(\\pred{c})',
      `= ${product(bell.heights)} \\\\[0.5em] \\log L(\\pred{c}) &= ${formula('n', '\\f(\\pred{c})', SCALE_LATEX[id])} \\\\[0.5em] &= ${formula(String(data.length), number(chosen.loss), number(scale))}`,
      equals(chosen.logLikelihood),
    ),
    text: largest === undefined ? say('explain-share-tiny') : say('explain-share', { largest: format(largest) }),
  };
}

/** One of the three centres. */
export function explainCentre(id: string, { fits }: Model, { data }: State, say: Say): Explanation {
  const { fit } = fits.find(({ entry }) => entry.centre === id)!;
  const sorted = [...data].sort((a, b) => a - b);
  const shown = sorted.map((y) => `\\data{${number(y)}}`);
  const lines: Record<string, string[]> = {
    mean: [`\\frac{${written(shown, ' + ')}}{${data.length}}`],
    median: [`\\operatorname{median}(${shown.join(',\\ ')})`],
    'mid-range': [`\\frac{${shown[0]} + ${shown[shown.length - 1]}}{2}`],
  };
  const [from, to] = fit.interval;
  const between = id === 'median' && from < to;
  return {
    title: say('centre-is', { name: say(id), value: format(fit.centre) }),
    latex: `${lines[id][0]} ${equals(fit.centre)}`,
    text: between ? say('explain-median-between', { from: format(from), to: format(to) }) : say(`explain-${id}`),
  };
}

/** What the figure shows of numbers. */
export function numberSentence({ fitted, chosen, curves, leastLoss }: Model, state: State, say: Say): string {
  const { entry, fit } = fitted;
  const [from, to] = fit.interval;
  const values = {
    noise: entry.name[language()],
    loss: say(`loss-${entry.loss}`),
    centre: say(entry.centre),
    best: format(fit.centre),
    from: format(from),
    to: format(to),
    least: format(leastLoss),
  };
  const first = say(from < to ? 'status-between' : 'status-best', values);
  const own = { c: format(state.centre), value: format(chosen.loss), share: format(chosen.share) };
  if (chosen.share > 0) {
    if (entry.id === 'uniform') return `${first} ${say('status-flat', own)}`;
    return `${first} ${say(chosen.share > 1 - 1e-12 ? (from < to ? 'status-here-too' : 'status-here') : 'status-own', own)}`;
  }
  if (chosen.logLikelihood > -Infinity) return `${first} ${say('status-tiny', own)}`;
  return `${first} ${say(curves.possible ? 'status-outside' : 'status-too-narrow', own)}`;
}

// ---- Classes -------------------------------------------------------------------------------------------------------------------

export function explainCrossEntropy({ shares, held, information }: Classes, say: Say): Explanation {
  const terms = Array.from(held, (p, index) => `\\data{${number(shares[index])}} \\cdot (-\\log \\pred{${number(p)}})`);
  const occurring = terms.filter((_, index) => shares[index] > 0);
  return {
    title: say('cross-entropy-is', { value: format(information.crossEntropy) }),
    latex: alignedLatex(
      '-\\tfrac{1}{n} \\log L',
      '= \\sum_k \\data{s_k} \\cdot (-\\log \\pred{p_k})',
      `= ${stacked(occurring)}`,
      equals(information.crossEntropy),
    ),
    text: say(Number.isFinite(information.crossEntropy) ? 'explain-cross-entropy' : 'explain-infinite'),
  };
}

export function explainEntropy({ shares, information }: Classes, say: Say): Explanation {
  const occurring = Array.from(shares).filter((share) => share > 0);
  const terms = occurring.map((share) => `\\data{${number(share)}} \\cdot (-\\log \\data{${number(share)}})`);
  return {
    title: say('entropy-is', { value: format(information.entropy) }),
    latex: alignedLatex('\\sum_k \\data{s_k} \\cdot (-\\log \\data{s_k})', `= ${stacked(terms)}`, equals(information.entropy)),
    text: say('explain-entropy'),
  }; // prettier-ignore
}

export function classSentence({ information }: Classes, say: Say): string {
  const { crossEntropy, entropy } = information;
  const values = { value: format(crossEntropy), least: format(entropy), rest: format(crossEntropy - entropy) };
  if (!Number.isFinite(crossEntropy)) return say('status-classes-infinite', values);
  return say(crossEntropy - entropy < 1e-6 ? 'status-classes-best' : 'status-classes', values);
}
