// What a reader downloads: the module, and all that a lesson takes to be seen for the first time, by kind.
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { AREAS } from '../../web/core/areas.ts';
import { serve } from '../../tools/static_server.ts';
import { firstView, isFont } from '../../web/testing/first-view.ts';
import type { Size } from './table.ts';

const build = join(import.meta.dirname, '../../build');
/** The home page, a lesson of each chapter in each language, and the largest one. */
const pages = [
  'en/',
  'en/gentle-descent/gradient-descent/',
  'ko/gentle-descent/gradient-descent/',
  'ko/descent-on-data/pseudo-inverse/',
  'ko/descent-on-data/regression-by-descent/',
];
const kinds: Record<string, string> = {
  '.html': 'page',
  '.css': 'style',
  '.js': 'script',
  '.mjs': 'script',
  '.wasm': 'module',
  '.woff2': 'fonts',
};

function sum(what: string, files: string[]): Size {
  const size: Size = { what, raw: 0, gzip: 0, brotli: 0 };
  for (const file of files) {
    const bytes = readFileSync(join(build, file));
    size.raw += bytes.length;
    size.gzip += gzipSync(bytes, { level: 9 }).length;
    size.brotli += brotliCompressSync(bytes).length;
  }
  return size;
}

/** Sizes of the module, and of all that the first view of a page loads, without scrolling or touching anything. */
export async function sizes(): Promise<Size[]> {
  const base = (process.env.BASE_PATH ?? '').replace(/\/$/, '');
  const server = await serve(join(build, 'site'), base || '/', 0);
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}/`;
  const chrome = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const all = [
    sum('module', ['wasm/downhill.wasm']),
    ...['base', ...Object.keys(AREAS)].map((area) => sum(`its ${area}`, [`wasm/downhill.${area}.wasm`])),
    sum('its glue', ['wasm/downhill.mjs']),
  ];
  for (const address of pages) {
    const page = await chrome.newPage();
    const files = (await firstView(page, root, address)).map((path) => join('site', path));
    await page.close();
    const kindOf = (file: string) => kinds[extname(file)] ?? 'other';
    for (const kind of new Set(files.map(kindOf)))
      all.push(
        sum(
          `/${address} ${kind}`,
          files.filter((file) => kindOf(file) === kind),
        ),
      );
    all.push(
      sum(
        `/${address} together, fonts apart`,
        files.filter((file) => !isFont(file)),
      ),
    );
  }
  await chrome.close();
  server.close();
  return all;
}
