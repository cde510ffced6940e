/** What the core can do with networks of one input whose output is a line with bends: weights written down, and where any such network bends. */

export interface PiecewiseCore {
  /**
   * The parameters of a network [1, n, 1] of ReLU units whose output is the polygon through n + 1 points: level before the first, beyond
   * the last as steep as the last piece. Unit i bends at x[i]; its output weight is the change of slope there. Throws wrong-dimension (`x`:
   * fewer than two; `y`: not as many), not-finite (`x`, `y`) and out-of-range (`x`: not ascending), with the point as `position`.
   */
  hingeNetwork(x: ArrayLike<number>, y: ArrayLike<number>): Float64Array;
  /**
   * The parameters of a network [1, 2, …, 2, 1] of `depth` hidden layers of two ReLU units, each of which folds: v ↦ 2|v| − 1. Its output
   * has 2^depth straight pieces on [−1, 1].
   */
  foldNetwork(depth: number): Float64Array;
  /**
   * Where the first output of a network of one input bends between two places, in order: exactly, from the weights. Undefined where units
   * are curved, and for other inputs. Layers and parameters as a training gives them, the inputs first. Throws unknown-id (`activation`), wrong-dimension
   * (`parameters`) and out-of-range (an interval that is none).
   */
  bends(network: PiecewiseNetwork, from: number, to: number): Bend[] | undefined;
}

export interface PiecewiseNetwork {
  layers: readonly { units: number; activation: string }[];
  parameters: ArrayLike<number>;
}

/** A place where a network's output bends. */
export interface Bend {
  x: number;
  /** Whose kink it is, 0 the first: layers count the hidden ones. */
  layer: number;
  unit: number;
  /** Of the output's slope, from left to right. */
  change: number;
}
