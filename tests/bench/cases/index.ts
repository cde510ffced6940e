import type { Case } from '../case.ts';
import { basins } from './basins.ts';
import { descent } from './descent.ts';
import { digits } from './digits.ts';
import { evaluateBatch } from './evaluate-batch.ts';
import { miniBatch } from './mini-batch.ts';
import { monteCarlo } from './monte-carlo.ts';
import { decisionMap, playground } from './playground.ts';
import { qrSolve } from './qr-solve.ts';
import { typedFormula } from './typed-formula.ts';

/** All cases, in the order of the table. */
export const cases: Case[] = [
  typedFormula,
  evaluateBatch,
  descent,
  basins,
  miniBatch,
  qrSolve,
  playground,
  decisionMap,
  digits,
  monteCarlo,
];
