import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from '../../testing/fixtures.ts';
import type { Locator, Page } from '@playwright/test';
import {
  PATIENCE,
  bringIntoView,
  button,
  complaints,
  drag,
  facts,
  openFigure,
  setState,
  settled,
  status,
  testAccessibility,
} from '../../testing/figure.ts';
import { longestTask } from '../../testing/main-thread.ts';
import type { Figure } from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/descent-on-data/pseudo-inverse/${hash}`, '#fit-line');

/** The points of the lesson's listing; NumPy gives intercept 1.14, slope 1.95 and loss 0.107 for them. */
const POINTS = [
  [0, 1.2],
  [1, 2.9],
  [2, 5.1],
  [3, 7.2],
  [4, 8.8],
];
const LISTING = { data: 'own', points: POINTS, degree: 1, intercept: 0, slope: 0, fit: true };

const report = async (figure: Locator) => (await facts(figure)).report as Record<string, number>;
const points = async (figure: Locator) => (await facts(figure)).state.points as number[][];

/** Where a point of the data has come to rest on the page. */
async function centreOf(figure: Locator, index: number): Promise<{ x: number; y: number }> {
  const point = figure.locator('.targets circle').nth(index);
  await settled(figure);
  await bringIntoView(point);
  const box = (await point.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('the numbers are those of the closed form', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, LISTING);
  const { rank, condition, bestLoss, handLoss, ratio } = await report(figure);
  const [intercept, slope] = (await facts(figure)).report.coefficients as number[];
  expect(intercept).toBeCloseTo(1.14, 10);
  expect(slope).toBeCloseTo(1.95, 10);
  expect(bestLoss).toBeCloseTo(0.107, 10);
  expect(rank).toBe(2);
  expect(condition).toBeCloseTo(4.739, 3);
  const squares = POINTS.reduce((sum, [, y]) => sum + y * y, 0);
  expect(handLoss).toBeCloseTo(squares, 9);
  expect(ratio).toBeCloseTo(squares / 0.107, 6);
  await expect(status(figure)).toContainText('with loss 0.107');
  await setState(figure, { intercept: 1.14, slope: 1.95 });
  expect((await report(figure)).ratio).toBeCloseTo(1, 9);
  for (const method of ['qr', 'normal-equations', 'refined']) {
    await setState(figure, { method });
    expect(((await facts(figure)).report.coefficients as number[])[1]).toBeCloseTo(1.95, 10);
  }
  // The intercept is left out of the penalty: the slope is Σ(x−x̄)(y−ȳ) / (Σ(x−x̄)² + λ) = 19.5 / (10 + λ).
  await setState(figure, { method: 'ridge', ridge: 5 });
  expect(((await facts(figure)).report.coefficients as number[])[1]).toBeCloseTo(1.3, 10);
});

test('by mouse: drag the line by its handles, drag, add and delete points', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, LISTING);
  const grip = figure.getByRole('slider', { name: 'Right handle of the line' });
  const before = await report(figure);
  await drag(page, grip, 0, -68);
  await expect.poll(async () => (await report(figure)).handLoss).toBeLessThan(before.handLoss);
  expect((await facts(figure)).state.slope).toBeGreaterThan(0);

  const place = await centreOf(figure, 2);
  await page.mouse.move(place.x, place.y);
  await page.mouse.down();
  await page.mouse.move(place.x, place.y - 40, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await points(figure))[2][1]).toBeGreaterThan(5.5);
  expect((await points(figure))[2][0]).toBeCloseTo(2, 1);

  await page.mouse.click(place.x, place.y + 60);
  await expect.poll(async () => (await points(figure)).length).toBe(6);
  const added = (await points(figure))[5];
  expect(added[0]).toBeCloseTo(2, 1);

  await figure.getByRole('checkbox', { name: 'Delete by click' }).check();
  await page.mouse.click(...(Object.values(await centreOf(figure, 5)) as [number, number]));
  await expect.poll(async () => (await points(figure)).length).toBe(5);
  // An empty place adds nothing while clicks delete.
  const below = await centreOf(figure, 2);
  await page.mouse.click(below.x, below.y + 60);
  expect(await points(figure)).toHaveLength(5);
});

test('by keyboard: points and line', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, LISTING);
  const point = figure.getByRole('slider', { name: 'Point', exact: true });
  await point.focus();
  await expect(point).toHaveAttribute('aria-valuetext', /Point 1 of 5/);
  await page.keyboard.press('PageDown');
  await expect(point).toHaveAttribute('aria-valuetext', /Point 2 of 5/);
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(async () => (await points(figure))[1][1]).toBeGreaterThan(3.3);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await points(figure)).length).toBe(6);
  await expect(point).toHaveAttribute('aria-valuetext', /Point 6 of 6/);
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await points(figure)).length).toBe(5);
  await expect(point).toBeFocused();

  const grip = figure.getByRole('slider', { name: 'Left handle of the line' });
  await grip.focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => (await facts(figure)).state.intercept).toBeGreaterThan(0);

  const slope = figure.getByRole('textbox', { name: 'Slope of your line β₁, exact value' });
  await slope.fill('39/20');
  await expect.poll(async () => (await facts(figure)).state.slope).toBe(1.95);
  await slope.fill('steep');
  await expect(figure.locator('dh-slider div.error')).toBeVisible();
  expect((await facts(figure)).state.slope).toBe(1.95);
});

test('one point, points on a vertical line and no points are answered and explained', async ({ page }) => {
  const figure = await open(page, '#fit-line?data=own&points=2,5&degree=1&fit=1');
  let found = await facts(figure);
  expect(found.state.points).toEqual([[2, 5]]);
  (found.report.coefficients as number[]).forEach((beta, index) => expect(beta).toBeCloseTo([1, 2][index], 12));
  await expect(status(figure)).toContainText('fewer points than coefficients');

  await page.evaluate(() => (location.hash = '#fit-line?data=own&points=2,4;2,5;2,6&degree=1&fit=1'));
  await expect.poll(async () => (await report(figure)).points).toBe(3);
  found = await facts(figure);
  expect(found.report.rank).toBe(1);
  (found.report.coefficients as number[]).forEach((beta, index) => expect(beta).toBeCloseTo([1, 2][index], 12));
  for (const method of ['pseudo-inverse', 'qr', 'normal-equations']) {
    await setState(figure, { method });
    await expect(status(figure)).toContainText('All points have the same x');
  }
  await setState(figure, { method: 'pseudo-inverse', points: [] });
  await expect(status(figure)).toContainText('There are no points yet');
  await button(figure, 'Add a point').click();
  await expect.poll(async () => (await report(figure)).points).toBe(1);
  await expect(figure).not.toContainText(/NaN|Infinity|undefined/);
});

test('a polynomial goes through as many points as it has coefficients; a cutoff lowers the rank', async ({ page }) => {
  const figure = await open(page, '#fit-line?data=own&points=0,1;1,0;2,3;3,1&degree=1&fit=1');
  expect((await report(figure)).bestLoss).toBeGreaterThan(1);
  await setState(figure, { degree: 3 });
  expect((await report(figure)).bestLoss).toBeLessThan(1e-6);
  await expect(status(figure)).toContainText('passes through every point');
  expect((await report(figure)).ratio).toBeNull();
  await setState(figure, { cutoff: 0.05 });
  expect((await report(figure)).rank).toBeLessThan(4);
  await expect(figure.locator('.spectrum')).toBeVisible();
  await setState(figure, { method: 'qr' });
  await expect(figure.locator('.spectrum')).toBeHidden();
});

test('rounding noise reads as 0 and stays in the report; the singular values have a title', async ({ page }) => {
  const figure = await open(page, '#fit-line?data=own&points=2,5&fit=1&intercept=5&slope=0');
  expect((await report(figure)).fitLoss).toBeLessThan(1e-29);
  await expect(status(figure)).toContainText('from 1 point, with loss 0.');
  await expect(figure.locator('.details')).not.toContainText('×10⁻');
  await setState(figure, { points: [[0, 1], [1, 3], [2, 5], [3, 7]], degree: 15 }); // prettier-ignore
  await expect(status(figure)).toContainText('from 4 points, with loss 0.');
  await expect(figure.locator('.spectrum .axis-label')).toHaveText(['j', /^Singular values of X σ/]);
});

test('every data set can be shown, real ones with their source', async ({ page }) => {
  const found = complaints(page);
  const figure = await open(page);
  const list = figure.getByRole('combobox', { name: 'Data', exact: true });
  const ids = await list.locator('option').evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  expect(ids).toEqual(expect.arrayContaining(['line', 'outliers', 'cars', 'penguins', 'anscombe-4', 'own']));
  await setState(figure, { fit: true });
  for (const id of ids.filter((one) => one !== 'own')) {
    await setState(figure, { data: id });
    const { report: shown } = await facts(figure);
    expect(shown.points).toBeGreaterThan(5);
    expect(shown.bestLoss).toBeGreaterThanOrEqual(0);
  }
  await setState(figure, { data: 'penguins' });
  await expect(figure.locator('.credit')).toContainText('CC0');
  expect((await report(figure)).points).toBe(342);
  // Anscombe made the four alike: the same line for each.
  for (const id of ['anscombe-1', 'anscombe-2', 'anscombe-3', 'anscombe-4']) {
    await setState(figure, { data: id });
    const [intercept, slope] = (await facts(figure)).report.coefficients as number[];
    expect(intercept).toBeCloseTo(3, 1);
    expect(slope).toBeCloseTo(0.5, 2);
  }
  await list.selectOption('own');
  await expect.poll(async () => (await points(figure)).length).toBe(11);
  await setState(figure, { data: 'nothing' });
  await expect(figure.locator('.controls .error')).toContainText('penguins');
  expect((await report(figure)).points).toBe(11);
  expect(found).toEqual([]);
});

test('own data are typed, opened and saved; bad rows are named and nothing is lost', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, LISTING);
  await figure.locator('summary', { hasText: 'Your own data' }).click();
  const text = figure.getByRole('textbox', { name: 'Table of points' });
  await expect(text).toHaveValue('x,y\n0,1.2\n1,2.9\n2,5.1\n3,7.2\n4,8.8');
  await text.fill('speed;distance\n1,5;2\n2,5;x\n3;4;5\n4;8\n');
  const editor = figure.locator('dh-data-editor');
  await expect(editor).toContainText('1 cell is no number and counts as having no value (line 3: “x”)');
  await expect(editor).toContainText('Line 4: left out, it has 3 fields');
  await expect(editor.getByRole('combobox', { name: 'Read as' }).first().locator('option:checked')).toHaveText(
    '1234,5',
  );
  expect((await report(figure)).points).toBe(5);
  await button(editor, 'Use 2 points').click();
  await expect.poll(async () => await points(figure)).toEqual([[1.5, 2], [4, 8]]); // prettier-ignore
  await expect(figure.locator('svg').first()).toBeVisible();
  await expect(text).toHaveValue('speed,distance\n1.5,2\n4,8');

  await text.fill('only words\nhere');
  await expect(editor).toContainText('Two columns of numbers are needed');
  await text.fill('hello');
  await expect(editor).toContainText('No row can be read');
  await expect(editor).not.toContainText('No row has both values');
  await text.fill('');
  await expect(editor).toContainText('The table is empty');
  expect((await report(figure)).points).toBe(2);

  await editor.locator('input[type=file]').setInputFiles({
    name: 'three.csv',
    mimeType: 'text/csv',
    // A syllable that only Korean Windows has.
    buffer: Buffer.concat([
      Buffer.from([0x8c, 0x63, 0xb9, 0xe6, 0xb0, 0xa2]),
      Buffer.from(',a,b,c\n"one, first",1,2,3\ntwo,,5,6\nthree,7,8,9\n'),
    ]),
  });
  await expect(editor).toContainText('three.csv: 3 rows of 4 columns');
  await expect(editor).toContainText('“똠방각”: text.');
  await expect(editor).toContainText('1 row misses a value');
  await editor.getByRole('combobox', { name: 'Column for x' }).selectOption('c');
  await editor.getByRole('combobox', { name: 'Column for y' }).selectOption('b');
  await button(editor, 'Use 3 points').click();
  await expect.poll(async () => await points(figure)).toEqual([[3, 2], [6, 5], [9, 8]]); // prettier-ignore

  const [download] = await Promise.all([page.waitForEvent('download'), button(editor, 'Save as CSV').click()]);
  expect(await readFile(await download.path(), 'utf8')).toMatch(/^\ufeffc,b\r?\n3,2\r?\n6,5\r?\n9,8\r?\n$/);
});

test('a file of 100,000 rows does not freeze the page, is drawn, and stays out of the link', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const figure = await open(page);
  await setState(figure, { fit: true });
  await figure.locator('summary', { hasText: 'Your own data' }).click();
  const editor = figure.locator('dh-data-editor');
  const rows = Array.from({ length: 100_000 }, (_, row) => `${row % 1000},${2 * (row % 1000) + 1 + Math.sin(row)}`);
  // From the disk, as a reader's file comes: a buffer would have to pass through the page first.
  const file = test.info().outputPath('large.csv');
  await writeFile(file, `x,y\n${rows.join('\n')}`);
  const longest = await longestTask(page, async () => {
    await editor.locator('input[type=file]').setInputFiles(file);
    await button(editor, 'Use 100,000 points').click();
    await expect.poll(async () => (await report(figure)).points, { timeout: PATIENCE }).toBe(100_000);
  });
  expect(((await facts(figure)).report.coefficients as number[])[1]).toBeCloseTo(2, 3);
  await expect(figure.locator('.hint').first()).toContainText('too many to move by hand');
  // On a machine that is slow to read such a file in the page itself, all takes longer.
  const reading = await longestTask(page, () =>
    page.evaluate(() => {
      const line = (_: unknown, row: number) => `${row % 1000},${2 * (row % 1000) + 1 + Math.sin(row)}`;
      const text = Array.from({ length: 100_000 }, line).join('\n');
      return text.split('\n').map((one) => one.split(',').map(Number)).length;
    }),
  );
  expect(longest).toBeLessThan(Math.max(300, 2 * reading));

  await button(figure, 'Save and share').click();
  await button(figure, 'Copy a link to this state').click();
  await expect(figure.locator('dh-notice')).toContainText('stay on this page');
  expect(await page.evaluate(() => navigator.clipboard.readText())).not.toContain('loaded');
});

test('links: the state comes back, a broken one gives the defaults', async ({ page }) => {
  test.slow();
  const figure = await open(page, '#fit-line?data=outliers&degree=1&fit=1');
  expect((await facts(figure)).state).toMatchObject({ data: 'outliers', fit: true, slope: 0 });
  await setState(figure, { ...LISTING, slope: -1.5, method: 'ridge' });
  const { state } = await facts(figure);
  const link = await figure.evaluate((element) => (element as Element as Figure).linkParameters);
  await page.goto('about:blank');
  expect((await facts(await open(page, `#fit-line?${link}`))).state).toEqual(state);
  for (const broken of ['data=nowhere', 'points=1,2;3', 'degree=99', 'points=1,x']) {
    await page.goto('about:blank');
    const other = await open(page, `#fit-line?${broken}`);
    await expect(other.locator('dh-notice')).toContainText('The state in the link cannot be read');
    expect((await facts(other)).state).toMatchObject({ data: 'line', points: [], degree: 1 });
  }
});

testAccessibility(open, '#fit-line', [[360, '#fit-line?data=penguins&degree=3&fit=1&squares=1']], (figure) =>
  figure.locator('.details summary').click(),
);
