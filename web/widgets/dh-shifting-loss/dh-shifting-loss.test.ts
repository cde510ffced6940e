import { expect, test } from '../../testing/fixtures.ts';
import type { Page } from '@playwright/test';
import { PATIENCE, button, facts, openFigure, setState, status, testAccessibility } from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/descent-on-data/why-sgd-works/${hash}`, '#shifting-loss');

const LESSON = { batch: 2, rate: 0.04, start: 1.1, runs: 200, limit: 400, seed: 1, at: 0 };

async function end(page: Page, figure: Awaited<ReturnType<typeof open>>) {
  await figure.locator('.figure').focus();
  await page.keyboard.press('End');
  await expect.poll(async () => (await facts(figure)).report.done, { timeout: PATIENCE }).toBe(true);
  return (await facts(figure)).report as { gdDeepest: number; sgdDeepest: number; lost: number };
}

test('small batches leave the shallow valley, all points and large batches do not', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, LESSON);
  const small = await end(page, figure);
  expect(small.gdDeepest).toBe(0);
  expect(small.sgdDeepest).toBeGreaterThan(0.5);
  await expect(status(figure)).toContainText(`${Math.round(200 * small.sgdDeepest)} of 200 SGD runs`);
  await setState(figure, { ...LESSON, batch: 30, rate: 0.01 });
  expect((await end(page, figure)).sgdDeepest).toBe(0);
  // With a batch of all points nothing is left to chance: SGD is descent on the whole loss.
  await setState(figure, { ...LESSON, batch: 60 });
  expect((await end(page, figure)).sgdDeepest).toBe(0);
});

test('the same seed gives the same runs, going back gives the same places, another seed others', async ({ page }) => {
  const figure = await open(page);
  const places = () =>
    figure.evaluate((element) => {
      const model = (element as unknown as { model: { race: { now: { positions: Float64Array } } } }).model;
      return Array.from(model.race.now.positions);
    });
  await setState(figure, { ...LESSON, at: 37 });
  const first = await places();
  await setState(figure, { at: 90 });
  expect(await places()).not.toEqual(first);
  await setState(figure, { at: 37 });
  expect(await places()).toEqual(first);
  await button(figure, 'Draw anew')
    .or(button(figure, /seed|anew|again/i))
    .first()
    .click();
  await expect.poll(async () => (await facts(figure)).state.seed).not.toBe(1);
  await setState(figure, { at: 37 });
  expect(await places()).not.toEqual(first);
});

test('by keyboard and by link; a run that diverges is counted in words', async ({ page }) => {
  const figure = await open(page, '#shifting-loss?batch=1&rate=0.5&at=0');
  expect((await facts(figure)).state).toMatchObject({ batch: 1, rate: 0.5 });
  await figure.locator('.figure').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await facts(figure)).report.steps).toBe(1);
  const { lost } = await end(page, figure);
  expect(lost).toBeGreaterThan(0);
  await expect(status(figure)).toContainText('diverged');
  await expect(figure).not.toContainText(/NaN|Infinity/);
});

test('the loss of the batch is drawn through the ball, wherever it lies', async ({ page }) => {
  const figure = await open(page);
  await expect(figure.locator('.plot').first()).toContainText('batch loss, shifted to the ball');
  const ball = figure.locator('.plot .marks > g').last();
  for (const at of [0, 1, 37]) {
    await setState(figure, { ...LESSON, at });
    // A ball beyond the border would be a head on it.
    await expect(ball.locator('path').first()).toHaveAttribute('d', /./);
    await expect(ball.locator('path').last()).toHaveAttribute('d', '');
  }
});

test('wrong entries are explained and the last good state stays', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, LESSON);
  const batch = figure.getByRole('textbox', { name: /Batch size b, exact value/ });
  await batch.fill('61');
  await expect(figure.locator('dh-slider div.error')).toContainText('outside the range');
  await batch.fill('2.5');
  await expect(figure.locator('dh-slider div.error')).toBeVisible();
  expect((await facts(figure)).state.batch).toBe(2);
});

testAccessibility(open, '#shifting-loss', [[360, '#shifting-loss?at=20']]);
