/**
 * What the core can do with neural networks: softmax in all its forms, activations, and trainings, which are values: the same problem and
 * seed give the same run, and every run can go back, be copied, saved and taken up again.
 */
import type { ChoiceEntry, Name, ScheduleChoice } from '../types.ts';
import type { Training, TrainingData, TrainingProblem } from './training-types.ts';

export type * from './training-types.ts';

export interface NeuralCore {
  /** Everything of a network that can be chosen by id, with names, ranges and defaults. */
  neuralCatalog(): NeuralCatalog;
  /**
   * Softmax with every number on the way. Nothing is refused but an empty list: overflow in the naive form is a result, inf and NaN among
   * the numbers. Throws wrong-dimension (`logits`), out-of-range (`temperature`: it must be above 0).
   */
  softmax(logits: ArrayLike<number>, options?: SoftmaxOptions): Softmax;
  /**
   * −Σ tₖ log pₖ for p = softmax(logits), and its gradient with respect to the logits, p − t. `target` holds probabilities, one-hot for a
   * class. Throws wrong-dimension (`target`), out-of-range (`target`: below 0 or not summing to 1).
   */
  crossEntropy(logits: ArrayLike<number>, target: ArrayLike<number>, options?: SoftmaxOptions): CrossEntropy;
  /** −Σ tₖ log pₖ of probabilities as they are, where 0 log 0 counts as 0. Infinite where a class that occurs was given probability 0. */
  crossEntropyOfProbabilities(probabilities: ArrayLike<number>, target: ArrayLike<number>): number;
  /** An activation and its slope at many points. Throws unknown-id (`activation`). */
  activation(id: string, x: Float64Array): ActivationValues;
  /** A loss of one output and its slope in the output, for one target. For cross-entropy see `crossEntropy`. Throws unknown-id (`loss`). */
  loss(id: string, outputs: Float64Array, target: number): ActivationValues;
  /** The learning rate of steps 0 to count − 1. Throws unknown-id (`schedule`) and those of options. */
  scheduledRates(schedule: ScheduleChoice, learningRate: number, count: number): Float64Array;
  /** Weights and biases of a network of layers of these sizes, the inputs first: [2, 8, 8, 1] → 105. */
  parameterCount(sizes: readonly number[]): number;
  /**
   * The number of units that makes a network of `depth` equal hidden layers come nearest to so many parameters, and what it then has. For
   * wide against deep at equal size.
   */
  widthFor(parameters: number, depth: number, inputs: number, outputs: number): { width: number; parameters: number };
  /**
   * Prepares a training; it stands at its start. Throws, with the name of the option: wrong-dimension, not-finite, out-of-range,
   * not-an-integer, unknown-id. A class number outside the classes is out-of-range (`outputs`) with the row (0 first) as `position`.
   */
  training(problem: TrainingProblem): Training;
  /**
   * Takes up a saved training where it stood, to go on as if never interrupted. `data` must be what it was trained on to be so; other data of
   * the same shape are taken too. Throws malformed (`model`, with the position in the text), wrong-version (`version`), and what does not
   * fit by its place in the file, such as wrong-dimension (`parameters`) or not-finite (`parameters[17]`). Nothing existing changes.
   */
  loadTraining(text: string, data: TrainingData): Training;
  /**
   * A drawn digit as MNIST has its digits: cut out, fitted into 20 × 20 keeping its shape, anti-aliased, its centre of mass in the middle of
   * 28 × 28. `pixels` holds width × height numbers from 0 (paper) to 1 (ink), row by row. All zeros when nothing is drawn. Throws
   * wrong-dimension (`pixels`).
   */
  centreDigit(pixels: ArrayLike<number>, width: number, height: number): Float32Array;
}

// ---- Catalog ------------------------------------------------------------------------------------------------------------------

export interface NeuralCatalog {
  activations: ActivationEntry[];
  losses: LossEntry[];
  initialisations: InitialisationEntry[];
  schedules: ChoiceEntry[];
  /** The same as `catalog().optimizers`: the learning rate comes first among the options. */
  optimizers: ChoiceEntry[];
  /** What inputs x₁, x₂ of the plane can be turned into. */
  features: FeatureEntry[];
  /** Training outcomes and causes of divergence, for the sentences about them. */
  outcomes: string[];
  divergenceCauses: string[];
}

export interface NamedEntry {
  id: string;
  /** What the reader calls it. */
  name: Name;
}

export interface InitialisationEntry extends NamedEntry {
  /** The standard deviation of the first weights of a layer, in LaTeX. */
  latex: string;
}

export interface ActivationEntry extends NamedEntry {
  /** Its formula and its slope's, in LaTeX over x. */
  latex: string;
  slopeLatex: string;
  /** Where it has no slope; `activation` gives the slope to the left there, by convention (0 for ReLU). */
  kinks: number[];
  /** The values it comes near to or takes: [−1, 1] for tanh; infinite ends where it has none. */
  range: [from: number, to: number];
}

export interface LossEntry extends NamedEntry {
  latex: string;
  /** What it can be used for. Losses for numbers serve classes too: ±1 for two, one output for each of more. */
  numbers: boolean;
  /** How many classes it can tell apart: 0 for none, 2, or Infinity. */
  classes: number;
  /** Whether sigmoid or softmax is part of it, so that the last layer is to be linear. */
  takesLogits: boolean;
}

export interface FeatureEntry {
  id: string;
  latex: string;
}

// ---- Softmax, activations -----------------------------------------------------------------------------------------------------

export interface SoftmaxOptions {
  /** Stable subtracts the largest logit first; naive does not. Default stable. */
  form?: 'stable' | 'naive';
  /** Numbers of 32 or 64 bits all the way; default double. */
  precision?: 'float' | 'double';
  /** T: softmax of logits / T; default 1. */
  temperature?: number;
}

/** One entry a logit. */
export interface Softmax {
  /** What exp is taken of: logits / T, less the largest of them in the stable form. */
  exponents: Float64Array;
  exponentials: Float64Array;
  /** Σ of the exponentials. */
  sum: number;
  probabilities: Float64Array;
  /** log Σ exp(logit / T). */
  logSumExp: number;
}

export interface CrossEntropy {
  loss: number;
  /** With respect to the logits, over T. */
  gradient: Float64Array;
}

export interface ActivationValues {
  values: Float64Array;
  slopes: Float64Array;
}
