/** Networks whose output is a line with bends, through the facade. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core, near, refuses } from './core.ts';

test('networks are written down: hinges through points, and folds', () => {
  const x = [-1, 0, 0.5, 1];
  const y = [2, -1, 0.25, 0.25];
  // Weights and biases of the hidden layer, then the changes of slope and the first height.
  near(core.hingeNetwork(x, y), [1, 1, 1, 1, 0, -0.5, -3, 5.5, -2.5, 2]);
  near(core.foldNetwork(2), [1, -1, 0, 0, 2, 2, -2, -2, -1, 1, 2, 2, -1]);
  assert.equal(core.foldNetwork(6).length, core.parameterCount([1, 2, 2, 2, 2, 2, 2, 1]));
  refuses(() => core.hingeNetwork([1], [1]), { code: 'wrong-dimension', parameter: 'x' });
  refuses(() => core.hingeNetwork([1, 0], [1, 1]), { code: 'out-of-range', parameter: 'x', position: 1 });
  refuses(() => core.foldNetwork(0), { parameter: 'depth' });
});

test('a network set by hand bends where its weights say, also after going back to the start', () => {
  const x = Float64Array.from({ length: 21 }, (_, i) => -1 + i / 10);
  const layers = [
    { units: 2, activation: 'relu' },
    { units: 2, activation: 'relu' },
  ];
  const training = core.training({ data: { inputs: x, outputs: x }, layers, precision: 'double' });
  training.setParameters(core.foldNetwork(2));
  training.advance({ batches: 5 });
  training.rewind();
  near(training.predict([-1, -0.5, 0, 0.5, 0.75]), [1, -1, 1, -1, 0]);
  const network = { layers: training.layers(), parameters: training.parameters() };
  const bends = core.bends(network, -1, 1)!;
  near(
    bends.map((bend) => bend.x),
    [-0.5, 0, 0.5],
  );
  near(
    bends.map((bend) => bend.change),
    [8, -8, 8],
  );
  assert.deepEqual(
    bends.map((bend) => bend.layer),
    [1, 0, 1],
  );
  refuses(() => core.bends(network, 1, 1), { code: 'out-of-range' });
  refuses(() => core.bends({ ...network, parameters: [1] }, -1, 1), {
    code: 'wrong-dimension',
    parameter: 'parameters',
  });
  const curved = core.training({ data: { inputs: x, outputs: x }, layers: [{ units: 2 }] });
  assert.equal(core.bends({ layers: curved.layers(), parameters: curved.parameters() }, -1, 1), undefined);
  [training, curved].forEach((each) => each.free());
});
