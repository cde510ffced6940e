import type { Core } from '../../web/core/areas.ts';

/** What is measured: the same work done by the core and by its peers. A case is a file in cases/, and has a twin in native/. */
export interface Case {
  /** The same name as in native/. */
  name: string;
  /** What one unit of work is. */
  unit: string;
  /** Units of work that one call of any subject does. */
  work: number;
  /** Who does the work: `wasm`, and its peers by name. Sets everything up that is not to be measured. */
  subjects(core: Core): Promise<Record<string, () => unknown>>;
}

/** Where results go, so that no engine leaves out work whose result nobody reads. */
export const sink: { value: unknown } = { value: undefined };

/** Units of work per second, over at least so many milliseconds. */
export function measure(work: number, run: () => unknown, milliseconds: number): number {
  sink.value = run();
  const began = performance.now();
  let calls = 0;
  let passed = 0;
  while (passed < milliseconds) {
    sink.value = run();
    calls += 1;
    passed = performance.now() - began;
  }
  return (work * calls * 1000) / passed;
}
