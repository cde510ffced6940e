// Where a case can be measured: natively, in this Node, in Chromium. All answer in units of work per second.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { createCore } from '../../web/core/direct.ts';
import { serve } from '../../tools/static_server.ts';
import { measure, type Case } from './case.ts';

const root = join(import.meta.dirname, '../..');

export interface Place {
  name: string;
  /** The subjects that can be measured here. */
  subjects: string[];
  measure(subject: string, milliseconds: number): Promise<number>;
}

/** The C++ of tests/bench/native/, compiled for this machine. */
export function native(one: Case): Place {
  const run = (milliseconds: number) =>
    Number(
      execFileSync(join(root, 'build/bench/downhill_bench'), [one.name, String(milliseconds)], { encoding: 'utf8' }),
    );
  return { name: 'native', subjects: ['native'], measure: async (_, milliseconds) => run(milliseconds) };
}

export async function node(one: Case): Promise<Place> {
  const core = await createCore(readFileSync(join(root, 'build/wasm/downhill.wasm')));
  const subjects = await one.subjects(core);
  return {
    name: 'node',
    subjects: Object.keys(subjects),
    measure: async (subject, milliseconds) => measure(one.work, subjects[subject], milliseconds),
  };
}

/** A page that holds all cases, in a headless Chromium; `close` ends it. */
export async function browser(): Promise<{ place(one: Case): Promise<Place>; close(): Promise<void> }> {
  const folder = join(root, 'build/bench/page');
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      lib: { entry: 'page.ts', formats: ['es'], fileName: () => 'page.js' },
    },
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'downhill.wasm'), readFileSync(join(root, 'build/wasm/downhill.wasm')));
  const peer = join(root, 'web/node_modules/@tensorflow/tfjs-backend-wasm/dist');
  for (const name of readdirSync(peer).filter((file) => file.endsWith('.wasm')))
    copyFileSync(join(peer, name), join(folder, name));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><script type="module" src="page.js"></script>');
  const server = await serve(folder, '/', 0);
  const chrome = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await chrome.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction('window.bench');
  return {
    place: async (one) => ({
      name: 'chromium',
      subjects: (await page.evaluate(`bench.subjects('${one.name}')`)) as string[],
      measure: (subject, milliseconds) => page.evaluate(`bench.measure('${one.name}', '${subject}', ${milliseconds})`),
    }),
    close: async () => {
      await chrome.close();
      server.close();
    },
  };
}
