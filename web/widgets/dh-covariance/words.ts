/** The numbers of a cloud of points with their formulas and the numbers put in, and the sentence on what the figure shows. */
import type { SampleCovariance } from '../../core/probability/types.ts';
import type { Explanation } from '../../controls/explain.ts';
import type { DataSet } from '../../figures/data/data-set.ts';
import { withoutNoise } from '../../figures/data/rounding-noise.ts';
import { alignedLatex, equalsLatex, factorLatex, numberLatex } from '../../language/latex.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';

const DIGITS = 5;
/** Terms that are written out in a sum. */
const MOST_TERMS = 3;
/** Below this size a correlation is called none. */
const WEAK = 0.005;

const number = (value: number): string => numberLatex(value, DIGITS);
const equals = (value: number): string => `${equalsLatex(value, DIGITS)} ${number(value)}`;

export interface Told {
  key: string;
  value: number | null;
  explain(): Explanation;
}

const KEYS = ['covariance', 'sample-covariance', 'correlation', 'deviation-x', 'deviation-y'] as const;

export const textOf = ({ key, value }: Told, say: Say): string =>
  say(`number-${key}`, { value: value === null ? say('not-defined') : format(value) });

/** A covariance that only rounding keeps from being 0 is shown as 0. */
export function covarianceShown(facts: SampleCovariance, value: number | null): number | null {
  const [x, y] = facts.populationVariances ?? [0, 0];
  return value === null ? null : withoutNoise(value, Math.sqrt(x) * Math.sqrt(y));
}

export const correlationShown = ({ correlation }: SampleCovariance): number | null =>
  correlation === null ? null : withoutNoise(correlation, 1);

export function numbersOf(data: DataSet, facts: SampleCovariance, say: Say): Told[] {
  const { count, means, populationVariances, sampleVariances } = facts;
  const deviation = (which: 0 | 1) => (populationVariances ? Math.sqrt(populationVariances[which]) : null);
  const values: Record<(typeof KEYS)[number], number | null> = {
    covariance: covarianceShown(facts, facts.populationCovariance),
    'sample-covariance': covarianceShown(facts, facts.sampleCovariance),
    correlation: correlationShown(facts),
    'deviation-x': deviation(0),
    'deviation-y': deviation(1),
  };
  const [mx, my] = means ?? [0, 0];
  const product = (row: number) => `(${number(data.x[row] - mx)}) \\cdot ${factorLatex(data.y[row] - my, DIGITS)}`;
  const dots = count > MOST_TERMS ? ' + \\dots' : '';
  const terms = Array.from({ length: Math.min(count, MOST_TERMS) }, (_, row) => product(row)).join(' + ') + dots;
  const general = '\\sum_i (x_i - \\bar{x})(y_i - \\bar{y})';
  const spread = (letter: string, which: 0 | 1) =>
    alignedLatex(
      `\\sigma_${letter}`,
      `= \\sqrt{\\frac{1}{n} \\sum_i (${letter}_i - \\bar{${letter}})^2}`,
      `= \\sqrt{${number(populationVariances![which])}}`,
      equals(deviation(which)!),
    );
  const formula = (key: (typeof KEYS)[number], value: number): string => {
    switch (key) {
      case 'covariance':
        return alignedLatex('\\operatorname{Cov}', `= \\frac{1}{n} ${general}`, `= \\frac{1}{${count}} \\bigl(${terms}\\bigr)`, equals(value)); // prettier-ignore
      case 'sample-covariance':
        return alignedLatex('\\operatorname{Cov}_{n-1}', `= \\frac{1}{n - 1} ${general}`, `= \\frac{1}{${count - 1}} \\bigl(${terms}\\bigr)`, equals(value)); // prettier-ignore
      case 'correlation':
        return alignedLatex('r', '= \\frac{\\operatorname{Cov}}{\\sigma_x \\sigma_y}', `= \\frac{${number(values.covariance!)}}{${number(deviation(0)!)} \\cdot ${number(deviation(1)!)}}`, equals(value)); // prettier-ignore
      default:
        return key === 'deviation-x' ? spread('x', 0) : spread('y', 1);
    }
  };
  return KEYS.map((key) => ({
    key,
    value: values[key],
    explain: () => {
      const value = values[key];
      const title = textOf({ key, value } as Told, say);
      if (value === null) return { title, text: say(count === 0 ? 'no-points' : `without-${key}`) };
      const which = key === 'deviation-y' ? 1 : 0;
      const text = key.startsWith('deviation')
        ? say('explain-deviation', {
            n: format(populationVariances![which]),
            less: sampleVariances ? format(sampleVariances[which]) : say('not-defined'),
          })
        : say(`explain-${key}`);
      return { title, latex: formula(key, value), text };
    },
  }));
}

/** How many rectangles add and how many take away. */
export function signsOf({ x, y }: DataSet, { means }: SampleCovariance): { adding: number; taking: number } {
  let [adding, taking] = [0, 0];
  for (let row = 0; means && row < x.length; ++row) {
    const product = (x[row] - means[0]) * (y[row] - means[1]);
    if (product > 0) adding += 1;
    else if (product < 0) taking += 1;
  }
  return { adding, taking };
}

export function sentence(data: DataSet, facts: SampleCovariance, say: Say): string {
  const { count } = facts;
  const told = (value: number | null) => (value === null ? say('not-defined') : format(value));
  if (count === 0) return say('no-points');
  if (count === 1) return say('one-point');
  const numbers = {
    n: format(count, 7),
    covariance: told(covarianceShown(facts, facts.populationCovariance)),
    sample: told(covarianceShown(facts, facts.sampleCovariance)),
    correlation: told(correlationShown(facts)),
    ...signsOf(data, facts),
  };
  const { correlation } = facts;
  const kind =
    correlation === null ? 'constant' : Math.abs(correlation) < WEAK ? 'none' : correlation > 0 ? 'rising' : 'falling';
  return `${say('status', numbers)} ${say(`status-${kind}`, numbers)}`;
}
