/**
 * Measures what a reader feels: Lighthouse with its mobile preset on the home page and the lessons, and the longest tasks of the
 * main thread while each figure plays at full speed. `./dev bench pages` runs it and leaves the numbers in build/bench-pages.json.
 *
 *   node tests/bench/pages.ts [RUNS]     the median of 3 runs of Lighthouse unless told
 */
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import lighthouse from 'lighthouse';
import { serve } from '../../tools/static_server.ts';

const AUDITED = ['ko/', 'ko/gentle-descent/gradient-descent/', 'en/gentle-descent/gradient-vector/'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
/** How long each figure plays, in ms. */
const PLAYING = 4000;

interface Audit {
  page: string;
  /** 0 to 100 by category, the median of all runs. */
  scores: Record<string, number>;
  blocking: number;
  largestPaint: number;
  shift: number;
}

/** What the first view of a page on a phone costs the main thread, in ms of processor time: a busy machine does not change it. */
interface FirstView {
  page: string;
  longestTasks: number[];
  /** What a processor of a quarter of the speed, as Lighthouse assumes, spends in tasks beyond 50 ms each, the first layout included. */
  blocking: number;
}

interface Play {
  page: string;
  figure: string;
  steps: number;
  /** Median and longest time between two frames, in ms. */
  frame: number;
  longestFrame: number;
  /** Processor time of the longest tasks of the main thread, in ms: on a busy machine they last longer by the clock. */
  longestTasks: number[];
}

const runs = Number(process.argv[2] ?? 3);
const base = process.env.BASE_PATH ?? '/';
const server = await serve(join(import.meta.dirname, '../../build/site'), base, 0);
const root = `http://localhost:${(server.address() as AddressInfo).port}${base.replace(/\/?$/, '/')}`;

const inMilliseconds = (tasks: number[]): string => `${tasks.map((task) => task.toFixed(1)).join(', ')} ms`;
const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

type Lighthouse = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

const port = await freePort();
const chrome = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', `--remote-debugging-port=${port}`],
});

async function audit(page: string): Promise<Audit> {
  const results: Lighthouse[] = [];
  for (let run = 0; run < runs; run++) {
    const result = await lighthouse(root + page, { port, logLevel: 'error', onlyCategories: CATEGORIES });
    results.push(result!.lhr);
  }
  const number = (id: string): number => median(results.map(({ audits }) => audits[id].numericValue ?? NaN));
  return {
    page,
    scores: Object.fromEntries(
      CATEGORIES.map((id) => [id, median(results.map(({ categories }) => Math.round(100 * categories[id].score!)))]),
    ),
    blocking: number('total-blocking-time'),
    largestPaint: number('largest-contentful-paint'),
    shift: number('cumulative-layout-shift'),
  };
}

/** Every lesson, by the links of the home page. */
async function lessons(page: Page): Promise<string[]> {
  await page.goto(`${root}en/`);
  return page.$$eval('.dh-home .lesson a', (anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).href));
}

interface Playable extends HTMLElement {
  ready: Promise<void>;
  player: { speed: string; position: number; playing: boolean };
  stepper: object | undefined;
  play(): Promise<void>;
  rewind(): Promise<void>;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Processor time in µs. */
  tdur?: number;
  args: { name?: string; data?: { url?: string } };
}

const TRACED = { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] };

/** Processor time in ms of each task of the main thread of our pages in a trace, longest first. */
function tasksOf(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] };
  // The browser has pages of its own, in processes of their own.
  const ours = new Set(traceEvents.filter(({ args }) => args.data?.url?.startsWith(root)).map(({ pid }) => pid));
  const isMain = ({ name, args, pid }: TraceEvent): boolean =>
    name === 'thread_name' && args.name === 'CrRendererMain' && ours.has(pid);
  const main = traceEvents.filter(isMain);
  return traceEvents
    .filter(
      ({ name, pid, tid }) => name === 'RunTask' && main.some((thread) => thread.pid === pid && thread.tid === tid),
    )
    .map(({ tdur = 0 }) => tdur / 1000)
    .sort((left, right) => right - left);
}

async function firstView(address: string): Promise<FirstView> {
  const phone = await chrome.newPage({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75 });
  await chrome.startTracing(phone, TRACED);
  await phone.goto(root + address);
  await phone.waitForTimeout(5000);
  const tasks = tasksOf(await chrome.stopTracing());
  await phone.close();
  const blocking = tasks.reduce((sum, task) => sum + Math.max(0, 4 * task - 50), 0);
  return { page: address, longestTasks: tasks.slice(0, 5), blocking };
}

/** Play a figure over and over for a while, if it has a run. */
function playFor(element: Element, duration: number) {
  const widget = element as Playable;
  return (async () => {
    const frames: number[] = [];
    let steps = 0;
    let last = performance.now();
    const end = last + duration;
    widget.player.speed = 'maximum';
    while (last < end) {
      if (!widget.player.playing) await widget.play();
      const now = await new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())));
      frames.push(now - last);
      last = now;
      steps = Math.max(steps, widget.player.position);
    }
    await widget.rewind();
    frames.sort((left, right) => left - right);
    return { steps, frame: frames[frames.length >> 1], longestFrame: frames.at(-1)! };
  })();
}

async function play(page: Page, url: string): Promise<Play[]> {
  await page.goto(url);
  const plays: Play[] = [];
  for (const figure of await page.locator('.dh-figure').all()) {
    await figure.scrollIntoViewIfNeeded();
    await figure.locator('.frame').waitFor();
    const hasRun = await figure.evaluate(async (element) => {
      await (element as Playable).ready;
      return Boolean((element as Playable).stepper);
    });
    if (!hasRun) continue;
    // What loading began is over before the measurement starts.
    await page.waitForTimeout(1000);
    await chrome.startTracing(page, TRACED);
    const played = await figure.evaluate(playFor, PLAYING);
    const longestTasks = tasksOf(await chrome.stopTracing()).slice(0, 5);
    plays.push({ page: url.slice(root.length), figure: (await figure.getAttribute('id'))!, ...played, longestTasks });
  }
  return plays;
}

// A browser that has just started is busy with itself.
const page = await chrome.newPage({ viewport: { width: 1280, height: 900 } });
const urls = await lessons(page);
await page.waitForTimeout(3000);

const audits: Audit[] = [];
for (const address of AUDITED) audits.push(await audit(address));
console.log(`Lighthouse, mobile preset, median of ${runs}\n`);
for (const { page: address, scores, blocking, largestPaint, shift } of audits)
  console.log(
    `  ${address.padEnd(40)} ${CATEGORIES.map((id) => `${id} ${scores[id]}`).join('  ')}  ` +
      `(blocking ${blocking.toFixed(0)} ms, largest paint ${(largestPaint / 1000).toFixed(1)} s, shift ${shift.toFixed(3)})`,
  );

const views: FirstView[] = [];
for (const address of AUDITED) views.push(await firstView(address));
console.log('\nFirst view on a phone, processor time\n');
for (const { page: address, longestTasks, blocking } of views)
  console.log(
    `  ${address.padEnd(40)} longest tasks ${inMilliseconds(longestTasks)}, blocking at a quarter of the speed ${blocking.toFixed(0)} ms`,
  );

const plays: Play[] = [];
for (const url of urls) plays.push(...(await play(page, url)));
console.log(`\nFigures playing at full speed for ${PLAYING / 1000} s\n`);
for (const { page: address, figure, steps, frame, longestFrame, longestTasks } of plays)
  console.log(
    `  ${address.padEnd(40)} ${figure.padEnd(20)} up to step ${steps}, a frame each ${frame.toFixed(0)} ms (longest ` +
      `${longestFrame.toFixed(0)}), longest tasks ${inMilliseconds(longestTasks)} of processor time`,
  );
writeFileSync(
  join(import.meta.dirname, '../../build/bench-pages.json'),
  JSON.stringify({ audits, views, plays }, null, 2),
);
await chrome.close();
server.close();
