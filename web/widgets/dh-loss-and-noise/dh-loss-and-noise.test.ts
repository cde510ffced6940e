import { expect, test } from '../../testing/fixtures.ts';
import type { Page } from '@playwright/test';
import {
  button,
  drag,
  facts,
  openFigure,
  savedData,
  setState,
  status,
  testAccessibility,
} from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/probability/why-probability/${hash}`, '#noise');

const START = {
  noise: 'gaussian',
  data: [2, 3, 3.5, 5, 8],
  centre: 6,
  scale: 1.5,
  from: 0,
  to: 10,
  counts: [6, 3, 1],
  probabilities: [0.2, 0.3, 0.5],
};

/** By hand: the loss of a centre, and log L of independent points, for each kind of noise. */
const LOSSES: Record<string, (data: number[], c: number) => number> = {
  gaussian: (data, c) => data.reduce((sum, y) => sum + (y - c) ** 2, 0) / data.length,
  laplace: (data, c) => data.reduce((sum, y) => sum + Math.abs(y - c), 0) / data.length,
  uniform: (data, c) => Math.max(...data.map((y) => Math.abs(y - c))),
};
const HEIGHTS: Record<string, (away: number, scale: number) => number> = {
  gaussian: (away, s) => Math.exp(-(away ** 2) / (2 * s * s)) / (s * Math.sqrt(2 * Math.PI)),
  laplace: (away, b) => Math.exp(-Math.abs(away) / b) / (2 * b),
  uniform: (away, h) => (Math.abs(away) <= h ? 1 / (2 * h) : 0),
};

test('loss, likelihood and the centre they pick, against sums by hand, for all kinds of noise', async ({ page }) => {
  const figure = await open(page);
  const lists = [[2, 3, 3.5, 5, 8], [2, 3, 4, 8], [-3, 0, 0.5, 6], [5]];
  for (const data of lists)
    for (const noise of ['gaussian', 'laplace', 'uniform'])
      for (const [centre, scale] of [
        [3.75, 1.5],
        [1, 7],
      ]) {
        await setState(figure, { ...START, noise, data, centre, scale });
        const { report } = await facts(figure);
        const told = `${noise} ${data} ${centre} ${scale}`;
        const product = data.reduce((all, y) => all * HEIGHTS[noise](y - centre, scale), 1);
        expect(report.loss, told).toBeCloseTo(LOSSES[noise](data, centre), 12);
        if (product === 0) expect(report.logLikelihood, told).toBeNull();
        else expect(report.logLikelihood, told).toBeCloseTo(Math.log(product), 10);
        // No other centre of a fine grid has a smaller loss.
        const least = Math.min(...Array.from({ length: 2001 }, (_, i) => LOSSES[noise](data, -5 + i / 100)));
        expect(report.leastLoss as number, told).toBeLessThanOrEqual(least + 1e-12);
        expect(LOSSES[noise](data, report.best as number), told).toBeCloseTo(report.leastLoss as number, 12);
        await expect(figure).not.toContainText(/NaN|Infinity|undefined/);
      }
});

test('an outlier moves the mean and not the median; the centre by mouse and keys; what is likeliest by a button', async ({
  page,
}) => {
  const figure = await open(page);
  await setState(figure, START);
  const last = figure.locator('.handle[aria-label="Point 5"]');
  await drag(page, last, 60);
  await expect.poll(async () => (await facts(figure)).report.mean).toBeGreaterThan(4.4);
  const { mean, median } = (await facts(figure)).report;
  expect(median).toBe(3.5);
  await last.focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(async () => (await facts(figure)).report.mean).toBeLessThan(mean as number);

  await setState(figure, START);
  const grips = figure.locator('.loss .handle, .noise .handle[aria-label="Centre"]');
  await expect(grips).toHaveCount(2);
  for (const index of [0, 1]) {
    await setState(figure, START);
    await drag(page, grips.nth(index), -50);
    await expect.poll(async () => (await facts(figure)).state.centre).toBeLessThan(6);
    expect((await facts(figure)).report.share).toBeGreaterThan(0.05);
  }
  await button(figure, 'Likeliest centre and width').click();
  await expect.poll(async () => (await facts(figure)).report.share).toBeCloseTo(1, 12);
  expect((await facts(figure)).state.scale).toBeCloseTo(Math.sqrt(4.36), 12);
  await expect(status(figure)).toContainText('Your centre 4.3 is the likeliest one.');
  await setState(figure, { noise: 'uniform' });
  await expect(status(figure)).toContainText('wherever the centre is, some point is out of reach');
  await button(figure, 'Likeliest centre and width').click();
  await expect(status(figure)).toContainText('as large as it gets');
});

test('numbers explain themselves; nonsense is told and the last good state stays; the data are saved', async ({
  page,
}) => {
  const figure = await open(page);
  await setState(figure, START);
  await button(figure, 'loss = 7.25').click();
  await expect(page.getByRole('dialog')).toContainText('squared');
  await page.keyboard.press('Escape');
  await button(figure, /^likelihood ÷ largest/).click();
  await expect(page.getByRole('dialog')).toContainText('log-likelihood');
  await page.keyboard.press('Escape');
  await button(figure, 'median = 3.5').click();
  await expect(page.getByRole('dialog')).toContainText('in the middle');
  await page.keyboard.press('Escape');

  await setState(figure, { data: [] });
  await expect(figure.getByRole('alert').filter({ hasText: 'Points' })).toBeVisible();
  expect((await facts(figure)).state.data).toEqual(START.data);
  await setState(figure, { ...START, scale: 0 });
  await expect(figure.getByRole('alert').filter({ hasText: 'Width of the noise' })).toBeVisible();
  expect((await facts(figure)).state.scale).toBe(1.5);
  await setState(figure, START);
  await setState(figure, { data: [1, 2, 40] });
  expect((await facts(figure)).state.to).toBeGreaterThan(40);
  await setState(figure, START);
  const [head, first] = (await savedData(figure)).replace('\ufeff', '').split('\r\n');
  expect(head).toBe('y,y − c,(y − c)²,height');
  expect(first.split(',').slice(0, 3)).toEqual(['2', '-4', '16']);
});

test('classes: cross-entropy against its sum, the shares are best, a bar follows and the others share the rest', async ({
  page,
}) => {
  const figure = await open(page);
  for (const [counts, p] of [
    [
      [6, 3, 1],
      [0.2, 0.3, 0.5],
    ],
    [
      [0, 4, 4],
      [0.5, 0.25, 0.25],
    ],
    [
      [7, 0, 0],
      [0.9, 0.05, 0.05],
    ],
  ] as const) {
    await setState(figure, { ...START, noise: 'categorical', counts, probabilities: p });
    const total = counts[0] + counts[1] + counts[2];
    const sum = (held: readonly number[]) =>
      counts.reduce((all: number, count, k) => all - (count ? (count / total) * Math.log(held[k]) : 0), 0);
    const { report } = await facts(figure);
    expect(report.crossEntropy).toBeCloseTo(sum(p), 12);
    expect(report.entropy).toBeCloseTo(sum(counts.map((count) => count / total)), 12);
    await button(figure, 'Make the probabilities the shares').click();
    await expect(status(figure)).toContainText('The probabilities are the shares');
    await expect(figure).not.toContainText(/NaN|Infinity|undefined/);
  }
  await setState(figure, { ...START, noise: 'categorical' });
  await drag(page, figure.locator('.handle[aria-label="Probability of rain"]'), 0, 40);
  await expect.poll(async () => ((await facts(figure)).state.probabilities as number[])[2]).toBeLessThan(0.5);
  const [sun, cloud, rain] = (await facts(figure)).state.probabilities as number[];
  expect(sun + cloud + rain).toBeCloseTo(1, 3);
  expect(cloud / sun).toBeCloseTo(1.5, 2);
  await button(figure, /^cross-entropy =/).click();
  await expect(page.getByRole('dialog')).toContainText('averaged');
  await page.keyboard.press('Escape');
  await setState(figure, { probabilities: [0.6, 0.4, 0] });
  await expect(status(figure)).toContainText('the likelihood is 0, and the cross-entropy is infinite');
  await setState(figure, { counts: [0, 0, 0] });
  await expect(figure.getByRole('alert').filter({ hasText: 'How often' })).toBeVisible();
  await setState(figure, { counts: [1.5, 1, 1] });
  await expect(figure.getByRole('alert').filter({ hasText: 'whole number' })).toBeVisible();
});

testAccessibility(open, '#noise', [
  [1280, '#noise?noise=laplace'],
  [360, '#noise?noise=uniform&data=2,3,3.5,5,18&scale=8&centre=10'],
  [360, '#noise?noise=categorical'],
]);
