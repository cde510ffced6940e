import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { PATIENCE, bringIntoView, settled } from '../../testing/figure.ts';

const DERIVATIVE = 'en/gentle-descent/derivative/';
const TANGENT = 'en/gentle-descent/tangent/';
const DESCENT = 'en/gentle-descent/gradient-descent/';

/** Opens a lesson and brings one of its checks to life: it is loaded when it comes near the screen. */
async function open(page: Page, lesson: string, name: string): Promise<Locator> {
  await page.goto(lesson);
  return find(page, name);
}

async function find(page: Page, name: string): Promise<Locator> {
  const check = page.locator(`#check-${name}`);
  await check.scrollIntoViewIfNeeded();
  await expect(check).toHaveAttribute('data-state', /./, { timeout: PATIENCE });
  return check;
}

async function answer(check: Locator, text: string): Promise<void> {
  await check.getByLabel('Answer').fill(text);
  await check.getByLabel('Answer').press('Enter');
}

const verdict = (check: Locator): Locator => check.locator('.verdict');

async function saved(page: Page, key: string) {
  const text = await page.evaluate(() => localStorage.getItem('downhill-progress'));
  return JSON.parse(text ?? '{"checks":{}}').checks[key];
}

test('an expression is graded by what it means; a wrong one is answered with a point where it differs', async ({
  page,
}) => {
  const check = await open(page, DERIVATIVE, 'product');
  await answer(check, '2x exp(x)');
  await expect(verdict(check)).toHaveText(/Not yet\.\s*At x = -?[\d.]{1,3} yours gives .*, the answer .*/);
  await expect(check).toHaveAttribute('data-state', 'tried');
  await answer(check, 'x (x + 2) e^x');
  await expect(verdict(check)).toHaveText(/Right\./);
  await expect(check).toHaveAttribute('data-state', 'done');
  expect(await saved(page, 'gentle-descent/derivative/product')).toMatchObject({ state: 'done', attempts: 2 });
});

test('a typing error is shown with its place and is no attempt', async ({ page }) => {
  const check = await open(page, DERIVATIVE, 'polynomial');
  await answer(check, '3x^2 - ');
  await expect(verdict(check)).toContainText('does not count as wrong');
  await expect(check.getByLabel('Answer')).toHaveAttribute('aria-invalid', 'true');
  await expect(check).toHaveAttribute('data-state', 'untouched');
  const submit = check.getByRole('button', { name: 'Check', exact: true });
  await submit.click();
  await expect(submit).toHaveAttribute('aria-disabled', 'false'); // graded
  expect(await saved(page, 'gentle-descent/derivative/polynomial')).toBeUndefined();
});

test('an answer may begin with y = or f′(x) =', async ({ page }) => {
  const check = await open(page, DERIVATIVE, 'polynomial');
  await answer(check, 'y = 3x^2 - ');
  await expect(check.locator('.fault')).toHaveText('y = 3x^2 - ‸');
  await answer(check, "f'(x) = 3x^2 - 4");
  await expect(verdict(check)).toHaveText(/Right\./);
});

test('an empty answer asks for one', async ({ page }) => {
  const check = await open(page, DERIVATIVE, 'chain');
  await check.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(verdict(check)).toContainText('Type an expression first');
  await expect(check).toHaveAttribute('data-state', 'untouched');
});

test('a number may be written as an expression', async ({ page }) => {
  const check = await open(page, DERIVATIVE, 'secant-slope');
  await answer(check, '6');
  await expect(verdict(check)).toContainText('Not yet.');
  await answer(check, '-6.1');
  await expect(verdict(check)).toContainText('Look at the sign');
  for (const text of ['2,0', '157번']) {
    await answer(check, text);
    await expect(verdict(check)).toContainText('Type a number only; the decimal point is a point (.).');
  }
  await answer(check, '1/0');
  await expect(verdict(check)).toContainText('not a finite number');
  await answer(check, '(3.1^2 - 3^2) / 0.1');
  await expect(verdict(check)).toContainText('Right.');
});

test('an answer given before is back when the page opens again, in either language', async ({ page }) => {
  let check = await open(page, DERIVATIVE, 'polynomial');
  await answer(check, '-4 + 3x^2');
  await expect(verdict(check)).toContainText('Right.');
  await page.reload();
  check = await find(page, 'polynomial');
  await expect(check.getByLabel('Answer')).toHaveValue('-4 + 3x^2');
  await expect(verdict(check)).toContainText('solved this one before');
  await page.goto(DERIVATIVE.replace('en/', 'ko/'));
  check = await find(page, 'polynomial');
  await expect(verdict(check)).toContainText('전에 맞힌 문제입니다.');
});

test('hints open one after another; the solution waits for an attempt', async ({ page }) => {
  const check = await open(page, DERIVATIVE, 'quotient');
  const hint = (number: number) => check.getByText(`Hint ${number}`, { exact: true });
  const solution = check.locator('.dh-check-solution');
  await expect(hint(1)).toBeVisible();
  await expect(hint(2)).toBeHidden();
  await expect(solution).toBeHidden();
  await hint(1).click();
  await expect(hint(2)).toBeVisible();
  await answer(check, 'x');
  await expect(solution).toBeVisible();
  expect(await saved(page, 'gentle-descent/derivative/quotient')).toMatchObject({ hints: 1, solutionSeen: false });
});

test('who looks at the solution first may still answer, and is told so', async ({ page }) => {
  const check = await open(page, DERIVATIVE, 'logarithm');
  await check.getByRole('button', { name: 'Show the solution without answering' }).click();
  await expect(check.locator('.dh-check-solution')).toHaveAttribute('open', '');
  await expect(check.locator('summary', { hasText: 'solution' })).toBeFocused();
  await answer(check, '2x/(x^2+1)');
  await expect(verdict(check)).toContainText('after seeing the solution');
});

test('a choice answers with feedback on what was chosen', async ({ page }) => {
  const check = await open(page, TANGENT, 'which-way');
  await check.getByRole('radio').nth(0).check();
  await check.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(verdict(check)).toContainText('Not yet.');
  await expect(check.locator('.dh-check-feedback').nth(0)).toBeVisible();
  await expect(check.locator('.dh-check-feedback').nth(1)).toBeHidden();
  await page.keyboard.press('Shift+Tab'); // back from the button to the options
  await page.keyboard.press('ArrowDown');
  await expect(check.locator('.dh-check-feedback').nth(0)).toBeHidden();
  await check.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(verdict(check)).toContainText('Right.');
});

test('of several right options all must be chosen, and no other', async ({ page }) => {
  const check = await open(page, TANGENT, 'not-smooth');
  const submit = check.getByRole('button', { name: 'Check', exact: true });
  const boxes = check.getByRole('checkbox');
  await boxes.nth(0).check();
  await submit.click();
  await expect(verdict(check)).toContainText('There is more to choose');
  for (const index of [1, 2, 4]) await boxes.nth(index).check();
  await submit.click();
  await expect(verdict(check)).toContainText('does not belong');
  await boxes.nth(1).uncheck();
  await submit.click();
  await expect(verdict(check)).toContainText('Right.');
});

const order = (check: Locator): Promise<number[]> =>
  check.locator('[data-item]').evaluateAll((items) => items.map((item) => Number((item as HTMLElement).dataset.item)));

test('items are put in order by keyboard, and the focus stays with the item', async ({ page }) => {
  const check = await open(page, DESCENT, 'order-of-steps');
  const count = (await order(check)).length;
  for (let item = 0; item < count; item += 1) {
    const up = check.locator(`[data-item="${item}"]`).getByRole('button', { name: /^Up/ });
    await up.focus();
    for (let place = (await order(check)).indexOf(item); place > item; place -= 1) await page.keyboard.press('Enter');
    await expect(up).toBeFocused();
  }
  await expect.poll(() => order(check)).toEqual([...Array(count).keys()]);
  await check.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(verdict(check)).toContainText('Right.');
});

test('items are put in order by dragging, and a wrong order says how much of it is right', async ({ page }) => {
  const check = await open(page, DESCENT, 'order-of-steps');
  const before = await order(check);
  const grip = check.locator('.dh-check-handle').first();
  await bringIntoView(check);
  await grip.hover();
  const handle = (await grip.boundingBox())!;
  const last = (await check.locator('[data-item]').last().boundingBox())!;
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(handle.x, last.y + last.height, { steps: 12 });
  await page.mouse.up();
  await expect.poll(() => order(check)).toEqual([...before.slice(1), before[0]]);
  await check.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(verdict(check)).toHaveText(/Not yet\.\s*[0-3] of 4 are in their place\./);
});

test('a goal in a figure is seen to be reached without a button', async ({ page }) => {
  const check = await open(page, TANGENT, 'hilltop');
  await check.getByRole('link', { name: 'In the figure' }).click();
  const figure = page.locator('#tangent');
  await expect
    .poll(() => figure.evaluate((element: HTMLElement & { state?: object }) => element.state), { timeout: PATIENCE })
    .toMatchObject({ x: 0.5 });
  await expect(check).not.toHaveAttribute('data-state', 'done');
  await figure.evaluate((element: HTMLElement & { state?: object }) => (element.state = { x: -1.01 }));
  await expect(check).toHaveAttribute('data-state', 'done');
  await expect(verdict(check)).toContainText('Right.');
  await check.getByRole('link', { name: 'Go to the figure' }).click();
  await expect(figure).toBeFocused();
});

test('a missed goal is told only to who came from the check to try it', async ({ page }) => {
  const check = await open(page, DESCENT, 'bounce');
  const figure = page.locator('#descent-1d');
  const end = () =>
    figure.evaluate((element) => element.dispatchEvent(new CustomEvent('dh-outcome', { bubbles: true })));
  await bringIntoView(figure);
  // A figure that is still on its way would change later, and take the verdict back.
  await expect(figure.locator('.frame')).toBeVisible({ timeout: PATIENCE });
  await settled(figure);
  await end();
  await expect(check).toHaveAttribute('data-state', 'untouched');
  await check.getByRole('link', { name: 'Go to the figure' }).click();
  await end();
  await expect(verdict(check)).toContainText('This result is not the one asked for');
  await expect(check).toHaveAttribute('data-state', 'tried');
});
