import { expect, test } from '../../testing/fixtures.ts';
import type { Locator, Page } from '@playwright/test';
import { button, facts, openFigure, savedData, setState, status, testAccessibility } from '../../testing/figure.ts';

/** With all that a prediction of the lesson holds back. */
async function open(page: Page, hash = '', language = 'en') {
  const figure = await openFigure(page, `${language}/assignments/baseball/${hash}`, '#baseball');
  await figure.evaluate((element) => element.removeAttribute('withheld'));
  return figure;
}

const START = {
  rule: 'from-100',
  guesser: 'you',
  seed: 1,
  guesses: [],
  answers: [],
  ended: false,
  hints: false,
  considered: 0,
  all: false,
};

/** Every number of three different digits from 100 to 999. */
const NUMBERS = Array.from({ length: 900 }, (_, index) => String(100 + index)).filter(
  (text) => new Set(text).size === 3,
);

/** Strikes and balls of numbers without repeated digits. */
function score(secret: string, guess: string): [strikes: number, balls: number] {
  const hits = [...guess].filter((digit) => secret.includes(digit)).length;
  const strikes = [...guess].filter((digit, place) => secret[place] === digit).length;
  return [strikes, hits - strikes];
}

const same = (one: readonly number[], other: readonly number[]) => one.join() === other.join();

async function type(figure: Locator, text: string): Promise<void> {
  await figure.getByRole('textbox').fill(text);
  await figure.getByRole('textbox').press('Enter');
}

test('what is typed wrong gets its sentence and costs no turn; three strikes end the game', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, START);
  for (const [text, sentence] of [
    ['', 'three digits'],
    ['ball', 'digits only'],
    ['42', '42 does not have three digits'],
    ['4242', '4242 does not have three digits'],
    ['424', 'more than once'],
    ['042', 'begins with 0'],
  ]) {
    await type(figure, text);
    await expect(figure.getByRole('alert')).toContainText(sentence);
  }
  expect((await facts(figure)).report.turns).toBe(0);
  await type(figure, ' １２３ ');
  await expect.poll(async () => (await facts(figure)).report.turns).toBe(1);
  await expect(figure.getByRole('alert')).toBeEmpty();

  // All that fit are typed one by one, which a reader would not do; in the end it is found.
  for (let left = NUMBERS; !(await facts(figure)).report.won;) {
    const rows = (await savedData(figure)).trim().split('\r\n').slice(1);
    const [guess, strikes, balls] = rows.at(-1)!.split(',');
    left = left.filter((number) => same(score(number, guess), [Number(strikes), Number(balls)]));
    expect((await facts(figure)).report.left).toBe(left.length);
    await type(
      figure,
      left.find((number) => number !== guess)!,
    );
    await expect.poll(async () => (await facts(figure)).report.turns).toBe(rows.length + 1);
  }
  await type(figure, 'perhaps');
  await expect(figure.getByRole('alert')).toContainText('yes or no');
  await type(figure, 'y');
  await expect.poll(async () => (await facts(figure)).report.turns).toBe(0);
  await type(figure, '0');
  await expect(status(figure)).toContainText('over');
  await button(figure, 'New game').click();
  await expect(figure.getByRole('textbox')).toBeVisible();
});

test('hints count the answers of a guess', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, seed: 2, hints: true, guesses: [123] });
  const { report } = await facts(figure);
  const rows = (await savedData(figure)).trim().split('\r\n');
  const told = rows[1].split(',').slice(1, 3).map(Number);
  const left = NUMBERS.filter((number) => same(score(number, '123'), told));
  expect(report.left).toBe(left.length);
  await setState(figure, { considered: 456 });
  const counts = new Map<string, number>();
  for (const number of left) {
    const answer = score(number, '456').join();
    counts.set(answer, (counts.get(answer) ?? 0) + 1);
  }
  const bits = [...counts.values()].reduce((sum, n) => sum + (n / left.length) * Math.log2(left.length / n), 0);
  const { report: looked } = await facts(figure);
  expect(looked.bits).toBeCloseTo(bits, 10);
  expect(looked.parts).toBe(counts.size);
  expect(looked.largest).toBe(Math.max(...counts.values()));
  await figure.getByRole('button', { name: /^Information expected from 456/ }).click();
  await expect(page.getByRole('dialog')).toContainText('H');
  await page.keyboard.press('Escape');
  // One guess of each kind is listed, and the last tells least: 123 itself nothing.
  const listed = figure.getByRole('table').getByRole('row');
  await listed.last().getByRole('button').click();
  await expect.poll(async () => (await facts(figure)).report.guess).not.toBe('456');
  const { report: least } = await facts(figure);
  const of = (guess: string) => new Set(left.map((number) => score(number, guess).join())).size;
  expect(least.bits).toBe(0);
  expect(of(String(least.guess))).toBe(1);
  expect(least.parts).toBe(1);
  // A number that the rule does not have is refused, and what stands stays.
  await setState(figure, { considered: 455 });
  expect((await facts(figure)).state.considered).toBe(Number(least.guess));
});

test('the computer finds the reader’s number, and sees when answers cannot be true', async ({ page }) => {
  const figure = await open(page);
  await setState(figure, { ...START, guesser: 'computer' });
  for (let turn = 0; !(await facts(figure)).report.won; turn++) {
    expect(turn).toBeLessThan(7);
    const asked = (await figure.locator('.asked .number').textContent())!.trim();
    const [strikes, balls] = score('835', asked);
    await figure.getByRole('group', { name: 'Strikes' }).getByText(String(strikes), { exact: true }).click();
    await figure.getByRole('group', { name: 'Balls' }).getByText(String(balls), { exact: true }).click();
    await button(figure, 'Answer').click();
    await expect.poll(async () => (await facts(figure)).report.turns).toBe(turn + 1);
  }
  await expect(status(figure)).toContainText('The computer found 835');

  await setState(figure, { answers: [] });
  await figure.getByRole('group', { name: 'Strikes' }).getByText('2', { exact: true }).click();
  await figure.getByRole('group', { name: 'Balls' }).getByText('1', { exact: true }).click();
  await button(figure, 'Answer').click();
  await expect(figure.getByRole('alert')).toContainText('no other place');
  expect((await facts(figure)).report.turns).toBe(0);

  await setState(figure, { answers: [[0, 3], [0, 0]] }); // prettier-ignore
  expect((await facts(figure)).report.contradiction).toBe(true);
  await expect(status(figure)).toContainText('no number fits');
  await figure.getByRole('button', { name: /^Answer again/ }).last().click(); // prettier-ignore
  await expect.poll(async () => (await facts(figure)).report.contradiction).toBe(false);
});

test('the computer against every number, for each rule', async ({ page }) => {
  const figure = await open(page);
  for (const [rule, greedy, worst] of [
    ['one-to-nine', 4.6905, 6],
    ['from-100', 4.9167, 7],
    ['zero-to-nine', 5.0223, 7],
  ] as const) {
    await setState(figure, { ...START, rule, all: true });
    const { report } = await facts(figure);
    expect(report.average).toBeLessThan(greedy);
    expect(report.worst).toBeLessThanOrEqual(worst);
    await expect(status(figure)).toContainText(`${(report.average as number).toFixed(4)} guesses on average`);
  }
  await button(figure, 'Back to the game').click();
  await expect(figure.getByRole('textbox')).toBeVisible();
});

testAccessibility(open, '#baseball', [
  [1280, '#baseball?guesses=123&hints=true&all=true'],
  [360, '#baseball?guesser=computer&answers=0,3;0,0'],
]);
