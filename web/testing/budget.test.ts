/** What a page may cost its reader before it is seen: sizes are kept by a test, for they grow unnoticed. */
import { expect, test } from '@playwright/test';
import { compressed, firstView, isFont } from './first-view.ts';
import { files, lessons } from './site.ts';

const kB = 1000;

test('the core comes in two parts within their budgets', () => {
  const parts = [...files].filter((path) => path.endsWith('.wasm'));
  const first = parts.filter((path) => path.includes('downhill.first'));
  expect([first.length, parts.length]).toEqual([1, 2]);
  expect(compressed(first)).toBeLessThanOrEqual(130 * kB);
  expect(compressed(parts)).toBeLessThanOrEqual(260 * kB);
});

for (const { address } of lessons) {
  test(`/${address} is seen after at most 300 kB, fonts apart`, async ({ page, baseURL }) => {
    const asked = await firstView(page, baseURL!, address);
    // Less than a page, a style, a script and the core would mean that something was not counted.
    for (const kind of ['.html', '.css', '.js', '.wasm']) expect(asked.some((path) => path.endsWith(kind))).toBe(true);
    expect(compressed(asked.filter((path) => !isFont(path)))).toBeLessThanOrEqual(300 * kB);
  });
}
