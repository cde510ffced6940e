/** Terms tell what they mean, by pointer, keyboard and finger; the glossary has them all. Code is copied. */
import { expect, test } from '@playwright/test';
import { laidOut } from './figure.ts';
import { lessons } from './site.ts';

const withTerms = lessons.find(({ address, html }) => address.startsWith('en/') && html.includes('class="dh-term"'))!;
const withCode = lessons.find(({ address, html }) => address.startsWith('en/') && html.includes('class="dh-copy"'))!;

test('a term tells what it means when pointed at or reached, and leads to the glossary', async ({ page }) => {
  await page.goto(withTerms.address);
  await laidOut(page);
  const term = page.locator('.dh-term').first();
  const says = (await term.getAttribute('data-says'))!;
  const told = page.getByRole('tooltip');
  await expect(told).toBeHidden();
  await term.scrollIntoViewIfNeeded();
  await term.hover();
  await expect(told).toHaveText(says);
  await told.hover();
  await expect(told).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(told).toBeHidden();
  await page.mouse.move(0, 0);

  await term.evaluate((element: HTMLElement) => element.focus({ focusVisible: true } as FocusOptions));
  await expect(told).toHaveText(says);
  await expect(term).toHaveAttribute('aria-describedby', 'dh-term-says');
  const box = (await told.boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(page.viewportSize()!.width);
  const id = new URL((await term.getAttribute('href'))!, page.url()).hash.slice(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/en/glossary/#${id}$`));
  await expect(page.locator(`#${id} dfn`)).toBeInViewport();
  await expect(page.locator(`#${id}`)).toContainText(says);
});

test.describe('by finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });
  test('the first tap tells, the second leads to the glossary', async ({ page }) => {
    await page.goto(withTerms.address);
    await laidOut(page);
    const term = page.locator('.dh-term').first();
    await term.scrollIntoViewIfNeeded();
    await term.tap();
    await expect(page.getByRole('tooltip')).toBeVisible();
    await expect(page).not.toHaveURL(/glossary/);
    await term.tap();
    await expect(page).toHaveURL(/glossary/);
  });
});

test('code is copied as it stands, and the button says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(withCode.address);
  await laidOut(page);
  const block = page.locator('.dh-code:visible').first();
  await block.scrollIntoViewIfNeeded();
  await block.hover();
  await block.getByRole('button', { name: 'Copy' }).click();
  await expect(block.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`${(await block.locator('pre').textContent())!.trimEnd()}\n`);
  await expect(block.getByRole('button', { name: 'Copy', exact: true })).toBeVisible();
});
