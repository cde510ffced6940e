/** What a reader's links, keys and input method may say at any place: nothing of it breaks, and the focus is never lost. */
import type { Page } from '@playwright/test';
import { PATIENCE, bringIntoView, button, complaints, expectNoWider, facts, openFigure, settled } from './figure.ts';
import { expect, test } from './fixtures.ts';
import { sampleLesson } from './site.ts';

const english = sampleLesson('en');
const open = (page: Page, hash = '') => openFigure(page, english + hash, '#descent-1d');

/** Where the focus is, through shadow roots. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return `${element?.localName}.${element?.className}`;
  });

// ---- Links --------------------------------------------------------------------------------------------------------------------

for (const name of ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'])
  test(`a link that says "${name}" is answered by a notice`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const figure = await open(page, `#descent-1d?${name}=1`);
    await expect(figure.locator('dh-notice')).toContainText(name);
    await page.goto('about:blank');
    const other = await open(page, `#descent-1d?method=${name}&f=${name}`);
    await expect(other.locator('dh-notice')).toContainText('The state in the link cannot be read');
    expect((await facts(other)).state.rate).toBe(0.1);
    expect(errors).toEqual([]);
  });

test('what a link says at great length is cut and wrapped', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const long = 'x'.repeat(1900);
  for (const hash of [
    `#descent-1d?${long}=1`,
    `#descent-1d?f=${long}`,
    `#descent-1d?method=${long}`,
    `#${long}?rate=1`,
  ]) {
    await page.goto('about:blank');
    await open(page, hash);
    const notice = page.locator('dh-notice');
    await expect(notice).toBeVisible();
    expect(((await notice.textContent()) ?? '').length).toBeLessThan(500);
    await expectNoWider(page, 360);
  }
});

test('a link to a figure that the page does not have says so, and the notice can be closed', async ({ page }) => {
  const said = complaints(page);
  await open(page, '#no-such-figure?rate=1.1');
  const notice = page.locator('dh-notice');
  await expect(notice).toContainText('“no-such-figure”');
  await notice.getByRole('button').click();
  await expect(notice).toHaveCount(0);
  // A heading is no figure either.
  await page.evaluate(() => (location.hash = '#_top?rate=1'));
  await expect(notice).toContainText('“_top”');
  expect(said).toEqual([]);
});

// ---- Focus --------------------------------------------------------------------------------------------------------------------

test('the focus returns to the button of a menu, after Escape and after a choice', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const figure = await open(page);
  const more = button(figure, 'Save and share');
  await more.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
  await page.keyboard.press('Enter');
  await button(figure, 'Copy a link to this state').focus();
  await page.keyboard.press('Enter');
  await expect(figure.locator('dh-notice')).toBeVisible();
  await expect(more).toBeFocused();
  // Who closes it by a click elsewhere stays there.
  await page.keyboard.press('Enter');
  await figure.getByLabel('Learning rate').first().click();
  await expect(more).not.toBeFocused();

  await figure.locator('dh-notice button').focus();
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('div.figure');
});

test('deleting the last point leaves the focus on the figure', async ({ page }) => {
  const figure = await openFigure(page, 'en/descent-on-data/pseudo-inverse/#fit-line?data=own&points=2,5', '#fit-line');
  const point = figure.locator('.handle.point');
  await bringIntoView(point);
  await point.focus();
  await page.keyboard.press('Delete');
  await settled(figure);
  await expect(point).toBeHidden();
  expect(await focused(page)).toBe('div.figure');
});

// ---- Input methods ------------------------------------------------------------------------------------------------------------

test('Enter that ends a composition hands nothing in, whichever way the browser tells it', async ({ page }) => {
  await page.goto('en/gentle-descent/derivative/');
  const check = page.locator('dh-check[name=polynomial]');
  await bringIntoView(check);
  const field = check.getByLabel('Answer');
  await field.fill('2x + 1', { timeout: PATIENCE });
  const verdict = check.locator('.verdict');
  for (const [isComposing, keyCode] of [
    [true, 229],
    [false, 229],
    [true, 13],
  ] as const) {
    await field.evaluate(
      (input, given) => {
        const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, ...given });
        input.dispatchEvent(event);
      },
      { isComposing, keyCode },
    );
    await expect(verdict).toBeEmpty();
  }
  await field.press('Enter');
  await expect(verdict).not.toBeEmpty();
  const attempts = () =>
    page.evaluate(() =>
      Object.entries(localStorage)
        .filter(([key]) => key.endsWith('derivative/polynomial'))
        .map(([, text]) => (JSON.parse(text as string) as { attempts: number }).attempts),
    );
  await expect.poll(attempts).toEqual([1]);
});

test('a syllable that is being composed is left alone', async ({ page }) => {
  const figure = await open(page);
  const input = figure.getByRole('textbox', { name: /f/ }).first();
  await bringIntoView(input);
  await input.focus();
  await input.fill('');
  const session = await page.context().newCDPSession(page);
  for (const text of ['ㅎ', '하', '한']) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await settled(figure);
  }
  await session.send('Input.insertText', { text: '한' });
  await session.send('Input.imeSetComposition', { text: '그', selectionStart: 1, selectionEnd: 1 });
  await settled(figure);
  await session.send('Input.insertText', { text: '글' });
  await expect(input).toHaveValue('한글');
});

test('Enter in the search opens the first result, also when it comes later', async ({ page }) => {
  await page.goto(english);
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/pagefind/pagefind.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('tangent');
  await page.keyboard.press('Enter');
  await expect(page.locator('.dh-search')).toBeVisible();
  release();
  await expect(page.locator('.dh-search')).toBeHidden({ timeout: PATIENCE });
  await expect(page).not.toHaveURL(new RegExp(`${english}$`));
});
