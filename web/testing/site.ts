/** The pages of the built site, found in its folder, so that what holds for every page is tested on every page. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { laidOut } from './figure.ts';
import type { Figure } from './figure.ts';

const SITE = join(import.meta.dirname, '../../build/site');

export interface BuiltPage {
  /** Relative to the root of the site, as a browser is sent there: `ko/gentle-descent/derivative/`. */
  address: string;
  html: string;
}

/** Every file of the site, by its path from the root. */
export const files = new Set(
  readdirSync(SITE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(SITE.length + 1)
        .replaceAll(sep, '/'),
    ),
);

/** The file of the site that an address, relative to its root, stands for. */
export const fileOf = (address: string): string =>
  address === '' || address.endsWith('/') ? `${address}index.html` : address;

/** Where a file of the site lies on this machine. */
export const pathOf = (path: string): string => join(SITE, path);

export const read = (path: string): string => readFileSync(pathOf(path), 'utf8');

export const pages: BuiltPage[] = [...files]
  .filter((path) => path.endsWith('.html'))
  .sort()
  .map((path) => ({ address: path.replace(/index\.html$/, ''), html: read(path) }));

/** The pages a reader stays on: the root only sends on to a language. */
export const readable = pages.filter(({ address }) => address !== '');

/** `<language>/<chapter>/<lesson>/` */
export const lessons = pages.filter(({ address }) => /^(ko|en)\/[^/]+\/[^/]+\/$/.test(address));

/** A lesson for what needs to be tried on one only: the first with a descent on a typed function. */
export const sampleLesson = (language: 'ko' | 'en'): string =>
  lessons.find(({ address, html }) => address.startsWith(`${language}/`) && html.includes('<dh-descent-1d'))!.address;

/** Until every figure and every task of the page can be used. */
export async function allReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const element of document.querySelectorAll('.dh-figure, dh-check, dh-predict, dh-progress')) {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      await customElements.whenDefined(element.localName);
      const { ready, updateComplete } = element as Figure & { updateComplete: Promise<unknown> };
      await (ready ?? updateComplete);
    }
    // Plots draw in the next frame, and what it moved is told in the one after.
    for (let count = 0; count < 2; count++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  await laidOut(page);
  for (const figure of await page.locator('.dh-figure').all()) await expect(figure.locator('.frame')).toBeVisible();
}

/** Scroll to the bottom a screen at a time, as a reader does, and wait for what came. */
export async function readThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo({ top: y, behavior: 'instant' });
      for (let count = 0; count < 6; count++) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await allReady(page);
}

/** Collect requests that fail or leave the site; a test ends by expecting the list to be empty. */
export function strayRequests(page: Page, base: string): string[] {
  const found: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !/^(data|blob|about):/.test(url)) found.push(`third party: ${url}`);
  });
  page.on('requestfailed', (request) => found.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('response', (response) => {
    if (response.status() >= 400) found.push(`${response.status()}: ${response.url()}`);
  });
  return found;
}
