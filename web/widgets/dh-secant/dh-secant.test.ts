import { expect, test } from '../../testing/fixtures.ts';
import type { Locator, Page } from '@playwright/test';
import type { Figure } from '../../testing/figure.ts';
import { drag, facts, openFigure, savedData, setState, status, testAccessibility } from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en'): Promise<Locator> =>
  openFigure(page, `${language}/gentle-descent/derivative/${hash}`, '#secant');

/** The parabola of the lesson, whatever the lesson sets. */
const PARABOLA = { f: 'x^2+2x+3', x: 1, h: 1, from: -4, to: 3 };
const CUBE = { f: 'x^3', x: 0.7, h: 0.1, from: -1, to: 2 };

const handle = (figure: Locator, name: string | RegExp) =>
  figure.locator('.plot, .curve, .errors').getByRole('slider', { name });

const report = async (figure: Locator) => (await facts(figure)).report as Record<string, number>;

test('by mouse: both points and the h of the lower plot can be dragged', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, PARABOLA);
  await drag(page, handle(figure, 'First point'), -120);
  await expect.poll(async () => (await facts(figure)).state.x).toBeLessThan(0.5);
  const x = (await facts(figure)).state.x as number;
  // The slope of the secant of x² + 2x + 3 is 2x + 2 + h.
  expect((await report(figure)).slope).toBeCloseTo(2 * x + 3, 9);
  expect((await report(figure)).exact).toBeCloseTo(2 * x + 2, 12);
  expect((await report(figure)).error).toBeCloseTo(1, 9);

  await drag(page, handle(figure, /Second point/), 40);
  await expect.poll(async () => (await facts(figure)).state.h).toBeGreaterThan(1.3);
  const { h } = (await facts(figure)).state as { h: number };
  expect((await report(figure)).slope).toBeCloseTo(2 * x + 2 + h, 9);
  // The second point stays on the right of the first, however far it is pulled.
  await drag(page, handle(figure, /Second point/), -400);
  await expect.poll(async () => (await facts(figure)).state.h).toBeLessThan(0.1);
  expect((await facts(figure)).state.h).toBeGreaterThan(0);

  const area = (await figure.locator('.errors .area').boundingBox())!;
  const before = (await facts(figure)).state.h as number;
  await drag(page, handle(figure, /Gap h, in the plot/), -area.width / 2, 30);
  await expect.poll(async () => (await facts(figure)).state.h).toBeLessThan(before / 1e6);
  // Half of seventeen decades.
  expect(Math.log10(before / ((await facts(figure)).state.h as number))).toBeCloseTo(8.5, 0);
});

test('by keyboard: handles and sliders', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, PARABOLA);
  await handle(figure, 'First point').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await facts(figure)).state.x).toBeCloseTo(1.05, 9);
  await handle(figure, /Second point/).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(async () => (await facts(figure)).state.h).toBeCloseTo(0.5, 9);
  await setState(figure, { h: 1e-8 });
  await handle(figure, /Gap h, in the plot/).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await facts(figure)).state.h).toBeCloseTo(1e-6, 12);
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await facts(figure)).state.h).toBeLessThan(1e-6);

  const slider = figure.getByRole('slider', { name: 'Gap h', exact: true });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect.poll(async () => (await facts(figure)).state.h).toBe(1e-16);
  await page.keyboard.press('End');
  await expect.poll(async () => (await facts(figure)).state.h).toBe(10);
  const exact = figure.getByRole('textbox', { name: 'Gap h, exact value' });
  await exact.fill('1/7');
  await expect.poll(async () => (await facts(figure)).state.h).toBe(1 / 7);
});

test('the errors are those of the closed forms, and rise again below 10⁻⁸', async ({ page }) => {
  const figure = await open(page);
  // For x³: forward 3xh + h², central h², complex −h².
  for (const h of [1e-1, 1e-2, 1e-3]) {
    await setState(figure, { ...CUBE, h });
    const { forward, central, complex, exact } = await report(figure);
    expect(exact).toBeCloseTo(3 * 0.7 ** 2, 14);
    expect(forward / (2.1 * h + h * h)).toBeCloseTo(1, 6);
    expect(central / (h * h)).toBeCloseTo(1, 6);
    expect(complex / (h * h)).toBeCloseTo(1, 6);
  }
  const errors: number[] = [];
  for (const [h, sentence] of [
    [1e-4, 'closer to the tangent'],
    [1e-8, 'hardly more exact'],
    [1e-12, 'the rounding error has grown'],
  ] as const) {
    await setState(figure, { ...CUBE, h });
    await expect(status(figure)).toContainText(sentence);
    errors.push((await report(figure)).forward);
    expect((await report(figure)).complex).toBeLessThan(h > 1e-5 ? 1.1e-8 : 1e-15);
  }
  expect(errors[1]).toBeLessThan(1e-7);
  expect(errors[0]).toBeGreaterThan(100 * errors[1]);
  expect(errors[2]).toBeGreaterThan(100 * errors[1]);
  // 1 + 10⁻¹⁶ is 1 to the computer.
  await setState(figure, { ...CUBE, x: 1, h: 1e-16 });
  await expect(status(figure)).toContainText('the slope comes out as 0');
  expect((await report(figure)).slope).toBe(0);
});

test('the lower plot shows three lines, zeros on a row of their own, and the present h on each', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, CUBE);
  await expect(figure.locator('.errors .tick-labels')).toContainText('10⁻⁸');
  await expect.poll(() => figure.locator('.errors .tick-labels text').allTextContents()).toContain('0');
  await expect(figure.locator('.errors').getByText('dual numbers')).toBeVisible();
  for (const [state, shown] of [
    [{ f: '3' }, /error of 0/],
    [{ f: '2x+1', x: 0.5, h: 1 }, /error of 0/],
    [{ f: 'exp(500x)', x: 1, h: 1e-5 }, /error of/],
  ] as const) {
    await setState(figure, { ...CUBE, ...state });
    await expect(status(figure)).toContainText(shown);
    await expect(figure).not.toContainText(/NaN|Infinity/);
  }
});

test('by link: the links of the lesson, a state copied, and a broken one', async ({ page }) => {
  test.slow();
  const figure = await open(page);
  const links = page.locator('main a[href^="#secant?"]');
  for (const [parameters, slope] of [
    ['h=1', 5],
    ['h=0.1', 4.1],
    ['h=0.001', 4.001],
  ] as const) {
    await links
      .and(page.locator(`[href*="x=1&${parameters}&"]`))
      .first()
      .click();
    await expect.poll(async () => (await report(figure)).slope).toBeCloseTo(slope, 9);
  }
  await links.and(page.locator('[href*="h=1e-8"]')).first().click();
  await expect.poll(async () => (await facts(figure)).state).toMatchObject({ f: 'x^3', x: 0.7, h: 1e-8 });
  const { state } = await facts(figure);
  const link = await figure.evaluate((element) => (element as Element as Figure).linkParameters);
  await page.goto('about:blank');
  expect((await facts(await open(page, `#secant?${link}`))).state).toEqual(state);
  for (const broken of ['h=-1', 'h=small', 'f=x^2%2B(', 'x=1e99']) {
    await page.goto('about:blank');
    const opened = await open(page, `#secant?from=-2&${broken}`);
    await expect(opened.locator('dh-notice')).toContainText('The state in the link cannot be read');
    expect((await facts(opened)).state).toMatchObject({ x: 1, h: 1, from: -4 });
  }
});

test('without a derivative or a second value there is no error, and the sentence says why', async ({ page }) => {
  const figure = await open(page);
  const cases: [state: Record<string, unknown>, sentence: RegExp, facts: Record<string, unknown>][] = [
    [{ f: '|x|', x: 0 }, /not differentiable \(kink\)/, { slope: 1, exact: NaN, place: 'kink' }],
    [{ f: 'sign(x)', x: 0 }, /not differentiable \(jump\)/, { slope: 1, exact: NaN, place: 'jump' }],
    [{ f: 'sqrt(x)', x: 0 }, /edge of the domain/, { slope: 1, place: 'edge' }],
    [{ f: 'log(x)', x: -1 }, /not defined at x.=.−1/, { exact: NaN, place: 'gap' }],
    [{ f: '1/0' }, /not defined at x.=.1/, { exact: NaN, place: 'gap' }],
    [{ f: '1e308*x^2', h: 0.1 }, /slope is too large for the computer/, { exact: NaN, place: 'overflow' }],
    [{ f: 'x^1000', x: 1, h: 3 }, /second point.*too large for the computer/, { exact: 1000 }],
    [{ f: '1/x', x: -1 }, /not defined at the second point, x.\+.h.=.0/, { exact: -1 }],
    [{ f: 'x*|x|', x: 0 }, /slope 1, the derivative at x.=.0 is 0: an error of 1\./, { slope: 1, exact: 0 }],
    [{ f: 'erf(x)', x: 0.5, h: 0.001 }, /error of 0.00044/, { complex: NaN }],
  ];
  for (const [state, sentence, expected] of cases) {
    await setState(figure, { ...PARABOLA, ...state });
    await expect(status(figure)).toContainText(sentence);
    expect(await report(figure)).toMatchObject(expected);
    await expect(figure).not.toContainText(/NaN|Infinity/);
  }
});

test('wrong entries are explained beside the field and leave the last good state', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, PARABOLA);
  const f = figure.getByRole('textbox', { name: 'Function f' });
  await f.fill('x^2 + )');
  await expect(figure.locator('dh-expression-field .error')).toContainText('character 7');
  expect((await facts(figure)).state.f).toBe('x^2+2x+3');
  await f.fill('sin(x)');
  await expect(figure.locator('dh-expression-field .error')).toHaveCount(0);
  expect((await report(figure)).exact).toBeCloseTo(Math.cos(1), 14);
  const h = figure.getByRole('textbox', { name: 'Gap h, exact value' });
  for (const [wrong, sentence] of [
    ['0', ': 0 is outside the range'],
    ['-1', ': −1 is outside the range'],
    ['tiny', 'tiny'],
  ]) {
    await h.fill(wrong);
    await expect(figure.locator('dh-slider div.error')).toContainText(sentence);
    expect((await facts(figure)).state.h).toBe(1);
  }
  await h.fill('1e-3');
  await expect(figure.locator('dh-slider div.error')).toHaveCount(0);
  expect((await facts(figure)).state.h).toBe(0.001);
});

test('the errors are saved as data', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, CUBE);
  const lines = (await savedData(figure)).split('\r\n');
  expect(lines[0]).toBe('\ufeffh,forward,central,complex step');
  const numbers = lines
    .find((line) => line.startsWith('0.01,'))!
    .split(',')
    .map(Number);
  expect(numbers[1]).toBeCloseTo(2.1 * 0.01 + 1e-4, 9);
  expect(numbers[2]).toBeCloseTo(1e-4, 9);
});

testAccessibility(open, '#secant', [
  [1280, ''],
  [360, '#secant?f=abs(x)%2Blog(x%2B4)&x=0&h=1e-8'],
]);
