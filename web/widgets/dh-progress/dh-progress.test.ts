import { readFile } from 'node:fs/promises';
import { expect, test } from '../../testing/fixtures.ts';
import type { Locator, Page } from '@playwright/test';

const CHECK = 'gentle-descent/derivative/polynomial';

function record(checks: Record<string, object>, version = 1): string {
  return JSON.stringify({ format: 'downhill-progress', version, checks });
}

function done(change: object = {}): object {
  return { state: 'done', attempts: 1, hints: 0, solutionSeen: false, changed: 1, ...change };
}

async function open(page: Page, stored?: string): Promise<Locator> {
  await page.goto('en/');
  if (stored !== undefined) {
    await page.evaluate((text) => localStorage.setItem('downhill-progress', text), stored);
    await page.reload();
  }
  const overview = page.locator('dh-progress');
  await overview.scrollIntoViewIfNeeded();
  await expect(overview.getByRole('progressbar')).toBeVisible();
  return overview;
}

async function importText(overview: Locator, name: string, text: string): Promise<void> {
  await overview
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('the overview counts over all lessons and says where to go on', async ({ page }) => {
  const overview = await open(page, record({ [CHECK]: done() }));
  await expect(overview).toContainText(/1 of \d+ checks done/);
  await expect(overview.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '1');
  await expect(overview.getByRole('link')).toHaveAttribute('href', /gentle-descent\/derivative/);
});

test('an export can be imported again after everything was erased', async ({ page }) => {
  const overview = await open(page, record({ [CHECK]: done({ answer: '3x^2 - 4' }) }));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    overview.getByRole('button', { name: 'Export' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^downhill-progress-\d{4}-\d\d-\d\d\.json$/);
  const file = await readFile(await download.path(), 'utf8');

  await overview.getByRole('button', { name: 'Erase the record' }).click();
  await overview.getByRole('button', { name: 'Erase everything' }).click();
  await expect(overview).toContainText('No check done yet');
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('polynomial');

  await importText(overview, 'mine.json', file);
  await expect(overview.getByRole('status')).toContainText('Imported: 1 new check, 0 improved.');
  await expect(overview).toContainText(/1 of \d+ checks done/);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toContain('3x^2 - 4');
});

test('erasing asks first, and the focus stays where the reader is', async ({ page }) => {
  const overview = await open(page, record({ [CHECK]: done() }));
  await overview.getByRole('button', { name: 'Erase the record' }).click();
  await expect(overview.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(overview.getByRole('button', { name: 'Erase the record' })).toBeFocused();
  await expect(overview).toContainText(/1 of \d+ checks done/);
});

test('a file that is no record changes nothing and says why', async ({ page }) => {
  const overview = await open(page, record({ [CHECK]: done() }));
  const status = overview.getByRole('status');
  await importText(overview, 'table.csv', 'x,y\n1,2');
  await expect(status).toContainText('“table.csv” is not an exported record');
  await importText(overview, 'package.json', '{"name": "something"}');
  await expect(status).toContainText('is not a record of this book');
  await importText(overview, 'future.json', record({}, 2));
  await expect(status).toContainText('newer edition');
  await importText(overview, 'half.json', record({ [CHECK]: { state: 'finished' }, 'a/b/c': done() }));
  await expect(status).toContainText('1 unreadable entry was skipped');
  await expect(overview).toContainText(/1 of \d+ checks done/);
});

for (const [what, text, sentence] of [
  ['of a later edition', record({ [CHECK]: done() }, 9), 'a later edition'],
  ['that cannot be read', '{broken', 'a record that cannot be read'],
])
  test(`a record ${what} is never replaced, can be saved as it is, and goes when everything is erased`, async ({
    page,
  }) => {
    const overview = await open(page, text);
    await expect(overview).toContainText(sentence);
    await importText(overview, 'mine.json', record({ 'a/b/c': done() }));
    await page.reload();
    expect(await page.evaluate(() => localStorage.getItem('downhill-progress'))).toBe(text);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      overview.getByRole('button', { name: 'Save it as it is' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toBe(text);
    await overview.getByRole('button', { name: 'Erase the record' }).click();
    await overview.getByRole('button', { name: 'Erase everything' }).click();
    await expect(overview).not.toContainText(sentence);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('downhill-progress');
  });
