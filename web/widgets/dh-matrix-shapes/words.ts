/** A cell of the result in words: the sum that makes it. */
import type { Explanation } from '../../controls/explain.ts';
import { alignedLatex, equalsLatex, factorLatex, numberLatex } from '../../language/latex.ts';
import type { Say } from '../../language/strings.ts';
import { formatNumber } from '../../plot/format.ts';
import type { Matrix, Product } from './matrices.ts';

export const format = (value: number): string => formatNumber(value, { digits: 4 });

/** Where a cell comes from, from 0: what its row and its column are multiplied to, and what is added. */
interface Cell {
  product: Product;
  result: Matrix;
  row: number;
  column: number;
}

export const valueOf = ({ result, row, column }: Cell): number => result.values[row * result.columns + column];

/** The numbers put in: `1 \cdot 2 + 2 \cdot 1 + 1`. */
function sumLatex({ product: { left, above, added }, row, column }: Cell): string {
  const terms = Array.from({ length: left.columns }, (_, k) => {
    const [one, other] = [left.values[row * left.columns + k], above.values[k * above.columns + column]];
    return `${factorLatex(one)} \\cdot ${factorLatex(other)}`;
  });
  return [...terms, ...(added ? [factorLatex(added.values[column])] : [])].join(' + ');
}

/** The sum and its value in one line. */
export function termLatex(cell: Cell): string {
  const value = valueOf(cell);
  return `${sumLatex(cell)} ${equalsLatex(value)} ${numberLatex(value)}`;
}

/** In letters, with the numbers put in, and its value. */
export function explainCell(cell: Cell, say: Say): Explanation {
  const { product, row, column } = cell;
  const { names, letters } = product;
  const value = valueOf(cell);
  const [left, above] = [letters.left(row + 1), letters.above(column + 1)];
  const added = letters.added ? ` + ${letters.added(column + 1)}` : '';
  return {
    title: say('term', { name: names.result, row: row + 1, column: column + 1, value: format(value) }),
    latex: alignedLatex(
      `\\sum_{k} ${left} \\, ${above}${added}`,
      `= ${sumLatex(cell)}`,
      `${equalsLatex(value)} ${numberLatex(value)}`,
    ),
  };
}
