/**
 * Takes the pictures of the README from the built site; `./dev screenshots` runs it.
 *
 *   node tools/screenshots.ts     writes docs/<name>.webp
 */
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { serve } from './static_server.ts';

interface Picture {
  name: string;
  /** The page, with the state of the figure in its hash. */
  address: string;
  colorScheme: 'light' | 'dark';
  width: number;
  height: number;
  /** The figure that must be ready, at its last step, and whether to bring it into view. */
  figure: string;
  scroll: boolean;
}

const pictures: Picture[] = [
  {
    name: 'home',
    address: 'ko/#descent-1d?at=0',
    colorScheme: 'light',
    width: 1280,
    height: 800,
    figure: 'dh-descent-1d',
    scroll: false,
  },
  {
    name: 'descent',
    address: 'en/gentle-descent/gradient-descent/#descent-1d?f=x^2%2B2x%2B3&start=3&rate=0.1&rates=0.95,1.02&limit=8',
    colorScheme: 'light',
    width: 1280,
    height: 800,
    figure: 'dh-descent-1d',
    scroll: true,
  },
  {
    name: 'landscape',
    address: 'en/gentle-descent/gradient-vector/#descent-2d?landscape=himmelblau',
    colorScheme: 'dark',
    width: 1280,
    height: 800,
    figure: 'dh-descent-2d',
    scroll: true,
  },
];

/** What a figure offers to a page; see web/widget/widget.ts. */
type Figure = HTMLElement & { ready: Promise<void>; pause(): void; player: { seek(step: number): Promise<void> } };

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs');
mkdirSync(folder, { recursive: true });
const base = process.env.BASE_PATH ?? '/';
const server = await serve(join(root, 'build/site'), base, 0);
const site = `http://localhost:${(server.address() as AddressInfo).port}${base.replace(/\/?$/, '/')}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

for (const { name, address, colorScheme, width, height, figure, scroll } of pictures) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
  await page.goto(site + address);
  const element = page.locator(figure).first();
  await element.locator('.frame').waitFor();
  await element.evaluate(async (node, show) => {
    const widget = node as Element as Figure;
    await widget.ready;
    await widget.player.seek(Infinity);
    await widget.ready;
    if (show) scrollTo({ top: widget.getBoundingClientRect().top + scrollY - 84, behavior: 'instant' });
  }, scroll);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(500);
  await sharp(await page.screenshot())
    .webp({ quality: 82 })
    .toFile(join(folder, `${name}.webp`));
  console.log(`docs/${name}.webp`);
  await page.close();
}
await browser.close();
server.close();
