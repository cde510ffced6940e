/** Networks, directly over the module. */
import { CoreError } from '../error.ts';
import { requireDimension, requireFinite, requireWhole, unwrap } from '../handle.ts';
import type { NeuralModule } from './module.ts';
import type {
  ActivationValues,
  CrossEntropy,
  DrawnDigit,
  LinearLayer,
  LinearLayerSlopes,
  NeuralCatalog,
  NeuralCore,
  Softmax,
  SoftmaxOptions,
} from './types.ts';

/** Largest number of layers, of units and of steps that is asked for at once. */
const MOST_SIZES = 100;
const MOST_UNITS = 1e6;
/** Of all samples of a layer at once. */
const MOST_OUTPUTS = 2 ** 22;
const MOST_STEPS = 1e6;
/** Of pens, in pixels of a digit's picture. */
const [THINNEST, WIDEST] = [0.01, 28];

export function methods(module: NeuralModule): NeuralCore {
  return {
    neuralCatalog: () => module.neuralCatalog() as NeuralCatalog,
    softmax: (logits, options) => softmaxOf(module, logits, options) as Softmax,

    crossEntropy(logits, target, options) {
      requireDistribution(target, logits.length);
      return softmaxOf(module, logits, options, target) as CrossEntropy;
    },

    crossEntropyOfProbabilities(probabilities, target) {
      requireDistribution(target, probabilities.length);
      return module.crossEntropyOfProbabilities(probabilities, target);
    },

    linearLayer(layer) {
      const { samples, inputs, outputs, x, weights, biases } = requireLayer(layer);
      return module.linearLayerOutputs(samples, inputs, outputs, x, weights, biases);
    },

    linearLayerSlopes({ slopes, ...layer }) {
      const { samples, inputs, outputs, x, weights } = requireLayer(layer);
      requireMatrix('slopes', slopes, samples, outputs);
      return module.linearLayerSlopes(samples, inputs, outputs, x, weights, slopes) as LinearLayerSlopes;
    },

    activation: (id, x) => unwrap(module.activationValues(id, x)) as ActivationValues,

    loss(id, outputs, target) {
      if (id === 'cross-entropy') throw new CoreError({ code: 'unknown-id', parameter: 'loss' });
      requireFinite('target', target);
      return unwrap(module.lossValues(id, outputs, target)) as ActivationValues;
    },

    scheduledRates(schedule, learningRate, count) {
      requireFinite('learning-rate', learningRate);
      requireWhole('count', count, 0, MOST_STEPS);
      return unwrap(module.scheduledRates(schedule, learningRate, count));
    },

    parameterCount(sizes) {
      requireWhole('layers', sizes.length, 2, MOST_SIZES);
      for (const size of sizes) requireWhole('units', size, 1, MOST_UNITS);
      return module.countParameters(sizes);
    },

    widthFor(parameters, depth, inputs, outputs) {
      requireWhole('parameters', parameters, 1, 1e9);
      requireWhole('depth', depth, 1, MOST_SIZES);
      requireWhole('inputs', inputs, 1, MOST_UNITS);
      requireWhole('outputs', outputs, 1, MOST_UNITS);
      const width = module.findWidth(parameters, depth, inputs, outputs);
      const sizes = [inputs, ...Array<number>(depth).fill(width), outputs];
      return { width, parameters: module.countParameters(sizes) };
    },

    centreDigit(pixels, width, height) {
      requireWhole('width', width, 1, 10_000);
      requireWhole('height', height, 1, 10_000);
      requireDimension('pixels', pixels.length, width * height);
      return module.centreDigit(pixels, width, height);
    },

    drawDigit(points, pen) {
      requireDimension('points', points.length, 3 * Math.ceil(points.length / 3));
      Array.from(points).forEach((number) => requireFinite('points', number));
      requireFinite('pen', pen);
      if (pen < THINNEST || pen > WIDEST)
        throw new CoreError({
          code: 'out-of-range',
          parameter: 'pen',
          value: pen,
          expected: `[${THINNEST}, ${WIDEST}]`,
        });
      return module.drawDigit(points, pen) as DrawnDigit;
    },
  };
}

function requireMatrix(name: string, values: ArrayLike<number>, rows: number, columns: number): void {
  requireDimension(name, values.length, rows * columns);
  for (let index = 0; index < values.length; ++index) requireFinite(name, values[index]);
}

function requireLayer(layer: LinearLayer): LinearLayer {
  for (const size of ['samples', 'inputs', 'outputs'] as const) requireWhole(size, layer[size], 1, MOST_UNITS);
  requireWhole('outputs', layer.outputs, 1, Math.floor(MOST_OUTPUTS / layer.samples));
  requireMatrix('x', layer.x, layer.samples, layer.inputs);
  requireMatrix('weights', layer.weights, layer.inputs, layer.outputs);
  requireMatrix('biases', layer.biases, 1, layer.outputs);
  return layer;
}

function softmaxOf(
  module: NeuralModule,
  logits: ArrayLike<number>,
  { form = 'stable', precision = 'double', temperature = 1 }: SoftmaxOptions = {},
  target?: ArrayLike<number>,
): unknown {
  if (logits.length === 0) throw new CoreError({ code: 'wrong-dimension', parameter: 'logits', value: 0 });
  requireFinite('temperature', temperature);
  if (temperature <= 0)
    throw new CoreError({ code: 'out-of-range', parameter: 'temperature', value: temperature, expected: '> 0' });
  return module.softmaxOf(logits, form === 'naive', precision === 'float', temperature, target);
}

/** Probabilities of so many classes, to within rounding. */
function requireDistribution(target: ArrayLike<number>, classes: number): void {
  requireDimension('target', target.length, classes);
  const shares = Array.from(target);
  for (const share of shares)
    if (!(share >= 0))
      throw new CoreError({ code: 'out-of-range', parameter: 'target', value: share, expected: '[0, 1]' });
  const sum = shares.reduce((left, right) => left + right, 0);
  if (!(Math.abs(sum - 1) < 1e-6))
    throw new CoreError({ code: 'out-of-range', parameter: 'target', value: sum, expected: '[1, 1]' });
}
