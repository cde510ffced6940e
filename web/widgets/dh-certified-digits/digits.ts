/** How many digits of certified regression results each method of the core gets right. */
import { CoreError } from '../../core/error.ts';
import type { Core } from '../../core/areas.ts';
import type { RemoteCore } from '../../core/core.ts';
import { readTable } from '../../figures/data/tables/table.ts';
import type { Table } from '../../figures/data/tables/table.ts';

export const METHODS = ['normal-equations', 'pseudo-inverse', 'qr', 'refined'] as const;
export type Method = (typeof METHODS)[number];

/** What stands in the sidecar of a certified data set. */
export interface Certified {
  name: string;
  difficulty: 'lower' | 'average' | 'higher';
  degree: number;
  intercept: boolean;
  rows: number;
  /** Coefficients, the intercept first. */
  certified: number[];
}

export interface Answer {
  /** Empty where the method refuses because it takes the columns for dependent. */
  coefficients: number[];
  /** Of each coefficient. */
  digits: number[];
  /** Of the worst coefficient; 0 where there is none. */
  fewest: number;
}

/** Most digits a double can be said to have right. */
const MOST_DIGITS = 15;

/**
 * How many leading digits of a computed number are right: −log₁₀ of the relative error, between 0 and 15. Source: B. D. McCullough, "Assessing
 * the reliability of statistical software: Part I", The American Statistician 52 (1998).
 */
export function correctDigits(computed: number, certified: number): number {
  const relative = Math.abs(computed - certified) / (certified === 0 ? 1 : Math.abs(certified));
  return relative < 1 ? Math.min(MOST_DIGITS, -Math.log10(relative)) : 0;
}

/** A data set read from its table: the first column is what is to be explained by the others. */
function problemOf({ degree, intercept }: Certified, { columns, rows }: Table) {
  const [outputs, ...inputs] = columns.map(({ numbers }) => numbers!);
  const rowMajor = new Float64Array(rows * inputs.length);
  inputs.forEach((column, index) => column.forEach((value, row) => (rowMajor[row * inputs.length + index] = value)));
  return { inputs: rowMajor, outputs, columns: inputs.length, degree, intercept };
}

/** What every method makes of a data set, in the order of METHODS. */
export async function answersOf(core: RemoteCore<'regression'> | Core, set: Certified, csv: string): Promise<Answer[]> {
  const problem = problemOf(set, readTable(csv, { separator: ',', header: true }));
  return Promise.all(
    METHODS.map(async (method) => {
      try {
        const { coefficients } = await core.leastSquares(problem, { method });
        const digits = coefficients.map((value, index) => correctDigits(value, set.certified[index]));
        return { coefficients, digits, fewest: Math.min(...digits) };
      } catch (error) {
        if (error instanceof CoreError && error.code === 'rank-deficient')
          return { coefficients: [], digits: [], fewest: 0 };
        throw error;
      }
    }),
  );
}
