/**
 * The core in this thread, answering at once: for Node, for workers, for other people's programs. Pages ask `core.ts`, which keeps the work
 * off their thread.
 */
import createModule from '../../build/wasm/downhill.mjs';
import { DirectDescent } from './descent.ts';
import { CoreError } from './error.ts';
import { DirectExpression } from './expression.ts';
import { unwrap } from './handle.ts';
import type { CoreModule } from './module.ts';
import type { Catalog, Core, DescentProblem, Equivalence } from './types.ts';

export { CoreError } from './error.ts';
export type * from './types.ts';

class DirectCore implements Core {
  readonly #module: CoreModule;

  constructor(module: CoreModule) {
    this.#module = module;
  }

  catalog(): Catalog {
    return this.#module.catalog() as Catalog;
  }

  expression(text: string, variables?: readonly string[]): DirectExpression {
    return DirectExpression.parse(this.#module, text, variables);
  }

  number(text: string): number {
    return unwrap(this.#module.readNumber(text), text);
  }

  equivalent(left: string, right: string, variables?: readonly string[], seed = 1): Equivalence {
    const first = this.expression(left, variables);
    try {
      const second = this.expression(right, variables);
      try {
        return this.#module.compare(first.inModule, second.inModule, seed) as Equivalence;
      } finally {
        second.free();
      }
    } finally {
      first.free();
    }
  }

  descent(problem: DescentProblem): DirectDescent {
    return DirectDescent.start(this.#module, problem);
  }
}

/**
 * Loads the module and gives the core. `wasm` is the compiled file: its bytes (in Node, `await readFile('build/wasm/downhill.wasm')`) or its
 * address; without it, a browser finds it beside the module. Throws CoreError `core-unavailable` where WebAssembly or the file is missing.
 */
export async function createCore(wasm?: BufferSource | URL | string): Promise<Core> {
  const address = wasm instanceof URL || typeof wasm === 'string' ? String(wasm) : undefined;
  try {
    return new DirectCore(
      await new Promise((resolve, reject) => {
        const options = address ? { locateFile: () => address } : { wasmBinary: wasm as BufferSource };
        createModule({ ...options, onAbort: reject }).then(resolve, reject);
      }),
    );
  } catch (cause) {
    throw new CoreError({ code: 'core-unavailable' }, { cause });
  }
}
