/** The service worker gets to know what this build consists of, and by the hash of that, that it is a new one. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOf } from './pages.ts';

/**
 * Files that figures need at any time, and the pages that lead everywhere else. The reader's own pages are kept as they are visited, and large
 * data when they were asked for.
 */
const ESSENTIAL = /^_astro\/(?!.*\.bin$)|^(?:(?:ko|en|offline)\/)?index\.html$|^404\.html$|^icon\.svg$/;
/** What no reader ever opens. */
const NOT_READ = /^service-worker\.js$|^robots\.txt$|^sitemap.*\.xml$|^card-.*\.png$/;

export async function addServiceWorker(site: string, base: string): Promise<void> {
  const paths = (await filesOf(site)).filter((path) => !NOT_READ.test(path));
  const hash = createHash('sha256');
  const files: [address: string, bytes: number][] = [];
  const address = (path: string): string => base + path.replace(/index\.html$/, '');
  for (const path of paths) {
    const content = await readFile(join(site, path));
    hash.update(path).update(content);
    files.push([address(path), content.length]);
  }
  const build = {
    version: hash.digest('hex').slice(0, 12),
    base,
    essential: paths.filter((path) => ESSENTIAL.test(path)).map(address),
    files,
  };
  const program = await readFile(new URL('../service-worker.js', import.meta.url), 'utf8');
  await writeFile(join(site, 'service-worker.js'), `const BUILD = ${JSON.stringify(build)};\n${program}`);
}
