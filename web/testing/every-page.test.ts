/** What every page of the site owes its reader, in both languages. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { complaints } from './figure.ts';
import { fileOf, files, pages, readThrough, readable, strayRequests } from './site.ts';

test('the site has pages in both languages', () => {
  for (const language of ['ko', 'en']) {
    const own = readable.filter(({ address }) => address.startsWith(`${language}/`));
    expect(own.length).toBeGreaterThan(1);
  }
});

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target).join(' | ')}`,
  );
  expect.soft(found).toEqual([]);
}

for (const { address } of readable) {
  test(`/${address} is quiet, accessible in light and dark, and fits a phone`, async ({ page, baseURL }) => {
    test.slow();
    const said = complaints(page);
    const stray = strayRequests(page, baseURL!);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(address);
    await readThrough(page);
    await expectAccessible(page);

    await page.setViewportSize({ width: 360, height: 740 });
    await readThrough(page);
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expectAccessible(page);
    expect(said).toEqual([]);
    expect(stray).toEqual([]);
  });
}

test('every page comes with a strict policy', () => {
  for (const { address, html } of pages) {
    const policy = html.match(/<meta http-equiv="content-security-policy" content="([^"]*)">/)?.[1];
    expect(policy, address).toBeDefined();
    const directives = new Map(
      policy!.split(';').map((directive) => {
        const [name, ...sources] = directive.trim().split(/\s+/);
        return [name, sources] as const;
      }),
    );
    expect(directives.get('default-src'), address).toEqual(["'none'"]);
    const scripts = directives.get('script-src')!;
    expect(scripts, address).not.toContain("'unsafe-inline'");
    expect(scripts, address).not.toContain("'unsafe-eval'");
    for (const [name, sources] of directives)
      for (const source of sources)
        expect(source, `${address}: ${name}`).toMatch(
          /^('self'|'none'|'unsafe-inline'|'wasm-unsafe-eval'|'sha256-\S+'|data:|blob:)$/,
        );
    // The policy only holds for what comes after it.
    expect(html.indexOf('content-security-policy'), address).toBeLessThan(html.search(/<(script|link|style)\b/));
  }
});

// ---- Links --------------------------------------------------------------------------------------------------------------------

const ROOT = 'http://site.test/downhill/';
const unescape = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&#38;', '&').replaceAll('&quot;', '"');

/** Addresses that a page refers to, by link, script, style or picture. */
function references(html: string): string[] {
  const markup = html.replace(/<script\b[^>]*>[^<]+<\/script>/g, '');
  return [...markup.matchAll(/<[a-z][^>]*?\s(?:href|src)="([^"]*)"/g)].map((match) => unescape(match[1]));
}

const anchors = new Map(
  pages.map(({ address, html }) => [
    address,
    new Set([...html.matchAll(/\sid="([^"]*)"/g)].map((match) => unescape(match[1]))),
  ]),
);

test('no link leads nowhere', () => {
  const dead: string[] = [];
  for (const { address, html } of pages) {
    for (const reference of references(html)) {
      const url = new URL(reference, ROOT + address);
      if (!url.href.startsWith(ROOT)) {
        if (url.hostname === 'site.test') dead.push(`${address}: ${reference} leaves the sub-path`);
        continue;
      }
      const path = decodeURIComponent(url.pathname.slice(new URL(ROOT).pathname.length));
      if (!files.has(fileOf(path))) dead.push(`${address}: ${reference}`);
      const fragment = decodeURIComponent(url.hash.slice(1)).split('?')[0];
      if (fragment && !anchors.get(path)?.has(fragment)) dead.push(`${address}: ${reference} (no such place)`);
    }
  }
  expect(dead).toEqual([]);
  expect(references(pages.map(({ html }) => html).join('')).length).toBeGreaterThan(pages.length * 5);
});
