import type { Core } from '../../../web/core/areas.ts';
import type { Training } from '../../../web/core/training/types.ts';
import type { Case } from '../case.ts';
import { ObjectNetwork } from '../peers/object-network.ts';
import { uniform } from '../peers/random.ts';

const [points, batch, epochs, rate] = [500, 10, 20, 0.03];
const SIZES = [2, 8, 8, 1];

/** A disc and a ring around it. */
function data() {
  const random = uniform(1);
  const outputs = Array.from({ length: points }, (_, index) => index % 2);
  const inputs = outputs.flatMap((inner) => {
    const radius = inner ? 2.5 * random() : 3.5 + 1.5 * random();
    const angle = 2 * Math.PI * random();
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  return { inputs, outputs };
}

const ours = (core: Core): Training =>
  core.training({
    data: { ...data(), columns: 2, classes: 2 },
    layers: [{ units: 8 }, { units: 8 }],
    batchSize: batch,
    options: { 'learning-rate': rate },
  });

/** 2-8-8-1 with tanh in float, as in the playground: whole epochs over 500 points in batches of 10. */
export const playground: Case = {
  name: 'playground',
  unit: 'epochs',
  work: epochs,
  async subjects(core) {
    const training = ours(core);
    const { inputs, outputs } = data();
    const rows = outputs.map((inner, index) => ({ at: inputs.slice(2 * index, 2 * index + 2), target: 2 * inner - 1 }));
    const network = new ObjectNetwork(SIZES);
    const random = uniform(2);
    return {
      wasm: () => training.advance({ epochs }).step,
      'object-per-node': () => {
        for (let epoch = 0; epoch < epochs; ++epoch) {
          for (let last = points - 1; last > 0; --last) {
            const other = Math.floor(random() * (last + 1));
            [rows[last], rows[other]] = [rows[other], rows[last]];
          }
          rows.forEach(({ at, target }, index) => {
            network.forward(at);
            network.backward(target);
            if ((index + 1) % batch === 0) network.update(rate);
          });
        }
        return network.forward(rows[0].at);
      },
    };
  },
};

const [reach, side] = [6, 200];

/** What this network says on a grid of 200 × 200 places. */
export const decisionMap: Case = {
  name: 'decision-map',
  unit: 'maps',
  work: 1,
  async subjects(core) {
    const training = ours(core);
    const network = new ObjectNetwork(SIZES);
    const place = (index: number) => -reach + (2 * reach * index) / (side - 1);
    const map = new Float32Array(side * side);
    return {
      wasm: () => training.map([-reach, reach, side], [-reach, reach, side]),
      'object-per-node': () => {
        for (let row = 0; row < side; ++row)
          for (let column = 0; column < side; ++column)
            map[row * side + column] = network.forward([place(column), place(row)]);
        return map[7];
      },
    };
  },
};
