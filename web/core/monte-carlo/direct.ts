/** Integrals, expectations and simulations, directly over the module. */
import { DirectExpression } from '../calculus/expression.ts';
import type { CalculusModule, ExpressionAddress } from '../calculus/module.ts';
import { requireDimension, requireFinite, unwrap } from '../handle.ts';
import type { MonteCarloModule } from './module.ts';
import { chunksOf, DirectMonteCarlo, repeatsOf } from './monte-carlo.ts';
import type { Expectation, Integral, MonteCarloCore, PowerLaw, RepeatSummary, SamplerEntry } from './types.ts';

export function methods(module: CalculusModule & MonteCarloModule): MonteCarloCore {
  const withFormula = <Answer>(text: string, use: (formula: ExpressionAddress) => Answer): Answer => {
    const formula = DirectExpression.parse(module, text);
    try {
      return use(formula.inModule);
    } finally {
      formula.free();
    }
  };
  return {
    monteCarloCatalog: () => module.monteCarloCatalog() as { samplers: SamplerEntry[] },

    integral(f, from, to) {
      for (const [name, end] of Object.entries({ from, to })) if (Number.isNaN(end)) requireFinite(name, end);
      return withFormula(f, (formula) => module.integral(formula, from, to)) as Integral;
    },

    expectation: (g, distribution) =>
      withFormula(g, (formula) => unwrap(module.expectation(formula, distribution))) as Expectation,

    monteCarlo: (problem) => DirectMonteCarlo.start(module, problem),
    monteCarloChunks: (problem, first, last) => chunksOf(module, problem, first, last),
    monteCarloRepeats: (problem, samples, first, last) => repeatsOf(module, problem, samples, first, last),

    repeatSummary({ values, halfWidths }, exact) {
      requireDimension('halfWidths', halfWidths.length, values.length);
      return module.repeatSummary(values, halfWidths, exact) as RepeatSummary;
    },

    powerLaw(x, y) {
      requireDimension('y', y.length, x.length);
      return module.powerLaw(Float64Array.from(x), Float64Array.from(y)) as PowerLaw | null;
    },
  };
}
