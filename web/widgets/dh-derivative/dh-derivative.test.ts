import { expect, test } from '../../testing/fixtures.ts';
import type { Locator, Page } from '@playwright/test';
import type { Figure } from '../../testing/figure.ts';
import {
  button,
  drag,
  facts,
  openFigure,
  saved,
  savedData,
  setState,
  status,
  testAccessibility,
} from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/gentle-descent/derivative/${hash}`, '#derivative');

/** The chain of the lesson, whatever the lesson sets. */
const CHAIN = { f: 'sin(x^2)', x: 1, shown: 0, from: -4, to: 4 };
const report = async (figure: Locator) => (await facts(figure)).report;
const steps = (figure: Locator) => figure.getByRole('list', { name: 'Open steps' }).getByRole('listitem');

test('by mouse: open the steps one at a time, all at once, close them, step by the player', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, CHAIN);
  await expect(steps(figure)).toHaveCount(0);
  await expect(status(figure)).toContainText('There are 3 steps to take');
  await button(figure, 'Next step').first().click();
  await expect(steps(figure)).toHaveCount(1);
  await expect(steps(figure)).toContainText('The derivative of sin(x²) is cos(x²) (x²)′.');
  await expect(steps(figure)).toContainText('Chain rule');
  await button(figure, 'Open all').click();
  await expect(steps(figure)).toHaveCount(3);
  await expect(status(figure)).toContainText(/After 3 steps: f′.?\(x\).=.2x cos\(x²\)\./);
  await button(figure, 'Previous step').click();
  await expect(steps(figure)).toHaveCount(2);
  await expect(figure.locator('[aria-current=step]')).toContainText('Power rule');
  await button(figure, 'Close all').first().click();
  await expect.poll(async () => (await facts(figure)).state.shown).toBe(0);
  await button(figure, 'Open one after the other').click();
  await expect(status(figure)).toContainText('After 3 steps', { timeout: 30_000 });
  await expect(figure).not.toContainText(/NaN|Infinity/);
});

test('the whole derivative grows with the steps, and the piece that comes next is marked', async ({ page }) => {
  const figure = await open(page);
  const line = figure.locator('.so-far');
  for (const [shown, text] of ['(sin(x²))′', 'cos(x²) (x²)′', 'cos(x²) (2x)', '2x cos(x²)'].entries()) {
    // prettier-ignore
    await setState(figure, { ...CHAIN, shown });
    await expect(line).toContainText(`The derivative so far: ${text}`);
    await expect(line.locator('.katex')).toBeVisible();
    await expect(line.locator('.katex-html .piece')).toHaveCount(shown < 2 ? 1 : 0);
  }
  // A step inside another stands further in, and says on which piece it acted.
  await expect(steps(figure).nth(1).locator('.katex-html .piece')).toHaveText('(x2)′');
  const left = async (step: number) => (await steps(figure).nth(step).boundingBox())!.x;
  await expect.poll(async () => (await left(1)) - (await left(0))).toBeGreaterThan(8);
});

test('by keyboard: the figure opens and closes steps, the handle and the slider move x', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, CHAIN);
  await figure.locator('.figure').focus();
  await page.keyboard.press('ArrowRight');
  await expect(steps(figure)).toHaveCount(1);
  await page.keyboard.press('End');
  await expect(steps(figure)).toHaveCount(3);
  await page.keyboard.press('ArrowLeft');
  await expect(steps(figure)).toHaveCount(2);
  await page.keyboard.press('r');
  await expect(steps(figure)).toHaveCount(0);

  const handle = figure.getByRole('slider', { name: 'Compare at' }).first();
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await facts(figure)).state.x).toBeGreaterThan(1);
  const x = (await facts(figure)).state.x as number;
  expect((await report(figure)).slope).toBeCloseTo(2 * x * Math.cos(x * x), 12);
  await figure.getByRole('textbox', { name: 'Compare at x, exact value' }).fill('-1/2');
  await expect.poll(async () => (await facts(figure)).state.x).toBe(-0.5);
});

test('x is dragged along the curve', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, CHAIN);
  await drag(page, figure.locator('.handle'), -158, -38);
  await expect.poll(async () => (await facts(figure)).state.x).toBeLessThan(0);
  const x = (await facts(figure)).state.x as number;
  expect((await report(figure)).slope).toBeCloseTo(2 * x * Math.cos(x * x), 12);
});

test('by link: function, point and open steps arrive and can be copied again; a broken link gives a notice', async ({
  page,
}) => {
  const figure = await open(page, '#derivative?f=x/(x^2+1)&x=2&shown=3');
  const { state } = await facts(figure);
  expect(state).toMatchObject({ f: 'x/(x^2+1)', x: 2, shown: 3 });
  await expect(steps(figure)).toHaveCount(3);
  const link = await figure.evaluate((element) => (element as Element as Figure).linkParameters);
  await page.goto('about:blank');
  expect((await facts(await open(page, `#derivative?${link}`))).state).toEqual(state);
  await page.goto('about:blank');
  const broken = await open(page, '#derivative?f=x+)&x=2');
  await expect(broken.locator('dh-notice')).toContainText('The state in the link cannot be read');
  expect((await facts(broken)).state).toMatchObject({ f: 'sin(x^2)', x: 1 });
  // The links of the lesson drive the figure, and begin anew.
  await page.getByRole('link', { name: /a quotient/ }).click();
  await expect.poll(async () => (await facts(broken)).state).toMatchObject({ f: 'x/(x^2+1)', shown: 1 });
});

test('three ways to the slope agree with the closed form', async ({ page }) => {
  const figure = await open(page);
  const cases: [f: string, x: number, slope: number, derivative: string][] = [
    ['x^3 - 4x + 7', 2, 8, '3x^2 - 4'],
    ['x^2 exp(x)', 1, 3 * Math.E, '2x exp(x) + x^2 exp(x)'],
    ['x/(x^2 + 1)', 0.5, 0.75 / 1.25 ** 2, '(1 - x^2)/(x^2 + 1)^2'],
    ['exp(sin(x^2))', 1, Math.exp(Math.sin(1)) * 2 * Math.cos(1), '2x exp(sin(x^2)) cos(x^2)'],
    ['log(x)', 4, 0.25, '1/x'],
    ['2^x', 3, 8 * Math.LN2, '2^x log(2)'],
    ['x^x', 2, 4 * (Math.LN2 + 1), 'x^x (log(x) + 1)'],
    ['max(x, x^2)', 3, 6, 'if(x > x^2, 1, 2x)'],
    ['7', 3, 0, '0'],
  ];
  for (const [f, x, slope, derivative] of cases) {
    await setState(figure, { ...CHAIN, f, x });
    const found = await report(figure);
    expect(found.derivative, f).toBe(derivative);
    for (const way of ['slope', 'symbolic', 'dual'] as const)
      expect(Math.abs((found[way] as number) - slope), `${f}: ${way}`).toBeLessThanOrEqual(1e-14 * Math.abs(slope));
    expect(Math.abs((found.central as number) - slope), f).toBeLessThan(1e-8 * Math.max(1, Math.abs(slope)));
    expect(found.digits, f).toBeGreaterThanOrEqual(8);
    await expect(figure.locator('.ways tr')).toHaveCount(3);
  }
  await setState(figure, CHAIN);
  await expect(figure.locator('.ways tr').nth(2)).toContainText('right to 10 digits');
});

test('where there is no slope the figure says why, whatever the formula and the difference claim', async ({ page }) => {
  const figure = await open(page);
  const cases: [f: string, x: number, place: string, sentence: RegExp][] = [
    ['|x|', 0, 'kink', /kink.*−1 on the left and 1 on the right.*does not notice and gives 0/],
    ['log(x)', -1, 'gap', /not defined.*The −1 that the formula gives means nothing/],
    ['1/x', 0, 'pole', /not defined/],
    ['sqrt(x)', 0, 'edge', /edge of the domain/],
    ['cbrt(x)', 0, 'kink', /the tangent is vertical/],
    ['sign(x)', 0, 'jump', /f jumps/],
    ['x|x|', 0, 'smooth', /f′.?\(x\).=.0; the central difference is right to/],
  ];
  for (const [f, x, place, sentence] of cases) {
    await setState(figure, { ...CHAIN, f, x });
    await expect(status(figure), f).toContainText(sentence);
    expect((await report(figure)).place, f).toBe(place);
    await expect(figure).not.toContainText(/NaN|Infinity/);
  }
  // Both ends of the jump of f′ at the kink are open.
  await setState(figure, { ...CHAIN, f: '|x|', x: 2 });
  const ends = () =>
    figure
      .locator('.plot')
      .nth(1)
      .locator('path.hollow')
      .evaluateAll((all) => all.flatMap((path) => path.getAttribute('d')?.match(/M/g) ?? []));
  await expect.poll(ends).toHaveLength(2);
});

test('wrong entries are explained beside the field and leave the last good state', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, CHAIN);
  const f = figure.getByRole('textbox', { name: 'Function f' });
  await f.fill('sin(x^2');
  await expect(figure.locator('dh-expression-field .error')).toContainText(')');
  await expect(figure.locator('dh-expression-field mark')).toHaveText('‸');
  await f.fill('x^2 + y');
  await expect(figure.locator('dh-expression-field .error')).toContainText('y');
  await expect(figure.locator('dh-expression-field mark')).toHaveText('y');
  expect((await facts(figure)).state.f).toBe('sin(x^2)');
  await f.fill(`x${'*(x+1)'.repeat(150)}`);
  await expect(figure.locator('dh-expression-field .error')).toBeVisible();
  await f.fill('x^2');
  await expect.poll(async () => (await report(figure)).derivative).toBe('2x');
  await figure.getByRole('textbox', { name: 'View: right end' }).fill('-9');
  await expect(figure.locator('dh-interval .error')).toBeVisible();
  expect((await facts(figure)).state.to).toBe(4);
});

test('a reader with all steps open sees all steps of the next function, others begin anew', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...CHAIN, shown: 3 });
  const f = figure.getByRole('textbox', { name: 'Function f' });
  await f.fill('x^2 exp(x)');
  await expect.poll(async () => (await facts(figure)).state.f).toBe('x^2 exp(x)');
  const { shown, steps: all } = await report(figure);
  expect(shown).toBe(all);
  await button(figure, 'Close all').first().click();
  await expect(steps(figure)).toHaveCount(0);
  // Each step is asked of the core; a click before the answer would ask for the same one.
  for (const count of [1, 2]) {
    await button(figure, 'Next step').first().click();
    await expect(steps(figure)).toHaveCount(count);
  }
  await f.fill('x/(x+1)');
  await expect.poll(async () => (await report(figure)).shown).toBe(1);
});

test('a long function is answered without holding up the page', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...CHAIN, f: `x${'*(x+1)'.repeat(40)}`, shown: 60 });
  await expect(steps(figure)).toHaveCount(44);
  await expect(figure.locator('.so-far')).toContainText('f′(x) = (x + 1) ((x + 1)');
  await expect(status(figure)).toContainText('The derivative is found after 44 steps.');
});

test('the steps and the curves are saved', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, CHAIN);
  expect((await savedData(figure)).split('\r\n')).toEqual([
    '\ufeffstep,depth,rule,differentiated,result',
    '1,0,"Chain rule, sin",sin(x^2),cos(x^2) (x^2)′',
    '2,1,Power rule,x^2,2x',
    '3,0,Simplify,cos(x^2) (2x),2x cos(x^2)',
    '',
  ]);
  expect((await saved(figure, 'Save the figure (SVG)')).toString('utf8')).toMatch(/^<svg[^>]*xmlns=/);
});

testAccessibility(
  open,
  '#derivative',
  [
    [1280, '#derivative?f=x^2*exp(sin(x))/|x-1|&shown=9'],
    [360, '#derivative?f=x^2*exp(sin(x))/|x-1|&shown=9'],
  ],
  async (figure) => {
    await expect(figure.locator('.katex').first()).toBeVisible();
  },
);
