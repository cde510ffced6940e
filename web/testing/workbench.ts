/**
 * A page of the site with a lesson of the test's own in it, made as lessons are: tests of tasks and predictions need neither a lesson that happens to
 * have the right one nor the wording of one. The service worker has to be blocked, for it would answer instead.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { renderLesson } from '../site/markdown/render.ts';
import type { Language } from '../site/markdown/lesson-file.ts';
import { PATIENCE } from './figure.ts';
import { fileOf, read, sampleLesson } from './site.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The lesson that the page then holds, as progress is filed under it. */
export const WORKBENCH = 'chapter/workbench';

/** Opens a page with this body and these tasks; the same address shows it again, in either language. */
export async function openWorkbench(
  page: Page,
  body: string,
  checks: string,
  language: Language = 'en',
): Promise<void> {
  const lessons = mkdtempSync(join(tmpdir(), 'workbench-'));
  const folder = join(lessons, WORKBENCH);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'checks.yaml'), checks);
  const path = join(folder, `${language}.md`);
  writeFileSync(path, `---\ntitle: Workbench\n---\n${body}`);
  const { html } = await renderLesson(path, lessons, { root: ROOT, widgets: join(ROOT, 'web/widgets') });
  const address = sampleLesson(language);
  const whole = read(fileOf(address));
  const opening = /<div class="dh-lesson[^"]*">/.exec(whole)!;
  const start = opening.index + opening[0].length;
  const end = whole.indexOf('<footer', start);
  await page.route(`**/${address}*`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `${whole.slice(0, start)}${html}</div>${whole.slice(end)}`,
    }),
  );
  await page.goto(address);
}

/** A task of the page, brought to life: it is loaded when it comes near the screen. */
export async function taskNamed(page: Page, name: string): Promise<Locator> {
  const task = page.locator(`#check-${name}`);
  await task.scrollIntoViewIfNeeded();
  await expect(task).toHaveAttribute('data-state', /./, { timeout: PATIENCE });
  return task;
}
