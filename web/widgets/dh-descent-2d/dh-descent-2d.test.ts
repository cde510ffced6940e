import { expect, test } from '../../testing/fixtures.ts';
import type { Page } from '@playwright/test';
import {
  button,
  complaints,
  drag,
  facts,
  openFigure,
  saved,
  savedData,
  setState,
  status,
  testAccessibility,
  toTheEnd,
} from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/gentle-descent/gradient-vector/${hash}`, '#descent-2d');

/** The course's example, whatever the lesson sets. */
const BOWL = {
  landscape: 'bowl',
  start: [3, 2],
  rate: 0.1,
  optimizer: 'gradient-descent',
  tolerance: 1e-6,
  limit: 1000,
  at: 0,
  view: [],
};

test('by mouse: drag the start, step, play to the end; the numbers follow the closed form', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, BOWL);
  await drag(page, figure.getByRole('slider', { name: 'Start' }), -88, 52);
  await expect.poll(async () => ((await facts(figure)).state.start as number[])[0]).toBeLessThan(2.8);
  const [x, y] = (await facts(figure)).state.start as [number, number];

  await button(figure, 'One step forward').click();
  const { report } = await facts(figure);
  expect(report.steps).toBe(1);
  // Each coordinate is multiplied by 1 − ηL, with L = 2 in x and 4 in y.
  const [x1, y1] = report.point as [number, number];
  expect(x1).toBeCloseTo(x * 0.8, 12);
  expect(y1).toBeCloseTo(y * 0.6, 12);
  await figure.getByRole('combobox', { name: 'Speed' }).selectOption('maximum');
  await button(figure, 'Play').click();
  await expect(status(figure)).toContainText('Converged in');
});

test('by keyboard: the handle moves in both directions, the figure steps', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, BOWL);
  const handle = figure.getByRole('slider', { name: 'Start' });
  await handle.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => ((await facts(figure)).state.start as number[])[0]).toBeLessThan(3);
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => ((await facts(figure)).state.start as number[])[1]).toBeGreaterThan(2);
  const [, one] = (await facts(figure)).state.start as number[];
  // All in one task, so that no step can be shown before the next key comes.
  await handle.evaluate((element) => {
    for (let times = 0; times < 5; times++)
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
  });
  const [, six] = (await facts(figure)).state.start as number[];
  expect(six - 2, 'six steps').toBeCloseTo(6 * (one - 2), 9);
  await figure.locator('.figure').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await facts(figure)).report.steps).toBe(1);
  await page.keyboard.press('Home');
  await expect.poll(async () => (await facts(figure)).report.steps).toBe(0);
});

test('by link: a landscape brings its own start and rate unless the link names them', async ({ page }) => {
  const figure = await open(page, '#descent-2d?landscape=himmelblau&rate=0.02');
  expect((await facts(figure)).state).toMatchObject({ landscape: 'himmelblau', rate: 0.02, start: [-0.5, -0.5] });
  await page.goto('about:blank');
  const other = await open(page, '#descent-2d?landscape=nowhere');
  await expect(other.locator('dh-notice')).toContainText('The state in the link cannot be read');
  expect((await facts(other)).state).toMatchObject({ landscape: 'bowl', start: [3, 2] });
});

test('the outcomes have their sentences', async ({ page }) => {
  const figure = await open(page);
  const cases: [state: Record<string, unknown>, outcome: string, sentence: RegExp][] = [
    [{ rate: 1 / 3, tolerance: 1e-5 }, 'converged', /Converged in 13 steps\./],
    [{ start: [0, 0] }, 'converged', /The start is a minimum already/],
    [{ start: [0, 2], rate: 0.5 }, 'oscillating', /jumps between \(0, −?2\) and \(0, −?2\)/],
    [{ rate: 0.6 }, 'diverged', /The steps are too long/],
    [{ rate: 1e-4, limit: 7 }, 'limit-reached', /step limit of 7/],
    [{ landscape: 'saddle', start: [1, 0], rate: 0.1 }, 'flat-point', /no minimum but a saddle point/],
    [{ landscape: 'saddle', start: [1, 1], rate: 0.1 }, 'diverged', /no bottom on this side/],
    [{ f: 'log(x) + y^2', start: [0.1, 0], rate: 0.1 }, 'undefined', /not defined/],
  ];
  for (const [state, outcome, sentence] of cases) {
    await setState(figure, { ...BOWL, ...state, ...('f' in state && { landscape: 'own' }) });
    await toTheEnd(page, figure);
    await expect(status(figure)).toContainText(sentence);
    expect((await facts(figure)).report.outcome).toBe(outcome);
    await expect(figure).not.toContainText(/NaN|Infinity/);
  }
});

test('a typed function becomes a landscape of its own; nonsense keeps the last good one', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, BOWL);
  const f = figure.getByRole('textbox', { name: 'Function f' });
  await f.fill('x^2 + y^2 + z');
  await expect(figure.locator('dh-expression-field .error')).toContainText('z');
  expect((await facts(figure)).report.value).toBe(17);
  await f.fill('x^2 + y^2');
  await expect.poll(async () => (await facts(figure)).state).toMatchObject({ landscape: 'own', f: 'x^2 + y^2' });
  expect((await facts(figure)).report.value).toBe(13);
  await f.blur();
  await figure.getByRole('combobox', { name: 'Landscape' }).selectOption('Rosenbrock');
  await expect.poll(async () => (await facts(figure)).state.start).toEqual([-1.2, 1]);
  await expect(f).toHaveValue('(1 - x)^2 + 100(y - x^2)^2');
});

test('momentum follows its own recurrence', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...BOWL, optimizer: 'momentum', options: { momentum: 0.5 } });
  let [x, velocity] = [3, 0];
  for (let step = 0; step < 4; ++step) {
    await button(figure, 'One step forward').click();
    velocity = 0.5 * velocity + 2 * x;
    x -= 0.1 * velocity;
  }
  await expect.poll(async () => (await facts(figure)).report.steps).toBe(4);
  expect(((await facts(figure)).report.point as number[])[0]).toBeCloseTo(x, 12);
});

test('every landscape of the core has a name and can be shown', async ({ page }) => {
  const found = complaints(page);
  const figure = await open(page);
  const options = await figure
    .locator('dh-choice select option')
    .evaluateAll((all) => (all as HTMLOptionElement[]).map(({ value, label }) => ({ value, label })));
  expect(options.length).toBeGreaterThan(10);
  expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
  for (const { value: id } of options.filter(({ value }) => value !== 'own')) {
    await setState(figure, { landscape: id });
    expect((await facts(figure)).report.outcome).toBe('running');
  }
  expect(found).toEqual([]);
});

test('a picture holds what is seen of the figure and nothing around it', async ({ page }) => {
  const figure = await open(page);
  const size = async (): Promise<number[]> => {
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(
      String(await saved(figure, 'Save the figure (SVG)')),
    )!;
    return [Number(width), Number(height)];
  };
  const plots = figure.locator('.dh-plot');
  await setState(figure, { ...BOWL, cuts: false });
  await expect(plots).toHaveCount(1);
  const map = (await plots.first().boundingBox())!;
  const margins = 24;
  expect(await size()).toEqual([map.width, map.height].map((length) => Math.ceil(length + margins)));
  await setState(figure, { cuts: true });
  await expect(plots).toHaveCount(3);
  const [, withCuts] = await size();
  expect(withCuts).toBeGreaterThan(map.height + 100);
  await setState(figure, { cuts: false });
  expect(await size()).toEqual([map.width, map.height].map((length) => Math.ceil(length + margins)));
});

test('cuts show both partial slopes, the surface opens or says why not, and the data are saved', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...BOWL, cuts: true });
  await expect(figure.locator('.slice svg[role="img"]')).toHaveCount(2);
  await setState(figure, { surface: true });
  await expect(figure.locator('.surface canvas').or(figure.locator('dh-notice')).first()).toBeVisible({
    timeout: 30_000,
  });
  await setState(figure, { surface: false, at: 1 });
  await expect(figure.locator('.surface canvas')).toHaveCount(0);

  const lines = (await savedData(figure)).split('\r\n');
  expect(lines[0]).toBe('\ufeffstep,x,y,"f(x, y)",‖∇f‖');
  expect(lines[1]).toBe('0,3,2,17,10');
});

testAccessibility(open, '#descent-2d', [[360, '#descent-2d?cuts=1&field=1&at=2']]);
