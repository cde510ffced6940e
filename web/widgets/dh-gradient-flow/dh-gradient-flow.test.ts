import { expect, test } from '../../testing/fixtures.ts';
import type { Locator, Page } from '@playwright/test';
import { button, facts, openFigure, savedData, setState, status, testAccessibility } from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/neural-networks/activations/${hash}`, '#gradient-flow');

interface Report {
  step: number;
  outcome: string;
  loss: number;
  share: number | null;
  dead: number;
  saturated: number;
}
const report = async (figure: Locator) => (await facts(figure)).report as unknown as Report;

const START = { layers: 10, width: 16, activation: 'sigmoid', initialisation: 'xavier', rate: 0.1, seed: 1, at: 0 };

test('slopes fade, last or explode with the activation and the initialisation', async ({ page }) => {
  const figure = await open(page);
  for (const [state, least, most, sentence] of [
    // Each of the nine sigmoids on the way has a slope of at most 1/4; that is 4 · 10⁻⁶, times weights of about 1.
    [{}, 0, 1e-5, 'faded on the way'],
    [{ activation: 'tanh' }, 0.1, 10, 'times as large as in the last hidden one.'],
    [{ activation: 'relu', initialisation: 'he' }, 0.1, 10, 'times as large as in the last hidden one.'],
    [{ activation: 'tanh', initialisation: 'too-small' }, 0, 1e-7, 'faded on the way'],
    [{ activation: 'relu', initialisation: 'too-large' }, 100, 1e8, 'exploded on the way'],
  ] as const) {
    await setState(figure, { ...START, ...state });
    const { share } = await report(figure);
    expect(share, JSON.stringify(state)).toBeGreaterThan(least);
    expect(share, JSON.stringify(state)).toBeLessThan(most);
    await expect(status(figure)).toContainText(sentence);
  }
});

test('it learns while it is watched, goes back exactly, and its numbers are saved layer by layer', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, activation: 'tanh', at: 99 });
  const before = await report(figure);
  await button(figure, 'One step forward').click();
  await expect.poll(async () => (await report(figure)).step).toBe(100);
  expect((await report(figure)).loss).toBeLessThan(0.2);
  await expect(status(figure)).toContainText('After 100 updates');
  await button(figure, 'One step back').click();
  await expect.poll(async () => (await report(figure)).step).toBe(99);
  expect(await report(figure)).toEqual(before);

  const rows = (await savedData(figure)).trim().split('\r\n');
  expect(rows).toHaveLength(1 + 10);
  const sizes = rows.slice(1).map((row) => Number(row.split(',')[3]));
  expect(sizes[0] / sizes[9]).toBeCloseTo(before.share!, 10);
});

test('dead units are counted; with all weights 0 nothing comes back; one layer has no way', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, layers: 4, activation: 'relu', initialisation: 'too-large', at: 20 });
  const { dead } = await report(figure);
  expect(dead).toBeGreaterThan(5);
  await expect(status(figure)).toContainText(`${dead} units are dead`);
  const counts = (await savedData(figure)).trim().split('\r\n').slice(1).map((row) => Number(row.split(',')[5])); // prettier-ignore
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(dead);
  await setState(figure, { activation: 'leaky-relu', at: 0 });
  expect((await report(figure)).dead).toBe(0);

  await setState(figure, { ...START, activation: 'relu', initialisation: 'zero' });
  expect(await report(figure)).toMatchObject({ share: null, dead: 160 });
  await expect(status(figure)).toContainText('nothing comes back to the others');
  await setState(figure, { ...START, layers: 1 });
  expect((await report(figure)).share).toBe(1);
});

test('a layer explains itself in every plot, by mouse and by keys, and its size in the table', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, layers: 4, activation: 'relu', initialisation: 'too-large', at: 20 });
  const layer = (index: number) => (text: string) => Number(text.split(',')[index]);
  const [, ...rows] = (await savedData(figure)).trim().split('\r\n');
  const [sizes, dead] = [rows.map(layer(3)), rows.map(layer(5))];
  const target = (plot: string, number: number) => figure.locator(`.${plot}`).getByRole('button', { name: `layer ${number}`, exact: true }); // prettier-ignore
  const panel = page.getByRole('dialog');

  await target('values', 3).click();
  await expect(panel).toContainText(`Units with slope 0 on every sample: ${dead[2]}.`);
  await page.keyboard.press('Escape');
  await target('slopes', 1).focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('Slopes of layer 2');
  await page.keyboard.press('Escape');

  await target('sizes', 1).click();
  await expect(panel).toContainText(
    `${Number((sizes[0] / sizes[3]).toPrecision(3))} times that of the last hidden layer`,
  );
  // The root of two squares, as it stands there.
  const [mean, deviation] = [...((await panel.locator('annotation').textContent())!).matchAll(/\(([^)]*)\)\^2/g)].map(([, number]) => Number(number)); // prettier-ignore
  expect(Math.hypot(mean, deviation) / sizes[0]).toBeCloseTo(1, 4);
  await page.keyboard.press('Escape');
  await figure.locator('tbody tr').nth(1).getByRole('button').click();
  await expect(panel).toContainText('Size of the slopes in layer 2');
});

test('divergence is told in words, and nonsense beside its field', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, layers: 4, activation: 'leaky-relu', initialisation: 'he', rate: 3, at: 100 });
  expect((await report(figure)).outcome).toBe('diverged');
  await expect(status(figure)).toContainText('The learning rate 3 is too large');
  await expect(figure).not.toContainText(/NaN|Infinity/);
  await figure.getByRole('textbox', { name: 'Units a layer m, exact value' }).fill('1.5');
  await expect(
    figure
      .getByRole('alert')
      .filter({ hasText: /1\.5|whole|range/ })
      .first(),
  ).toBeVisible();
  expect((await facts(figure)).state.width).toBe(16);
});

testAccessibility(open, '#gradient-flow', [
  [1280, '#gradient-flow?activation=relu&initialisation=he&at=20'],
  [360, '#gradient-flow?layers=3&width=4'],
]);
