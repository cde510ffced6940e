/** The links in the prose that set a figure: each is followed, and the figure must then show what the link says. */
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { parseLinks } from '../widget/links.ts';
import { PATIENCE, facts } from './figure.ts';
import { lessons } from './site.ts';

const numbers = (text: string): number[] => text.split(/[,;]/).filter(Boolean).map(Number);

/** Does a value of the state say what the text of a link says? */
function says(value: unknown, text: string): boolean {
  if (typeof value === 'number') return value === Number(text.replace('\u2212', '-'));
  if (typeof value === 'boolean') return value === ['', '1', 'true'].includes(text);
  if (Array.isArray(value)) return JSON.stringify(value.flat()) === JSON.stringify(numbers(text));
  if (typeof value === 'object' && value !== null)
    return (
      text ===
      Object.entries(value)
        .map((option) => option.join(':'))
        .join(',')
    );
  return value === text;
}

const keyOf = (parameter: string): string =>
  parameter.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The figure links of a built page, in their order. */
export const figureLinks = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*\shref="(#[^"]*\?[^"]*)"/g)].map((match) => match[1]);

/** The figure links of a page that none in the English page of the same lesson is like: a link has no language. */
function linksToFollow(address: string, html: string): Set<string> {
  const english = lessons.find((lesson) => lesson.address === address.replace(/^ko/, 'en'));
  const known = address.startsWith('ko/') && english ? figureLinks(english.html) : [];
  return new Set(figureLinks(html).filter((href) => !known.includes(href)));
}

/** Follows the links of a page that is read through already. */
export async function expectLinksToSet(page: Page, address: string, html: string): Promise<void> {
  // XPath stays out of shadow roots, where tasks have links of their own to what they begin with.
  const anchors = page.locator('xpath=//a[starts-with(@href, "#") and contains(@href, "?")]');
  await expect(anchors).toHaveCount(figureLinks(html).length);
  const due = linksToFollow(address, html);
  for (const [index, written] of figureLinks(html).entries()) {
    if (!due.delete(written)) continue;
    const anchor = anchors.nth(index);
    const href = (await anchor.getAttribute('href'))!;
    // Some stand in hints that are not unfolded.
    await anchor.evaluate((element) => (element as HTMLElement).click());
    for (const { id, parameters } of parseLinks(href)) {
      const figure = page.locator(`[id="${id}"]`);
      // A link that plays says where the run begins, not where it is now.
      const plays = parameters.some(([parameter]) => parameter === 'play');
      const set = parameters.filter(([parameter]) => parameter !== 'play' && !(plays && parameter === 'at'));
      const missing = async () => {
        const { state } = await facts(figure);
        return set.filter(([name, text]) => !says(state[keyOf(name)], text));
      };
      await expect.poll(missing, { message: href, timeout: PATIENCE }).toEqual([]);
      await expect.soft(figure.locator('dh-notice'), href).toHaveCount(0);
      await expect.soft(figure.locator('.frame [role=alert]').filter({ hasText: /\S/ }), href).toHaveCount(0);
    }
  }
}
