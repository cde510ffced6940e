import { expect, test } from '../../testing/fixtures.ts';
import type { Locator, Page } from '@playwright/test';
import type { Figure } from '../../testing/figure.ts';
import {
  bringIntoView,
  button,
  drag,
  facts as factsOf,
  openFigure,
  saved,
  savedData,
  setState,
  status,
  testAccessibility,
  toTheEnd,
} from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/gentle-descent/gradient-descent/${hash}`, '#descent-1d');

interface Facts {
  state: Record<string, unknown>;
  report: { outcome: string; steps: number; x: number; value: number; slope: number; others: { outcome: string }[] };
}
const facts = async (figure: Locator) => (await factsOf(figure)) as unknown as Facts;

/** The parabola of the lesson, whatever the lesson sets. */
const PARABOLA = {
  f: 'x^2+2x+3',
  start: 3,
  rate: 0.1,
  rates: [],
  tolerance: 1e-6,
  limit: 200,
  optimizer: 'gradient-descent',
  at: 0,
  from: -5,
  to: 3.5,
};

test('by mouse: drag the start, step, go back, scrub, play to the end, rewind', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, PARABOLA);

  await drag(page, figure.getByRole('slider', { name: 'Start' }).first(), -128, -68);
  await expect.poll(async () => (await facts(figure)).state.start).toBeLessThan(2.5);
  const start = (await facts(figure)).state.start as number;
  expect(start).toBeGreaterThan(-5);

  await button(figure, 'One step forward').click();
  const first = (await facts(figure)).report;
  expect(first.steps).toBe(1);
  // x₁ = x₀ − η f′(x₀) with f′(x) = 2x + 2.
  expect(first.x).toBeCloseTo(start - 0.1 * (2 * start + 2), 12);
  await button(figure, 'One step back').click();
  expect((await facts(figure)).report.x).toBe(start);

  await figure.getByRole('combobox', { name: 'Speed' }).selectOption('maximum');
  await button(figure, 'Play').click();
  await expect(status(figure)).toContainText('Converged in');
  const { report } = await facts(figure);
  expect(report.outcome).toBe('converged');
  expect(report.x).toBeCloseTo(-1, 5);
  expect(report.value).toBeCloseTo(2, 9);

  await figure.getByRole('slider', { name: 'Choose a step' }).fill('5');
  expect((await facts(figure)).report).toMatchObject({ steps: 5, outcome: 'running' });
  await button(figure, 'Rewind to the start').click();
  expect((await facts(figure)).report).toMatchObject({ steps: 0, x: start });
});

test('by keyboard: the figure, its handle and the sliders', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, PARABOLA);
  await figure.locator('.figure').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await facts(figure)).report.steps).toBe(2);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await facts(figure)).report.steps).toBe(1);
  await page.keyboard.press('End');
  await expect(status(figure)).toContainText('Converged in');
  await page.keyboard.press('Home');
  await expect.poll(async () => (await facts(figure)).report.steps).toBe(0);
  await page.keyboard.press('Space');
  await expect(button(figure, 'Pause')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(button(figure, 'Play')).toBeVisible();
  await page.keyboard.press('r');
  await expect.poll(async () => (await facts(figure)).report.steps).toBe(0);

  const handle = figure.getByRole('slider', { name: 'Start' }).first();
  await handle.focus();
  const moves: [key: string, least: number, most: number][] = [
    ['ArrowLeft', 0.05, 0.15],
    ['Shift+ArrowLeft', 0.5, 1],
    ['Alt+ArrowLeft', 0.005, 0.015],
  ];
  let start = 3;
  for (const [key, least, most] of moves) {
    await page.keyboard.press(key);
    await expect.poll(async () => start - ((await facts(figure)).state.start as number)).toBeGreaterThan(0);
    const now = (await facts(figure)).state.start as number;
    expect(start - now).toBeGreaterThanOrEqual(least - 1e-9);
    expect(start - now).toBeLessThanOrEqual(most + 1e-9);
    start = now;
  }

  const rate = figure.getByRole('slider', { name: 'Learning rate η' });
  await rate.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await facts(figure)).state.rate).toBeGreaterThan(0.1);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await facts(figure)).state.rate).toBeLessThanOrEqual(0.1);
});

test('single steps in quick succession all count, forwards and back', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, PARABOLA);
  const hurry = (method: 'step' | 'back', times: number) =>
    figure.evaluate(
      (element, [name, count]) => {
        const player = element as unknown as Record<'step' | 'back', () => Promise<void>>;
        for (let i = 0; i < count; i++) void player[name]();
      },
      [method, times] as const,
    );
  await hurry('step', 7);
  expect((await facts(figure)).report.steps).toBe(7);
  await hurry('back', 3);
  expect((await facts(figure)).report.steps).toBe(4);
});

test('by link: the state arrives, can be copied again, and a broken link gives defaults and a notice', async ({
  page,
}) => {
  test.slow();
  const figure = await open(page, '#descent-1d?f=x^2+2x+3&rate=1.1&start=2&at=3');
  const { state, report } = await facts(figure);
  expect(state).toMatchObject({ f: 'x^2+2x+3', rate: 1.1, start: 2, at: 3 });
  expect(report.x).toBeCloseTo(-1 + 3 * (1 - 1.1 * 2) ** 3, 10);

  const link = await figure.evaluate((element) => (element as Element as Figure).linkParameters);
  expect(link).toContain('rate=1.1');
  await page.goto('about:blank');
  const again = await open(page, `#descent-1d?${link}`);
  expect((await facts(again)).state).toEqual(state);

  await page.goto('about:blank');
  const plain = await open(page);
  const lesson = (await facts(plain)).state;
  for (const broken of ['rate=fast', 'f=x^2%2B(', 'colour=red', 'start=1e99']) {
    await page.goto('about:blank');
    const opened = await open(page, `#descent-1d?start=1&${broken}`);
    await expect(opened.locator('dh-notice')).toContainText('The state in the link cannot be read');
    expect((await facts(opened)).state).toEqual(lesson);
  }
});

test('a run that diverges leaves the view and is explained with its numbers', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...PARABOLA, rate: 1.1 });
  await toTheEnd(page, figure);
  await expect(status(figure)).toContainText('|1 − ηL| = 1.2');
  await expect(status(figure)).toContainText('2/L = 1');
  expect((await facts(figure)).report.outcome).toBe('diverged');
  await setState(figure, { f: 'x^4', rate: 0.5, at: 0 });
  await toTheEnd(page, figure);
  await expect(status(figure)).toContainText('Diverged at step');
  await expect(figure).not.toContainText(/NaN|Infinity|undefined/);
});

test('the outcomes have their sentences', async ({ page }) => {
  const figure = await open(page);
  const cases: [state: Record<string, unknown>, outcome: string, sentence: RegExp][] = [
    [{ rate: 0.5 }, 'converged', /Converged in 1 step\./],
    [{ rate: 1 }, 'oscillating', /jumps between x.=.(3|−5) and x.=.(3|−5)/],
    [{ rate: 0.001, limit: 20 }, 'limit-reached', /step limit of 20/],
    [
      { f: 'x^3', start: 1, rate: 0.1, limit: 100_000, tolerance: 1e-4 },
      'flat-point',
      /no minimum but an inflection point/,
    ],
    [{ f: '-x^2', start: 1 }, 'diverged', /no bottom on this side/],
    [{ start: -1 }, 'converged', /The start is a minimum already/],
    [{ f: 'log(x)', start: 0.1, rate: 0.1 }, 'undefined', /not defined/],
  ];
  for (const [state, outcome, sentence] of cases) {
    await setState(figure, { ...PARABOLA, ...state });
    await toTheEnd(page, figure);
    await expect(status(figure)).toContainText(sentence);
    expect((await facts(figure)).report.outcome).toBe(outcome);
  }
});

test('wrong entries are explained beside the field and leave the last good state', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, PARABOLA);
  const f = figure.getByRole('textbox', { name: 'Function f' });
  await f.fill('x^2 + )');
  await expect(figure.locator('dh-expression-field .error')).toContainText('character 7');
  await expect(figure.locator('dh-expression-field mark')).toHaveText(')');
  expect((await facts(figure)).state.f).toBe('x^2+2x+3');
  await f.blur();
  await expect(f).toHaveValue('x^2 + )');
  await f.fill('');
  await expect(figure.locator('dh-expression-field .error')).toContainText('empty');
  await f.fill('(x-2)^2');
  await expect(figure.locator('dh-expression-field .error')).toHaveCount(0);
  expect((await facts(figure)).state.f).toBe('(x-2)^2');

  await f.fill('x^1000');
  await expect(figure.locator('.error').first()).toContainText('too large for the computer');
  await f.fill('1/0');
  await expect(figure.locator('.error').first()).toContainText('not defined at the start');
  await f.fill('(x-2)^2');

  const exact = figure.getByRole('textbox', { name: 'Learning rate η, exact value' });
  await exact.fill('1/3');
  await expect.poll(async () => (await facts(figure)).state.rate).toBe(1 / 3);
  await exact.fill('-2');
  await expect(figure.locator('dh-slider div.error')).toContainText('outside the range');
  expect((await facts(figure)).state.rate).toBe(1 / 3);
  await exact.fill('two');
  await expect(figure.locator('dh-slider div.error')).toBeVisible();
  await exact.fill('1e-2');
  await expect(figure.locator('dh-slider div.error')).toHaveCount(0);
  expect((await facts(figure)).state.rate).toBe(0.01);
});

test('several learning rates run side by side from the same start', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...PARABOLA, rate: 0.5 });
  await button(figure, 'Add').click();
  await expect.poll(async () => (await facts(figure)).state.rates).toHaveLength(1);
  await setState(figure, { rates: [1, 1.1] });
  await figure.locator('.figure').focus();
  await page.keyboard.press('End');
  await expect
    .poll(async () => (await facts(figure)).report.others.map(({ outcome }) => outcome))
    .toEqual(['oscillating', 'diverged']);
  const rows = figure.locator('.runs tbody tr');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText('oscillates');
  await button(figure, 'Remove 1.1').click();
  await expect(rows).toHaveCount(2);
});

test('the regimes of a parabola are named and marked, those of other functions are not', async ({ page }) => {
  const figure = await open(page);
  const hint = figure.locator('dh-slider .hint').first();
  for (const [rate, regime] of [
    [0.1, 'one side'],
    [0.5, 'one step'],
    [0.7, 'overshoots'],
    [1, 'for ever'],
    [1.5, 'farther away'],
  ] as const) {
    // prettier-ignore
    await setState(figure, { ...PARABOLA, rate });
    await expect(hint).toContainText(regime);
  }
  await expect(figure.locator('dh-slider .tick')).toHaveCount(2);
  await setState(figure, { f: 'x^4' });
  await expect(figure.locator('dh-slider .tick')).toHaveCount(0);
});

test('the figure and its data are saved, and the link is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const figure = await open(page);
  await setState(figure, { ...PARABOLA, rate: 0.25, at: 2 });
  const csv = (await savedData(figure)).split('\r\n');
  expect(csv[0]).toBe('\ufeffstep,x,f(x),f′(x)');
  expect(csv.slice(1, 4)).toEqual(['0,3,18,8', '1,1,6,4', '2,0,3,2']);
  expect((await saved(figure, 'Save the figure (SVG)')).toString('utf8')).toMatch(/^<svg[^>]*xmlns=/);
  expect((await saved(figure, 'Save the figure (PNG)')).subarray(1, 4).toString()).toBe('PNG');

  await button(figure, 'Save and share').click();
  await button(figure, 'Copy a link to this state').click();
  await expect(figure.locator('dh-notice')).toContainText('copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('#descent-1d?');
  await page.goto('about:blank');
  const opened = await openFigure(page, link, '#descent-1d');
  await expect.poll(async () => (await facts(opened)).state).toMatchObject({ rate: 0.25, at: 2 });
});

test('a run waits while it is out of sight', async ({ page }) => {
  const figure = await open(page);
  await page.evaluate(() => {
    const far = Object.assign(document.createElement('div'), { id: 'far' });
    Object.assign(far.style, { height: '1px', marginTop: '300vh' });
    document.body.append(far);
  });
  await setState(figure, { ...PARABOLA, rate: 0.001, limit: 10_000 });
  // At sixty steps a second a run that goes on is seen to within a few frames, however long these take.
  await figure.getByRole('combobox', { name: 'Speed' }).selectOption('fast');
  await button(figure, 'Play').click();
  await expect.poll(async () => (await facts(figure)).report.steps).toBeGreaterThan(2);
  await bringIntoView(page.locator('#far'));
  await expect(figure).not.toBeInViewport();
  const { steps } = (await facts(figure)).report;
  await page.evaluate(async () => {
    for (let frame = 0; frame < 60; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  expect((await facts(figure)).report.steps).toBe(steps);
  await bringIntoView(figure);
  await expect.poll(async () => (await facts(figure)).report.steps).toBeGreaterThan(steps);
  await page.locator('#far').evaluate((element) => element.remove());
});

testAccessibility(
  open,
  '#descent-1d',
  [
    [1280, ''],
    [320, ''],
  ],
  async (figure) => {
    await setState(figure, { ...PARABOLA, rates: [0.6] });
    await figure.evaluate((element) => (element as Element as Figure & { step(): Promise<void> }).step());
  },
);
