import { expect, test } from '../../testing/fixtures.ts';
import type { Page } from '@playwright/test';
import { facts, openFigure, savedData, setState, status, testAccessibility } from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/further/epoch-and-iteration/${hash}`, '#epochs');

const LESSON = { samples: 14, batch: 4, epochs: 3, shuffled: true, dropLast: false, seed: 1, at: 0 };

/** The rows of the saved table: sample, place, batch, times used. */
const rows = (csv: string) =>
  csv
    .trim()
    .split('\r\n')
    .slice(1)
    .map((row) => row.split(','));

test('counts are those of the formula, with and without the partial batch', async ({ page }) => {
  const figure = await open(page);
  for (const [samples, batch, epochs] of [
    [14, 4, 3],
    [23, 5, 4],
    [200, 1, 20],
    [12, 12, 2],
    [1, 1, 1],
  ])
    for (const dropLast of [false, true]) {
      await setState(figure, { ...LESSON, samples, batch, epochs, dropLast, at: 4000 });
      const perEpoch = dropLast ? Math.floor(samples / batch) : Math.ceil(samples / batch);
      const used = dropLast ? perEpoch * batch : samples;
      const { report } = await facts(figure);
      expect(report).toMatchObject({
        iterationsPerEpoch: perEpoch,
        iterations: perEpoch * epochs,
        iteration: perEpoch * epochs,
        epoch: epochs,
        lastBatch: used - (perEpoch - 1) * batch,
        batchSize: used - (perEpoch - 1) * batch,
        samplesSeen: used * epochs,
      });
      if (!dropLast) expect(report).toMatchObject({ leastUsed: epochs, mostUsed: epochs, neverUsed: 0 });
    }
});

test('step by step by keyboard: tiles are used up, and the next epoch has another order', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, LESSON);
  await expect(status(figure)).toContainText('12 iterations lie ahead: 4 in each of 3 epochs');
  await figure.locator('.figure').focus();
  const tiles = () => figure.locator('.tiles .tile').allTextContents();
  const first = await tiles();
  for (let at = 1; at <= 4; at++) {
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await facts(figure)).report.iteration).toBe(at);
    await expect(figure.locator('li.used')).toHaveCount(at - 1);
    await expect(figure.locator('li.latest .tile')).toHaveCount(at < 4 ? 4 : 2);
  }
  expect(await tiles()).toEqual(first);
  await expect(status(figure)).toContainText(
    'Iteration 4 of 12: epoch 1, batch 4 of 4, 2 samples. Each sample has been used 1 time.',
  );
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await facts(figure)).report.epoch).toBe(2);
  const second = await tiles();
  expect(second).not.toEqual(first);
  expect([...second].sort()).toEqual([...first].sort());
  await expect(status(figure)).toContainText('used 1 to 2 times');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await facts(figure)).report.iteration).toBe(4);
  expect(await tiles()).toEqual(first);
  await page.keyboard.press('End');
  await expect.poll(async () => (await facts(figure)).report.iteration).toBe(12);
});

test('what is dropped: with shuffling somebody else each time, in their own order always the same', async ({
  page,
}) => {
  const figure = await open(page, '#epochs?samples=14&batch=4&epochs=12&shuffled=false&drop-last=true&at=36');
  await expect(status(figure)).toContainText('2 samples have never been used');
  await expect(figure.locator('li.left-out .tile')).toHaveText(['13', '14']);
  const own = rows(await savedData(figure));
  expect(own.map(([sample, place]) => sample === place)).not.toContain(false);
  expect(own.map((row) => row[3])).toEqual([...new Array<string>(12).fill('12'), '0', '0']);
  expect(own.map((row) => row[2]).slice(-3)).toEqual(['3', '', '']);
  await setState(figure, { shuffled: true, at: 36 });
  const shuffled = rows(await savedData(figure)).map((row) => Number(row[3]));
  expect(shuffled.reduce((sum, times) => sum + times, 0)).toBe(12 * 12);
  expect((await facts(figure)).report).toMatchObject({
    leastUsed: Math.min(...shuffled),
    mostUsed: Math.max(...shuffled),
    neverUsed: 0,
  });
});

test('wrong entries are explained and the last good state stays; fewer samples take the batch along', async ({
  page,
}) => {
  const figure = await open(page);
  await setState(figure, LESSON);
  const batch = figure.getByRole('textbox', { name: /Batch size b, exact value/ });
  for (const [text, sentence] of [
    ['15', 'outside the range'],
    ['0', 'outside the range'],
    ['2.5', 'whole number'],
    ['many', ''],
  ]) {
    await batch.fill(text);
    await expect(figure.locator('dh-slider div.error')).toBeVisible();
    await expect(figure.locator('dh-slider div.error')).toContainText(sentence);
    expect((await facts(figure)).state.batch).toBe(4);
  }
  await setState(figure, { samples: 3 });
  expect((await facts(figure)).state).toMatchObject({ samples: 3, batch: 3 });
  await figure.getByRole('button', { name: '3', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('Iterations per epoch times epochs');
  await page.keyboard.press('Escape');
});

testAccessibility(open, '#epochs', [
  [1280, '#epochs?at=5'],
  [360, '#epochs?samples=200&batch=7&epochs=20&drop-last=true&at=100'],
]);
