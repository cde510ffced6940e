/** Data that readers bring themselves, and settings that are known. */
import { expect, test } from '../../testing/fixtures.ts';
import { bringIntoView, button, facts, setState, settled, status } from '../../testing/figure.ts';
import { open, report, show, unit } from '../../testing/playground.ts';

test('points are drawn and erased on the plane by mouse, and put at the marked point by keyboard', async ({ page }) => {
  test.slow();
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
  // A single point is enough to learn from; nothing of it is kept for testing.
  await button(figure, 'Put class 0').click();
  await stroke([-4, -4], [-4, -4]);
  await setState(figure, { at: 20 });
  expect(await report(figure)).toMatchObject({ accuracy: 1, testLoss: null, predicted: 0 });
  await button(figure, 'Erase all').click();
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

test('points are typed, pasted or opened as a table, with classes by name; nothing changes until they are taken', async ({
  page,
}) => {
  test.slow();
  const figure = await open(page);
  await show(page, figure);
  await setState(figure, { data: 'own', points: [[1, -2, 0], [3, 4, 1]] }); // prettier-ignore
  await figure.getByText('Type a table or open a CSV file').click();
  const text = figure.getByRole('textbox', { name: 'Table of points' });
  await expect(text).toHaveValue('x1,x2,class\n1,-2,0\n3,4,1');
  await text.fill('only,words\nof,no,use');
  await expect(figure.getByRole('alert')).toContainText('Two columns of numbers and one of classes are needed.');
  await text.fill('1,2,0\n-1,-2,1\n2,1,0\n');
  expect((await facts(figure)).state.points).toHaveLength(2);
  await button(figure, 'Use 3 points').click();
  await expect.poll(async () => (await facts(figure)).state.points).toEqual([[1, 2, 0], [-1, -2, 1], [2, 1, 0]]); // prettier-ignore
  await expect(text).toHaveValue('x1,x2,class\n1,2,0\n-1,-2,1\n2,1,0');
  // A file with names, far outside the plane: each axis is fitted unless the reader says otherwise.
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(figure, 'Open a CSV file').click()]);
  const content = 'mass;length;kind\n3000;1,5;owl\n5000;2,5;jay\n4000;2;\n3500;2,5;owl\n';
  await chooser.setFiles({ name: 'birds.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  await expect(figure.getByText('Classes: 0 = jay, 1 = owl. 1 row misses a value')).toBeVisible();
  await expect(figure.getByRole('checkbox', { name: /^Fit to the plane/ })).toBeChecked();
  await figure.getByRole('combobox', { name: 'Column for x₂' }).selectOption('mass');
  await button(figure, 'Use 3 points').click();
  const fitted = [[-5, -5, 1], [5, 5, 0], [-2.5, -2.5, 1]]; // prettier-ignore
  await expect.poll(async () => (await facts(figure)).state.points).toEqual(fitted);
});

test('exact numbers are under the pointer, and the plane takes the colours of the unit that is looked at', async ({
  page,
}) => {
  const figure = await open(page, '#mlp?at=20');
  const readout = figure.locator('.readout');
  const losses = figure.locator('.losses .area');
  await bringIntoView(losses);
  const box = (await losses.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(readout).toContainText('After 10 epochs: training loss 0.');
  await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2);
  const { loss, testLoss } = await report(figure);
  const said = `After 20 epochs: training loss ${Number(loss.toPrecision(6))}, test loss ${Number(testLoss.toPrecision(6))}`;
  await expect(readout).toContainText(said);
  const colours = () =>
    figure.evaluate((element) => {
      const [canvas] = element.shadowRoot!.querySelectorAll<HTMLCanvasElement>('.map canvas');
      return [...canvas.getContext('2d')!.getImageData(5, 5, 1, 1).data].join();
    });
  await unit(figure, 'input x₁').focus();
  await settled(figure);
  const left = await colours();
  await expect(readout).toContainText('input x₁: 2 at the marked point');
  await page.keyboard.press('ArrowDown');
  await expect(readout).toContainText('input x₂: 1 at the marked point');
  await settled(figure);
  // In the upper left corner x₁ is far below zero and x₂ far above.
  expect(await colours()).not.toBe(left);
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
