/** The links in the prose that set a figure: each is followed, and the figure must then show what the link says. */
import { expect, test } from '@playwright/test';
import { parseLinks } from '../widget/links.ts';
import { facts } from './figure.ts';
import { lessons, readThrough } from './site.ts';

const numbers = (text: string): number[] => text.split(/[,;]/).filter(Boolean).map(Number);

/** Does a value of the state say what the text of a link says? */
function says(value: unknown, text: string): boolean {
  if (typeof value === 'number') return value === Number(text.replace('\u2212', '-'));
  if (typeof value === 'boolean') return value === ['', '1', 'true'].includes(text);
  if (Array.isArray(value)) return JSON.stringify(value.flat()) === JSON.stringify(numbers(text));
  return value === text;
}

const keyOf = (parameter: string): string =>
  parameter.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

for (const { address, html } of lessons) {
  const hrefs = [...html.matchAll(/<a\b[^>]*\shref="(#[^"]*\?[^"]*)"/g)].map((match) => match[1]);
  if (!hrefs.length) continue;
  test(`/${address}: ${hrefs.length} links set their figures`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(address);
    await readThrough(page);
    const anchors = page.locator('a[href^="#"][href*="?"]');
    await expect(anchors).toHaveCount(hrefs.length);
    for (const anchor of await anchors.all()) {
      const href = (await anchor.getAttribute('href'))!;
      // Some stand in hints that are not unfolded.
      await anchor.evaluate((element) => (element as HTMLElement).click());
      for (const { id, parameters } of parseLinks(href)) {
        const figure = page.locator(`[id="${id}"]`);
        for (const [name, text] of parameters.filter(([parameter]) => parameter !== 'play')) {
          await expect
            .poll(async () => says((await facts(figure)).state[keyOf(name)], text), {
              message: `${href}: ${name} should be ${text}`,
              timeout: 30_000,
            })
            .toBe(true);
        }
        await facts(figure);
        await expect.soft(figure.locator('dh-notice'), href).toHaveCount(0);
        await expect.soft(figure.locator('.frame [role=alert]').filter({ hasText: /\S/ }), href).toHaveCount(0);
      }
    }
  });
}
