/** The core in a thread of its own. Says once whether it is there; from then on Comlink speaks. */
import { expose, proxyMarker } from 'comlink';
import { createCoreInParts } from './core-in-parts.ts';
import { Owner } from './handle.ts';
import { transferAnswers } from './transfer.ts';

// What owns memory of the module stays here; the page gets a proxy of it.
Object.assign(Owner.prototype, { [proxyMarker]: true });
transferAnswers();

const FILES = {
  first: new URL('../../build/wasm/downhill.first.wasm', import.meta.url),
  rest: new URL('../../build/wasm/downhill.rest.wasm', import.meta.url),
};

try {
  const core = await createCoreInParts((part) => fetch(FILES[part]));
  expose(core);
  postMessage({ ready: true });
} catch (error) {
  postMessage({ ready: false, reason: String((error as Error).cause ?? error) });
}
