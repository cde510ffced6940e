/** What a figure tells of work that takes its time, so that the reader can wait for it or call it off. */
export interface Work {
  kind: 'loading' | 'training';
  /** How much of it is done, as a share; NaN where that is not known. */
  share: number;
  /** Of a training: its epochs learned so far, and how many there will be. It need not be the one that is shown. */
  epoch?: number;
  epochs?: number;
  /** Milliseconds that the rest will take; NaN at first. */
  left: number;
  cancel(): void;
}

/** How long the core may compute before the page is told how far it is, in ms. */
export const SLICE = 120;
