/** The closed form: what the chosen method makes of the points, and the least loss there is. */
import { CoreError } from '../../core/error.ts';
import type { RemoteCore } from '../../core/core.ts';
import type { LeastSquaresFit } from '../../core/regression/types.ts';
import type { DataSet } from '../../figures/data/data-set.ts';

export const METHODS = ['pseudo-inverse', 'qr', 'normal-equations', 'refined', 'ridge'] as const;

export interface Settings {
  degree: number;
  method: string;
  /** λ of ridge regression. */
  ridge: number;
  /** Singular values up to this share of the largest count as zero. */
  cutoff: number;
}

export interface Solution {
  /** Undefined where the method has no answer because columns depend on each other. */
  fit: LeastSquaresFit | undefined;
  /** Sum of squared residuals of the fit. */
  loss: number;
  /** The least sum there is for this degree, as far as doubles tell. */
  least: number;
  /** Of X: σ₁ ≥ σ₂ ≥ …, and the size up to which they count as zero. */
  singularValues: readonly number[];
  tolerance: number;
  /** How many count. */
  rank: number;
  condition: number;
  /** Coefficients: columns of X. */
  columns: number;
}

const square = (length: number): number => length * length;

export async function solve(core: RemoteCore<'regression'>, { x, y }: DataSet, settings: Settings): Promise<Solution> {
  const { degree, method, ridge, cutoff } = settings;
  const problem = { inputs: x, outputs: y, degree };
  const usual = await core.leastSquares(problem);
  const singularValues = usual.singularValues!;
  const tolerance = method === 'pseudo-inverse' ? cutoff * singularValues[0] : usual.tolerance!;
  const fit = await core.leastSquares(problem, { method, ridge, tolerance }).catch((error: unknown) => {
    if (error instanceof CoreError && error.code === 'rank-deficient') return undefined;
    throw error;
  });
  return {
    fit,
    loss: fit ? square(fit.residualNorm) : NaN,
    least: square(Math.min(usual.residualNorm, fit?.residualNorm ?? Infinity)),
    singularValues,
    tolerance,
    rank: singularValues.filter((value) => value > tolerance).length,
    condition: usual.condition!,
    columns: usual.coefficients.length,
  };
}
