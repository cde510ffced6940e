/** What axe finds wrong with a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

declare global {
  interface Window {
    axe?: { run(context: unknown, options: RunOptions): Promise<AxeResults> };
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Contrast does not depend on the language; all else does not depend on the theme. */
type About = 'everything' | 'contrast' | 'all but contrast';
const RULES: Record<About, RunOptions> = {
  everything: {},
  contrast: { runOnly: ['color-contrast'] },
  'all but contrast': { rules: { 'color-contrast': { enabled: false } } },
};

/**
 * The rules that a page, or a part of it, breaks, with the places where. Run in the page itself: `@axe-core/playwright` carries every
 * place that is right out of the page as well, and a second page for it, at four times the cost. The site has no frames.
 */
export async function violations(page: Page, part?: string, about: About = 'everything'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(
    async ([selector, options]) => {
      const { violations } = await window.axe!.run(selector ? { include: [[selector]] } : document, {
        ...options,
        resultTypes: ['violations'],
      });
      return violations.map(
        ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
      );
    },
    [part, RULES[about]] as const,
  );
}
