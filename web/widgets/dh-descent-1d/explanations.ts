/** Where the numbers of the table come from. */
import type { Explanation } from '../../controls/explain.ts';
import type { DescentRun } from '../../figures/descent/descent-run.ts';
import { alignedLatex, equalsLatex, factorLatex, numberLatex, putIn } from '../../language/latex.ts';
import type { Say } from '../../language/strings.ts';
import { format } from './words.ts';

/** What a value is worked out from. */
interface Ground {
  run: DescentRun;
  rate: number;
  /** f and f′. */
  latex: string;
  slopeLatex: string;
  say: Say;
}

const result = (value: number): string => `${equalsLatex(value)} ${numberLatex(value)}`;

/** x after a step of plain gradient descent; the start explains nothing. */
export function explainPlace({ run, rate, say }: Ground, step: number): Explanation {
  const [before, slope, after] = [run.points[step - 1], run.gradients[step - 1], run.points[step]];
  return {
    title: say('explain-place', { step, x: format(after) }),
    latex: alignedLatex(
      `\\x_{${step}}`,
      `= \\x_{${step - 1}} - \\rate \\, \\grad{f'(\\x_{${step - 1}})}`,
      `= ${numberLatex(before)} - ${numberLatex(rate)} \\cdot ${factorLatex(slope)}`,
      result(after),
    ),
    text: say('explain-place-words', { before: format(before), slope: format(slope) }),
  };
}

export function explainValue({ run, latex, say }: Ground, step: number): Explanation {
  const [x, value] = [run.points[step], run.values[step]];
  return {
    title: say('explain-value', { step, value: format(value) }),
    latex: alignedLatex(`\\f(\\x_{${step}})`, `= ${putIn(latex, 'x', x)}`, result(value)),
  };
}

export function explainSlope({ run, slopeLatex, say }: Ground, step: number): Explanation {
  const [x, slope] = [run.points[step], run.gradients[step]];
  return {
    title: say('explain-slope', { step, slope: format(slope) }),
    latex: alignedLatex(`\\grad{f'(\\x_{${step}})}`, `= ${putIn(slopeLatex, 'x', x)}`, result(slope)),
  };
}
