import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../../testing/fixtures.ts';
import type { Locator, Page } from '@playwright/test';
import { violations } from '../../testing/accessibility.ts';
import { bringIntoView, settled } from '../../testing/figure.ts';
import { WORKBENCH, openWorkbench, taskNamed } from '../../testing/workbench.ts';

const TASKS = readFileSync(join(import.meta.dirname, 'tasks-of-every-kind.yaml'), 'utf8');
const NAMES = [...TASKS.matchAll(/^- name: (\S+)/gm)].map((match) => match[1]);
const BODY = `<dh-descent-1d f="x^2" start="2"></dh-descent-1d>

[Far too long](#descent-1d?rate=1.5&start=2&play)

${NAMES.map((name) => `<dh-check name="${name}"></dh-check>`).join('\n\n')}
`;

async function open(page: Page, name: string, language: 'ko' | 'en' = 'en'): Promise<Locator> {
  await openWorkbench(page, BODY, TASKS, language);
  return taskNamed(page, name);
}

async function answer(check: Locator, text: string): Promise<void> {
  await check.getByLabel('Answer').fill(text);
  await check.getByLabel('Answer').press('Enter');
}

const verdict = (check: Locator): Locator => check.locator('.verdict');
const handIn = (check: Locator) => check.getByRole('button', { name: 'Check', exact: true }).click();
const feedback = (check: Locator, text: string) => check.locator('.dh-check-feedback', { hasText: text });

async function saved(page: Page, name: string) {
  const text = await page.evaluate((key) => localStorage.getItem(key), `downhill-progress/1/${WORKBENCH}/${name}`);
  return text === null ? undefined : JSON.parse(text);
}

test('every kind of task is accessible', async ({ page }) => {
  await openWorkbench(page, BODY, TASKS);
  for (const name of NAMES) await taskNamed(page, name);
  expect(await violations(page, '.dh-lesson')).toEqual([]);
});

test('a formula is graded by what it means; a wrong one is answered with a point where it differs', async ({
  page,
}) => {
  const check = await open(page, 'product');
  await answer(check, 'x exp(x)');
  await expect(verdict(check)).toHaveText(/Not yet\.\s*At x = -?[\d.]{1,3} yours gives .*, the answer .*/);
  await expect(check).toHaveAttribute('data-state', 'tried');
  await answer(check, 'exp(x)·2x'); // a known slip, spelled otherwise
  await expect(verdict(check)).toHaveText(/^[^\w]*Not yet\.\s*$/);
  await expect(feedback(check, 'both derivatives')).toBeVisible();
  await check.getByLabel('Answer').fill('x (x + 2) e^x');
  await expect(feedback(check, 'both derivatives')).toBeHidden();
  await check.getByLabel('Answer').press('Enter');
  await expect(verdict(check)).toHaveText(/Right\./);
  expect(await saved(page, 'product')).toMatchObject({ state: 'done', attempts: 3 });
});

test('a typing error is shown with its place and is no attempt', async ({ page }) => {
  const check = await open(page, 'product');
  await answer(check, '3x^2 - ');
  await expect(verdict(check)).toContainText('does not count as wrong');
  await expect(check.getByLabel('Answer')).toHaveAttribute('aria-invalid', 'true');
  await expect(check).toHaveAttribute('data-state', 'untouched');
  const submit = check.getByRole('button', { name: 'Check', exact: true });
  await submit.click();
  await expect(submit).toHaveAttribute('aria-disabled', 'false'); // graded
  expect(await saved(page, 'product')).toBeUndefined();
});

test('an answer may begin with y = or f′(x) =; an empty one is asked for', async ({ page }) => {
  const check = await open(page, 'product');
  await handIn(check);
  await expect(verdict(check)).toContainText('Type an expression first');
  await answer(check, 'y = 3x^2 - ');
  await expect(check.locator('.fault')).toHaveText('y = 3x^2 - ‸');
  await answer(check, "f'(x) = x (x + 2) e^x");
  await expect(verdict(check)).toHaveText(/Right\./);
});

test('a number may be written as an expression, and known slips have an answer of their own', async ({ page }) => {
  const check = await open(page, 'first-step');
  for (const [text, said] of [
    ['1', 'The answer is larger than this.'],
    ['-1.4', 'Look at the sign'],
    ['2,0', 'Type a number only; the decimal point is a point (.).'],
    ['157번', 'Type a number only; the decimal point is a point (.).'],
    ['1/0', 'not a finite number'],
  ]) {
    await answer(check, text);
    await expect(verdict(check)).toContainText(said);
  }
  await answer(check, '2 + 0.6');
  await expect(feedback(check, 'descent subtracts it')).toBeVisible();
  await expect(verdict(check)).not.toContainText('smaller');
  await answer(check, '2 - 0.6');
  await expect(verdict(check)).toContainText('Right.');
  await expect(feedback(check, 'descent subtracts it')).toBeHidden();
});

test('an answer given before is back when the page opens again, in either language', async ({ page }) => {
  let check = await open(page, 'first-step');
  await answer(check, '1.4');
  await expect(verdict(check)).toContainText('Right.');
  check = await open(page, 'table');
  await check.getByLabel('place after one step').fill('1.4');
  await check.getByLabel('the rule').fill('x + x');
  await check.getByLabel('sign of the slope').selectOption('positive');
  await handIn(check);
  await expect(verdict(check)).toContainText('Right.');
  check = await open(page, 'first-step');
  await expect(check.getByLabel('Answer')).toHaveValue('1.4');
  await expect(verdict(check)).toContainText('solved this one before');
  await expect(page.locator('#check-table').getByLabel('the rule')).toHaveValue('x + x');
  check = await open(page, 'first-step', 'ko');
  await expect(verdict(check)).toContainText('전에 맞힌 문제예요.');
});

test('hints open one after another; the solution waits for an attempt', async ({ page }) => {
  const check = await open(page, 'first-step');
  const hint = (number: number) => check.getByText(`Hint ${number}`, { exact: true });
  const solution = check.locator('.dh-check-solution');
  await expect(hint(1)).toBeVisible();
  await expect(hint(2)).toBeHidden();
  await expect(solution).toBeHidden();
  await hint(1).click();
  await expect(hint(2)).toBeVisible();
  await answer(check, '7');
  await expect(solution).toBeVisible();
  expect(await saved(page, 'first-step')).toMatchObject({ hints: 1, solutionSeen: false });
});

test('who looks at the solution first may still answer, and is told so', async ({ page }) => {
  const check = await open(page, 'first-step');
  await check.getByRole('button', { name: 'Show the solution without answering' }).click();
  await expect(check.locator('.dh-check-solution')).toHaveAttribute('open', '');
  await expect(check.locator('summary', { hasText: 'solution' })).toBeFocused();
  await answer(check, '1.4');
  await expect(verdict(check)).toContainText('after seeing the solution');
});

test('a choice answers with feedback on what was chosen', async ({ page }) => {
  const check = await open(page, 'flat');
  await check.getByRole('radio').nth(0).check();
  await handIn(check);
  await expect(verdict(check)).toContainText('Not yet.');
  await expect(feedback(check, 'never saw')).toBeVisible();
  await page.keyboard.press('Shift+Tab'); // back from the button to the options
  await page.keyboard.press('ArrowDown');
  await expect(feedback(check, 'never saw')).toBeHidden();
  await handIn(check);
  await expect(verdict(check)).toContainText('Right.');
});

test('of several right options all must be chosen, and no other', async ({ page }) => {
  const check = await open(page, 'rough');
  const boxes = check.getByRole('checkbox');
  await boxes.nth(0).check();
  await handIn(check);
  await expect(verdict(check)).toContainText('There is more to choose');
  for (const index of [1, 2]) await boxes.nth(index).check();
  await handIn(check);
  await expect(verdict(check)).toContainText('does not belong');
  await boxes.nth(1).uncheck();
  await handIn(check);
  await expect(verdict(check)).toContainText('Right.');
});

test('a reason is right when the statement and its ground are', async ({ page }) => {
  const check = await open(page, 'why');
  const statement = (index: number) =>
    check
      .getByRole('radiogroup', { name: /statement/ })
      .getByRole('radio')
      .nth(index);
  const ground = (index: number) =>
    check
      .getByRole('radiogroup', { name: /ground/ })
      .getByRole('radio')
      .nth(index);
  await statement(1).check();
  await handIn(check);
  await expect(verdict(check)).toContainText('a statement and a ground first');
  await ground(0).check();
  await handIn(check);
  await expect(verdict(check)).toContainText('The statement does not hold');
  await expect(feedback(check, 'says nothing of the bottom')).toBeHidden();
  await statement(0).check();
  await handIn(check);
  await expect(verdict(check)).toContainText('but not on this ground');
  await expect(feedback(check, 'says nothing of the bottom')).toBeVisible();
  await ground(1).check();
  await handIn(check);
  await expect(verdict(check)).toContainText('Right.');
  expect(await saved(page, 'why')).toMatchObject({ state: 'done', answer: [0, 1] });
});

test('each cell of a table is graded for itself', async ({ page }) => {
  const check = await open(page, 'table');
  const [next, rule, sign] = ['place after one step', 'the rule', 'sign of the slope'].map((label) =>
    check.getByLabel(label),
  );
  await next.fill('2.6');
  await handIn(check);
  await expect(verdict(check)).toContainText('Fill in all cells first');
  await rule.fill('2x +');
  await sign.selectOption('negative');
  await handIn(check);
  await expect(verdict(check)).toContainText('the rule');
  expect(await saved(page, 'table')).toBeUndefined();
  await rule.fill('x + x');
  await rule.press('Enter');
  await expect(verdict(check)).toContainText('1 of 3 cells are right.');
  await expect(feedback(check, 'descent subtracts')).toBeVisible();
  await expect(next).toHaveAttribute('aria-invalid', 'true');
  await expect(rule).toHaveClass('right');
  await next.fill('1.4');
  await expect(next).not.toHaveAttribute('aria-invalid');
  await handIn(check);
  await expect(feedback(check, 'rises to the right')).toBeVisible();
  await sign.selectOption('positive');
  await handIn(check);
  await expect(verdict(check)).toContainText('Right.');
});

const order = (check: Locator): Promise<number[]> =>
  check.locator('[data-item]').evaluateAll((items) => items.map((item) => Number((item as HTMLElement).dataset.item)));

test('items are put in order by keyboard, and the focus stays with the item', async ({ page }) => {
  const check = await open(page, 'rates');
  const count = (await order(check)).length;
  for (let item = 0; item < count; item += 1) {
    const up = check.locator(`[data-item="${item}"]`).getByRole('button', { name: /^Up/ });
    await up.focus();
    for (let place = (await order(check)).indexOf(item); place > item; place -= 1) await page.keyboard.press('Enter');
    await expect(up).toBeFocused();
  }
  await expect.poll(() => order(check)).toEqual([...Array(count).keys()]);
  await handIn(check);
  await expect(verdict(check)).toContainText('Right.');
});

test('items are put in order by dragging, and a wrong order says how much of it is right', async ({ page }) => {
  const check = await open(page, 'rates');
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
  await handIn(check);
  await expect(verdict(check)).toHaveText(/Not yet\.\s*[0-3] of 4 are in their place\./);
});

test('a goal in a figure counts once the task is opened, and ticks by itself', async ({ page }) => {
  const check = await open(page, 'one-step');
  const figure = page.locator('#descent-1d');
  const show = async (state: object) => {
    await figure.evaluate((element: HTMLElement & { state?: object }, patch) => (element.state = patch), state);
    await settled(figure);
  };
  await bringIntoView(figure);
  await expect(figure.locator('.frame')).toBeVisible();
  const solved = { f: 'x^2 - 6x', start: 5, rate: 0.5, at: 1 };
  await show(solved);
  await expect(check).toHaveAttribute('data-state', 'untouched');

  await check.getByRole('link', { name: 'Start in the figure' }).click();
  await expect(figure.locator('.figure')).toBeFocused();
  await expect
    .poll(() => figure.evaluate((element: HTMLElement & { state?: object }) => element.state))
    .toMatchObject({ f: 'x^2-6x', rate: 0.1, at: 0 });
  await expect(check).toHaveAttribute('data-state', 'untouched');
  await show({ rate: 1, at: 200 });
  await expect(feedback(check, 'bounces')).toBeVisible();
  await expect(check).toHaveAttribute('data-state', 'tried');
  await show({ rate: 0.1, at: 200 });
  await expect(verdict(check)).toContainText('This result is not the one asked for');
  await show(solved);
  await expect(check).toHaveAttribute('data-state', 'done');
  await expect(verdict(check)).toContainText('Right.');
});

test('the worked solution shows itself in the figure', async ({ page }) => {
  const check = await open(page, 'one-step');
  await check.getByRole('button', { name: 'Show the solution without answering' }).click();
  await check.getByRole('link', { name: 'See this solution in the figure' }).click();
  await expect(verdict(check)).toContainText('after seeing the solution', { timeout: 30_000 });
});
