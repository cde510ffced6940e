/** The built pages as the steps after the build see them. */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Page {
  /** Path from the root of the site: `ko/gentle-descent/derivative/index.html` */
  path: string;
  html: string;
}

export async function filesOf(site: string): Promise<string[]> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1))
    .sort();
}

export async function readPages(site: string): Promise<Page[]> {
  const paths = (await filesOf(site)).filter((path) => path.endsWith('.html'));
  return Promise.all(paths.map(async (path) => ({ path, html: await readFile(join(site, path), 'utf8') })));
}

export async function writePages(site: string, pages: Page[]): Promise<void> {
  await Promise.all(pages.map(({ path, html }) => writeFile(join(site, path), html)));
}

/** Put tags at the beginning of the head, right behind the declaration of the character set. */
export function intoHead(html: string, tags: string): string {
  return html.replace(/<meta charset="utf-8"\s*\/?>/i, (charset) => charset + tags);
}
