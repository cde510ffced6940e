/** Formulas of a distribution with the numbers put in, and the calls of SciPy that give the same. */
import type { DistributionEntry } from '../../core/probability/types.ts';
import type { Explanation } from '../../controls/explain.ts';
import { alignedLatex, equalsLatex, factorLatex, numberLatex } from '../../language/latex.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import { barWidth } from './drawing.ts';
import type { Model, State } from './model.ts';

const DIGITS = 5;
/** Masses that are written out in a sum. */
const MOST_TERMS = 5;

const number = (value: number): string => numberLatex(value, DIGITS);
const equals = (value: number): string => `${equalsLatex(value, DIGITS)} ${number(value)}`;

/** A number in place of a letter: in brackets where a sign or a power of ten would be torn from it. */
function standIn(value: number): string {
  const text = factorLatex(value, DIGITS);
  return text.includes('\\cdot') && !text.startsWith('(') ? `(${text})` : text;
}

/** The formula of a distribution with what stands for each letter. */
const filled = ({ formula }: DistributionEntry, letter: (id: string) => string): string =>
  formula.replace(/<([^>]+)>/g, (_, id: string) => letter(id));

const entryOf = ({ entries }: Model, { distribution }: State): DistributionEntry =>
  entries.find(({ id }) => id === distribution)!;

/** The density or mass in the middle of the interval. */
export function explainDensity(now: Model, state: State, say: Say): Explanation {
  const entry = entryOf(now, state);
  const { facts } = now.shown;
  const { middle, density } = now.between;
  const variable = facts.discrete ? 'k' : 'x';
  const title = say(facts.discrete ? 'mass-at' : 'density-at', { x: format(middle), value: format(density) });
  const inside = facts.support[0] <= middle && middle <= facts.support[1];
  if (!inside) return { title, text: say('outside') };
  if (!entry.formula) return { title, latex: drawnLatex(now), text: say('note-drawn') };
  const symbols = Object.fromEntries(entry.options.map(({ id, symbol }) => [id, symbol]));
  const general = filled(entry, (id) => (id === 'x' ? variable : symbols[id]));
  const special = filled(entry, (id) => standIn(id === 'x' ? middle : facts.options[id]));
  const note = say(`note-${entry.id}`);
  return {
    title,
    latex: alignedLatex(
      `\\pred{p(${variable})}`,
      `= ${general} \\\\[0.5em] \\pred{p(${number(middle)})} &= ${special}`,
      equals(density),
    ),
    ...(note !== `note-${entry.id}` && { text: note }),
  };
}

function drawnLatex({ shown, between }: Model): string {
  const width = barWidth(shown);
  return `\\pred{p(${number(between.middle)})} = \\frac{${number(between.density * width)}}{${number(width)}} ${equals(between.density)}`;
}

/** P(a ≤ X ≤ b): the sum or the integral, and what it is a difference of. */
export function explainProbability(now: Model, { low, high }: State, say: Say): Explanation {
  const { shown, between } = now;
  const { probability, before, cdf, from, upper } = between;
  const [a, b] = [number(low), number(high)];
  const title = say('probability', { a: format(low), b: format(high), value: format(probability) });
  const left = `P(${a} \\le X \\le ${b})`;
  // As the core does: from the tail that keeps more digits.
  const byTail = before >= 0.5;
  const [letters, first, second] = byTail
    ? [`S(${a}) - S(${b})`, from, upper[1]]
    : [`F(${b}) - F(${a})`, cdf[1], before];
  const difference = `${number(first)} - ${factorLatex(second, DIGITS)}`;
  if (!shown.values)
    return {
      title,
      latex: alignedLatex(left, `= \\int_{${a}}^{${b}} \\pred{p(x)}\\,dx`, `= ${letters}`, `= ${difference}`, equals(probability)),
      text: say(byTail ? 'explain-tail' : 'explain-area'),
    }; // prettier-ignore
  const { x, mass } = shown.values;
  const inside = Array.from(x.keys()).filter((index) => low <= x[index] && x[index] <= high);
  const terms = inside.slice(0, MOST_TERMS).map((index) => number(mass[index]));
  const sum = terms.length ? [...terms, ...(inside.length > MOST_TERMS ? ['\\dots'] : [])].join(' + ') : '0';
  return {
    title,
    latex: alignedLatex(left, `= \\sum_{${a} \\le k \\le ${b}} \\pred{p(k)}`, `= ${sum}`, equals(probability)),
    text: say('explain-sum', { count: inside.length }),
  };
}

/** The probability over the length of the interval. */
export function explainSlope({ between }: Model, { low, high }: State, say: Say): Explanation {
  const slope = between.probability / (high - low);
  return {
    title: say('per-length', { value: format(slope) }),
    latex: alignedLatex(
      `\\frac{F(b) - F(a)}{b - a}`,
      `= \\frac{${number(between.probability)}}{${number(high)} - ${factorLatex(low, DIGITS)}}`,
      equals(slope),
    ),
    text: say('explain-slope', { x: format(between.middle), value: format(between.density) }),
  };
}

export function explainDraws({ drawn, inside, between }: Model, say: Say): Explanation {
  const count = drawn!.sorted.length;
  const share = inside / count;
  return {
    title: say('share-of-draws', { share: format(share) }),
    latex: `\\frac{${number(inside)}}{${number(count)}} ${equals(share)}`,
    text: say('explain-draws', { value: format(between.probability) }),
  };
}

/** Numbers as Python reads them. */
const python = (value: number): string =>
  Number.isFinite(value) ? String(value) : `${value < 0 ? '-' : ''}float("inf")`;

/** Lines of Python with what they give, from the core. */
export function scipyLines({ shown, between, quantiles }: Model, { low, high }: State): string {
  const { facts } = shown;
  const { probability, middle, density, upper } = between;
  const modules = facts.scipy.includes('numpy.') ? 'numpy, scipy.stats' : 'scipy.stats';
  const [a, b] = [python(low), python(high)];
  // Mixtures are of SciPy's newer kind, which has other names for these two.
  const [tail, inverse] = facts.scipy.includes('Mixture') ? ['ccdf', 'icdf'] : ['sf', 'ppf'];
  const before = facts.discrete ? python(Math.ceil(low) - 1) : a;
  const difference = between.before < 0.5 ? `d.cdf(${b}) - d.cdf(${before})` : `d.${tail}(${before}) - d.${tail}(${b})`;
  const calls = [
    [`d.${facts.discrete ? 'pmf' : 'pdf'}(${python(middle)})`, [density]],
    [difference, [probability]],
    [`d.${tail}(${b})`, [upper[1]]],
    [`d.${inverse}([0.25, 0.5, 0.75])`, quantiles],
  ] as const;
  return [
    `import ${modules}`,
    `d = ${facts.scipy}`,
    ...calls.map(([call, values]) => `${call}  # ${Array.from(values, (value) => value.toPrecision(6).replace(/\.?0+$/, '')).join(', ')}`),
  ].join('\n'); // prettier-ignore
}
