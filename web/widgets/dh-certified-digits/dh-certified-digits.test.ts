import { readFileSync } from 'node:fs';
import { expect, test } from '../../testing/fixtures.ts';
import type { Page } from '@playwright/test';
import { facts, openFigure, savedData, status, testAccessibility } from '../../testing/figure.ts';

const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/descent-on-data/pseudo-inverse/${hash}`, '#certified-digits');

/** What the native core reaches, `set,difficulty,method,digits` a line. */
const native = readFileSync(new URL('../../../tests/data/nist/digits.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

test('the digits are those of the native core', async ({ page }) => {
  const figure = await open(page);
  const digits = (await facts(figure)).report.digits as Record<string, Record<string, number>>;
  for (const [set, , method, expected] of native) {
    const here = digits[set][method];
    // In what order sums are formed depends on the compiler; beyond 12 digits the last rounding decides.
    if (Math.min(here, Number(expected)) < 12) expect(Math.abs(here - Number(expected)), set).toBeLessThan(1.5);
  }
  await expect(figure.locator('.digits tbody tr')).toHaveCount(8);
  await expect(status(figure)).toContainText('QR, refined keeps 13 digits');
});

test('a cell opens its coefficients, by mouse, by the lists and by link', async ({ page }) => {
  const figure = await open(page);
  await figure.locator('tr', { hasText: 'Wampler5' }).locator('td').nth(3).click();
  await expect.poll(async () => (await facts(figure)).state).toEqual({ set: 'Wampler5', method: 'refined' });
  const rows = figure.locator('dh-data-table tbody tr:not(.gap)');
  await expect(rows).toHaveCount(6);
  await expect(rows.first()).toContainText('15.0');

  await figure.getByRole('combobox', { name: 'Data set' }).selectOption('NoInt1');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('2.07438016528926');
  await figure.getByText('Normal equations', { exact: true }).last().click();
  await expect.poll(async () => (await facts(figure)).state.method).toBe('normal-equations');

  await page.goto('about:blank');
  const linked = await open(page, '#certified-digits?set=Filip&method=normal-equations');
  await expect(linked.locator('.details')).toContainText('gave no answer');
  await page.goto('about:blank');
  const broken = await open(page, '#certified-digits?set=Nothing');
  await expect(broken.locator('dh-notice')).toContainText('The state in the link cannot be read');
});

test('the table is saved', async ({ page }) => {
  const figure = await open(page);
  const lines = (await savedData(figure)).trim().split('\r\n');
  expect(lines[0]).toBe('set,normal-equations,pseudo-inverse,qr,refined');
  expect(lines).toHaveLength(9);
});

testAccessibility(open, '#certified-digits', [[360, '']]);
