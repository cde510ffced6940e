/** Opening a table that the reader has brought: typed, pasted, or in a file. */
import type { Encoding } from './encoding.ts';
import type { Table, TableOptions } from './table.ts';

export interface OpenOptions extends TableOptions {
  /** Of a file; found out unless told. */
  encoding?: Encoding;
}

export interface OpenedTable {
  table: Table;
  /** Of a file. */
  encoding?: Encoding;
  /** Letters that the encoding does not have; they stand as U+FFFD. */
  lost: number;
}

export interface TableRequest {
  number: number;
  /** What is to be read from now on; nothing reads what there is in another way. */
  source?: Blob | string;
  options: OpenOptions;
}

export type TableAnswer = { number: number } & ({ opened: OpenedTable } | { problem: string });

/** Larger files would fill the memory of a phone. */
export const MOST_MEGABYTES = 64;

/** A table on its way: the thread that reads it lasts until another is opened or this one is let go. */
export class TableOpener {
  #worker: Worker | undefined;
  #number = 0;
  #source: Blob | string | undefined;

  /** Reads another table. Rejects when reading it failed; a newer request makes an older one resolve with nothing. */
  open(source: Blob | string, options: OpenOptions = {}): Promise<OpenedTable | undefined> {
    this.#source = source;
    return this.#ask({ number: ++this.#number, source, options });
  }

  /** Reads the last one in another way. */
  again(options: OpenOptions): Promise<OpenedTable | undefined> {
    // A thread that broke off has forgotten it.
    const source = this.#worker ? undefined : this.#source;
    return this.#ask({ number: ++this.#number, source, options });
  }

  #ask(request: TableRequest): Promise<OpenedTable | undefined> {
    const worker = (this.#worker ??= new Worker(new URL('./table-worker.ts', import.meta.url), { type: 'module' }));
    return new Promise((resolve, reject) => {
      const controller = new AbortController();
      const { signal } = controller;
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<TableAnswer>) => {
          if (data.number !== request.number) return;
          controller.abort();
          if ('problem' in data) reject(new Error(data.problem));
          else resolve(request.number === this.#number ? data.opened : undefined);
        },
        { signal },
      );
      worker.addEventListener(
        'error',
        (event) => {
          controller.abort();
          this.close();
          reject(new Error(event.message || 'The table cannot be read'));
        },
        { signal },
      );
      worker.postMessage(request);
    });
  }

  /** Lets go of the thread and what it holds. */
  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}
