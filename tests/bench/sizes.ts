// What a reader downloads to see a lesson for the first time, by kind, as a browser asks for it.
import { readFileSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { serve } from '../../tools/static_server.ts';
import type { Size } from './table.ts';

const site = join(import.meta.dirname, '../../build/site');
const pages = [
  'en/',
  'en/gentle-descent/gradient-descent/',
  'ko/gentle-descent/gradient-descent/',
  'ko/descent-on-data/pseudo-inverse/',
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
    const bytes = readFileSync(file);
    size.raw += bytes.length;
    size.gzip += gzipSync(bytes, { level: 9 }).length;
    size.brotli += brotliCompressSync(bytes).length;
  }
  return size;
}

/** Sizes of the module, and of all that the first view of a page loads, without scrolling or touching anything. */
export async function sizes(): Promise<Size[]> {
  const base = process.env.BASE_PATH ?? '/';
  const server = await serve(site, base, 0);
  const chrome = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const all = [
    sum('module', [join(site, '../wasm/downhill.wasm')]),
    sum('its first part', [join(site, '../wasm/downhill.first.wasm')]),
    sum('its rest', [join(site, '../wasm/downhill.rest.wasm')]),
    sum('its glue', [join(site, '../wasm/downhill.mjs')]),
  ];
  for (const path of pages) {
    const page = await chrome.newPage({ viewport: { width: 1280, height: 800 } });
    const files = new Set<string>();
    page.on('response', (response) => {
      const address = decodeURIComponent(new URL(response.url()).pathname).slice(base.replace(/\/$/, '').length);
      const file = join(site, address.endsWith('/') ? `${address}index.html` : address);
      if (response.ok() && statSync(file, { throwIfNoEntry: false })) files.add(file);
    });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${base.replace(/\/?$/, '/')}${path}`, {
      waitUntil: 'networkidle',
    });
    await page.close();
    const kindOf = (file: string) => kinds[extname(file)] ?? 'other';
    for (const kind of new Set([...files].map(kindOf))) {
      all.push(
        sum(
          `/${path} ${kind}`,
          [...files].filter((file) => kindOf(file) === kind),
        ),
      );
    }
    all.push(
      sum(
        `/${path} together, fonts apart`,
        [...files].filter((file) => extname(file) !== '.woff2'),
      ),
    );
  }
  await chrome.close();
  server.close();
  return all;
}
