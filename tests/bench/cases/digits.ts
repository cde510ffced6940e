import * as tf from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { Case } from '../case.ts';
import { uniform } from '../peers/random.ts';

const [images, pixels, hidden, classes, batch, rate] = [2048, 784, 128, 10, 32, 1e-3];
/** Updates of one call. */
const steps = 50;

/** Noise with the share of ink of handwritten digits: what it shows makes no difference to the speed. */
function data() {
  const random = uniform(1);
  return {
    bytes: Uint8Array.from({ length: images * pixels }, () => (random() < 0.2 ? 255 : 0)),
    outputs: Array.from({ length: images }, (_, index) => index % classes),
  };
}

/** Where TensorFlow.js finds its module: beside the page, or in its package. */
const tensorFlowModule = (): string =>
  typeof document === 'undefined'
    ? new URL('.', import.meta.resolve('@tensorflow/tfjs-backend-wasm')).pathname
    : new URL('.', location.href).href;

async function tensorFlow({ bytes, outputs }: ReturnType<typeof data>): Promise<() => number> {
  setWasmPaths(tensorFlowModule());
  await tf.setBackend('wasm');
  const x = tf.tensor2d(
    Float32Array.from(bytes, (byte) => byte / 255),
    [images, pixels],
  );
  const y = tf.cast(tf.oneHot(tf.tensor1d(outputs, 'int32'), classes), 'float32');
  const weights = (rows: number, columns: number, seed: number) =>
    tf.variable(tf.randomNormal([rows, columns], 0, Math.sqrt(2 / rows), 'float32', seed));
  const [w1, w2] = [weights(pixels, hidden, 1), weights(hidden, classes, 2)];
  const [b1, b2] = [tf.variable(tf.zeros([hidden])), tf.variable(tf.zeros([classes]))];
  const descend = (weights: tf.Variable, gradient: tf.Tensor) =>
    weights.assign(tf.sub(weights, tf.mul(gradient, rate)));
  const random = uniform(2);
  const order = Int32Array.from({ length: images }, (_, row) => row);
  let step = 0;
  return () => {
    for (let done = 0; done < steps; ++done, ++step) {
      const first = (step * batch) % images;
      if (first === 0)
        for (let last = images - 1; last > 0; --last) {
          const other = Math.floor(random() * (last + 1));
          [order[last], order[other]] = [order[other], order[last]];
        }
      tf.tidy(() => {
        const rows = tf.tensor1d(order.slice(first, first + batch), 'int32');
        const [inputs, targets] = [tf.gather(x, rows), tf.gather(y, rows)] as tf.Tensor2D[];
        const sums = tf.add(tf.matMul(inputs, w1), b1);
        const values = tf.relu(sums);
        const probabilities = tf.softmax(tf.add(tf.matMul(values, w2), b2));
        const outputSlopes = tf.div(tf.sub(probabilities, targets), batch);
        const slopes = tf.mul(tf.matMul(outputSlopes, w2, false, true), tf.step(sums));
        descend(w2, tf.matMul(values, outputSlopes, true));
        descend(b2, tf.sum(outputSlopes, 0));
        descend(w1, tf.matMul(inputs, slopes, true));
        descend(b1, tf.sum(slopes, 0));
      });
    }
    return b2.dataSync()[0];
  };
}

/** As for handwritten digits: 784-128-10 ReLU in float, batches of 32 shuffled anew each epoch. */
export const digits: Case = {
  name: 'digits',
  unit: 'images',
  work: steps * batch,
  async subjects(core) {
    const samples = data();
    const training = core.training({
      data: { images: samples.bytes, width: 28, height: 28, outputs: samples.outputs, classes },
      layers: [{ units: hidden, activation: 'relu' }],
      batchSize: batch,
      options: { 'learning-rate': rate },
    });
    return {
      wasm: () => training.advance({ batches: steps }).step,
      'tfjs-wasm': await tensorFlow(samples),
    };
  },
};
