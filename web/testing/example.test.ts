/** The figure that CONTRIBUTING.md shows as the example to copy is the one beside this file, and works. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { complaints, drag, facts, settled, status } from './figure.ts';

const folder = join(import.meta.dirname, 'dh-parabola');

test('CONTRIBUTING.md shows the example as it is', () => {
  const text = readFileSync(join(folder, '../../../CONTRIBUTING.md'), 'utf8');
  for (const name of ['fields.ts', 'dh-parabola.ts'])
    expect(text).toContain(readFileSync(join(folder, name), 'utf8').replace(/^(?=.)/gm, '  '));
});

test('the example draws its curve, follows the hand and says what it shows', async ({ page }) => {
  const bundle = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(folder, 'dh-parabola.ts'), formats: ['es'] },
      // A page without an address cannot fetch what was set apart.
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [{ output }] = bundle as { output: { code: string }[] }[];
  const found = complaints(page);
  await page.setContent('<html lang="en"><body><dh-parabola id="parabola" a="2"></dh-parabola></body></html>');
  await page.addScriptTag({ type: 'module', content: output[0].code });
  const figure = page.locator('#parabola');
  await expect(figure.locator('.frame')).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('scroll')));
  await settled(figure);
  // As high as the curve at the ends of the axis, and somewhat more.
  const top = await figure.locator('.tick-labels text').evaluateAll((all) => Math.max(...all.map((tick) => Number(tick.textContent!.replace('−', '-'))))); // prettier-ignore
  expect(top).toBeGreaterThan(10);
  expect(top).toBeLessThan(20);
  expect(await figure.locator('.marks .line').first().getAttribute('d')).toMatch(/^M[\d.]+,[\d.]+L/);
  await expect(status(figure)).toContainText('At x = 1 the parabola is 2 high.');

  await drag(page, figure.getByRole('slider', { name: 'Place of the point' }).first(), 60);
  await expect.poll(async () => (await facts(figure)).state.x).toBeGreaterThan(1.2);
  const { state, report } = await facts(figure);
  expect(report.height).toBeCloseTo(2 * (state.x as number) ** 2, 12);

  const width = figure.getByRole('textbox', { name: 'Width a, exact value' });
  await width.fill('-1');
  await expect.poll(async () => (await facts(figure)).state.a).toBe(-1);
  await width.fill('9');
  await expect(figure.locator('dh-slider div.error')).toContainText('outside the range');
  expect((await facts(figure)).state.a).toBe(-1);
  expect(found).toEqual([]);
});
