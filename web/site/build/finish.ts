/** The steps after Astro's build: fonts, styles, pictures, policy, service worker. Run from web/ by `npm run build`. */
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { addPolicy } from './content-security.ts';
import { type ScriptGraph, addFirstScripts } from './first-scripts.ts';
import { addImages } from './images.ts';
import { readPages, writePages } from './pages.ts';
import { addServiceWorker } from './service-worker.ts';
import { addTextFonts } from './text-fonts.ts';
import { dropUnusedStyles } from './unused-styles.ts';

const site = resolve('../build/site');
const kept = resolve('../build/fonts');
const base = `${(process.env.BASE_PATH || '/').replace(/\/$/, '')}/`;

await mkdir(kept, { recursive: true });
const pages = await readPages(site);
// Starlight's pages are dark until a script says otherwise; ours are light.
for (const page of pages) page.html = page.html.replace(/(<html[^>]*?) data-theme="dark"/, '$1');
await addTextFonts(pages, site, base, kept, resolve('widgets'));
await dropUnusedStyles(pages, site);
const graph = JSON.parse(await readFile(resolve('../build/scripts.json'), 'utf8')) as ScriptGraph;
// Only what is drawn has room kept for it.
const isFigure = (tag: string) => existsSync(resolve('widgets', tag, 'frame.json'));
for (const page of pages) addFirstScripts(page, graph, base, isFigure);
pages.forEach(addPolicy);
await writePages(site, pages);
await addImages(site, kept);
await addServiceWorker(site, base);
