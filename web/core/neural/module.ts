import type { Failure } from '../module.ts';

export interface NeuralModule {
  neuralCatalog(): unknown;
  /** Without a target the softmax, with one the cross-entropy. */
  softmaxOf(
    logits: ArrayLike<number>,
    naive: boolean,
    inFloat: boolean,
    temperature: number,
    target: ArrayLike<number> | undefined,
  ): unknown;
  crossEntropyOfProbabilities(probabilities: ArrayLike<number>, target: ArrayLike<number>): number;
  linearLayerOutputs(
    samples: number,
    inputs: number,
    outputs: number,
    x: ArrayLike<number>,
    weights: ArrayLike<number>,
    biases: ArrayLike<number>,
  ): Float64Array;
  linearLayerSlopes(
    samples: number,
    inputs: number,
    outputs: number,
    x: ArrayLike<number>,
    weights: ArrayLike<number>,
    slopes: ArrayLike<number>,
  ): unknown;
  activationValues(id: string, x: Float64Array): unknown;
  lossValues(id: string, outputs: Float64Array, target: number): unknown;
  scheduledRates(schedule: unknown, learningRate: number, count: number): Float64Array | Failure;
  countParameters(sizes: readonly number[]): number;
  findWidth(parameters: number, depth: number, inputs: number, outputs: number): number;
  centreDigit(pixels: ArrayLike<number>, width: number, height: number): Float32Array;
  drawDigit(points: ArrayLike<number>, pen: number): unknown;
}
