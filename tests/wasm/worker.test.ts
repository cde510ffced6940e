/** The core behind a worker: the worker of the site itself, in a thread of Node. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Worker as Thread } from 'node:worker_threads';
import { getCore } from '../../web/core/core.ts';
import { CoreError } from '../../web/core/error.ts';
import { LastingWorker } from '../../web/core/start-worker.ts';

const threads: Thread[] = [];
after(() => Promise.all(threads.map((thread) => thread.terminate())));

/** What start-worker.ts and Comlink need of a browser's Worker. */
class PageWorker {
  onmessage: ((event: object) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  readonly #thread: Thread;
  readonly #listeners = new Map<unknown, (data: unknown) => void>();

  constructor(url: URL, { type }: WorkerOptions) {
    assert.ok(url.pathname.endsWith('/web/core/worker.ts') && type === 'module');
    this.#thread = new Thread(new URL('worker_thread.ts', import.meta.url));
    threads.push(this.#thread);
    this.#thread.on('message', (data: unknown) => this.onmessage?.({ data }));
    this.#thread.on('error', (error: Error) => this.onerror?.(error));
  }
  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#thread.postMessage(message, transfer as never);
  }
  addEventListener(_type: string, listener: (event: object) => void): void {
    const heard = (data: unknown) => listener({ data, origin: 'null' });
    this.#listeners.set(listener, heard);
    this.#thread.on('message', heard);
  }
  removeEventListener(_type: string, listener: unknown): void {
    this.#thread.off('message', this.#listeners.get(listener) ?? (() => {}));
  }
  terminate(): void {
    void this.#thread.terminate();
  }
}

/** A worker whose file never comes. */
class SilentWorker {
  static ended = 0;
  terminate(): void {
    SilentWorker.ended++;
  }
}

test('where there are no workers, the core is unavailable; the next call tries again', async () => {
  await assert.rejects(
    getCore('calculus', 'optimize'),
    (error) => error instanceof CoreError && error.code === 'core-unavailable',
  );
  Object.assign(globalThis, { Worker: PageWorker });
  assert.equal(await (await getCore('calculus', 'optimize')).number('1 + 1'), 2);
});

test('one worker serves everybody', async () => {
  const [first, second] = await Promise.all([getCore('calculus', 'optimize'), getCore('calculus', 'optimize')]);
  assert.equal(first, second);
  assert.equal(threads.length, 1);
});

test('what is made stays on the other side and answers from there', async () => {
  const core = await getCore('calculus', 'optimize');
  const f = await core.expression('x^2 + 2x + 3');
  assert.equal(await f.text, 'x^2 + 2x + 3');
  assert.deepEqual(await f.variables, ['x']);
  const derivative = await f.derivative('x');
  assert.deepEqual([...(await derivative.sample(0, 1, 3))], [2, 3, 4]);
  assert.deepEqual(await f.jet([2]), { value: 11, gradient: [6], hessian: [2] });
  const run = await core.descent({ expression: 'x^2', start: [3], options: { 'learning-rate': 0.25 } });
  assert.deepEqual(await run.advance(2), { step: 2, outcome: 'running', stationary: 'none' });
  const { points } = await run.trace();
  assert.deepEqual([...points], [3, 1.5, 0.75]);
  await run.free();
  await assert.rejects(run.state() as Promise<unknown>, { code: 'freed' });
});

test('arrays that are sent stay the caller’s', async () => {
  const f = await (await getCore('calculus', 'optimize')).expression('2x');
  const points = Float64Array.of(1, 2, 3);
  assert.deepEqual([...(await f.evaluate(points))], [2, 4, 6]);
  assert.deepEqual([...points], [1, 2, 3]);
});

test('errors keep their facts on the way', async () => {
  await assert.rejects((await getCore('calculus', 'optimize')).expression('x² + )'), (error) => {
    assert.ok(error instanceof CoreError);
    const { code, parameter, position, expected } = error;
    assert.deepEqual([code, parameter, position, expected], ['unexpected-token', ')', 5, 'operand']);
    return true;
  });
});

test('a core that runs out of memory answers no more, and the next call has a fresh one', async () => {
  const core = await getCore('calculus', 'many-runs');
  const f = await core.expression('x + 1');
  const before = threads.length;
  const everywhere = { x: [-1, 1, 2048], y: [-1, 1, 2048] } as const;
  const broken = { name: 'CoreError', code: 'core-broken' };
  await assert.rejects(core.ends({ expression: 'x^2 + y^2', stepLimit: 1 }, everywhere, 0, 2048), broken);
  await assert.rejects(f.text, broken);
  await assert.rejects(core.number('1'), broken);
  await f.free();
  assert.equal(await (await getCore('calculus')).number('1 + 1'), 2);
  assert.equal(threads.length, before + 1);
});

test('a worker that does not answer is given up after half a minute, and the next call tries another', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  Object.assign(globalThis, { Worker: SilentWorker });
  const worker = new LastingWorker();
  const late = assert.rejects(worker.load(['calculus']), { name: 'CoreError', code: 'core-late' });
  t.mock.timers.tick(30_000);
  await late;
  assert.equal(SilentWorker.ended, 1);
  t.mock.timers.reset();
  Object.assign(globalThis, { Worker: PageWorker });
  assert.equal(await (await worker.load(['calculus'])).number('1 + 1'), 2);
});
