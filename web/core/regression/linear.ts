/** Linear models in closed form, directly over the module. */
import { CoreError } from '../error.ts';
import { requireDimension, requireWhole, unwrap } from '../handle.ts';
import type { RegressionModule } from './module.ts';
import type { LeastSquaresFit, LeastSquaresOptions, LinearProblem } from './types.ts';

/** Checks what the module takes for granted: that the inputs are whole rows, one for each output. */
export function requireData({ inputs, outputs, columns = 1, degree = 1 }: LinearProblem): void {
  requireWhole('columns', columns, 1, 1000);
  requireWhole('degree', degree, 0, 30);
  requireDimension('data', inputs.length, outputs.length * columns);
}

export function leastSquares(
  module: RegressionModule,
  problem: LinearProblem,
  options: LeastSquaresOptions,
): LeastSquaresFit {
  requireData(problem);
  const { ridge, method } = options;
  if (method === 'ridge' && ridge === undefined) throw new CoreError({ code: 'not-finite', parameter: 'ridge' });
  return unwrap(module.leastSquares(problem, options)) as LeastSquaresFit;
}

export function predict(
  module: RegressionModule,
  coefficients: ArrayLike<number>,
  model: Omit<LinearProblem, 'outputs'>,
): Float64Array {
  const { inputs, columns = 1 } = model;
  const outputs = new Float64Array(inputs.length / columns);
  requireData({ ...model, outputs });
  return unwrap(module.predict({ ...model, outputs }, coefficients));
}
