/**
 * `test` for all that may find the browser warm. Each worker keeps one page, whose scripts, fonts and core are there already; between two
 * tests what the reader changed is taken back: storage, permissions, looks, size. A test of what happens when a page is opened for the
 * first time, or without a connection, imports `test` from Playwright and so has a browser of its own.
 */
import { test as base } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';

export { expect } from '@playwright/test';

const SIZE = { width: 1280, height: 720 };

/** Pages that no test has opened anything on since they were taken back: `openFigure` may use what stands there. */
export const standing = new WeakSet<Page>();

async function takeBack(page: Page): Promise<void> {
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  page.removeAllListeners();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.clearPermissions();
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null });
  await page.setViewportSize(SIZE);
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    if (!location.protocol.startsWith('http')) return;
    localStorage.clear();
    sessionStorage.clear();
    // What still runs on a page that nothing reopens (see openFigure) would be stored now, and found by the next test.
    if (!('opened' in window)) Storage.prototype.setItem = () => {};
  });
  standing.add(page);
}

export const test = base.extend<object, { warmPage: Page }>({
  warmPage: [
    async ({ browser }, use, { project }) => {
      const { baseURL } = project.use;
      const context = await browser.newContext({ baseURL, viewport: SIZE, serviceWorkers: 'block' });
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ warmPage }, use) => {
    await use(warmPage.context() as BrowserContext);
  },
  page: async ({ warmPage }, use) => {
    await use(warmPage);
    await takeBack(warmPage);
  },
});
