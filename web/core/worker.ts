/** The core in a thread of its own. Says once whether it is there; from then on Comlink speaks. */
import { expose, proxyMarker } from 'comlink';
import { createCore } from './direct.ts';
import { Owner } from './handle.ts';
import { transferAnswers } from './transfer.ts';

// What owns memory of the module stays here; the page gets a proxy of it.
Object.assign(Owner.prototype, { [proxyMarker]: true });
transferAnswers();

try {
  const core = await createCore(new URL('../../build/wasm/downhill.wasm', import.meta.url));
  expose(core);
  postMessage({ ready: true });
} catch (error) {
  postMessage({ ready: false, reason: String((error as Error).cause ?? error) });
}
