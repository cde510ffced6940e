import type { Case } from '../case.ts';
import { uniform } from '../peers/random.ts';

const [samples, inputs, batch] = [2048, 19, 32];
/** Ten epochs. */
const steps = (10 * samples) / batch;
const rate = 1e-3;

function data() {
  const random = uniform(1);
  const x = Float64Array.from({ length: samples * inputs }, () => 2 * random() - 1);
  const y = Float64Array.from({ length: samples }, (_, row) =>
    x.subarray(row * inputs, (row + 1) * inputs).reduce((sum, value, column) => sum + value * (column - 9), random()),
  );
  return { x, y };
}

/** Mini-batch descent on the mean square as one would write it by hand: typed arrays, d = 20, shuffled anew each epoch. */
function handWritten(x: Float64Array, y: Float64Array): () => number {
  const d = inputs + 1;
  const design = Float64Array.from({ length: samples * d }, (_, index) =>
    index % d === 0 ? 1 : x[Math.floor(index / d) * inputs + (index % d) - 1],
  );
  const random = uniform(2);
  const order = Int32Array.from({ length: samples }, (_, row) => row);
  const beta = new Float64Array(d);
  const gradient = new Float64Array(d);
  return () => {
    for (let step = 0; step < steps; ++step) {
      const first = (step * batch) % samples;
      if (first === 0)
        for (let last = samples - 1; last > 0; --last) {
          const other = Math.floor(random() * (last + 1));
          [order[last], order[other]] = [order[other], order[last]];
        }
      gradient.fill(0);
      for (let k = first; k < first + batch; ++k) {
        const row = order[k] * d;
        let residual = y[order[k]];
        for (let j = 0; j < d; ++j) residual -= design[row + j] * beta[j];
        for (let j = 0; j < d; ++j) gradient[j] += residual * design[row + j];
      }
      for (let j = 0; j < d; ++j) beta[j] += ((2 * rate) / batch) * gradient[j];
    }
    return beta[1];
  };
}

/** Updates on mini-batches of 32 samples with 20 coefficients, in double precision. */
export const miniBatch: Case = {
  name: 'mini-batch',
  unit: 'steps',
  work: steps,
  async subjects(core) {
    const { x, y } = data();
    const problem = core.regression({ inputs: x, outputs: y, columns: inputs, objective: 'mean-squared' });
    const descent = problem.descent({
      batchSize: batch,
      options: { 'learning-rate': rate },
      stepLimit: 1e9,
      recordEvery: 0,
    });
    return {
      wasm: () => descent.advance(steps).step,
      'hand-written': handWritten(x, y),
    };
  },
};
