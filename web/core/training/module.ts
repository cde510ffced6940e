import type { Failure, ModuleHandle } from '../module.ts';

export interface TrainingHandle extends ModuleHandle {
  progress(): unknown;
  seek(step: number): unknown;
  metrics(): unknown;
  history(from: number): unknown;
  layers(): unknown;
  parameters(): Float64Array;
  /** From an index on; all in range and finite. */
  setParameters(first: number, values: ArrayLike<number>): void;
  change(settings: unknown): Failure | undefined;
  branch(): TrainingHandle;
  predict(inputs: ArrayLike<number>): Float64Array;
  trace(input: ArrayLike<number>): unknown;
  predictions(ofTest: boolean): unknown;
  split(): unknown;
  nextBatch(): Int32Array;
  nextUpdate(): unknown;
  map(xFrom: number, xTo: number, columns: number, yFrom: number, yTo: number, rows: number): Float32Array;
  thumbnails(xFrom: number, xTo: number, columns: number, yFrom: number, yTo: number, rows: number): Float32Array;
  statistics(bins: number): unknown;
  contributions(inputs: ArrayLike<number>): Float64Array;
  collapsed(): Float64Array | undefined;
  save(evenIfDiverged: boolean): string | Failure;
}

export interface TrainingModule {
  createTraining(data: unknown, problem: unknown, inFloat: boolean): TrainingHandle | Failure;
  resumeTraining(text: string, data: unknown): TrainingHandle | Failure;
}
