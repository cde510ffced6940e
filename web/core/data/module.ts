export interface DataModule {
  dataCatalog(): unknown;
  generateDataset(id: string, options: unknown, seed: number): unknown;
}
