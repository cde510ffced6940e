/** What neural networks are made of: linear layers, softmax in all its forms, activations, losses. Trainings are an area of their own. */
import type { ChoiceEntry, Name, ScheduleChoice } from '../types.ts';

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
  /** O = XW + b. Throws wrong-dimension (`x`, `weights`, `biases`) and not-finite. */
  linearLayer(layer: LinearLayer): Float64Array;
  /** The slopes of a loss in everything that goes into the layer, when `slopes` are those in its outputs. Throws as `linearLayer` does. */
  linearLayerSlopes(layer: LinearLayer & { slopes: ArrayLike<number> }): LinearLayerSlopes;
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
   * A drawn digit as MNIST has its digits: cut out, fitted into 20 × 20 keeping its shape, anti-aliased, its centre of mass in the middle of
   * 28 × 28, its darkest pixel 1. `pixels` holds width × height numbers from 0 (paper) to 1 (ink), row by row. All zeros when nothing is
   * drawn. Throws wrong-dimension (`pixels`).
   */
  centreDigit(pixels: ArrayLike<number>, width: number, height: number): Float32Array;
  /**
   * Draws with a round pen on a sheet 28 wide and high. `points` holds three numbers a point: x to the right, y down, and the number of its
   * stroke; points that follow each other in one stroke are joined. Throws wrong-dimension (`points`), not-finite (`points`, `pen`) and
   * out-of-range (`pen`: [0.01, 28]).
   */
  drawDigit(points: ArrayLike<number>, pen: number): DrawnDigit;
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

// ---- Linear layers ------------------------------------------------------------------------------------------------------------

/** Matrices row by row. */
export interface LinearLayer {
  samples: number;
  inputs: number;
  outputs: number;
  /** samples × inputs. */
  x: ArrayLike<number>;
  /** inputs × outputs. */
  weights: ArrayLike<number>;
  /** One an output. */
  biases: ArrayLike<number>;
}

/** Each in the shape of what it belongs to. */
export interface LinearLayerSlopes {
  weights: Float64Array;
  biases: Float64Array;
  inputs: Float64Array;
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

/** Pictures of 28 × 28, numbers from 0 (paper) to 1 (ink) row by row. */
export interface DrawnDigit {
  /** As it stands on the sheet. */
  plain: Float32Array;
  /** As `centreDigit` makes it. */
  centred: Float32Array;
}

export interface ActivationValues {
  values: Float64Array;
  slopes: Float64Array;
}
