/** What can be seen in the files of the built site without opening a page. */
import { expect, test } from '@playwright/test';
import { fileOf, files, lessons, pages, read, readable } from './site.ts';

test('the site has pages in both languages', () => {
  for (const language of ['ko', 'en']) {
    const own = readable.filter(({ address }) => address.startsWith(`${language}/`));
    expect(own.length).toBeGreaterThan(1);
  }
});

test('both languages of a lesson have the same headings, figures and checks', () => {
  const outline = (html: string) => ({
    headings: [...html.matchAll(/<h([2-6])\b/g)].map((match) => match[1]),
    figures: [...html.matchAll(/<(dh-[a-z0-9-]+) [^>]*class="dh-figure"/g)].map((match) => match[1]),
    checks: [...html.matchAll(/<dh-(?:check|predict) name="([^"]*)"/g)].map((match) => match[1]),
  });
  for (const { address, html } of lessons.filter((lesson) => lesson.address.startsWith('en/'))) {
    const other = pages.find((candidate) => candidate.address === address.replace(/^en/, 'ko'));
    expect(other, address).toBeDefined();
    expect(outline(other!.html), address).toEqual(outline(html));
    expect(outline(html).figures.length, address).toBeGreaterThan(0);
  }
});

test('no script needs itself by way of others: what it exports would not be there when they begin', () => {
  const imports = new Map<string, string[]>();
  for (const path of files) {
    if (!path.endsWith('.js')) continue;
    const found = read(path).matchAll(/\b(?:from|import) ?["']\.\/([^"']+\.js)["']/g);
    imports.set(
      path,
      [...found].map(([, name]) => path.replace(/[^/]*$/, name)),
    );
  }
  expect([...imports.values()].flat().length).toBeGreaterThan(10);
  const above = (path: string, way: readonly string[]): void => {
    expect(way, 'files that need each other').not.toContain(path);
    for (const needed of imports.get(path) ?? []) above(needed, [...way, path]);
  };
  for (const path of imports.keys()) above(path, []);
});

test('no script needs the file of a worker: WebKit would run it twice there', () => {
  const started = new Set<string>();
  for (const path of files)
    if (path.endsWith('.js'))
      for (const [, name] of read(path).matchAll(/new Worker\(.{0,99}?["'`][^"'`]*?([\w.-]+\.js)["'`]/g))
        started.add(name);
  expect(started.size).toBeGreaterThan(0);
  for (const path of files) {
    if (!path.endsWith('.js')) continue;
    for (const [, name] of read(path).matchAll(/\b(?:from|import) ?["']\.\/([^"']+\.js)["']/g))
      expect(started, `${path} needs it`).not.toContain(name);
  }
});

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
