import { expect, test } from '../../testing/fixtures.ts';
import type { Locator, Page } from '@playwright/test';
import { PATIENCE, button, facts, openFigure, setState, status, testAccessibility } from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/descent-on-data/limits-of-descent/${hash}`, '#basins');

interface Report {
  done: number;
  computed: number;
  elsewhere: number;
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
  await expect(status(figure)).toContainText('From 120,000 starts, descent reaches 5 places');
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

const rows = (figure: Locator) => figure.locator('.shares tr');

/** Slow enough to look at on any machine: nothing settles, and no start is given up before its ten thousand steps. */
const SLOW = { landscape: 'rosenbrock', rate: 1e-6, limit: 10_000, tolerance: 0 };

test('the work can be cancelled and begins again with the next setting', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { landscape: 'bowl', rate: 0.1 });
  await figure.evaluate((element, state) => {
    (element as unknown as { state: object }).state = state;
  }, SLOW);
  await button(figure, 'Cancel').click();
  await expect(status(figure)).toContainText('Cancelled');
  await setState(figure, { landscape: 'bowl', rate: 0.1, limit: 300, tolerance: 1e-3 });
  expect((await report(figure)).done).toBe(1);
});

test('while the map fills and after Cancel, shares are those of the starts worked out', async ({ page }) => {
  test.slow();
  const figure = await open(page);
  // The reader gives up at the first piece of the fine map; every start that is worked out has converged.
  const atWork = await figure.evaluate(
    (element, limit) =>
      new Promise<{ told: string; report: Report; caption: string }>((resolve) => {
        const root = element.shadowRoot!;
        const look = () => {
          const { report } = element as unknown as { report: Report };
          const cancel = root.querySelector<HTMLButtonElement>('.progress button');
          if (!cancel || !(report.done > 0 && report.done < 0.9)) return requestAnimationFrame(look);
          const told = (root.querySelector('dh-status') as unknown as { text: string }).text;
          const caption = root.querySelector('caption')!.textContent!.trim();
          cancel.click();
          return resolve({ told, report, caption });
        };
        (element as unknown as { state: object }).state = { landscape: 'bowl', rate: 2e-3, limit, tolerance: 1e-9 };
        requestAnimationFrame(look);
      }),
    10_000,
  );
  expect(atWork.told).toBe('Descent is running from every start.');
  expect(atWork.caption).toMatch(/share of the [\d,]+ starts \(of 120,000\) worked out/);
  expect(atWork.report.unfinished).toBe(0);
  const { done, computed, shares, diverged, unfinished, elsewhere } = await report(figure);
  expect(done).toBeLessThan(1);
  expect(computed).toBeGreaterThan(0);
  expect(computed).toBeLessThan(120_000);
  expect(shares).toEqual([1]);
  expect([diverged, unfinished, elsewhere]).toEqual([0, 0, 0]);
  await expect(status(figure)).toContainText(/^Cancelled after [\d,]+ of 120,000 starts; of these, 100\.0\s?% end at/);
  await expect(status(figure)).not.toContainText('did not settle');
  await expect(rows(figure).last()).toContainText(/0\.0\s?%/);
  await expect(rows(figure).filter({ hasText: 'number of starts not worked out' })).toHaveCount(1);
});

test('every row of the table can be seen, and a saddle point is called one', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 1280, height: 900 });
  const figure = await open(page);
  await expect(rows(figure)).toHaveText([
    /^\s*1 · \(3, 2\)/,
    /^\s*2 · /,
    /^\s*3 · /,
    /^\s*4 · /,
    /^\s*5 · .* · saddle point\s*<\s0\.1\s%/,
    /diverged or left the domain/,
    /did not settle/,
  ]);
  await expect(status(figure)).toContainText('5 places (1 of them a saddle point)');
  const cut = () => figure.locator('.room').evaluate((room) => room.scrollHeight - room.clientHeight);
  expect(await cut()).toBeLessThanOrEqual(0);
  // Hundreds of places scroll inside their room; the last two rows stay in sight.
  await setState(figure, { landscape: 'own', f: '0 x', limit: 10 });
  const { unfinished, elsewhere } = await report(figure);
  expect(unfinished).toBe(0);
  expect(elsewhere).toBeGreaterThan(0.5);
  await expect(status(figure)).toContainText('more than 254 places');
  await expect(rows(figure).filter({ hasText: 'in other places' })).toHaveCount(1);
  expect(await cut()).toBeGreaterThan(0);
  const [room, last] = await Promise.all([figure.locator('.room').boundingBox(), rows(figure).last().boundingBox()]);
  expect(last!.y + last!.height).toBeLessThanOrEqual(room!.y + room!.height + 1);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`what diverged is blank, what did not settle is hatched, in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const figure = await open(page);
    /** The share of the map that has any paint, by layer: colours, hatching. */
    const painted = () =>
      figure.locator('.plot canvas').evaluateAll((canvases) =>
        (canvases as HTMLCanvasElement[]).map((canvas) => {
          const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
          return data.filter((value, index) => index % 4 === 3 && value > 0).length / (data.length / 4);
        }),
      );
    // L = 4 along y: beyond 2/L all diverge.
    await setState(figure, { landscape: 'bowl', rate: 0.6, limit: 1000 });
    expect((await report(figure)).diverged).toBe(1);
    await expect.poll(painted).toEqual([0, 0]);
    await setState(figure, { rate: 1e-4, limit: 10 });
    expect((await report(figure)).unfinished).toBeGreaterThan(0.99);
    await expect.poll(async () => (await painted())[1]).toBeGreaterThan(0.9);
    const swatches = await rows(figure)
      .locator('.swatch')
      .evaluateAll((all) => all.slice(-2).map((swatch) => getComputedStyle(swatch).backgroundImage));
    expect(swatches[0]).toBe('none');
    expect(swatches[1]).toContain('repeating-linear-gradient');
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
