import { expect, test } from '../../testing/fixtures.ts';
import type { Page } from '@playwright/test';
import { facts, openFigure, savedData, setState, status, testAccessibility } from '../../testing/figure.ts';

/** With all that a prediction of the lesson holds back. */
async function open(page: Page, hash = '', language = 'en') {
  const figure = await openFigure(page, `${language}/neural-networks/linear-layers/${hash}`, '#matrix-shapes');
  await figure.evaluate((element) => element.removeAttribute('withheld'));
  return figure;
}

/** The matrices of the listing. */
const LISTING = {
  samples: 4,
  inputs: 3,
  outputs: 2,
  weightRows: 3,
  view: 'forward',
  x: [1, 2, 0, 0, 1, 3, 2, 1, 1, 1, 0, 2],
  w: [2, 0, 1, -1, 0, 3],
  b: [1, -2],
  g: [1, 0, 0, 2, -1, 1, 0, 0],
};

test('cells are sums of products, chosen by mouse and by keys, and slopes go back', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...LISTING, cell: [2, 1] });
  expect((await facts(figure)).report).toMatchObject({
    value: 2,
    fits: true,
    parameters: 8,
    numbers: 8,
    multiplications: 24,
  });
  await expect(figure.locator('.term')).toContainText('row 2, column 1');

  const cell = (row: number, column: number) => figure.locator(`[data-cell="${row - 1},${column - 1}"]`);
  await cell(3, 2).hover();
  await expect.poll(async () => (await facts(figure)).report.value).toBe(2 * 0 + 1 * -1 + 1 * 3 - 2);
  await cell(3, 2).focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await facts(figure)).state.cell).toEqual([2, 1]);
  await expect(cell(2, 1)).toBeFocused();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'O, row 2, column 1' });
  await expect(panel).toContainText('=2');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(cell(2, 1)).toBeFocused();

  for (const [view, chosen, value] of [
    ['weights', [1, 2], 1 * 0 + 0 * 2 + 2 * 1 + 1 * 0],
    ['biases', [1, 1], 1 + 0 - 1 + 0],
    ['inputs', [3, 2], -1 * 1 + 1 * -1],
  ] as const) {
    await setState(figure, { view, cell: [...chosen] });
    expect((await facts(figure)).report.value, view).toBe(value);
  }
});

test('numbers are edited in place, sizes keep what has a place, and what does not fit says so', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...LISTING, cell: [1, 1] });
  const first = figure.getByRole('textbox', { name: 'X, row 1, column 1' });
  for (const [typed, says] of [
    ['two', /two/],
    ['1000', /range/],
  ] as const) {
    await first.fill(typed);
    await expect(figure.locator('.figure > .error')).toContainText(says);
    expect((await facts(figure)).state.x).toEqual(LISTING.x);
  }
  await first.fill('-1/2');
  await expect.poll(async () => (await facts(figure)).report.value).toBe(-0.5 * 2 + 2 * 1 + 1);
  await expect(figure.locator('.figure > .error')).toHaveCount(0);

  await setState(figure, { samples: 2 });
  expect((await facts(figure)).state.x).toEqual([-0.5, ...LISTING.x.slice(1, 6)]);
  await setState(figure, { inputs: 2 });
  expect((await facts(figure)).state).toMatchObject({ weightRows: 2, x: [-0.5, 2, 0, 1], w: [2, 0, 1, -1] });

  await setState(figure, { weightRows: 1 });
  await expect(status(figure)).toContainText('the inner sizes 2 and 1 differ');
  await expect(figure.locator('.mismatch')).toContainText('Input 2 has no weight');
  // What has no output has no slopes either.
  for (const view of ['forward', 'weights', 'biases', 'inputs']) {
    await setState(figure, { view });
    expect((await facts(figure)).report).toMatchObject({ fits: false, numbers: 0 });
  }
  await setState(figure, { weightRows: 4 });
  await expect(figure.locator('.mismatch')).toContainText('Row 3 of W has no input');
  await expect(figure).not.toContainText(/NaN|Infinity/);
});

test('the result is saved as data; a link of the wrong length is told', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, LISTING);
  expect((await savedData(figure)).split('\r\n').slice(0, 3)).toEqual(['\ufeffrow,column,O', '1,1,5', '1,2,-4']);
  await page.goto('about:blank');
  const broken = await open(page, '#matrix-shapes?x=1,2,3');
  await expect(broken).toContainText(/Numbers of X/);
  expect((await facts(broken)).report.fits).toBe(true);
});

testAccessibility(open, '#matrix-shapes', [
  [1280, '#matrix-shapes?samples=3'],
  [360, '#matrix-shapes?samples=6&inputs=6&outputs=6&weight-rows=5'],
]);
