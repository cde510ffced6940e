import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { PATIENCE, button, facts, openFigure, setState, status, testAccessibility } from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/descent-on-data/limits-of-descent/${hash}`, '#basins');

interface Report {
  done: number;
  minimisers: number;
  shares: number[];
  diverged: number;
  unfinished: number;
}
const report = async (figure: Awaited<ReturnType<typeof open>>) => (await facts(figure)).report as unknown as Report;

test('with a small rate every start of Himmelblau ends in one of its four minima', async ({ page }) => {
  test.slow();
  const figure = await open(page);
  await setState(figure, { landscape: 'himmelblau', rate: 0.004, limit: 600 });
  const { done, minimisers, shares, diverged, unfinished } = await report(figure);
  expect(done).toBe(1);
  expect(minimisers).toBe(4);
  expect(shares.reduce((sum, share) => sum + share, 0) + diverged + unfinished).toBeCloseTo(1, 12);
  expect(diverged).toBe(0);
  expect(unfinished).toBeLessThan(0.01);
  for (const share of shares.slice(0, 4)) expect(share).toBeGreaterThan(0.15);
  await expect(status(figure)).toContainText('120,000 starts end in');
});

test('the bowl is one basin; a rate beyond 2/L loses every start', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { landscape: 'bowl', rate: 0.1 });
  expect((await report(figure)).shares).toEqual([1]);
  // L = 4 along y: every start off the line y = 0 runs away, and no cell's centre lies on it.
  await setState(figure, { rate: 0.6, limit: 1000 });
  expect((await report(figure)).diverged).toBe(1);
  await expect(status(figure)).toContainText('None of the 120,000 starts converged');
});

test('the work can be cancelled and begins again with the next setting', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { landscape: 'bowl', rate: 0.1 });
  await figure.evaluate((element) => {
    (element as unknown as { state: object }).state = { landscape: 'rosenbrock', rate: 1e-6, limit: 10_000 };
  });
  await button(figure, 'Cancel').click();
  await expect(status(figure)).toContainText('Cancelled');
  await setState(figure, { landscape: 'bowl', rate: 0.1, limit: 300 });
  expect((await report(figure)).done).toBe(1);
});

test('by keyboard, by link and with a typed function; nonsense keeps the last good map', async ({ page }) => {
  test.slow();
  const figure = await open(page, '#basins?landscape=himmelblau&rate=0.02&limit=50');
  expect((await facts(figure)).state).toMatchObject({ rate: 0.02, limit: 50 });
  const start = figure.getByRole('slider', { name: 'Start to follow' }).first();
  await start.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => ((await facts(figure)).state.start as number[])[0]).toBeGreaterThan(-0.5);
  const f = figure.getByRole('textbox', { name: 'Function f' });
  await f.fill('x^2 +');
  await expect(figure.locator('dh-expression-field .error')).toBeVisible();
  expect((await facts(figure)).state.landscape).toBe('himmelblau');
  await f.fill('x^2 + y^2');
  // The answer comes with the whole map.
  await expect.poll(async () => (await facts(figure)).state.landscape, { timeout: PATIENCE }).toBe('own');
  await setState(figure, { rate: 0.1, limit: 300 });
  expect((await report(figure)).minimisers).toBe(1);
});

testAccessibility(open, '#basins', [[360, '#basins?limit=50']]);
