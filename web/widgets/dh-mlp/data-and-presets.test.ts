/** Data that readers bring themselves, and settings that are known. */
import { expect, test } from '../../testing/fixtures.ts';
import { bringIntoView, button, facts, setState, settled, status } from '../../testing/figure.ts';
import { open, report, show } from './playground.ts';

test('points are drawn and erased on the plane by mouse, and put at the marked point by keyboard', async ({ page }) => {
  const figure = await open(page);
  await show(page, figure);
  const points = async () => (await facts(figure)).state.points as number[][];
  const pixel = async ([x, y]: readonly number[]) => {
    const box = (await figure.locator('.map .area').boundingBox())!;
    return [box.x + ((x + 6) / 12) * box.width, box.y + ((6 - y) / 12) * box.height] as const;
  };
  const stroke = async (from: readonly number[], to: readonly number[]) => {
    await bringIntoView(figure.locator('.map'));
    await page.mouse.move(...(await pixel(from)));
    await page.mouse.down();
    await page.mouse.move(...(await pixel(to)), { steps: 40 });
    await page.mouse.up();
    await settled(figure);
  };
  // The reader's own points begin as those that are there.
  await figure.getByRole('combobox', { name: 'Data', exact: true }).selectOption('own');
  await expect.poll(async () => (await points()).length).toBe(300);
  await button(figure, 'Erase all').click();
  await expect(status(figure)).toContainText('There are no points.');
  await button(figure, 'Put class 1').click();
  await stroke([-4, 3], [4, 3]);
  const blue = await points();
  const { width } = (await figure.locator('.map .area').boundingBox())!;
  expect(blue.length).toBeGreaterThan(width / 12 / 3);
  expect(blue.length).toBeLessThanOrEqual(Math.ceil(((8 / 12) * width) / 12) + 1);
  for (const [index, [x, y, label]] of blue.entries()) {
    expect(label).toBe(1);
    expect(y).toBeCloseTo(3, 1);
    if (index > 0) expect(x).toBeGreaterThan(blue[index - 1][0]);
  }
  expect(blue[0][0]).toBeCloseTo(-4, 1);
  await button(figure, 'Put class 0').click();
  await stroke([4, -3], [-4, -3]);
  const both = await points();
  expect(both.slice(0, blue.length)).toEqual(blue);
  expect(both.filter(([, , label]) => label === 0).length).toBe(both.length - blue.length);
  // It learns them: one line parts them.
  await setState(figure, { layers: [], rate: 0.3, at: 50 });
  expect((await report(figure)).accuracy).toBe(1);
  await button(figure, 'Erase').click();
  await stroke([-5, 3], [0, 3]);
  const left = (await points()).filter(([, , label]) => label === 1);
  expect(left).toEqual(blue.filter(([x]) => x > (14 / width) * 12));
  // By keyboard, at the point to look at.
  await button(figure, 'Put class 2').focus();
  await page.keyboard.press('Enter');
  await expect(button(figure, 'Put class 2')).toHaveAttribute('aria-pressed', 'true');
  await button(figure, 'Put one at the point to look at').focus();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await points()).at(-1)).toEqual([2, 1, 2]);
  expect((await report(figure)).confusion.length).toBe(9);
  await button(figure, 'Erase').click();
  await button(figure, 'Erase around the point to look at').click();
  await expect.poll(async () => (await points()).some(([, , label]) => label === 2)).toBe(false);
  // Looking draws nothing, and neither does a brush left in hand once other data are shown.
  const before = await points();
  await button(figure, 'Only look').click();
  await stroke([-4, 0], [4, 0]);
  expect(await points()).toEqual(before);
  await button(figure, 'Put class 1').click();
  await setState(figure, { data: 'xor' });
  await stroke([-4, 0], [4, 0]);
  expect((await facts(figure)).state).toMatchObject({ data: 'xor', points: before });
});

test('known settings are chosen from a list, and say why they go as they do until one of them is changed', async ({
  page,
}) => {
  const figure = await open(page, '#mlp?at=3');
  await show(page, figure);
  const list = figure.getByRole('combobox', { name: 'Settings to try' });
  await expect(list.locator('option:checked')).toHaveText('goes well: circle');
  await list.selectOption({ label: 'goes badly: too large a rate' });
  await expect(figure.getByText('after a few of them the numbers leave their range')).toBeVisible();
  expect((await facts(figure)).state).toMatchObject({ activation: 'leaky-relu', layers: [8, 8], rate: 10, at: 0 });
  await setState(figure, { at: 1 });
  expect(await report(figure)).toMatchObject({ outcome: 'diverged', cause: 'learning-rate' });
  await list.selectOption({ label: 'goes well: squares and no hidden layer' });
  await setState(figure, { at: 100, seed: 5 });
  expect((await report(figure)).testAccuracy).toBeGreaterThan(0.95);
  await expect(figure.getByText('the border of a disc is linear')).toBeVisible();
  await setState(figure, { features: 'x1' });
  await expect(list.locator('option:checked')).toHaveText('your own settings');
  await expect(figure.getByText('the border of a disc is linear')).toHaveCount(0);
});
