import { expect, test } from '../../testing/fixtures.ts';
import type { Locator, Page } from '@playwright/test';
import { PATIENCE, bringIntoView, facts, saved, settled } from '../../testing/figure.ts';
import { openWorkbench, taskNamed } from '../../testing/workbench.ts';

test.use({ serviceWorkers: 'block' });

const TASKS = `
- name: far
  kind: predict
  prompt: { ko: 어떻게 될까요?, en: "The rate is 1.1. What happens?" }
  options:
    - { text: { ko: 가까워진다., en: It comes closer. } }
    - { text: { ko: 멀어진다., en: It moves away. }, correct: true }
  run: "#descent-1d?f=x^2&start=2&rate=1.1&from=-6&to=6&at=0"
  steps: 3
  hides: [path, table, player, rate]
  marks:
    - { point: [x, value], label: { ko: "x = {x}", en: "after {steps} steps x = {x}" } }
  reveal: { ko: 멀어져요., en: It moves away. }

- name: slope
  kind: predict
  prompt: { ko: 기울기는?, en: What is the slope at 3? }
  answer: 6
  tolerance: 0.2
  slips: [{ answer: 9, feedback: { ko: 높이예요., en: That is the height. } }]
  run: "#tangent?f=x^2&x=3"
  hides: [tangent, labels]
  marks: [{ part: tangent }]
  reveal: { ko: "6이에요.", en: It is 6. }
`;
const SEVERAL_PLOTS = `
- name: error
  kind: predict
  prompt: { ko: 오차는?, en: How large is the error? }
  answer: 1
  tolerance: 0.2
  run: "#secant?f=x^2&x=1&h=1"
  hides: [errors]
  marks: [{ x: h, plot: 2, label: { ko: 여기, en: right here } }]
  reveal: { ko: "1이에요.", en: It is 1. }
`;
const SPACE = '\n\n<p style="height: 1600px">…</p>\n\n';
const BODY = `<dh-descent-1d f="x^2" start="2"></dh-descent-1d>

<dh-predict name="far"></dh-predict>
${SPACE}
<dh-predict name="slope"></dh-predict>
${SPACE}
<dh-tangent f="x^2"></dh-tangent>
`;

async function open(page: Page, name: 'far' | 'slope'): Promise<[predict: Locator, figure: Locator]> {
  await openWorkbench(page, BODY, TASKS);
  return [await taskNamed(page, name), page.locator(name === 'far' ? '#descent-1d' : '#tangent')];
}

const reveal = (predict: Locator): Locator => predict.locator('.dh-check-reveal');
const commit = (predict: Locator): Locator => predict.getByRole('button', { name: 'Commit the guess and run' });
const verdict = (predict: Locator): Locator => predict.locator('.verdict');

async function standing(figure: Locator): Promise<void> {
  await bringIntoView(figure);
  await expect(figure.locator('.frame')).toBeVisible({ timeout: PATIENCE });
  await settled(figure);
}

test('before the guess nothing that answers is drawn, read aloud or saved, and the figure keeps its size', async ({
  page,
}) => {
  const [predict, figure] = await open(page, 'far');
  await standing(figure);
  const height = () => figure.evaluate((element) => element.getBoundingClientRect().height);
  const before = await height();
  await expect(reveal(predict)).toBeHidden();
  for (const part of ['path', 'table', 'player', 'rate'])
    for (const element of await figure.locator(`[data-part~="${part}"]`).all()) await expect(element).toBeHidden();
  await expect(figure.locator('[data-part~="curve"]')).toBeVisible();
  await expect(figure.locator('dh-status p')).toHaveText('What happens here waits for your guess.');
  await expect(figure.getByRole('slider', { name: /Learning rate/ })).toHaveCount(0);
  const picture = (await saved(figure, 'Save the figure (SVG)')).toString('utf8');
  expect(picture).toContain('<path');
  await figure.getByRole('button', { name: 'Save and share' }).click();
  await expect(figure.getByRole('button', { name: 'Save the data (CSV)' })).toHaveCount(0);

  await predict.getByRole('button', { name: 'Skip to the result' }).click();
  await expect(figure.locator('[data-part~="path"]')).toBeVisible();
  await expect(figure.locator('dh-status p')).not.toHaveText(/waits for your guess/);
  expect(await height()).toBeCloseTo(before, 0);
  const whole = (await saved(figure, 'Save the figure (SVG)')).toString('utf8');
  expect(whole.length).toBeGreaterThan(picture.length);
});

test('the figure is set, goes exactly the asked number of steps and is marked; then the guess meets what happened', async ({
  page,
}) => {
  const [predict, figure] = await open(page, 'far');
  await standing(figure);
  await commit(predict).click();
  await expect(verdict(predict)).toContainText('Make a guess first');
  await predict.getByRole('radio').nth(0).check();
  const top = () => predict.evaluate((element) => element.getBoundingClientRect().top);
  await bringIntoView(predict);
  const place = await top();
  await commit(predict).click();
  await expect(reveal(predict)).toHaveAttribute('open', '', { timeout: PATIENCE });
  expect(Math.abs((await top()) - place), 'the page does not jump').toBeLessThanOrEqual(1);
  const { state, report } = await facts(figure);
  expect(state).toMatchObject({ rate: 1.1, start: 2, at: 3 });
  expect(report.steps).toBe(3);
  expect(report.x).toBeCloseTo(-3.456, 9);
  await expect(figure.getByText('after 3 steps x = −3.456').last()).toBeVisible();
  await expect(verdict(predict)).toContainText('Not what you guessed');
  await expect(predict.locator('[data-verdict="right"]')).toHaveCount(1);
  await expect(predict).toHaveAttribute('data-state', 'done');

  await figure.evaluate((element: HTMLElement & { state?: object }) => (element.state = { start: 1 }));
  await settled(figure);
  await expect(figure.getByText('after 3 steps')).toHaveCount(0);
  await predict.getByRole('button', { name: 'Run again' }).click();
  await expect(figure.getByText('after 3 steps x = −3.456').last()).toBeVisible({ timeout: PATIENCE });
});

test('a figure out of sight is brought beside the question, and the page does not move', async ({ page }) => {
  const [predict, figure] = await open(page, 'slope');
  await predict.getByLabel('Your guess').fill('9');
  await bringIntoView(predict);
  const offset = await page.evaluate(() => scrollY);
  const length = await page.evaluate(() => document.documentElement.scrollHeight);
  await commit(predict).click();
  await expect(reveal(predict)).toHaveAttribute('open', '', { timeout: PATIENCE });
  expect(await page.evaluate(() => scrollY)).toBe(offset);
  await expect(figure.locator('.figure')).toBeInViewport();
  await expect(figure.locator('.controls')).toBeHidden();
  await expect(verdict(predict)).toContainText('You guessed 9; it is 6.');
  await expect(predict.getByText('That is the height.')).toBeVisible();
  const button = (await commit(predict)
    .or(predict.getByRole('button', { name: 'Run again' }))
    .boundingBox())!;
  const box = (await figure.boundingBox())!;
  const apart = (from: 'x' | 'y', size: 'width' | 'height') =>
    box[from] + box[size] < button[from] || box[from] > button[from] + button[size];
  expect(apart('x', 'width') || apart('y', 'height'), 'the button stays free').toBe(true);

  await figure.getByRole('button', { name: 'Put the figure back' }).click();
  await expect(figure).not.toBeInViewport();
  expect(await page.evaluate(() => scrollY)).toBe(offset);
  const opened = await reveal(predict).evaluate((element) => element.getBoundingClientRect().height);
  const grown = (await page.evaluate(() => document.documentElement.scrollHeight)) - length;
  expect(grown, 'the place of the figure is kept').toBeLessThanOrEqual(opened + 200);
});

test('a pinned figure of several plots shows the one that is marked', async ({ page }) => {
  const body = `<dh-secant f="x^2"></dh-secant>${SPACE}<dh-predict name="error"></dh-predict>`;
  await openWorkbench(page, body, SEVERAL_PLOTS);
  const predict = await taskNamed(page, 'error');
  const figure = page.locator('#secant');
  await predict.getByLabel('Your guess').fill('1');
  await commit(predict).click();
  await expect(reveal(predict)).toHaveAttribute('open', '', { timeout: PATIENCE });
  await expect(figure).toHaveClass(/dh-pinned/);
  const mark = (await figure.getByText('right here').last().boundingBox())!;
  const box = (await figure.boundingBox())!;
  expect(mark.y).toBeGreaterThan(box.y);
  expect(mark.y + mark.height).toBeLessThan(box.y + box.height);
});

test('a pinned figure goes back when the reader comes to its place', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 740 });
  const [predict, figure] = await open(page, 'slope');
  await predict.getByLabel('Your guess').fill('6');
  await commit(predict).click();
  await expect(reveal(predict)).toHaveAttribute('open', '', { timeout: PATIENCE });
  await expect(verdict(predict)).toContainText('As you guessed');
  expect((await figure.boundingBox())!.height).toBeLessThan(0.5 * 740);
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
  await expect(figure).not.toHaveClass(/dh-pinned/);
  await expect(figure.locator('.controls')).toBeVisible();
});

test('a guess is remembered and cannot be changed afterwards, and the figure holds nothing back any more', async ({
  page,
}) => {
  let [predict] = await open(page, 'far');
  await predict.getByRole('radio').nth(1).check();
  await commit(predict).click();
  await predict.getByRole('button', { name: 'Show the result now' }).click();
  await expect(predict).toHaveAttribute('data-state', 'done');
  await expect(verdict(predict)).toContainText('As you guessed');
  let figure: Locator;
  [predict, figure] = await open(page, 'far');
  await expect(predict.getByRole('radio').nth(1)).toBeChecked();
  await expect(predict.getByRole('radio').nth(1)).toBeDisabled();
  await expect(predict.getByRole('button', { name: 'Run again' })).toBeVisible();
  await expect(figure).not.toHaveAttribute('withheld');
});

test('nobody is made to guess', async ({ page }) => {
  const [predict, figure] = await open(page, 'far');
  await predict.getByRole('button', { name: 'Skip to the result' }).click();
  await expect(reveal(predict)).toHaveAttribute('open', '');
  await expect(verdict(predict)).toContainText('without a guess');
  await expect(predict).toHaveAttribute('data-state', 'done');
  await expect(figure).not.toHaveAttribute('withheld');
});
