/** What the playground says of its known settings is what comes of them, with several seeds each. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Training } from '../../web/core/training/types.ts';
import { PRESETS } from '../../web/widgets/dh-mlp/presets.ts';
import { generatorOptions, idsIn, problemOf, settingsOf } from '../../web/widgets/dh-mlp/problem.ts';
import { core } from './core.ts';

type State = Parameters<typeof problemOf>[3] &
  Parameters<typeof settingsOf>[0] &
  Parameters<typeof generatorOptions>[0] & { features: string };

const SEEDS = [1, 2, 3, 4, 5];
const held = new Set<string>();

/** Runs the claim on a training of the preset, or of one that differs from it, with every seed. */
function hold(id: string, claim: (training: Training, seed: number) => void, changes: Partial<State> = {}): void {
  held.add(id);
  for (const seed of SEEDS) {
    const state = { ...PRESETS[id], ...changes, seed } as State;
    const data = core.dataset(state.data, generatorOptions(state), seed);
    const training = core.training(problemOf(data, idsIn(state.features), { id: 'constant' }, state));
    training.change(settingsOf(state, {}));
    try {
      claim(training, seed);
    } catch (error) {
      throw new Error(`${id}, seed ${seed}: ${String(error)}`, { cause: error });
    } finally {
      training.free();
    }
  }
}

/** Training and test loss, and test accuracy, after so many epochs. */
function after(training: Training, epochs: number): { own: number; other: number; accuracy: number } {
  training.seek(epochs * training.progress().batchesPerEpoch);
  const { training: own, test: other } = training.metrics();
  return { own: own.loss, other: other!.loss, accuracy: other!.accuracy! };
}

const largest = (weights: Iterable<number>): number => Math.max(...[...weights].map(Math.abs));

test('good-circle: four borders in the first layer close the ring', () =>
  hold('good-circle', (training) => {
    assert.equal(training.layers()[1].units, 4);
    assert.ok(after(training, 200).accuracy > 0.95);
  }));

test('good-spiral: many units and Adam arrive soon; few units do not, and plain descent takes longer', () => {
  const losses: number[] = [];
  hold('good-spiral', (training) => {
    losses.push(after(training, 100).own);
    assert.ok(after(training, 200).accuracy > 0.95);
  });
  hold('good-spiral', (training) => assert.ok(after(training, 200).accuracy < 0.75), { layers: [4] });
  for (const rate of [0.03, 0.1, 0.3]) {
    let sum = 0;
    hold('good-spiral', (training) => (sum += after(training, 100).own), { optimizer: 'gradient-descent', rate });
    assert.ok(sum > 2 * losses.reduce((total, loss) => total + loss), `${sum} at ${rate}, with Adam ${losses}`);
  }
});

test('good-features: squares make the border linear, so it needs no hidden layer', () => {
  hold('good-features', (training) => {
    assert.ok(training.collapsed());
    assert.ok(after(training, 100).accuracy > 0.95);
  });
  hold('good-features', (training) => assert.ok(after(training, 100).accuracy < 0.75), { features: 'x1,x2' });
});

test('good-penalty, bad-heart: without the penalty the training loss falls, the test loss rises and weights grow', () => {
  const weights: number[] = [];
  hold('good-penalty', (training) => {
    const least = Math.min(...[10, 50, 100, 200, 500].map((epochs) => after(training, epochs).other));
    assert.ok(after(training, 1000).other < 1.05 * least);
    weights.push(largest(training.parameters()));
  });
  hold('bad-heart', (training, seed) => {
    const [early, late] = [10, 1000].map((epochs) => after(training, epochs));
    assert.ok(late.own < early.own / 2 && late.other > 1.5 * early.other, `${late.own}, ${late.other}`);
    assert.ok(largest(training.parameters()) > 2 * weights[SEEDS.indexOf(seed)]);
  });
});

test('bad-linear: the border stays straight, however long it learns', () =>
  hold('bad-linear', (training) => {
    assert.ok(after(training, 500).accuracy < 0.7);
    // One linear layer says the same everywhere.
    const [w1, w2, bias] = training.collapsed()!;
    for (const [x1, x2] of [
      [3, -2],
      [-5, 4],
    ]) {
      const logit = w1 * x1 + w2 * x2 + bias;
      assert.ok(Math.abs(training.predict([x1, x2])[0] - 1 / (1 + Math.exp(-logit))) < 1e-5);
    }
  }));

test('bad-rate: after a few steps numbers leave their range', () =>
  hold('bad-rate', (training) => {
    after(training, 1);
    const { outcome, divergence } = training.progress();
    assert.equal(outcome, 'diverged');
    assert.equal(divergence!.cause, 'learning-rate');
    assert.ok(divergence!.step <= 10);
  }));

test('bad-zero: all slopes are 0, so units stay alike', () =>
  hold('bad-zero', (training) => {
    assert.ok(after(training, 1000).own > 0.69);
    // Only the bias of the output moves.
    assert.equal(largest(training.parameters().slice(0, -1)), 0);
  }));

test('bad-sigmoid: the first layers of six hardly move, and nothing is learnt; one layer would learn', () => {
  hold('bad-sigmoid', (training) => {
    const first = training.parameters();
    assert.ok(after(training, 1000).own > 0.69);
    const last = training.parameters();
    const [front, ...others] = training
      .layers()
      .slice(1)
      .map(({ weights, biases }) => largest(last.subarray(weights, biases).map((w, i) => w - first[weights + i])));
    assert.ok(front < others.at(-1)! / 4 && front < 0.02, `${front} of ${others}`);
  });
  hold('bad-sigmoid', (training) => assert.ok(after(training, 1000).accuracy > 0.9), { layers: [4] });
});

test('every preset is held above', () => assert.deepEqual([...held].sort(), Object.keys(PRESETS).sort()));
