import { expect, test } from '../../testing/fixtures.ts';
import type { Locator, Page } from '@playwright/test';
import { PATIENCE } from '../../testing/figure.ts';

const LESSON = 'en/gentle-descent/gradient-descent/';

async function open(page: Page): Promise<Locator> {
  await page.goto(LESSON);
  return find(page);
}

async function find(page: Page): Promise<Locator> {
  const predict = page.locator('#check-rate-too-large');
  await predict.scrollIntoViewIfNeeded();
  await expect(predict).toHaveAttribute('data-state', /./, { timeout: PATIENCE });
  return predict;
}

const reveal = (predict: Locator): Locator => predict.locator('.dh-check-reveal');
const run = (predict: Locator): Locator => predict.getByRole('button', { name: 'Commit the guess and run' });

/** Until the figure plays the prediction does not listen for the end of the run. */
async function expectPlaying(page: Page): Promise<void> {
  const pause = page.locator('#descent-1d').getByRole('button', { name: 'Pause', exact: true });
  await expect(pause).toBeVisible({ timeout: PATIENCE });
}

test('the explanation waits for a guess', async ({ page }) => {
  const predict = await open(page);
  await expect(reveal(predict)).toBeHidden();
  await run(predict).click();
  await expect(predict.locator('.verdict')).toContainText('Make a guess first');
  await expect(reveal(predict)).toBeHidden();
});

test('a committed guess runs the figure and then meets what happened', async ({ page }) => {
  const predict = await open(page);
  await predict.getByRole('radio').nth(0).check();
  await run(predict).click();
  const figure = page.locator('#descent-1d');
  await expect
    .poll(() => figure.evaluate((element: HTMLElement & { state?: object }) => element.state), { timeout: PATIENCE })
    .toMatchObject({ rate: 1.1, start: 3 });
  await expect(reveal(predict)).toBeHidden();
  await predict.getByRole('button', { name: 'Show the result now' }).click();
  await expect(reveal(predict)).toHaveAttribute('open', '');
  await expect(predict.locator('.verdict')).toContainText('Not what you guessed');
  await expect(predict.locator('[data-verdict="right"]')).toHaveCount(1);
  await expect(predict).toHaveAttribute('data-state', 'done');
});

test('the end of the run reveals by itself', async ({ page }) => {
  const predict = await open(page);
  await predict.getByRole('radio').nth(2).check();
  await run(predict).click();
  await expectPlaying(page);
  await page.locator('#descent-1d').evaluate((element) => element.dispatchEvent(new CustomEvent('dh-outcome')));
  await expect(predict.locator('.verdict')).toContainText('As you guessed', { timeout: 30_000 });
  await expect(reveal(predict)).toBeVisible();
});

test('a reader at a figure out of sight is led back to the explanation', async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 400 });
  const predict = await open(page);
  await predict.getByRole('radio').nth(2).check();
  await run(predict).click();
  await expectPlaying(page);
  // At once: on a smooth way the question would come into sight again.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await expect(predict).not.toBeInViewport();
  await page.locator('#descent-1d').evaluate((element) => element.dispatchEvent(new CustomEvent('dh-outcome')));
  await predict.getByRole('button', { name: 'back to the question' }).click({ timeout: 30_000 });
  await expect(reveal(predict).locator('summary')).toBeFocused();
  await expect(reveal(predict)).toBeInViewport();
  await expect(predict.getByRole('button', { name: 'back to the question' })).toBeHidden();
});

test('a guess is remembered and cannot be changed afterwards', async ({ page }) => {
  let predict = await open(page);
  await predict.getByRole('radio').nth(1).check();
  await run(predict).click();
  await predict.getByRole('button', { name: 'Show the result now' }).click();
  await expect(predict).toHaveAttribute('data-state', 'done');
  await page.reload();
  predict = await find(page);
  await expect(predict.getByRole('radio').nth(1)).toBeChecked();
  await expect(predict.getByRole('radio').nth(1)).toBeDisabled();
  await expect(predict.getByRole('button', { name: 'Run again' })).toBeVisible();
});

test('nobody is made to guess', async ({ page }) => {
  const predict = await open(page);
  await predict.getByRole('button', { name: 'Skip to the result' }).click();
  await expect(reveal(predict)).toHaveAttribute('open', '');
  await expect(predict.locator('.verdict')).toContainText('without a guess');
  await expect(predict).toHaveAttribute('data-state', 'done');
});
