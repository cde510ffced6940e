import type { Case } from '../case.ts';

const samples = 1 << 20;

/** The mean of exp(−x²) on [−1, 1] over uniform draws, with its variance, as one would write it by hand. */
function handWritten(): () => number {
  let [count, sum, squares] = [0, 0, 0];
  return () => {
    for (let i = 0; i < samples; ++i) {
      const x = 2 * Math.random() - 1;
      const y = Math.exp(-x * x);
      sum += y;
      squares += y * y;
    }
    count += samples;
    const mean = sum / count;
    return 2 * mean + Math.sqrt((squares / count - mean * mean) / count);
  };
}

/** A simulation of an integrand that a reader typed, in double precision: draws, values, running mean and variance. */
export const monteCarlo: Case = {
  name: 'monte-carlo',
  unit: 'samples',
  work: samples,
  async subjects(core) {
    const run = core.monteCarlo({ target: { kind: 'integral', integrand: 'exp(-x^2)', from: -1, to: 1 } });
    return {
      wasm: () => run.advance(samples).value,
      'hand-written': handWritten(),
    };
  },
};
