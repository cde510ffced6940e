/** Numbers and formulas of softmax as they are read. */
import { formatNumber } from '../../plot/format.ts';
import { numberWords } from '../../language/strings.ts';
import type { Result, State } from './model.ts';

export const format = (value: number, digits = 4): string => formatNumber(value, { digits, words: numberWords() });

/** A number inside a formula: what has no value is a word there too. */
function inFormula(value: number, digits = 4): string {
  if (value === Infinity) return '\\infty';
  if (value === -Infinity) return '-\\infty';
  if (Number.isNaN(value)) return `\\text{${numberWords().undefined}}`;
  const text = formatNumber(value, { digits }).replaceAll('−', '-');
  const [mantissa, power] = text.split('×10');
  if (power === undefined) return mantissa;
  const exponent = [...power].map((digit) => ('⁰¹²³⁴⁵⁶⁷⁸⁹'.includes(digit) ? '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit) : '-')).join('');
  return `${mantissa} \\cdot 10^{${exponent}}`;
}

/** The share of one class with all numbers put in; the chosen term is marked as the piece that is spoken of. */
export function shareFormula({ softmax }: Result, { temperature, form }: State, logits: readonly number[], chosen: number): string {
  const largest = Math.max(...logits);
  const exponent = (logit: number) => {
    const top = form === 'stable' ? `${inFormula(logit)} - ${largest < 0 ? `(${inFormula(largest)})` : inFormula(largest)}` : inFormula(logit);
    return temperature === 1 ? top : form === 'stable' ? `(${top})/${inFormula(temperature)}` : `${top}/${inFormula(temperature)}`;
  };
  const terms = logits.map((logit, index) => (index === chosen ? `\\piece{e^{${exponent(logit)}}}` : `e^{${exponent(logit)}}`));
  const numbers = `\\frac{${inFormula(softmax.exponentials[chosen])}}{${inFormula(softmax.sum)}}`;
  return `\\pred{p_{${chosen + 1}}} = \\frac{${terms[chosen]}}{${terms.join(' + ')}} = ${numbers} = \\pred{${inFormula(softmax.probabilities[chosen])}}`;
}

/** The loss and the slope of one class, with the numbers put in. */
export function slopeFormula({ probabilities, entropy }: Result, target: number, chosen: number): string {
  const right = target - 1 === chosen ? 1 : 0;
  return `\\grad{\\frac{\\partial \\f}{\\partial z_{${chosen + 1}}}} = \\pred{p_{${chosen + 1}}} - t_{${chosen + 1}} = \\pred{${inFormula(probabilities[chosen])}} - ${right} = \\grad{${inFormula(entropy!.gradient[chosen])}}`;
}

export const lossFormula = ({ probabilities, entropy }: Result, target: number): string =>
  `\\f = -\\log \\pred{p_{${target}}} = -\\log ${inFormula(probabilities[target - 1])} = ${inFormula(entropy!.loss)}`;
