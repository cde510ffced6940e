/** What a page costs its main thread, in processor time: by the clock the same work lasts longer on a busy machine. */
import type { Page } from '@playwright/test';

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Processor time in µs. */
  tdur?: number;
  args: { name?: string; data?: { frames?: { url: string; processId?: number }[] } };
}

/** Processor time in ms of the longest task of the page's main thread while something is done. */
export async function longestTask(page: Page, work: () => Promise<unknown>): Promise<number> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] };
  // The browser has pages of its own, in processes of their own.
  const frames = traceEvents.flatMap(({ args }) => args.data?.frames ?? []);
  const process = frames.find(({ url }) => url === page.url())?.processId;
  const main = traceEvents.find(
    ({ name, pid, args }) => name === 'thread_name' && args.name === 'CrRendererMain' && pid === process,
  );
  const tasks = traceEvents.filter(({ name, pid, tid }) => name === 'RunTask' && pid === process && tid === main?.tid);
  if (!tasks.length) throw new Error('The trace has no tasks of the page.');
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}
