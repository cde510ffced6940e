/** Formulas with numbers put in, as LaTeX. */
import { formatNumber } from '../plot/format.ts';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number as formulas show it: 1.5 \cdot 10^{-5}. */
export function numberLatex(value: number, digits = 6): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '?' : `${value < 0 ? '-' : ''}\\infty`;
  const [mantissa, power] = formatNumber(value, { digits }).replace('−', '-').replaceAll(',', '{,}').split('×10');
  if (power === undefined) return mantissa;
  const exponent = power.replace('⁻', '-').replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(RAISED.indexOf(digit)));
  return `${mantissa} \\cdot 10^{${exponent}}`;
}

/** The same where it follows a sign: a negative one in brackets. */
export const factorLatex = (value: number, digits?: number): string =>
  value < 0 ? `(${numberLatex(value, digits)})` : numberLatex(value, digits);

/** `=`, or `\approx` where a number is not shown with all of its digits. */
export const equalsLatex = (value: number, digits = 6): string =>
  Number(value.toPrecision(digits)) === value ? '=' : '\\approx';

/** A formula with a number for one of its variables. */
export const putIn = (latex: string, variable: string, value: number): string =>
  latex.replace(/\\operatorname\{[^}]*\}|\\[a-zA-Z]+|[a-zA-Z]/g, (token) =>
    token === variable ? `(${numberLatex(value)})` : token,
  );

/** What equals what, line by line, aligned at the sign that each line but the first begins with. */
export const alignedLatex = (left: string, ...lines: readonly string[]): string =>
  `\\begin{aligned} ${left} &${lines.join(' \\\\ &')} \\end{aligned}`;

const LETTERS: Record<string, string> = {
  alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', varepsilon: 'ε', epsilon: 'ε', eta: 'η', theta: 'θ', lambda: 'λ', mu: 'μ', nu: 'ν', rho: 'ρ', sigma: 'σ',
  tau: 'τ',
}; // prettier-ignore

/** A symbol as it stands beside a label: \beta_1 becomes β₁. */
export const plainSymbol = (latex: string): string =>
  latex
    .replace(/\\([a-z]+)/g, (command, name: string) => LETTERS[name] ?? command)
    .replace(/_(\d)/g, (_, digit: string) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]);
