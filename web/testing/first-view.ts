/** What a reader downloads to see a page for the first time, without scrolling or touching anything. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { Figure } from './figure.ts';
import { fileOf, files, pathOf } from './site.ts';

/** Figures so far below the screen come by themselves, in px: see web/site/src/scripts/loader.ts. */
const AHEAD = 600;

/** The files of the site that a page asks for by itself. `root` is the address of the site, with a slash at its end. */
export async function firstView(page: Page, root: string, address: string): Promise<string[]> {
  const asked = new Set<string>();
  page.on('response', (response) => {
    const path = decodeURIComponent(new URL(response.url()).pathname).slice(new URL(root).pathname.length);
    const file = fileOf(path);
    if (response.ok() && files.has(file)) asked.add(file);
  });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(root + address);
  // On a busy machine the network can be idle while a figure has still to ask for the core.
  await page.evaluate(async (ahead) => {
    for (const figure of document.querySelectorAll('.dh-figure')) {
      if (figure.getBoundingClientRect().top > innerHeight + ahead) break;
      await customElements.whenDefined(figure.localName);
      await (figure as Figure).ready;
    }
  }, AHEAD);
  await page.waitForLoadState('networkidle');
  return [...asked];
}

export const isFont = (path: string): boolean => extname(path) === '.woff2';

/** The size of some files of the site as a good server sends them, in bytes (gzip -9). */
export const compressed = (paths: string[]): number =>
  paths.reduce((sum, path) => sum + gzipSync(readFileSync(pathOf(path)), { level: 9 }).length, 0);
