export interface BatchesModule {
  epochs(rule: object, iterations: number): unknown;
  iterationsPerEpoch(samples: number, dropLast: boolean): Int32Array;
}
