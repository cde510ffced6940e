/** Linear models, directly over the module. */
import { leastSquares, predict } from './linear.ts';
import type { RegressionModule } from './module.ts';
import { DirectRegression } from './regression.ts';
import type { Multiplications, RegressionCatalog, RegressionCore } from './types.ts';

export function methods(module: RegressionModule): RegressionCore {
  return {
    regressionCatalog: () => module.regressionCatalog() as RegressionCatalog,
    leastSquares: (problem, options = {}) => leastSquares(module, problem, options),
    predict: (coefficients, model) => predict(module, coefficients, model),
    regression: (problem) => DirectRegression.over(module, problem),
    multiplications: (coefficients, samples) => module.multiplications(coefficients, samples) as Multiplications,
  };
}
