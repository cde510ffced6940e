/** What a reader sees when something of a figure does not come, and that it can be tried again without losing the page. */
import { expect, test } from '@playwright/test';
import type { Page, Route } from '@playwright/test';
import { PATIENCE, facts, settled, setState } from './figure.ts';

test.use({ serviceWorkers: 'block' });

const LESSON = 'en/gentle-descent/gradient-descent/';
const figureOn = (page: Page) => page.locator('dh-descent-1d').first();
const MODULE = '**/*.wasm';

/** Opens the lesson and goes to the first figure, whatever becomes of it. */
async function open(page: Page) {
  await page.goto(LESSON);
  const figure = figureOn(page);
  await figure.scrollIntoViewIfNeeded();
  return figure;
}

async function expectDrawn(page: Page): Promise<void> {
  const figure = figureOn(page);
  await expect(figure.locator('.frame')).toBeVisible({ timeout: PATIENCE });
  await settled(figure);
  await expect(figure.locator('dh-notice')).toHaveCount(0);
}

test('a server that knows no WebAssembly does', async ({ page }) => {
  let served = 0;
  await page.route(MODULE, async (route) => {
    served++;
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
  });
  await open(page);
  await expectDrawn(page);
  expect(served).toBeGreaterThan(1);
});

test('a script that does not come is told, and comes when asked for again', async ({ page }) => {
  const refuse = (route: Route) => route.abort();
  await page.route('**/dh-descent-1d.*.js', refuse);
  const figure = await open(page);
  await expect(figure.getByRole('alert')).toContainText('could not be loaded');
  // Its own sentence stays.
  expect((await figure.innerText()).length).toBeGreaterThan(100);
  await page.unroute('**/dh-descent-1d.*.js', refuse);
  await figure.getByRole('button', { name: 'Try again' }).click();
  await expectDrawn(page);
});

test('an area that does not come is told, and comes when asked for again', async ({ page }) => {
  const refuse = (route: Route) => route.abort();
  await page.route('**/downhill.optimize*.wasm', refuse);
  const figure = await open(page);
  await expect(figure.locator('dh-notice')).toContainText('could not be loaded');
  await page.unroute('**/downhill.optimize*.wasm', refuse);
  await figure.getByRole('button', { name: 'Try again' }).click();
  await expectDrawn(page);
});

test('a file that never comes is given up, and the next try has a worker of its own', async ({ page }) => {
  await page.clock.install();
  const hold = () => {};
  await page.route(MODULE, hold);
  const asked = page.waitForRequest(MODULE);
  const figure = await open(page);
  await asked;
  await expect(async () => {
    await page.clock.fastForward(31_000);
    await expect(figure.locator('dh-notice')).toContainText('has not arrived', { timeout: 1000 });
  }).toPass();
  await page.unroute(MODULE, hold);
  await page.clock.resume();
  await figure.getByRole('button', { name: 'Try again' }).click();
  await expectDrawn(page);
});

/** In a worker: once the page says x² + 7, whatever the module calls ends it as running out of memory does. */
const BREAKABLE = `
  let stopped = false;
  addEventListener('message', ({ data }) => (stopped ||= JSON.stringify(data).includes('x^2 + 7')));
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = (module, { env, ...others }) => {
    const breakable = ([name, call]) => {
      const stop = () => {
        throw new WebAssembly.RuntimeError('Aborted()');
      };
      return [name, typeof call === 'function' ? (...given) => (stopped ? stop() : call(...given)) : call];
    };
    return instantiate(module, { ...others, env: Object.fromEntries(Object.entries(env).map(breakable)) });
  };
`;

test('a core that breaks down is told, and starts afresh when asked to', async ({ page }) => {
  let workers = 0;
  await page.route('**/worker*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (workers++ ? '' : BREAKABLE) + (await response.text()) });
  });
  const figure = await open(page);
  await expectDrawn(page);
  await setState(figure, { f: 'x^2 + 7' });
  await expect(figure.locator('dh-notice')).toContainText('stopped');
  await figure.getByRole('button', { name: 'Try again' }).click();
  await expectDrawn(page);
  await setState(figure, { f: 'x^2 + 7' });
  await expectDrawn(page);
  const { state } = await facts(figure);
  expect(state.f).toBe('x^2 + 7');
  expect(workers).toBe(2);
});
