export interface DataModule {
  dataCatalog(): unknown;
  generateDataset(id: string, options: unknown, seed: number): unknown;
  readCsv(text: string, options: unknown): unknown;
  writeCsv(columns: unknown): string;
}
