/** What the text says of its figures, `claims.yaml`, is what they show: each is set to the state, taken to the step, and the fact is read. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { parseClaims } from '../site/markdown/claims.ts';
import type { Claim } from '../site/markdown/claims.ts';
import { meetsGoal } from '../tasks/grading.ts';
import { parseLinks } from '../widget/links.ts';
import { facts } from './figure.ts';
import { expect, test } from './fixtures.ts';
import { allReady, lessons } from './site.ts';

interface Element extends HTMLElement {
  state: Record<string, unknown>;
  readonly player: { seek(step: number): Promise<void> };
  follow(link: unknown): Promise<void>;
}

/** Brings the figure to where the claim speaks of it. */
async function stage(figure: Locator, { state, at, limit }: Claim): Promise<void> {
  await figure.evaluate(
    async (element, { link, step, most }) => {
      const shown = element as unknown as Element;
      const { fields } = shown.constructor as unknown as { fields: Record<string, { parameter?: string }> };
      await shown.follow(link);
      // The field that the core knows as the step limit, whatever the figure calls it.
      const key = Object.keys(fields).find((name) => fields[name].parameter === 'step-limit');
      if (most !== undefined && key) shown.state = { [key]: most };
      await (shown as unknown as { ready: Promise<void> }).ready;
      if (step !== undefined) await shown.player.seek(step === 'end' ? Infinity : step);
    },
    { link: parseLinks(state)[0], step: at, most: limit },
  );
}

async function expectTrue(page: Page, claim: Claim): Promise<void> {
  const figure = page.locator(`[id="${parseLinks(claim.state)[0].id}"]`);
  await stage(figure, claim);
  const said = `line ${claim.line}: ${Object.values(claim.says).join(' / ')}`;
  await expect
    .poll(async () => (meetsGoal(await facts(figure), claim.fact) ? 'true' : (await facts(figure)).report), {
      message: said,
      timeout: 30_000,
    })
    .toBe('true');
}

const root = join(import.meta.dirname, '../..');

for (const { address } of lessons.filter((lesson) => lesson.address.startsWith('en/'))) {
  const path = join(root, 'lessons', address.slice('en/'.length), 'claims.yaml');
  if (!existsSync(path)) continue;
  test(`/${address}: what it says of its figures is so`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(address);
    await allReady(page);
    for (const claim of parseClaims(readFileSync(path, 'utf8'), path)) await expectTrue(page, claim);
  });
}
