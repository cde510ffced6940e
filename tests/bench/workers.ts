/**
 * Measures what a second worker is worth: the Monte Carlo figure draws samples of exp(−x²) on a machine that says it has one processor, and
 * on one that says it has two. `./dev bench workers` runs it; two processors have to be free.
 *
 *   node tests/bench/workers.ts [ROUNDS] [SAMPLES]     7 rounds of 3e8 samples unless told
 */
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { serve } from '../../tools/static_server.ts';

const [rounds, samples] = [Number(process.argv[2] ?? 7), Number(process.argv[3] ?? 3e8)];

interface Figure extends Element {
  ready: Promise<void>;
  state: object;
  report: { samples: number };
}

const base = process.env.BASE_PATH ?? '/';
const server = await serve(join(import.meta.dirname, '../../build/site'), base, 0);
const root = `http://localhost:${(server.address() as AddressInfo).port}${base.replace(/\/?$/, '/')}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu'],
});

/** The figure on a machine of so many processors; its workers have started. */
async function figureWith(processors: number) {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setHardwareConcurrencyOverride', { hardwareConcurrency: processors });
  await page.goto(`${root}en/probability/monte-carlo/`);
  const figure = page.locator('#monte-carlo');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('.frame').waitFor();
  /** Samples per second. */
  const draw = (seed: number, count: number): Promise<number> =>
    figure.evaluate(
      async (element, { seed, count }) => {
        const figure = element as Element as Figure;
        const began = performance.now();
        figure.state = { target: 'integral', integrand: 'exp(-x^2)', method: 'plain', samples: count, seed, at: 1000 };
        do {
          await figure.ready;
          await new Promise((resolve) => setTimeout(resolve, 5));
        } while (figure.report.samples < count);
        return (1000 * count) / (performance.now() - began);
      },
      { seed, count },
    );
  await draw(0, samples / 10);
  return draw;
}

const [one, two] = [await figureWith(1), await figureWith(2)];
const ratios: number[] = [];
for (let round = 1; round <= rounds; round++) {
  const alone = await one(round, samples);
  const both = await two(round, samples);
  ratios.push(both / alone);
  console.log(
    `  ${(alone / 1e6).toFixed(0)} and ${(both / 1e6).toFixed(0)} million samples a second: ${(both / alone).toFixed(2)} ×`,
  );
}
console.log(
  `\nTwo workers draw ${ratios.toSorted((a, b) => a - b)[rounds >> 1].toFixed(2)} × as fast as one (median).`,
);
await browser.close();
server.close();
