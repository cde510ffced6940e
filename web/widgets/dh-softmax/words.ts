/** Numbers and formulas of softmax as they are read. */
import type { Explanation } from '../../controls/explain.ts';
import { alignedLatex, equalsLatex, factorLatex, numberLatex } from '../../language/latex.ts';
import { numberWords } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import { formatNumber } from '../../plot/format.ts';
import { LETTERS } from './fields.ts';
import type { Result } from './model.ts';

const DIGITS = 4;
const SUBSCRIPTS = '₁₂₃₄₅₆';

export const format = (value: number): string => formatNumber(value, { digits: DIGITS, words: numberWords() });
const number = (value: number): string => numberLatex(value, DIGITS);
/** Logits keep the digits that tell them apart, however far all are shifted. */
const LOGIT_DIGITS = 8;
const equals = (value: number): string => `${Number.isNaN(value) ? '=' : equalsLatex(value, DIGITS)} ${number(value)}`;

/** e to the power that is taken of one logit, as the form has it. */
function powerLatex({ logits, options: { form, temperature } }: Result, index: number): string {
  const stable = form === 'stable';
  const top = stable
    ? `${numberLatex(logits[index], LOGIT_DIGITS)} - ${factorLatex(Math.max(...logits), LOGIT_DIGITS)}`
    : numberLatex(logits[index], LOGIT_DIGITS);
  if (temperature === 1) return `e^{${top}}`;
  return `e^{${stable ? `(${top})` : top} / ${number(temperature)}}`;
}

/** The probability of one class with all numbers put in; its own term is marked. */
export function shareLines(result: Result, chosen: number): string[] {
  const { exponentials, sum, probabilities } = result.softmax;
  const terms = result.logits.map((_, index) => powerLatex(result, index));
  const marked = terms.with(chosen, `\\piece{${terms[chosen]}}`);
  return [
    `= \\dfrac{${marked[chosen]}}{${marked.join(' + ')}}`,
    `= \\dfrac{${number(exponentials[chosen])}}{${number(sum)}}`,
    equals(probabilities[chosen]),
  ];
}

const shareLeft = (chosen: number): string => `\\pred{p_{${chosen + 1}}}`;

/** In one line, for the formula that follows the figure. */
export const shareLatex = (result: Result, chosen: number): string =>
  `${shareLeft(chosen)} ${shareLines(result, chosen).join(' ')}`;

/** The same in plain text, until the typesetter is there. */
export const shareText = ({ softmax: { exponentials, sum, probabilities } }: Result, chosen: number): string =>
  `p${SUBSCRIPTS[chosen]} = ${format(exponentials[chosen])} / ${format(sum)} = ${format(probabilities[chosen])}`;

export const explainShare = (result: Result, chosen: number, say: Say): Explanation => ({
  title: say('share', { name: LETTERS[chosen], value: format(result.softmax.probabilities[chosen]) }),
  latex: alignedLatex(shareLeft(chosen), ...shareLines(result, chosen)),
});

/** The loss as the form works it out: from the probability, or from the logits without ever taking the logarithm of a rounded 0. */
function lossLines({ logits, softmax, entropy, options: { form, temperature } }: Result, target: number): string[] {
  const left = `= -\\log \\pred{p_{${target}}}`;
  const loss = equals(entropy!.loss);
  if (form === 'naive') return [`${left} = -\\log ${number(softmax.probabilities[target - 1])} ${loss}`];
  const [letters, divided] = temperature === 1 ? ['', ''] : [' / T', ` / ${number(temperature)}`];
  const logit = factorLatex(logits[target - 1], LOGIT_DIGITS);
  return [
    `${left} = \\log \\textstyle\\sum_j e^{z_j${letters}} - z_{${target}}${letters}`,
    `= ${number(softmax.logSumExp)} - ${logit}${divided} ${loss}`,
  ];
}

/** The loss, and its slope in the logit of one class, with the numbers put in. */
export function lossLatex(result: Result, target: number, chosen: number): string {
  const { softmax, entropy, options } = result;
  const right = target - 1 === chosen ? 1 : 0;
  const difference = `\\pred{p_{${chosen + 1}}} - t_{${chosen + 1}}`;
  const numbers = `\\pred{${number(softmax.probabilities[chosen])}} - ${right}`;
  const [letters, put] =
    options.temperature === 1
      ? [difference, numbers]
      : [`(${difference}) / T`, `(${numbers}) / ${number(options.temperature)}`];
  const lines = lossLines(result, target).join(' \\\\ &');
  const slope = `\\grad{\\frac{\\partial \\f}{\\partial z_{${chosen + 1}}}}`;
  return alignedLatex(
    '\\f',
    `${lines} \\\\ ${slope} &= ${letters} = ${put} = \\grad{${number(entropy!.gradient[chosen])}}`,
  );
}

/** The same in plain text. */
export const lossText = ({ entropy }: Result, chosen: number): string =>
  `f = ${format(entropy!.loss)}, ∂f/∂z${SUBSCRIPTS[chosen]} = ${format(entropy!.gradient[chosen])}`;
