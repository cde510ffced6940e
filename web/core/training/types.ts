/**
 * Trainings of networks: what one is made of, how it runs, and what can be seen of it. Trainings are values: the same problem and seed give
 * the same run, and every run can go back, be copied, saved and taken up again.
 */
import type { Axis, Freeable, Remote, ScheduleChoice } from '../types.ts';

export interface TrainingCore {
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
}

// ---- What is trained, and how -------------------------------------------------------------------------------------------------

/** Samples to learn from: a table of numbers, or images. Handed over once; the core keeps its own copy. */
export type TrainingData = TableData | ImageData;

export interface TableData {
  /** One row of `columns` numbers a sample. */
  inputs: ArrayLike<number>;
  /** Inputs a sample has; default 1. */
  columns?: number;
  /** One number a sample; class numbers from 0 on when `classes` > 0. */
  outputs: ArrayLike<number>;
  /** 0, the default, for numbers (regression); else 2 or more. */
  classes?: number;
  /** For two columns: what of x₁, x₂ the network sees, ids of `neuralCatalog().features`. Default: the columns as they are. */
  features?: readonly string[];
}

export interface ImageData {
  /** Pixels row by row, image after image: bytes (255 becomes exactly 1) or numbers from 0 to 1. */
  images: Uint8Array | Float32Array;
  width: number;
  height: number;
  /** One class number an image. */
  outputs: ArrayLike<number>;
  classes: number;
  /** Each time an image is learnt from it is moved at random by up to so many pixels each way; default 0. Never for tests. */
  shift?: number;
}

export interface LayerSpec {
  units: number;
  /** An id of `neuralCatalog().activations`; default tanh. */
  activation?: string;
  /** The share of its outputs that is left out, at random, in each step: [0, 0.9]; default 0. */
  dropout?: number;
}

/** A training as a value: problem, method, options and seed. */
export interface TrainingProblem {
  data: TrainingData;
  /** Hidden layers, the first one first. None, the default, makes it linear or softmax regression. */
  layers?: readonly LayerSpec[];
  /** Of the last layer; default linear. tanh with squared loss is what the well-known playground has for classes. */
  outputActivation?: string;
  /** An id of `neuralCatalog().losses`; default squared for numbers, logistic for two classes, cross-entropy for more. */
  loss?: string;
  /** An id of `neuralCatalog().initialisations`; default he for the ReLU family, else xavier. */
  initialisation?: string;
  /** An id of `neuralCatalog().optimizers`; default gradient-descent. */
  optimizer?: string;
  /** `learning-rate` and the optimizer's own options; what is missing takes its default. */
  options?: Readonly<Record<string, number>>;
  schedule?: ScheduleChoice;
  /** Samples an update uses: 1 to the number in training; 0 for all. Default 10. */
  batchSize?: number;
  /** Strengths of the penalties λ₁ Σ|w| and λ₂/2 Σw² over the weights (not the biases); default 0. */
  l1?: number;
  l2?: number;
  /** The share of samples kept for testing, each class in proportion: [0, 0.9]; default 0. */
  testShare?: number;
  /** Decides initial weights, split, batches, dropout and shifts. Default 1. */
  seed?: number;
  /** float (the default) is faster; double is for comparing digits. */
  precision?: 'float' | 'double';
  stopping?: TrainingStopping;
}

/** When a training ends by itself; without any of these it goes on until it diverges. */
export interface TrainingStopping {
  /** After so many epochs. */
  epochs?: number;
  /** When the monitored loss is at most this. */
  loss?: number;
  /** When the monitored loss has not fallen below its least so far for so many epochs. */
  patience?: number;
  /** Whose loss, measured after each epoch: default test where there is a test set, else training. */
  monitor?: 'training' | 'test';
}

/** What may change while a training runs; from the present step on. */
export interface TrainingChanges {
  /** Options of the optimizer, such as learning-rate; those not named stay. */
  options?: Readonly<Record<string, number>>;
  l1?: number;
  l2?: number;
  /** One number a hidden layer. */
  dropout?: readonly number[];
  /** Replaces the one before as a whole. */
  stopping?: TrainingStopping;
}

// ---- The run ------------------------------------------------------------------------------------------------------------------

/** How far to go: so many updates, epochs (to the end of the so-manieth from here), or as far as one gets in so many milliseconds. */
export type Amount = { batches: number } | { epochs: number } | { milliseconds: number };

export interface Training extends Freeable {
  /** Goes on; less far if the training ends before. */
  advance(amount: Amount): TrainingProgress;
  /**
   * Goes back by updates, or to the beginning of the epoch that many epochs back (the present one counts as one if it is under way). Exact.
   * What `change` set meanwhile stays set; weights set by hand after that step are undone. The history ends there.
   */
  back(amount: { batches: number } | { epochs: number }): TrainingProgress;
  /** Goes to a step, forward or back. */
  seek(step: number): TrainingProgress;
  /** To the same initial weights. */
  rewind(): TrainingProgress;
  progress(): TrainingProgress;
  /** Losses and scores with the present weights, measured on all of the data now. */
  metrics(): TrainingMetrics;
  /**
   * A row an epoch, the start included, from row number `from` on. When they become many, every second is left out: there are never more than
   * about 1000, so ask for all of them again when the first steps differ from those known.
   */
  history(from?: number): TrainingHistory;

  /** The network's shape and where its numbers stand in `parameters()`. */
  layers(): LayerLayout[];
  /** All weights and biases, layer by layer; see `LayerLayout`. */
  parameters(): Float64Array;
  /** Sets one weight or bias, or all. Throws not-finite, out-of-range (`index`), wrong-dimension (`parameters`). */
  setParameter(index: number, value: number): void;
  setParameters(values: ArrayLike<number>): void;
  /** Throws as `training` does; nothing changes then. */
  change(changes: TrainingChanges): void;
  /** A copy that goes its own way from here. */
  branch(changes?: TrainingChanges): Training;

  /** What the network says for inputs (rows of the data's columns, or images): `outputs` numbers a row, see `Metrics`. */
  predict(inputs: ArrayLike<number>): Float64Array;
  /** One sample through every layer. */
  trace(input: ArrayLike<number>): UnitTrace[];
  /** What it says about its own samples. */
  predictions(of: 'training' | 'test'): Predictions;
  /** The indices of the samples in training and in the test set, and of those of the coming update. */
  split(): { training: Int32Array; test: Int32Array };
  nextBatch(): Int32Array;
  /** The coming update in all its parts, one entry a parameter, without making it. */
  nextUpdate(): NextUpdate;

  /** The network over a rectangle of the plane, for two columns of inputs: x runs fastest, y upwards. */
  map(x: Axis, y: Axis): Float32Array;
  /** The same for every unit of every layer, inputs (features) included: one picture after the other, in the order of `layers()`. */
  thumbnails(x: Axis, y: Axis): Float32Array;
  /** Activations and gradients layer by layer over the training samples (at most 1000 of them). `bins` of the histograms: 2 to 200. */
  statistics(bins?: number): LayerStatistics[];
  /**
   * What each unit of the last hidden layer adds to the first output at many inputs: one row of inputs.length / columns numbers a unit, then
   * one row for the bias. The rows add up to the output before its activation.
   */
  contributions(inputs: ArrayLike<number>): Float64Array;
  /** Layers whose activations are all linear, multiplied out into one: inputs × outputs weights as in `LayerLayout`, then the biases. */
  collapsed(): Float64Array | undefined;

  /** The training as text (JSON) for `loadTraining`. Throws not-finite when it has diverged and `evenIfDiverged` is not set. */
  save(evenIfDiverged?: boolean): string;
}

export const TRAINING_OUTCOMES = ['running', 'epochs-reached', 'goal-reached', 'no-progress', 'diverged'] as const;
/** How a training stands; everything but `running` ends it. */
export type TrainingOutcome = (typeof TRAINING_OUTCOMES)[number];

export interface TrainingProgress {
  /** Updates made. */
  step: number;
  /** Epochs completed, updates made in the present one, and updates an epoch has. */
  epoch: number;
  batch: number;
  batchesPerEpoch: number;
  /** Samples learnt from, counted each time. */
  samples: number;
  /** The mean loss of the present epoch's batches so far (of the last epoch's between epochs), each weighted by its samples; NaN at first. */
  epochLoss: number;
  /** The learning rate of the coming update. */
  rate: number;
  outcome: TrainingOutcome;
  /** Why and where it diverged; the training then stands at its last good epoch: the last whose losses were finite, or the start. */
  divergence?: Divergence;
  /** Time the core took for this call. */
  milliseconds: number;
}

export const DIVERGENCE_CAUSES = ['penalty', 'initialisation', 'data-scale', 'learning-rate'] as const;

/** The first number that was not finite. */
export interface Divergence {
  /** The update that led there, from 1. */
  step: number;
  epoch: number;
  /** Index into `layers()`, 1 for the first hidden layer. */
  layer: number;
  /** What was not finite. */
  quantity: 'loss' | 'gradient' | 'parameter';
  /** The likeliest cause. */
  cause: (typeof DIVERGENCE_CAUSES)[number];
  /** The learning rate then. */
  rate: number;
  /** |1 − rate × l2|: what each update by itself multiplies weights with. Above 1 they grow for ever. */
  penaltyFactor: number;
  /** Of the data loss at the initial weights. */
  firstLoss: number;
  /** The largest size of an input or output of the samples. */
  largestNumber: number;
  /** The largest size of a weight at the start, and at the last good epoch. */
  firstWeight: number;
  lastWeight: number;
}

// ---- What can be seen of it ---------------------------------------------------------------------------------------------------

export interface TrainingMetrics {
  training: Metrics;
  /** Undefined without a test set. */
  test?: Metrics;
  /** The penalties with the present weights and strengths; what is minimised is the training loss plus both. */
  l1Penalty: number;
  l2Penalty: number;
}

/** Over a set of samples. Outputs: numbers, the probability of class 1 (logistic), or one probability (score) a class. */
export interface Metrics {
  samples: number;
  /** The mean data loss, without penalties. */
  loss: number;
  /** For classes. */
  accuracy?: number;
  /** classes × classes, row by row: the true class by rows, the predicted by columns. */
  confusion?: number[];
  /** Of what was predicted as a class, the share that is; of what is, the share that was. NaN where there is none. */
  precision?: number[];
  recall?: number[];
  /** For numbers: 1 − Σ(y − ŷ)²/Σ(y − ȳ)²; NaN when all outputs are equal. */
  rSquared?: number;
  /** For numbers: the mean and the largest |y − ŷ|. */
  meanError?: number;
  largestError?: number;
}

/** One entry a row. */
export interface TrainingHistory {
  epochs: Float64Array;
  steps: Float64Array;
  /** The mean data loss over the training samples and over the test samples at that moment; NaN without a test set. */
  training: Float64Array;
  test: Float64Array;
  /** Both penalties together. */
  penalties: Float64Array;
  /** The mean over the epoch's own batches, as its weights moved. NaN for the start. */
  running: Float64Array;
  /** Shares of right classes; NaN for numbers. */
  trainingAccuracy: Float64Array;
  testAccuracy: Float64Array;
  /** Milliseconds that training took until there, as far as it was trained here and not read from a file. */
  milliseconds: Float64Array;
}

/** A layer; the first entry is the inputs (features), which have no parameters. */
export interface LayerLayout {
  units: number;
  /** Inputs each unit has: the units of the layer before. */
  inputs: number;
  activation: string;
  dropout: number;
  /** Where its weights begin: unit j's weight for input i stands at weights + j × inputs + i. */
  weights: number;
  /** Where its biases begin, one a unit. */
  biases: number;
}

/** A layer's numbers for one sample. */
export interface UnitTrace {
  /** Σ w x + b, one a unit; the inputs themselves for the first entry. */
  sums: Float64Array;
  /** The activations of these. */
  outputs: Float64Array;
}

/** One entry a sample. */
export interface Predictions {
  /** Indices into the data. */
  rows: Int32Array;
  /** `outputs` numbers a sample, as `predict` gives them. */
  outputs: Float64Array;
  /** The predicted class; empty for numbers. */
  classes: Int32Array;
}

/** One entry a parameter. */
export interface NextUpdate {
  /** The samples it uses. */
  batch: Int32Array;
  /** Their mean data loss. */
  loss: number;
  rate: number;
  /** Of their mean data loss, and of the penalties. */
  gradient: Float64Array;
  penaltyGradient: Float64Array;
  /** What will be added to each parameter. */
  change: Float64Array;
}

export interface LayerStatistics {
  /** Of the activations of all units and samples. */
  activations: Histogram;
  /** Of the slopes of each sample's own loss with respect to those. */
  gradients: Histogram;
  /** ‖gradient of the mean loss‖ over the layer's weights, and ‖weights‖. */
  weightGradientNorm: number;
  weightNorm: number;
  /** Units whose slope is 0 on every sample: they learn nothing any more. */
  deadUnits: number;
  /** The share of activations whose slope is below 1 % of the largest the activation has. */
  saturated: number;
}

export interface Histogram {
  from: number;
  to: number;
  counts: Float64Array;
  mean: number;
  /** √(mean square of the distance from the mean). */
  deviation: number;
}

export type RemoteTraining = Remote<Training>;
