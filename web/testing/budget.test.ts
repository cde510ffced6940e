/** What an area of the core may cost a reader: sizes are kept by a test, for they grow unnoticed. */
import { expect, test } from '@playwright/test';
import { AREAS } from '../core/areas.ts';
import { compressed } from './first-view.ts';
import { files } from './site.ts';

test('the core comes in areas within their budgets', () => {
  const wasm = [...files].filter((path) => path.endsWith('.wasm'));
  const areas = Object.keys(AREAS).map((area) => wasm.find((path) => path.includes(`downhill.${area}-`)));
  expect(areas).not.toContain(undefined);
  expect(wasm.length).toBe(areas.length + 1);
  for (const path of wasm) expect(compressed([path]), path).toBeLessThanOrEqual(150_000);
});
