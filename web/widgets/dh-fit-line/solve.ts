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
  /** How many count; of x centred and scaled, where the fit is of those. */
  rank: number;
  condition: number;
  /** Coefficients: columns of X. */
  columns: number;
  /** Whether the points lie one above the other, so that no line is better than all others. */
  upright: boolean;
}

/** The usual cutoff only guards against rounding, and the core knows a better guard: it centres and scales x where that helps. */
export const USUAL_CUTOFF = 1e-14;

const square = (length: number): number => length * length;

export async function solve(core: RemoteCore<'regression'>, { x, y }: DataSet, settings: Settings): Promise<Solution> {
  const { degree, method, ridge, cutoff } = settings;
  const problem = { inputs: x, outputs: y, degree };
  const usual = await core.leastSquares(problem);
  const singularValues = usual.singularValues!;
  const asUsual = method !== 'pseudo-inverse' || cutoff === USUAL_CUTOFF;
  const tolerance = asUsual ? usual.tolerance! : cutoff * singularValues[0];
  const options = asUsual ? { method, ridge } : { method, tolerance };
  const fit = await core.leastSquares(problem, options).catch((error: unknown) => {
    if (error instanceof CoreError && error.code === 'rank-deficient') return undefined;
    throw error;
  });
  return {
    fit,
    loss: fit ? square(fit.residualNorm) : NaN,
    least: square(Math.min(usual.residualNorm, fit?.residualNorm ?? Infinity)),
    singularValues,
    tolerance,
    rank: fit?.centred ? fit.rank : singularValues.filter((value) => value > tolerance).length,
    condition: usual.condition!,
    columns: usual.coefficients.length,
    upright: x.length > 1 && x.every((value) => value === x[0]),
  };
}
