/**
 * What every page of the site owes its reader, in both languages. A page is visited once for all of it: opened by a browser that knows
 * nothing of it and read through, on a phone and on a desk, and at last used.
 */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { violations } from './accessibility.ts';
import { expectLinksToSet } from './figure-links.ts';
import { complaints } from './figure.ts';
import { compressed, firstView, isFont } from './first-view.ts';
import { expectToBeReached } from './keyboard.ts';
import { expectWholeLines } from './korean.ts';
import { expectStill, expectToFit, watchShifts } from './layout.ts';
import type { BuiltPage } from './site.ts';
import { lessons, readThrough, readable, strayRequests } from './site.ts';

// What it does is tested where a reader has no connection; here it would fetch the whole site in the background.
test.use({ serviceWorkers: 'block' });

const SIZES = { wide: { width: 1280, height: 800 }, narrow: { width: 360, height: 740 } };
type Width = keyof typeof SIZES;

/** Without a budget of their own lessons have 300 kB. One with any landscape and one that trains networks have a little more, some stay lighter. */
const BUDGETS: Record<string, number> = {
  'questions/norm-gradient': 300_500,
  'neural-networks/training': 313_000,
  'descent-on-data/pseudo-inverse': 270_000,
  'descent-on-data/regression-by-descent': 270_000,
  'descent-on-data/stochastic-descent': 270_000,
};

/** What a lesson may cost its reader before it is seen, fonts apart. */
async function expectWithinBudget(page: Page, baseURL: string, address: string): Promise<void> {
  const asked = await firstView(page, baseURL, address);
  // Less than a page, a style, a script and the core would mean that something was not counted.
  for (const kind of ['.html', '.css', '.js', '.wasm'])
    expect
      .soft(
        asked.some((path) => path.endsWith(kind)),
        kind,
      )
      .toBe(true);
  const budget = Object.entries(BUDGETS).find(([lesson]) => address.includes(lesson))?.[1] ?? 300_000;
  expect.soft(compressed(asked.filter((path) => !isFont(path))), 'bytes').toBeLessThanOrEqual(budget);
}

const isLesson = (address: string): boolean => lessons.some((lesson) => lesson.address === address);

/** The tags of the figures on a page: `./dev test browser dh-tangent` visits the pages that show it. */
const tags = (html: string): string[] => [
  ...new Set([...html.matchAll(/<(dh-[a-z0-9-]+)/g)].map(([, tag]) => `@${tag}`)),
];

async function read(page: Page, baseURL: string, { address, html }: BuiltPage, width: Width): Promise<void> {
  await page.goto('about:blank');
  await page.setViewportSize(SIZES[width]);
  // Light and wide in one language, light and narrow in the other, and the same in dark.
  const colorScheme = address.startsWith('ko/') === (width === 'wide') ? 'dark' : 'light';
  await page.emulateMedia({ colorScheme, reducedMotion: width === 'wide' ? 'reduce' : 'no-preference' });
  if (width === 'wide' && isLesson(address)) await test.step('cost', () => expectWithinBudget(page, baseURL, address));
  else await page.goto(address);
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
  await readThrough(page);
  if (html.includes('dh-figure')) {
    await test.step('layout', async () => {
      await expectStill(page);
      await expectToFit(page, width);
    });
  }
  await test.step('accessibility', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect.soft(await violations(page)).toEqual([]);
  });
  expect
    .soft(await page.evaluate(() => document.documentElement.scrollWidth), 'width of the page')
    .toBeLessThanOrEqual(SIZES[width].width);
  if (width === 'narrow' && address.startsWith('ko/') && isLesson(address)) {
    await page.setViewportSize({ width: 390, height: 800 });
    await test.step('lines', () => expectWholeLines(page));
  }
}

for (const visited of readable) {
  const { address, html } = visited;
  test(`/${address} holds what every page promises`, { tag: tags(html) }, async ({ page, baseURL }) => {
    test.setTimeout(300_000);
    const said = complaints(page);
    const stray = strayRequests(page, baseURL!);
    await watchShifts(page);
    // Each width as by a reader who has nothing of the site yet.
    const browser = await page.context().newCDPSession(page);
    await browser.send('Network.enable');
    await browser.send('Network.setCacheDisabled', { cacheDisabled: true });
    for (const width of ['narrow', 'wide'] as const) await test.step(width, () => read(page, baseURL!, visited, width));
    if (isLesson(address)) {
      // Which controls there are has no language.
      if (address.startsWith('en/')) await test.step('keyboard', () => expectToBeReached(page));
      await test.step('links', () => expectLinksToSet(page, address, html));
    }
    expect.soft(said, 'what the page complained about').toEqual([]);
    expect.soft(stray, 'requests that failed or left the site').toEqual([]);
  });
}
