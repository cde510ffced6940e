/** What a page may cost its reader before it is seen: sizes are kept by a test, for they grow unnoticed. */
import { expect, test } from '@playwright/test';
import { AREAS } from '../core/areas.ts';
import { compressed, firstView, isFont } from './first-view.ts';
import { files, lessons } from './site.ts';

const kB = 1000;

/** Without a budget of their own lessons have 300 kB. Those that need little of the core are to stay light. */
const budgets: Record<string, number> = {
  'descent-on-data/pseudo-inverse': 270,
  'descent-on-data/regression-by-descent': 270,
  'descent-on-data/stochastic-descent': 270,
};

test('the core comes in areas within their budgets', () => {
  const wasm = [...files].filter((path) => path.endsWith('.wasm'));
  const areas = Object.keys(AREAS).map((area) => wasm.find((path) => path.includes(`downhill.${area}.`)));
  expect(areas).not.toContain(undefined);
  expect(wasm.length).toBe(areas.length + 1);
  for (const path of wasm) expect(compressed([path]), path).toBeLessThanOrEqual(150 * kB);
});

for (const { address } of lessons) {
  const budget = Object.entries(budgets).find(([lesson]) => address.includes(lesson))?.[1] ?? 300;
  test(`/${address} is seen after at most ${budget} kB, fonts apart`, async ({ page, baseURL }) => {
    const asked = await firstView(page, baseURL!, address);
    // Less than a page, a style, a script and the core would mean that something was not counted.
    for (const kind of ['.html', '.css', '.js', '.wasm']) expect(asked.some((path) => path.endsWith(kind))).toBe(true);
    expect(compressed(asked.filter((path) => !isFont(path)))).toBeLessThanOrEqual(budget * kB);
  });
}
