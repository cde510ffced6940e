/** What a reader does with the site as a whole: other language, search, theme, keyboard, wrong address, no connection. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { PATIENCE, complaints, facts, setState } from './figure.ts';
import { lessons, readThrough, sampleLesson } from './site.ts';

const english = sampleLesson('en');
const korean = sampleLesson('ko');
const figureOf = (page: Page) => page.locator('dh-descent-1d').first();

// ---- Language -----------------------------------------------------------------------------------------------------------------

test('the other language opens the same lesson with the figures as they are', async ({ page }) => {
  await page.goto(english);
  await readThrough(page);
  const figure = figureOf(page);
  await setState(figure, { f: 'x^2 - 3x' });
  const { state } = await facts(figure);
  expect(state.f).toBe('x^2 - 3x');
  await page.locator('[data-language-switch]').first().click();
  await expect(page).toHaveURL(new RegExp(korean));
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await readThrough(page);
  expect((await facts(figureOf(page))).state).toEqual(state);
});

for (const [browser, language] of [
  ['ko-KR', 'ko'],
  ['en-GB', 'en'],
  ['fr-FR', 'en'],
]) {
  test(`the first visit with a browser in ${browser} opens in ${language}, later ones as chosen`, async ({
    browser: chromium,
    baseURL,
  }) => {
    const context = await chromium.newContext({ locale: browser, baseURL });
    const page = await context.newPage();
    await page.goto('');
    await expect(page).toHaveURL(new RegExp(`/${language}/(#.*)?$`));
    // Before its script runs the link does not remember the choice.
    await page.waitForLoadState();
    const other = language === 'ko' ? 'en' : 'ko';
    await page.locator('[data-language-switch]').first().click();
    // The figure at the top is playing, and takes its state along.
    await expect(page).toHaveURL(new RegExp(`/${other}/(#.*)?$`));
    await page.goto('');
    await expect(page).toHaveURL(new RegExp(`/${other}/(#.*)?$`));
    await context.close();
  });
}

// ---- Before the reader does anything -------------------------------------------------------------------------------------------

test('what is in view of a figure is there for a reader who touches nothing', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('en/');
  const figure = figureOf(page);
  await expect(figure.getByRole('button', { name: /^(Play|Pause)$/ })).toBeInViewport({ timeout: PATIENCE });
  await expect(figure.getByLabel('Learning rate').first()).toBeInViewport();
});

test('on a phone the controls below the plot wait until somebody scrolls', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(english);
  const figure = figureOf(page);
  await expect(figure.locator('.frame')).not.toHaveClass(/unseen/, { timeout: PATIENCE });
  await expect(figure.locator('.controls')).toHaveClass(/due/);
  await page.mouse.wheel(0, 40);
  await expect(figure.locator('.controls.due, .details.due')).toHaveCount(0);
  await figure.evaluate((element) => element.removeAttribute('withheld'));
  await expect(figure.getByLabel('Learning rate').first()).toBeVisible();
});

// ---- Search, theme, wrong address ---------------------------------------------------------------------------------------------

for (const [language, lesson, word] of [
  ['en', english, 'gradient'],
  ['ko', korean, '기울기'],
]) {
  test(`the search finds a word in ${language}`, async ({ page }) => {
    const said = complaints(page);
    await page.goto(lesson);
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill(word);
    const found = page.locator('.dh-search li a');
    await expect(found.first()).toBeVisible();
    for (const href of await found.evaluateAll((anchors) =>
      anchors.map((anchor) => (anchor as HTMLAnchorElement).href),
    ))
      expect(href).toContain(`/${language}/`);
    await page.getByRole('searchbox').fill('qqzzxxy');
    await expect(page.locator('.dh-search [role=status]')).not.toBeEmpty();
    await expect(found).toHaveCount(0);
    // The first Escape empties the field, as in every search field of this browser.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.locator('.dh-search')).toBeHidden();
    expect(said).toEqual([]);
  });
}

test('the theme is switched, and kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(english);
  await readThrough(page);
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.locator('[data-theme-button]').first().click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(paper).not.toBe(light);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a wrong address is answered by a page of our own that leads back', async ({ page }) => {
  const response = await page.goto('en/no-such-lesson/');
  expect(response!.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Downhill' }).click();
  await expect(page).toHaveURL(/\/en\/$/);
});

// ---- Without ------------------------------------------------------------------------------------------------------------------

test('a lesson once visited opens without a connection, and its figure works', async ({ page, context }) => {
  await page.goto(english);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await readThrough(page);
  await context.setOffline(true);
  await page.reload();
  await readThrough(page);
  const figure = figureOf(page);
  await setState(figure, { f: 'x^2 - 5x' });
  expect((await facts(figure)).state.f).toBe('x^2 - 5x');
  await page.goto('en/no-such-lesson/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('without JavaScript the pages can be read, and say so', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  for (const { address } of lessons) {
    await page.goto(address);
    const sentence = page.locator('.dh-no-script').filter({ visible: true });
    await expect(sentence).toContainText('WebAssembly');
    await expect(page.locator('.dh-fallback').first()).toBeVisible();
    await expect(page.locator('.dh-fallback').first()).toContainText('JavaScript');
    await expect(page.locator('.katex').filter({ visible: true }).first()).toBeVisible();
  }
  await context.close();
});

test('without WebAssembly the pages can be read, and say so', async ({ page }) => {
  const said = complaints(page);
  await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
  await page.goto(english);
  await expect(page.locator('.dh-no-script').filter({ visible: true })).toContainText('no WebAssembly');
  await expect(page.locator('.dh-fallback').first()).toBeVisible();
  expect(said).toEqual([]);
});
