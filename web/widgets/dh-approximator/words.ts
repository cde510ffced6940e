/** What the figure says: the network's names, its sentence, and the numbers that explain themselves. */
import type { Bend } from '../../core/piecewise/types.ts';
import type { Explanation } from '../../controls/explain.ts';
import { alignedLatex, equalsLatex, factorLatex, numberLatex } from '../../language/latex.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import type { Fit, Shape } from './networks.ts';
import type { Survey } from './survey.ts';

/** Below it an error is rounding and nothing else. */
const ROUNDING = 1e-12;

export const errorOf = (error: number): string => format(error < ROUNDING ? 0 : error, 3);

export const nameOf = (say: Say, { depth, width, parameters }: Shape): string =>
  say(depth === 1 ? 'wide-name' : 'deep-name', { depth, width, parameters });

export function sentence(say: Say, wide: Fit, deep: Fit | undefined, survey: Survey | undefined): string {
  const parts = [say(wide.position === 0 ? 'at-start' : 'after', { step: wide.position })];
  for (const fit of deep ? [wide, deep] : [wide]) parts.push(...networkSentences(say, fit));
  if (survey) parts.push(surveySentence(say, survey));
  return parts.join(' ');
}

function networkSentences(say: Say, fit: Fit): string[] {
  const name = nameOf(say, fit.shape);
  const { divergence } = fit.run.progress;
  const parts: string[] = [];
  if (divergence) parts.push(say('diverged', { name, step: divergence.step, rate: format(divergence.rate) }));
  // The last weights may be numbers while what they lead to is not.
  if (!Number.isFinite(fit.meanError)) return parts;
  const values = { name, largest: errorOf(fit.largestError), mean: errorOf(fit.meanError) };
  parts.push(say(fit.largestError < ROUNDING ? 'exact' : 'errors', values));
  if (fit.pieces !== undefined) parts.push(say('pieces', { pieces: fit.pieces }));
  return parts;
}

function surveySentence(say: Say, survey: Survey): string {
  if (!survey.complete) return say('surveying', { done: survey.trials.length, count: survey.count });
  if (survey.by === 'widths') return say('widths-done');
  const range = (kind: 'wide' | 'deep') => {
    const errors = survey.of(kind).map(({ mean }) => mean);
    const known = errors.filter((error) => Number.isFinite(error));
    const values = { best: errorOf(Math.min(...known)), worst: errorOf(Math.max(...known)) };
    return known.length ? [say(`${kind}-range`, values)] : [];
  };
  return [...range('wide'), ...range('deep')].join(' ');
}

/** How a bend comes about, in the network's numbers. */
export function explainBend(say: Say, fit: Fit, { x, layer, unit, change }: Bend): Explanation {
  const values = { unit: unit + 1, layer: layer + 1, x: format(x), change: format(change) };
  if (fit.shape.depth > 1) return { title: say('bend-title', values), text: say('deep-bend-text', values) };
  const { w, b, v } = unitOf(fit, unit);
  const number = (value: number) => numberLatex(value, 4);
  return {
    title: say('bend-title', values),
    latex: alignedLatex(
      'w \\x + b',
      `= ${number(w)}\\,\\x ${b < 0 ? '-' : '+'} ${number(Math.abs(b))} = 0`,
      `\\Rightarrow \\x ${equalsLatex(x, 4)} ${number(x)}`,
      `\\lvert w \\rvert\\, v = ${number(Math.abs(w))} \\cdot ${factorLatex(v, 4)} ${equalsLatex(change, 4)} ${number(change)}`,
    ),
    text: say('bend-text', values),
  };
}

/** Weight, bias and output weight of a unit of the only hidden layer. */
export function unitOf({ parameters, layers }: Fit, unit: number): { w: number; b: number; v: number } {
  const [, hidden, output] = layers;
  return {
    w: parameters[hidden.weights + unit],
    b: parameters[hidden.biases + unit],
    v: parameters[output.weights + unit],
  };
}
