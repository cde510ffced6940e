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
  openFigure(page, `${language}/probability/random-variables/${hash}`, '#joint');

const COINS = [1, 1, 0, 1, 2, 1, 0, 1, 1];
const START = {
  distribution: 'table',
  options: {},
  rows: 3,
  columns: 3,
  cells: COINS,
  view: 'joint',
  given: 'x',
  x: 2,
  y: 1,
  brush: 'none',
  draws: 0,
  seed: 1,
};

const bell = (x: number, mean: number, deviation: number) =>
  Math.exp(-(((x - mean) / deviation) ** 2) / 2) / (deviation * Math.sqrt(2 * Math.PI));

/** A state, and by closed forms p(x, y), p(x), p(y) and what follows from the line. */
const CLOSED: [string, Record<string, unknown>, joint: number, x: number, y: number, conditional: number][] = [
  ['the coins', {}, 1 / 8, 1 / 4, 1 / 2, 1 / 2],
  ['the coins, Y known', { given: 'y' }, 1 / 8, 1 / 4, 1 / 2, 1 / 4],
  ['normal', { distribution: 'correlated-normal', options: { correlation: 0.6 }, x: 1, y: 0.5 }, bell(1, 0, 1) * bell(0.5, 0.6, 0.8), bell(1, 0, 1), bell(0.5, 0, 1), bell(0.5, 0.6, 0.8)],
  ['disc', { distribution: 'disc', options: { radius: 2 }, x: 1.2, y: 1 }, 1 / (4 * Math.PI), 3.2 / (4 * Math.PI), Math.sqrt(12) / (4 * Math.PI), 1 / 3.2],
  ['triangle', { distribution: 'triangle', given: 'y', x: 0.75, y: 0.5 }, 2, 1.5, 1, 2],
  ['mixed', { distribution: 'class-and-measure', options: { share: 0.5, gap: 2, deviation: 1 }, given: 'y', x: 1, y: 1 }, bell(1, 2, 1) / 2, 1 / 2, bell(1, 0, 1), 1 / 2],
]; // prettier-ignore

test('marginals and conditionals are those of closed forms, in every view', async ({ page }) => {
  test.slow();
  const figure = await open(page);
  for (const [name, patch, joint, marginalX, marginalY, conditional] of CLOSED) {
    for (const view of ['joint', 'marginal', 'conditional']) {
      await setState(figure, { ...START, ...patch, view });
      const { report } = await facts(figure);
      expect(report.joint, name).toBeCloseTo(joint, 12);
      expect(report.marginalX, name).toBeCloseTo(marginalX, 12);
      expect(report.marginalY, name).toBeCloseTo(marginalY, 12);
      expect(report.conditional, name).toBeCloseTo(conditional, 12);
      await expect(figure).not.toContainText(/NaN|Infinity|undefined/);
    }
  }
  // Every distribution of the list, as it begins.
  const list = figure.getByRole('combobox', { name: 'Joint distribution' });
  for (const name of await list.locator('option').allTextContents()) {
    await list.selectOption(name);
    await expect(figure.getByRole('alert')).toHaveCount(0);
    expect((await facts(figure)).report.conditional, name).toBeGreaterThanOrEqual(0);
    await expect(figure).not.toContainText(/NaN|Infinity|undefined/);
  }
});

test('the table is kept at a sum of 1, and says what was changed; nonsense is told', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, columns: 2, rows: 2, cells: [1, 2, 3, 4] });
  const cell = figure.getByRole('textbox', { name: 'P(X = 1, Y = 1)' });
  await cell.fill('0.7');
  await cell.press('Enter');
  await expect(figure.locator('.told')).toContainText('All other cells were multiplied by 0.5');
  const changed = (await facts(figure)).state.cells as number[];
  [0.05, 0.1, 0.15, 0.7].forEach((value, index) => expect(changed[index]).toBeCloseTo(value, 9));
  await cell.fill('1.2');
  await expect(figure.getByRole('alert')).toContainText('A probability lies between 0 and 1.');
  expect((await facts(figure)).state.cells).toEqual(changed);
  await cell.fill('one');
  await expect(figure.getByRole('alert')).toBeVisible();
  await cell.fill('0.7');
  await expect(figure.getByRole('alert')).toHaveCount(0);

  await setState(figure, { x: 1, y: 1 });
  await button(figure, 'Make independent, keep the marginals').click();
  await expect(status(figure)).toContainText('The two are independent.');
  const { report } = await facts(figure);
  expect(report.marginalX).toBeCloseTo(0.8, 9);
  expect(report.marginalY).toBeCloseTo(0.85, 9);
  expect(report.joint).toBeCloseTo(0.68, 9);
  // A table grows; what stood there keeps its proportions.
  await setState(figure, { columns: 3 });
  const grown = (await facts(figure)).state.cells as number[];
  expect(grown).toHaveLength(6);
  expect(grown[1] / grown[4]).toBeCloseTo(0.12 / 0.68, 9);
  await setState(figure, { cells: [0, 0, 0, 0, 0, 0] });
  await expect(figure.getByRole('alert')).toBeVisible();
  expect((await facts(figure)).state.cells).toEqual(grown);
});

test('the dot by mouse and keys; the line where nothing can be; numbers explain themselves', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, view: 'conditional' });
  const dot = figure.locator('.handle');
  await dot.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => (await facts(figure)).state).toMatchObject({ x: 1, y: 2 });
  await page.keyboard.press('ArrowUp');
  expect((await facts(figure)).state.y).toBe(2);
  await drag(page, dot, 120);
  await expect.poll(async () => (await facts(figure)).report.atX).toBe(2);

  await setState(figure, { ...START, view: 'conditional' });
  await button(figure, 'P(X = 2) = 0.25').click();
  await expect(page.getByRole('dialog')).toContainText('0+0.125+0.125');
  await page.keyboard.press('Escape');
  await button(figure, 'P(Y = 1 | X = 2) = 0.5').click();
  await expect(page.getByRole('dialog')).toContainText('divided by its sum');
  await page.keyboard.press('Escape');

  await setState(figure, { columns: 3, rows: 2, cells: [1, 0, 2, 3, 0, 2], x: 1, y: 1 });
  await expect(status(figure)).toContainText('P(X = 1) = 0, so it cannot be given as a condition.');
  expect((await facts(figure)).report.conditional).toBeNull();
  await button(figure, 'P(Y = 1 | X = 1): not defined').click();
  await expect(page.getByRole('dialog')).toContainText('0 over 0');
  await page.keyboard.press('Escape');
});

test('cells are painted and erased, each once a stroke', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, columns: 2, rows: 2, cells: [1, 1, 1, 1], x: 0, y: 0, brush: 'raise' });
  const map = (await figure.locator('.map .area').boundingBox())!;
  const at = (right: number, down: number) => [map.x + right * map.width, map.y + down * map.height] as const;
  await page.mouse.move(...at(0.6, 0.2));
  await page.mouse.down();
  await page.mouse.move(...at(0.9, 0.2), { steps: 4 });
  await page.mouse.move(...at(0.9, 0.9), { steps: 6 });
  await page.mouse.up();
  await setState(figure, { x: 1, y: 1 });
  // Two of four cells have got 1/4 more: 1/2 of 3/2.
  expect((await facts(figure)).report.joint).toBeCloseTo(1 / 3, 9);
  await expect(figure.locator('.told')).toContainText('Cells painted: 2.');
  await setState(figure, { brush: 'erase', x: 0, y: 0 });
  await page.mouse.click(...at(0.75, 0.2));
  await setState(figure, { x: 1, y: 1, brush: 'none' });
  expect((await facts(figure)).report.joint).toBe(0);
});

test('draws agree with the exact numbers, the change of view is seen or not, the file, the link', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, view: 'conditional', draws: 8000, y: 2 });
  const { report } = await facts(figure);
  // Five deviations of a share of 8,000, and of a share of those on the line.
  expect(Math.abs((report.onLine as number) / 8000 - 0.25)).toBeLessThan(5 * Math.sqrt(0.1875 / 8000));
  expect(Math.abs((report.share as number) - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / (report.onLine as number)));
  const [head, first] = (await savedData(figure)).replace('\ufeff', '').split('\r\n');
  expect(head).toBe('X,Y,"P(X, Y)",P(X),P(Y)');
  expect(first).toBe('0,0,0.125,0.25,0.25');

  const heights = () => figure.locator('[data-part~="marginal-x"] path.line').first().getAttribute('d');
  await setState(figure, { view: 'joint', draws: 0 });
  const whole = await heights();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await setState(figure, { view: 'marginal' });
  expect(await heights()).toBe(whole);
  await setState(figure, { view: 'joint' });
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await setState(figure, { view: 'marginal' });
  expect(await heights()).not.toBe(whole);
  await expect.poll(heights).toBe(whole);

  await setState(figure, { distribution: 'two-branches', options: { share: 0.3 }, view: 'conditional', x: 2, y: 1.5 });
  const { state } = await facts(figure);
  const parameters = await figure.evaluate(
    (element) => (element as unknown as { linkParameters: string }).linkParameters,
  );
  const again = await open(page, `#joint?${parameters}`);
  expect((await facts(again)).state).toEqual(state);
});

testAccessibility(open, '#joint', [
  [1280, '#joint?distribution=table&view=conditional&draws=300'],
  [360, '#joint?distribution=correlated-normal&view=marginal'],
  [360, '#joint?distribution=table&rows=8&columns=8&cells=' + Array.from({ length: 64 }, (_, i) => i % 5).join(',')],
]);
