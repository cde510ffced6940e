import { expect, test } from '../../testing/fixtures.ts';
import type { Locator, Page } from '@playwright/test';
import type { Figure } from '../../testing/figure.ts';
import {
  button,
  drag,
  facts,
  openFigure,
  savedData,
  setState,
  status,
  testAccessibility,
  toTheEnd,
} from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en'): Promise<Locator> =>
  openFigure(page, `${language}/gentle-descent/tangent/${hash}`, '#tangent');

/** The parabola of the lesson, whatever the lesson sets. */
const PARABOLA = { f: 'x^2+2x+3', x: 2, direction: 'descent', rate: 0.1, at: 0, from: -5, to: 3.5 };

const slider = (figure: Locator) => figure.locator('.handle[role="slider"]');

test('by mouse: drag the ball, switch the direction, step, go back, play to the end', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, PARABOLA);
  await drag(page, slider(figure), -68, 72);
  await expect.poll(async () => (await facts(figure)).state.x).toBeLessThan(1.5);
  const { x, slope } = (await facts(figure)).report as { x: number; slope: number };
  expect(slope).toBeCloseTo(2 * x + 2, 12);

  await button(figure, 'One step forward').click();
  expect((await facts(figure)).report.x).toBeCloseTo(x - 0.1 * slope, 12);
  await button(figure, 'One step back').click();
  expect((await facts(figure)).report.x).toBe(x);

  // The ball stays where it is when it turns round.
  await button(figure, 'One step forward').click();
  const turned = (await facts(figure)).report.x as number;
  await figure.getByText('Ascent +ηf′').click();
  await expect.poll(async () => (await facts(figure)).state.direction).toBe('ascent');
  expect((await facts(figure)).report).toMatchObject({ x: turned, steps: 0 });
  await button(figure, 'One step forward').click();
  expect((await facts(figure)).report.x).toBeCloseTo(turned + 0.1 * (2 * turned + 2), 12);

  await setState(figure, PARABOLA);
  await figure.getByRole('combobox', { name: 'Speed' }).selectOption('maximum');
  await button(figure, 'Play').click();
  await expect(status(figure)).toContainText('the bottom of a valley');
  const { report } = await facts(figure);
  expect(report.outcome).toBe('converged');
  expect(report.x).toBeCloseTo(-1, 4);
});

test('a ball that is moved during a run starts a new one there', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...PARABOLA, at: 3 });
  await slider(figure).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await facts(figure)).state.at).toBe(0);
  // x₃ = −1 + 3 · 0.8³ by the recurrence, then a tenth to the right.
  expect((await facts(figure)).report.x).toBeCloseTo(-1 + 3 * 0.8 ** 3 + 0.1, 2);
});

test('by keyboard: the ball, the figure and the controls', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, PARABOLA);
  await slider(figure).focus();
  for (const [key, x] of [
    ['ArrowLeft', 1.9],
    ['Shift+ArrowLeft', 0.9],
    ['Alt+ArrowRight', 0.91],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(async () => (await facts(figure)).state.x).toBeCloseTo(x, 9);
  }
  await figure.locator('.figure').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await facts(figure)).report.steps).toBe(1);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await facts(figure)).report.steps).toBe(0);
  await page.keyboard.press('Space');
  await expect(button(figure, 'Pause')).toBeVisible();
  await page.keyboard.press('Space');
  await page.keyboard.press('End');
  await expect(status(figure)).toContainText('the search stands still');
  await page.keyboard.press('Home');
  await expect.poll(async () => (await facts(figure)).report.x).toBe(0.91);

  const exact = figure.getByRole('textbox', { name: 'Place of the ball x, exact value' });
  await exact.fill('-1/3');
  await expect.poll(async () => (await facts(figure)).report.x).toBe(-1 / 3);
});

test('by link: the state arrives and can be copied again; a broken link gives defaults and a notice', async ({
  page,
}) => {
  test.slow();
  const figure = await open(page, '#tangent?f=x^3-3x&x=0.5&direction=ascent&rate=0.2&at=2');
  const climb = (x: number) => x + 0.2 * (3 * x ** 2 - 3);
  const { state, report } = await facts(figure);
  expect(report.x).toBeCloseTo(climb(climb(0.5)), 12);
  const link = await figure.evaluate((element) => (element as Element as Figure).linkParameters);
  await page.goto('about:blank');
  expect((await facts(await open(page, `#tangent?${link}`))).state).toEqual(state);
  for (const broken of ['direction=sideways', 'x=left', 'f=x^2%2B(']) {
    await page.goto('about:blank');
    const opened = await open(page, `#tangent?x=1&${broken}`);
    await expect(opened.locator('dh-notice')).toContainText('The state in the link cannot be read');
    expect((await facts(opened)).state).toMatchObject({ x: 2, direction: 'ascent' });
  }
});

test('each link of the lesson shows what the text says', async ({ page }) => {
  const figure = await open(page);
  const links = page.locator('main a[href^="#tangent?"]');
  const said: [parameters: string, sentence: RegExp][] = [
    ['x=-3&direction=ascent&rate=0.1', /slope is −4\. It is negative, so uphill is to the left/],
    ['f=x^2+2x+3&x=-1', /bottom of a valley/],
    ['f=x^3-3x&x=-1', /hilltop/],
    ['f=x^3&x=0', /ledge/],
    ['direction=descent&rate=1', /x.=.−4, where the height is 11, no lower than 11/],
    ['f=abs(x)', /is a kink.*−1 on the left and 1 on the right/],
    ['f=sign(x)', /is a jump.*−1 from the left and to 1 from the right/],
  ];
  for (const [parameters, sentence] of said) {
    const hrefs = await links.evaluateAll((all) => all.map((link) => decodeURIComponent(link.getAttribute('href')!)));
    const index = hrefs.findIndex((href) => href.includes(parameters));
    expect(index, parameters).toBeGreaterThanOrEqual(0);
    await links.nth(index).click();
    await expect(status(figure)).toContainText(sentence);
  }
});

test('places without a derivative are marked and put into words', async ({ page }) => {
  const figure = await open(page);
  const rough: [f: string, x: number, place: string, sentence: RegExp][] = [
    ['|x|', 0, 'kink', /−1 on the left and 1 on the right/],
    ['max(x, x^2)', 1, 'kink', /1 on the left and 2 on the right/],
    ['cbrt(x)', 0, 'kink', /the tangent is vertical/],
    ['sqrt(|x|)', 0, 'kink', /−∞ on the left and ∞ on the right/],
    ['sign(x)', 0, 'jump', /tends to −1 from the left and to 1/],
    ['if(x < 1, x, x + 2)', 1, 'jump', /tends to 1 from the left and to 3/],
    ['1/x', 0, 'pole', /vertical asymptote/],
    ['sin(x)/x', 0, 'hole', /a hole at x.=.0/],
    ['log(x)', -1, 'gap', /not defined/],
    ['sqrt(x)', 0, 'edge', /edge of the domain/],
    ['relu(x)', 0, 'kink', /0 on the left and 1 on the right/],
  ];
  for (const [f, x, place, sentence] of rough) {
    await setState(figure, { ...PARABOLA, f, x });
    await expect(status(figure)).toContainText(sentence);
    expect((await facts(figure)).report).toMatchObject({ place, outcome: 'undefined', slope: NaN });
    await expect(figure).not.toContainText(/NaN|Infinity/);
    await button(figure, 'Play').click();
    await page.keyboard.press('End');
    expect((await facts(figure)).report.x).toBe(x);
  }
  // Smooth although an absolute value is in it: (x|x|)′ = 2|x|.
  await setState(figure, { ...PARABOLA, f: 'x*|x|', x: 0 });
  expect((await facts(figure)).report).toMatchObject({ place: 'smooth', slope: 0 });
});

test('a rough place catches the ball, and a button puts it there', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...PARABOLA, f: '|x - 1/3|', x: 1 });
  const unit = (await figure.locator('.plot .area').boundingBox())!.width / 8.5;
  await drag(page, slider(figure), (-2 / 3) * unit + 3, 12);
  await expect.poll(async () => (await facts(figure)).report.place).toBe('kink');
  expect((await facts(figure)).state.x).toBeCloseTo(1 / 3, 12);
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(async () => (await facts(figure)).report.place).toBe('smooth');

  await figure.getByRole('button', { name: /x = 0.3333/ }).click();
  await expect.poll(async () => (await facts(figure)).report.place).toBe('kink');
});

test('a walk that lands on a kink, leaves the domain, bounces or never ends says so', async ({ page }) => {
  const figure = await open(page);
  const cases: [state: Record<string, unknown>, outcome: string, sentence: RegExp][] = [
    [{ f: '|x|', x: 2, rate: 1 }, 'undefined', /2 steps taken\. x.=.0 is a kink/],
    [{ f: 'log(x)', x: 0.5, rate: 0.5 }, 'undefined', /not defined/],
    [{ rate: 1 }, 'oscillating', /jumps between two places/],
    [{ rate: 1.1 }, 'diverged', /too long/],
    [{ f: 'exp(x)', x: 1, direction: 'ascent' }, 'diverged', /no end on this side/],
    [{ f: 'x^3-3x', x: 0.5, direction: 'ascent' }, 'converged', /hilltop/],
    [{ f: 'x', rate: 0.01 }, 'limit-reached', /Stopped after 200 steps/],
  ];
  for (const [state, outcome, sentence] of cases) {
    await setState(figure, { ...PARABOLA, ...state });
    await toTheEnd(page, figure);
    await expect(status(figure)).toContainText(sentence);
    expect((await facts(figure)).report.outcome).toBe(outcome);
    await expect(figure).not.toContainText(/NaN|Infinity/);
  }
});

test('on a phone a link shows the plot, not the middle of the figure', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const figure = await open(page);
  const link = page.locator('main a[href^="#tangent?"]').filter({ visible: true }).last();
  await link.scrollIntoViewIfNeeded();
  await expect(figure.locator('.plot')).not.toBeInViewport();
  await link.click();
  await expect(figure.locator('.plot')).toBeInViewport({ ratio: 0.95 });
  const header = (await page.locator('header').first().boundingBox())!;
  await expect.poll(async () => (await figure.boundingBox())!.y).toBeGreaterThanOrEqual(header.y + header.height);
});

test('a ball that has run out of view has no handle and no names, and another formula starts it anew', async ({
  page,
}) => {
  const figure = await open(page);
  await setState(figure, { ...PARABOLA, rate: 1.1, at: 125 });
  await expect(slider(figure)).toBeHidden();
  await expect(figure.locator('.plot')).not.toContainText('f′(x) =');
  // Far to the left and far above: the corner, not the middle of the upper side.
  await setState(figure, { rate: 0.1, direction: 'ascent', x: 2, at: 200 });
  expect((await facts(figure)).report.x).toBeGreaterThan(1e6);
  await figure.getByRole('textbox', { name: 'Function f' }).fill('sin(x)');
  await expect.poll(async () => (await facts(figure)).state.f).toBe('sin(x)');
  expect((await facts(figure)).state.x).toBe(2);
  await expect(figure.locator('.error')).toHaveCount(0);
  await expect(slider(figure)).toBeVisible();
});

test('what is too large for the computer is no asymptote, and 1/0 is not defined', async ({ page }) => {
  const figure = await open(page);
  const cases: [f: string, x: number, sentence: RegExp][] = [
    ['1/0', 2, /not defined/],
    ['exp(exp(x))', 10, /too large for the computer/],
    ['x^1000', 3, /too large for the computer/],
    ['1e308*x^2', 3, /too large for the computer/],
    ['1e308*x^2', 1, /slope is too large for the computer/],
  ];
  for (const [f, x, sentence] of cases) {
    await setState(figure, { ...PARABOLA, f, x });
    await expect(status(figure)).toContainText(sentence);
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
  await f.fill('sin(y)');
  await expect(figure.locator('dh-expression-field .error')).toContainText('y');
  await f.fill('sin(x)');
  await expect(figure.locator('dh-expression-field .error')).toHaveCount(0);
  expect((await facts(figure)).report.slope).toBeCloseTo(Math.cos(2), 12);
  const rate = figure.getByRole('textbox', { name: 'Learning rate η, exact value' });
  await rate.fill('-1');
  await expect(figure.locator('dh-slider div.error')).toContainText('outside the range');
  expect((await facts(figure)).state.rate).toBe(0.1);
  const from = figure.getByRole('textbox', { name: /left end/ });
  await from.fill('9');
  await expect(figure.locator('dh-interval .error')).toContainText('must be smaller');
  expect((await facts(figure)).state.from).toBe(-5);
});

test('the steps are saved as data', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...PARABOLA, rate: 0.25, at: 2 });
  const lines = (await savedData(figure)).split('\r\n');
  expect(lines.slice(0, 4)).toEqual(['\ufeffstep,x,f(x),f′(x)', '0,2,11,6', '1,0.5,4.25,3', '2,-0.25,2.5625,1.5']);
});

testAccessibility(open, '#tangent', [
  [1280, '#tangent?at=1'],
  [360, '#tangent?f=abs(x)%2Blog(x%2B4)&x=0'],
]);
