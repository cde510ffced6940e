/** A network that follows the curve: how it is made, and what is drawn of it at the step that is shown. */
import { getCore } from '../../core/core.ts';
import type { Bend } from '../../core/piecewise/types.ts';
import type { LayerLayout, TrainingMetrics } from '../../core/training/types.ts';
import { TrainingRun } from '../../figures/networks/training-run.ts';
import type { Stepper } from '../../widget/stepper.ts';
import { LAST, LEFT, RIGHT } from './fields.ts';
import { FINE, PLACE_LIST } from './target.ts';
import type { Target } from './target.ts';

export interface Shape {
  /** Hidden layers, and units of each. */
  depth: number;
  width: number;
  parameters: number;
}

export interface Training {
  target: Target;
  shape: Shape;
  activation: string;
  rate: number;
  seed: number;
  /** Weights to begin with, where they are not drawn at random. */
  written?: ArrayLike<number>;
}

export async function shapeOf(units: number): Promise<Shape> {
  const core = await getCore('neural');
  return { depth: 1, width: units, parameters: await core.parameterCount([1, units, 1]) };
}

/** A network of more layers with as many parameters, as nearly as equal layers allow. */
export async function deepShape({ parameters }: Shape, depth: number): Promise<Shape> {
  return { depth, ...(await (await getCore('neural')).widthFor(parameters, depth, 1, 1)) };
}

/** Two units a layer: those that fold. */
export async function foldShape(depth: number): Promise<Shape> {
  const core = await getCore('neural');
  return { depth, width: 2, parameters: await core.parameterCount([1, ...Array<number>(depth).fill(2), 1]) };
}

/** Each update uses all places; Adam finds the length of a step for each weight by itself. */
export async function begin({ target, shape, activation, rate, seed, written }: Training) {
  const training = await (
    await getCore('training')
  ).training({
    data: { inputs: PLACE_LIST, outputs: target.heights },
    layers: Array.from({ length: shape.depth }, () => ({ units: shape.width, activation })),
    optimizer: 'adam',
    options: { 'learning-rate': rate },
    batchSize: 0,
    seed,
    precision: 'double',
  });
  if (written) await training.setParameters(written);
  return training;
}

export class Fit implements Stepper {
  readonly shape: Shape;
  readonly activation: string;
  readonly run: TrainingRun;
  /** On FINE. */
  curve: Float64Array = new Float64Array();
  /** What each unit of the last hidden layer adds on FINE, row by row, and the bias in the last row. */
  contributions: Float64Array = new Float64Array();
  /** At the places of the target. */
  predictions: Float64Array = new Float64Array();
  parameters: Float64Array = new Float64Array();
  bends: readonly Bend[] | undefined;
  metrics: TrainingMetrics | undefined;
  layers: readonly LayerLayout[] = [];

  private constructor(shape: Shape, activation: string, run: TrainingRun) {
    this.shape = shape;
    this.activation = activation;
    this.run = run;
  }

  static async start(training: Training): Promise<Fit> {
    const run = await TrainingRun.start(await begin(training), LAST);
    return new Fit(training.shape, training.activation, run);
  }

  get position(): number {
    return this.run.position;
  }

  get reached(): number {
    return this.run.reached;
  }

  get ended(): boolean {
    return this.run.ended;
  }

  get diverged(): boolean {
    return this.run.progress.outcome === 'diverged';
  }

  async seek(step: number): Promise<void> {
    await this.run.seek(step);
    const { training } = this.run;
    [this.curve, this.contributions, this.predictions, this.parameters, this.metrics, this.layers] = await Promise.all([
      training.predict(FINE),
      training.contributions(FINE),
      training.predict(PLACE_LIST),
      training.parameters(),
      training.metrics(),
      training.layers(),
    ]);
    const { layers, parameters } = this;
    this.bends = await (await getCore('piecewise')).bends({ layers, parameters }, LEFT, RIGHT);
  }

  free(): void {
    this.run.free();
  }

  get largestError(): number {
    return this.metrics?.training.largestError ?? NaN;
  }

  get meanError(): number {
    return this.metrics?.training.meanError ?? NaN;
  }

  /** Straight pieces between the ends; none where units are curved. */
  get pieces(): number | undefined {
    return this.bends && this.bends.length + 1;
  }

  /** The place where it is farthest from the target. */
  worst({ heights }: Target): number {
    let worst = 0;
    const gap = (index: number) => Math.abs(this.predictions[index] - heights[index]);
    heights.forEach((_, index) => {
      if (gap(index) > gap(worst)) worst = index;
    });
    return worst;
  }
}
