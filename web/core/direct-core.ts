/** The facade over a loaded module, in the same thread. */
import { DirectDescent } from './descent.ts';
import { DirectExpression } from './expression.ts';
import { requireSeed, unwrap } from './handle.ts';
import { leastSquares, predict } from './linear.ts';
import { DirectSwarm, findBasins, findEnds, sweepRates } from './many-runs.ts';
import type { CoreModule } from './module.ts';
import { DirectRegression } from './regression.ts';
import type { Catalog, Core, DescentProblem, Equivalence } from './types.ts';
import type {
  Basins,
  CsvColumn,
  CsvOptions,
  CsvTable,
  Dataset,
  Ends,
  LeastSquaresFit,
  LeastSquaresOptions,
  LinearProblem,
  Multiplications,
  RateSweep,
  RegressionProblem,
  StartGrid,
  SwarmProblem,
} from './data-types.ts';

export class DirectCore implements Core {
  readonly #module: CoreModule;

  constructor(module: CoreModule) {
    this.#module = module;
  }

  catalog(): Catalog {
    return this.#module.catalog() as Catalog;
  }

  expression(text: string, variables?: readonly string[]): DirectExpression {
    return DirectExpression.parse(this.#module, text, variables);
  }

  number(text: string): number {
    return unwrap(this.#module.readNumber(text), text);
  }

  equivalent(left: string, right: string, variables?: readonly string[], seed = 1): Equivalence {
    const first = this.expression(left, variables);
    try {
      const second = this.expression(right, variables);
      try {
        return this.#module.compare(first.inModule, second.inModule, seed) as Equivalence;
      } finally {
        second.free();
      }
    } finally {
      first.free();
    }
  }

  descent(problem: DescentProblem): DirectDescent {
    return DirectDescent.start(this.#module, problem);
  }

  leastSquares(problem: LinearProblem, options: LeastSquaresOptions = {}): LeastSquaresFit {
    return leastSquares(this.#module, problem, options);
  }

  predict(coefficients: ArrayLike<number>, model: Omit<LinearProblem, 'outputs'>): Float64Array {
    return predict(this.#module, coefficients, model);
  }

  regression(problem: RegressionProblem): DirectRegression {
    return DirectRegression.over(this.#module, problem);
  }

  multiplications(coefficients: number, samples: number): Multiplications {
    return this.#module.multiplications(coefficients, samples) as Multiplications;
  }

  rateSweep(problem: DescentProblem, rates: ArrayLike<number>): RateSweep {
    return sweepRates(this.#module, problem, rates);
  }

  ends(problem: Omit<DescentProblem, 'start'>, grid: StartGrid, firstRow: number, lastRow: number): Ends {
    return findEnds(this.#module, problem, grid, firstRow, lastRow);
  }

  basins(
    f: { expression: string; variables?: readonly string[] },
    ends: Pick<Ends, 'ends' | 'outcomes'>,
    known: ArrayLike<number>,
    radius: number,
  ): Basins {
    return findBasins(this.#module, f, ends, known, radius);
  }

  swarm(problem: SwarmProblem): DirectSwarm {
    return DirectSwarm.start(this.#module, problem);
  }

  dataset(id: string, options: Readonly<Record<string, number>> = {}, seed = 1): Dataset {
    requireSeed(seed);
    return unwrap(this.#module.generateDataset(id, options, seed)) as Dataset;
  }

  readCsv(text: string, options: CsvOptions = {}): CsvTable {
    return this.#module.readCsv(text, options) as CsvTable;
  }

  writeCsv(columns: readonly Pick<CsvColumn, 'name' | 'numbers' | 'texts'>[]): string {
    return this.#module.writeCsv(columns);
  }
}
