import { expect, test } from '../../testing/fixtures.ts';
import type { Locator, Page } from '@playwright/test';
import {
  PATIENCE,
  bringIntoView,
  button,
  facts,
  openFigure,
  savedData,
  setState,
  status,
  testAccessibility,
} from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/neural-networks/digits/${hash}`, '#digits');

interface Report {
  loaded: boolean;
  epoch: number;
  outcome: string;
  accuracy: number;
  testAccuracy: number;
  wrong: number;
  digit: number | null;
  predicted: number;
  sure: number;
  strokes: number;
  points: number;
  parameters: number;
  confusion: number[];
  probabilities: number[];
  seen: number[];
}
const report = async (figure: Locator) => (await facts(figure)).report as unknown as Report;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** A nine: a ring and a tail, of some height, turned by an angle, its middle at a place of the sheet. */
function nine(middle: readonly [number, number], height: number, angle = 0): number[][] {
  const point = (x: number, y: number) => {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return [
      Math.round(middle[0] + height * (cos * x - sin * y)),
      Math.round(middle[1] + height * (sin * x + cos * y)),
      0,
    ];
  };
  const ring = Array.from({ length: 25 }, (_, step) => (2 * Math.PI * step) / 24);
  return [...ring.map((turn) => point(0.25 * Math.cos(turn), 0.25 * Math.sin(turn) - 0.22)), point(0.18, 0.5)];
}

test('it learns real digits in seconds, counts what it gets wrong, reads what is drawn, and goes back exactly', async ({
  page,
}) => {
  test.slow();
  const figure = await open(page);
  expect((await report(figure)).loaded).toBe(false);
  await expect(button(figure, /^Fetch digits/)).toBeVisible();

  const began = Date.now();
  await button(figure, /^Train for 15 epochs/).click();
  await expect(button(figure, 'Cancel')).toBeVisible();
  await expect(figure.locator('progress')).toBeVisible();
  await expect(figure.locator('.strip')).toContainText(/About \d+ (?:s|minutes?) left/, { timeout: PATIENCE });
  await expect.poll(async () => (await report(figure)).outcome, { timeout: 120_000 }).toBe('epochs-reached');
  const seconds = (Date.now() - began) / 1000;
  const trained = await report(figure);
  test.info().annotations.push({ type: 'measured', description: `${100 * trained.testAccuracy}% in ${seconds} s` });
  expect(trained.testAccuracy).toBeGreaterThanOrEqual(0.96);
  expect(trained.parameters).toBe(784 * 128 + 128 + 128 * 10 + 10);

  // The confusion matrix counts each test digit once; its diagonal is what is right.
  const diagonal = sum(trained.confusion.filter((_, index) => index % 11 === 0));
  const all = sum(trained.confusion);
  expect(Math.abs(all - 1000)).toBeLessThanOrEqual(5);
  expect(diagonal / all).toBeCloseTo(trained.testAccuracy, 12);
  expect(trained.wrong).toBe(all - diagonal);
  await expect(status(figure)).toContainText(`${diagonal} are read rightly`);
  await expect(figure.locator('.mistakes li')).toHaveCount(trained.wrong);
  await expect(figure.locator('.wall canvas')).toHaveCount(128);

  // A nine is a nine, however it is drawn.
  for (const [drawing, pen] of [
    [nine([140, 140], 200), 2.4],
    [nine([220, 220], 60), 2.4],
    [nine([140, 140], 200), 0.2],
    [nine([140, 140], 200), 5],
    [nine([140, 140], 200, 0.2), 2.4],
    [nine([140, 140], 200, -0.2), 2.4],
  ] as const) {
    await setState(figure, { drawing, pen });
    const { predicted, probabilities, seen } = await report(figure);
    expect(predicted, `pen ${pen}`).toBe(9);
    expect(sum(probabilities)).toBeCloseTo(1, 5);
    const ink = sum(seen);
    expect(sum(seen.map((share, pixel) => share * ((pixel % 28) + 0.5))) / ink).toBeCloseTo(14, 1);
    expect(sum(seen.map((share, pixel) => share * (Math.floor(pixel / 28) + 0.5))) / ink).toBeCloseTo(14, 1);
    expect(Math.max(...seen)).toBe(1);
  }

  // A mistake is looked at, its bar explains itself, and the drawing comes back.
  const mistake = figure.locator('.mistakes li button').first();
  await mistake.click();
  await expect.poll(async () => (await report(figure)).digit).not.toBeNull();
  const wrong = await report(figure);
  expect(wrong.predicted).not.toBe(wrong.digit);
  await expect(status(figure)).toContainText(`This ${wrong.digit} is taken for ${wrong.predicted}`);
  await figure.getByRole('button', { name: `Probability of ${wrong.predicted}:` }).click();
  await expect(page.getByRole('dialog')).toContainText('Softmax turns the ten scores');
  await page.keyboard.press('Escape');
  await button(figure, 'Back to the drawing').click();
  await expect.poll(async () => (await report(figure)).digit).toBeNull();
  await figure.locator('.wall button').first().click();
  await expect(page.getByRole('dialog')).toContainText('The sum over all pixels');
  await page.keyboard.press('Escape');

  // Back by an epoch and forward again: the same to the last digit.
  await button(figure, 'Undo one epoch').click();
  await expect.poll(async () => (await report(figure)).epoch).toBe(14);
  await button(figure, 'Learn one epoch').click();
  await expect.poll(async () => (await report(figure)).epoch).toBe(15);
  expect((await report(figure)).testAccuracy).toBe(trained.testAccuracy);
  const data = (await savedData(figure)).trim().split('\r\n');
  expect(data).toHaveLength(1 + 16);
});

test('drawn by mouse and by keyboard, on a page that is scrolled; strokes are taken back', async ({ page }) => {
  const figure = await open(page);
  // A page keeps what a test before this one has fetched.
  const { loaded } = await report(figure);
  const pad = figure.locator('dh-digit-pad svg');
  await bringIntoView(pad);
  const box = (await pad.boundingBox())!;
  const at = (x: number, y: number) => [box.x + (x / 280) * box.width, box.y + (y / 280) * box.height] as const;
  const scrolled = await page.evaluate(() => scrollY);
  await page.mouse.move(...at(80, 60));
  await page.mouse.down();
  await page.mouse.move(...at(200, 60), { steps: 5 });
  await page.mouse.move(...at(130, 230), { steps: 5 });
  await page.mouse.up();
  const { state, report: drawn } = await facts(figure);
  const drawing = state.drawing as number[][];
  expect(drawn.strokes).toBe(1);
  expect(Math.hypot(drawing[0][0] - 80, drawing[0][1] - 60)).toBeLessThan(3);
  expect(Math.hypot(drawing.at(-1)![0] - 130, drawing.at(-1)![1] - 230)).toBeLessThan(3);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);

  await pad.focus();
  await page.keyboard.press('Space');
  for (let step = 0; step < 3; ++step) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await report(figure)).strokes).toBe(2);
  const later = (await facts(figure)).state.drawing as number[][];
  expect(later.slice(drawing.length)).toEqual([0, 10, 20, 30].map((down) => [140, 140 + down, 1]));
  await page.keyboard.press('Backspace');
  await expect.poll(async () => (await report(figure)).strokes).toBe(1);
  await button(figure, 'Clear').click();
  await expect.poll(async () => (await report(figure)).points).toBe(0);
  // Nothing was fetched for all this.
  expect((await report(figure)).loaded).toBe(loaded);
});

test('called off at once; no connection is told and tried again; divergence and nonsense are told', async ({
  page,
  context,
}) => {
  test.slow();
  const figure = await open(page);
  await context.route('**/*.bin', (route) => route.abort());
  await button(figure, /^Fetch digits/).click();
  await expect(figure.locator('dh-notice')).toContainText('The pictures could not be loaded', { timeout: PATIENCE });
  await context.unroute('**/*.bin');
  await figure.getByRole('button', { name: 'Try again' }).click();
  await button(figure, /^Fetch digits/).click();
  await expect.poll(async () => (await report(figure)).loaded, { timeout: PATIENCE }).toBe(true);

  await button(figure, /^Train for/).click();
  await expect.poll(async () => (await report(figure)).epoch, { timeout: PATIENCE }).toBeGreaterThan(0);
  await button(figure, 'Cancel').click();
  await expect(button(figure, /^Train for/)).toBeVisible({ timeout: PATIENCE });
  const { epoch, outcome } = await report(figure);
  expect(epoch).toBeLessThan(15);
  expect(outcome).toBe('running');

  await setState(figure, { optimizer: 'gradient-descent', l2: 10, rate: 0.3, at: 1 });
  expect((await report(figure)).outcome).toBe('diverged');
  await expect(status(figure)).toContainText(/Diverged at update \d+.*penalty alone/);
  await expect(figure).not.toContainText(/NaN|Infinity/);

  await setState(figure, { layers: [1000] });
  await expect(figure.getByRole('alert').filter({ hasText: /range/ })).toBeVisible();
  expect((await facts(figure)).state.layers).toEqual([128]);
});

testAccessibility(open, '#digits', [
  [1280, '#digits?at=1&layers=16&drawing=80,60,0;200,60,0;130,230,0'],
  [360, '#digits?at=1&layers=16&image=17'],
]);
