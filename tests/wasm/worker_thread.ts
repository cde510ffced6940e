/** A thread of Node made to look like a worker of a browser, for worker.test.ts: the same messages, and files that can be fetched. */
import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';

const port = parentPort!;
const listeners = new Map<unknown, (data: unknown) => void>();
Object.assign(globalThis, {
  postMessage: port.postMessage.bind(port),
  addEventListener(_type: string, listener: { handleEvent?(event: object): void } & ((event: object) => void)) {
    const heard = (data: unknown) => (listener.handleEvent ?? listener)({ data, origin: 'null' });
    listeners.set(listener, heard);
    port.on('message', heard);
  },
  removeEventListener(_type: string, listener: unknown) {
    port.off('message', listeners.get(listener) ?? (() => {}));
  },
  async fetch(url: string) {
    return new Response(await readFile(new URL(url)), { headers: { 'content-type': 'application/wasm' } });
  },
});
// A machine with little memory, so that the core can run out of it.
const MOST_PAGES = 1024;
const { grow } = WebAssembly.Memory.prototype;
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength / 65_536 + pages > MOST_PAGES) throw new RangeError('This machine has 64 MB.');
  return grow.call(this, pages);
};
await import('../../web/core/worker.ts');
