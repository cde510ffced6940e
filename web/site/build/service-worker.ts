/** The service worker gets to know what this build consists of, and by the hash of that, that it is a new one. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOf } from './pages.ts';

/** Files that figures need at any time, and the pages that lead everywhere else. The reader's own pages are kept as they are visited. */
const ESSENTIAL = /^_astro\/.*\.(?:js|css|wasm)$|^(?:ko\/|en\/)?index\.html$|^404\.html$|^icon\.svg$/;

export async function addServiceWorker(site: string, base: string): Promise<void> {
  const files = await filesOf(site);
  const hash = createHash('sha256');
  for (const path of files) hash.update(path).update(await readFile(join(site, path)));
  const build = {
    version: hash.digest('hex').slice(0, 12),
    base,
    essential: files.filter((path) => ESSENTIAL.test(path)).map((path) => base + path.replace(/index\.html$/, '')),
  };
  const program = await readFile(new URL('../service-worker.js', import.meta.url), 'utf8');
  await writeFile(join(site, 'service-worker.js'), `const BUILD = ${JSON.stringify(build)};\n${program}`);
}
