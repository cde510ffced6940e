/** The service worker: what is kept, what a new version changes, and what happens without a connection, without room, and without an answer. */
import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import type { CDPSession, Page } from '@playwright/test';
import { answering } from '../../tools/static_server.ts';
import { addServiceWorker } from '../site/build/service-worker.ts';
import { PATIENCE, facts, setState } from './figure.ts';
import { files, lessons, pathOf, readThrough, sampleLesson } from './site.ts';

const BASE = '/downhill/';
const english = sampleLesson('en');
const other = lessons.find(({ address }) => address.startsWith('en/') && address !== english)!.address;
const figureOf = (page: Page) => page.locator('dh-descent-1d').first();

/** A server of our own, that can go over to another build or fall silent; the test's page sees nothing else. */
class Host {
  #answer: RequestListener = answering(pathOf(''), BASE);
  #silent = false;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      if (!this.#silent) this.#answer(request, response);
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready));
    return `http://localhost:${(this.#server.address() as AddressInfo).port}${BASE}`;
  }

  deploy(folder: string): void {
    this.#answer = answering(folder, BASE);
  }

  set silent(silent: boolean) {
    this.#silent = silent;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

const test = base.extend<{ host: Host; home: string; browserSide: CDPSession }>({
  host: async ({}, use) => {
    const host = new Host();
    await use(host);
    host.close();
  },
  home: async ({ host }, use) => use(await host.open()),
  browserSide: async ({ page }, use) => use(await page.context().newCDPSession(page)),
});

/** Resolves when the service worker is there and has kept what it keeps by itself. */
async function installed(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** Whether an address is among what is kept (wishes are none of it), once it is. */
const expectKept = (page: Page, path: string): Promise<void> =>
  expect
    .poll(
      () =>
        page.evaluate(async (url) => {
          const names = (await caches.keys()).filter((name) => !name.endsWith('wishes'));
          const found = await Promise.all(names.map((cacheName) => caches.match(url, { cacheName })));
          return found.some(Boolean);
        }, path),
      { timeout: PATIENCE },
    )
    .toBe(true);

/** The same site as another build would make it: every script has another name, and every page says so. */
async function anotherBuild(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'downhill-'));
  await cp(pathOf(''), folder, { recursive: true });
  const names = (await readdir(join(folder, '_astro'))).filter((name) => /\.(?:js|css|wasm)$/.test(name));
  const renamed = new Map(names.map((name) => [name, name.replace(/\.(\w+)$/, '2.$1')]));
  const replaced = (text: string): string => {
    for (const [before, after] of renamed) text = text.replaceAll(before, after);
    return text;
  };
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:html|js|css)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const text = replaced(await readFile(path, 'utf8'));
    await writeFile(path, entry.name.endsWith('.html') ? text.replace('</title>', ' (second)</title>') : text);
  }
  for (const [before, after] of renamed) await rename(join(folder, '_astro', before), join(folder, '_astro', after));
  await addServiceWorker(folder, BASE);
  return folder;
}

test('the lesson a reader lands on first opens without a connection, and its figures work', async ({
  page,
  context,
  home,
}) => {
  await page.goto(home + english);
  await installed(page);
  await expectKept(page, BASE + english);
  await context.setOffline(true);
  await page.reload();
  await readThrough(page);
  await setState(figureOf(page), { f: 'x^2 - 5x' });
  expect((await facts(figureOf(page))).state.f).toBe('x^2 - 5x');
  // Fonts that the reader had not come to, and the tables of real data.
  const fonts = await page.evaluate(async () => {
    await Promise.all([...document.fonts].map((font) => font.load()));
    return [...document.fonts].filter(({ status }) => status !== 'loaded').map(({ family }) => family);
  });
  expect(fonts).toEqual([]);
});

test('large data are kept once a figure has asked for them, and not before', async ({ page, context, home }) => {
  const large = [...files].find((path) => path.endsWith('.bin'))!;
  const figure = page.locator('dh-digits');
  const loaded = () =>
    figure.evaluate((element) => (element as unknown as { report: { loaded?: boolean } }).report.loaded);
  const fetchThem = async () => {
    await figure.scrollIntoViewIfNeeded();
    await figure.getByRole('button', { name: /^Fetch digits/ }).click({ timeout: PATIENCE });
    await expect.poll(loaded, { timeout: PATIENCE }).toBe(true);
  };
  await page.goto(`${home}en/neural-networks/digits/`);
  await installed(page);
  await expectKept(page, `${BASE}en/neural-networks/digits/`);
  const kept = await page.evaluate(async (name) => Boolean(await caches.match(name)), BASE + large);
  expect(kept).toBe(false);
  await page.reload();
  await fetchThem();
  await expectKept(page, BASE + large);
  await context.setOffline(true);
  await page.reload();
  await fetchThem();
});

test('a page that is not kept is not said to be none; an address that is none is', async ({ page, context, home }) => {
  await page.goto(home + english);
  await installed(page);
  await context.setOffline(true);
  await page.goto(home + other);
  await expect(page.getByRole('heading', { name: 'Not kept yet' })).toBeVisible();
  await page.goto(`${home}en/no-such-lesson/`);
  await expect(page.getByRole('heading', { name: 'Off the path' })).toBeVisible();
  await context.setOffline(false);
  await page.goto(home + other);
  await expect(page.locator('.dh-lesson')).toBeVisible();
});

test('with a full cache the book is read online as ever', async ({ page, home, browserSide }) => {
  const origin = new URL(home).origin;
  await browserSide.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 100_000 });
  await page.goto(home + english);
  await installed(page);
  await page.reload();
  await readThrough(page);
  await setState(figureOf(page), { f: 'x^2 - 4x' });
  expect((await facts(figureOf(page))).state.f).toBe('x^2 - 4x');
  for (const address of [other, 'ko/', english]) {
    const response = await page.goto(home + address);
    expect(response!.status()).toBe(200);
  }
});

test('a network that never answers hides a kept page for seconds only', async ({ page, home, host }) => {
  await page.goto(home + english);
  await installed(page);
  await expectKept(page, BASE + english);
  host.silent = true;
  const began = Date.now();
  await page.goto(home + english, { waitUntil: 'commit', timeout: PATIENCE });
  await expect(page.locator('.dh-lesson')).toBeVisible({ timeout: PATIENCE });
  expect(Date.now() - began).toBeLessThan(15_000);
  await readThrough(page);
  await setState(figureOf(page), { f: 'x^2 - 3x' });
  expect((await facts(figureOf(page))).state.f).toBe('x^2 - 3x');
});

test('a new version brings all of itself: pages past the HTTP cache, their scripts, and what the reader had kept', async ({
  page,
  context,
  home,
  host,
  browserSide,
}) => {
  test.slow();
  const second = await anotherBuild();
  try {
    await page.goto(home + english);
    await installed(page);
    await page.goto(home + other);
    await expectKept(page, BASE + other);

    // While a page of the first version is open, the second is deployed. The HTTP cache still has the pages of the first.
    host.deploy(second);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
    });
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null), {
        timeout: PATIENCE,
      })
      .toBe(true);

    // The last page of the first version goes, and the HTTP cache with it.
    await page.goto('about:blank');
    await browserSide.send('Network.clearBrowserCache');
    await expect
      .poll(
        async () => {
          await page.goto(home + english);
          const name = await page.evaluate(async () => (await caches.keys()).filter((key) => !key.endsWith('wishes')));
          await page.goto('about:blank');
          return name.length;
        },
        { timeout: PATIENCE },
      )
      .toBe(1);
    for (const offline of [false, true]) {
      await context.setOffline(offline);
      await page.goto(home + english);
      await expect(page).toHaveTitle(/\(second\)/);
      await readThrough(page);
      await setState(figureOf(page), { f: 'x^2 - x' });
      expect((await facts(figureOf(page))).state.f).toBe('x^2 - x');
    }
    // Not opened since: kept anew because the reader had been there.
    await page.goto(home + other);
    await expect(page).toHaveTitle(/\(second\)/);
    await readThrough(page);
  } finally {
    await rm(second, { recursive: true });
  }
});

test('the whole book is kept on request, with its size and how far it is', async ({ page, context, home }) => {
  test.slow();
  await page.goto(`${home}en/`);
  await installed(page);
  const offline = page.locator('dh-offline');
  await offline.scrollIntoViewIfNeeded();
  await offline.getByRole('button', { name: /^Keep the whole book \([\d.]+ MB\)$/ }).click();
  await expect(offline.getByRole('status')).toContainText('The whole book', { timeout: PATIENCE });
  await context.setOffline(true);
  for (const { address } of lessons) {
    const response = await page.goto(home + address);
    expect(response!.status(), address).toBe(200);
    await expect(page.locator('.dh-lesson')).toBeVisible();
  }
  await page.goto(home + other);
  await readThrough(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('gradient');
  await expect(page.locator('.dh-search li a').first()).toBeVisible({ timeout: PATIENCE });
});

test('a book that cannot be kept for want of room says so', async ({ page, home, browserSide }) => {
  await page.goto(`${home}en/`);
  await installed(page);
  const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage!);
  await browserSide.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(home).origin,
    quotaSize: usage + 200_000,
  });
  const offline = page.locator('dh-offline');
  await offline.scrollIntoViewIfNeeded();
  await offline.getByRole('button', { name: /^Keep the whole book/ }).click();
  await expect(offline).toContainText('not enough room', { timeout: PATIENCE });
  await browserSide.send('Storage.overrideQuotaForOrigin', { origin: new URL(home).origin });
  await offline.getByRole('button', { name: 'Go on keeping it' }).click();
  await expect(offline.getByRole('status')).toContainText('is kept on this device', { timeout: PATIENCE });
});
