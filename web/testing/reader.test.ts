/** What a reader does with the site as a whole: other language, search, theme, keyboard, wrong address, no connection. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { PATIENCE, complaints, facts, setState } from './figure.ts';
import { files, sampleLesson, lessons, pages, read, readThrough } from './site.ts';

const english = sampleLesson('en');
const korean = sampleLesson('ko');
const figureOf = (page: Page) => page.locator('dh-descent-1d').first();

// ---- Language -----------------------------------------------------------------------------------------------------------------

test('the other language opens the same lesson with the figures as they are', async ({ page }) => {
  await page.goto(english);
  await readThrough(page);
  const figure = figureOf(page);
  await setState(figure, { f: 'x^2 - 3x' });
  const { state } = await facts(figure);
  expect(state.f).toBe('x^2 - 3x');
  await page.locator('[data-language-switch]').first().click();
  await expect(page).toHaveURL(new RegExp(korean));
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await readThrough(page);
  expect((await facts(figureOf(page))).state).toEqual(state);
});

for (const [browser, language] of [
  ['ko-KR', 'ko'],
  ['en-GB', 'en'],
  ['fr-FR', 'en'],
]) {
  test(`the first visit with a browser in ${browser} opens in ${language}, later ones as chosen`, async ({
    browser: chromium,
    baseURL,
  }) => {
    const context = await chromium.newContext({ locale: browser, baseURL });
    const page = await context.newPage();
    await page.goto('');
    await expect(page).toHaveURL(new RegExp(`/${language}/(#.*)?$`));
    // Before its script runs the link does not remember the choice.
    await page.waitForLoadState();
    const other = language === 'ko' ? 'en' : 'ko';
    await page.locator('[data-language-switch]').first().click();
    // The figure at the top is playing, and takes its state along.
    await expect(page).toHaveURL(new RegExp(`/${other}/(#.*)?$`));
    await page.goto('');
    await expect(page).toHaveURL(new RegExp(`/${other}/(#.*)?$`));
    await context.close();
  });
}

test('both languages of a lesson have the same headings, figures and checks', () => {
  const outline = (html: string) => ({
    headings: [...html.matchAll(/<h([2-6])\b/g)].map((match) => match[1]),
    figures: [...html.matchAll(/<(dh-[a-z0-9-]+) [^>]*class="dh-figure"/g)].map((match) => match[1]),
    checks: [...html.matchAll(/<dh-(?:check|predict) name="([^"]*)"/g)].map((match) => match[1]),
  });
  for (const { address, html } of lessons.filter((lesson) => lesson.address.startsWith('en/'))) {
    const other = pages.find((candidate) => candidate.address === address.replace(/^en/, 'ko'));
    expect(other, address).toBeDefined();
    expect(outline(other!.html), address).toEqual(outline(html));
    expect(outline(html).figures.length, address).toBeGreaterThan(0);
  }
});

test('no script needs itself by way of others: what it exports would not be there when they begin', () => {
  const imports = new Map<string, string[]>();
  for (const path of files) {
    if (!path.endsWith('.js')) continue;
    const found = read(path).matchAll(/\b(?:from|import) ?["']\.\/([^"']+\.js)["']/g);
    imports.set(
      path,
      [...found].map(([, name]) => path.replace(/[^/]*$/, name)),
    );
  }
  expect([...imports.values()].flat().length).toBeGreaterThan(10);
  const above = (path: string, way: readonly string[]): void => {
    expect(way, 'files that need each other').not.toContain(path);
    for (const needed of imports.get(path) ?? []) above(needed, [...way, path]);
  };
  for (const path of imports.keys()) above(path, []);
});

// ---- Before the reader does anything -------------------------------------------------------------------------------------------

test('what is in view of a figure is there for a reader who touches nothing', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('en/');
  const figure = figureOf(page);
  await expect(figure.getByRole('button', { name: /^(Play|Pause)$/ })).toBeInViewport({ timeout: PATIENCE });
  await expect(figure.getByLabel('Learning rate').first()).toBeInViewport();
});

test('on a phone the controls below the plot wait until somebody scrolls', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(english);
  const figure = figureOf(page);
  await expect(figure.locator('.frame')).not.toHaveClass(/unseen/, { timeout: PATIENCE });
  await expect(figure.locator('.controls')).toHaveClass(/due/);
  await page.mouse.wheel(0, 40);
  await expect(figure.locator('.controls.due, .details.due')).toHaveCount(0);
  await expect(figure.getByLabel('Learning rate').first()).toBeVisible();
});

// ---- Search, theme, wrong address ---------------------------------------------------------------------------------------------

for (const [language, lesson, word] of [
  ['en', english, 'gradient'],
  ['ko', korean, '기울기'],
]) {
  test(`the search finds a word in ${language}`, async ({ page }) => {
    const said = complaints(page);
    await page.goto(lesson);
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill(word);
    const found = page.locator('.dh-search li a');
    await expect(found.first()).toBeVisible();
    for (const href of await found.evaluateAll((anchors) =>
      anchors.map((anchor) => (anchor as HTMLAnchorElement).href),
    ))
      expect(href).toContain(`/${language}/`);
    await page.getByRole('searchbox').fill('qqzzxxy');
    await expect(page.locator('.dh-search [role=status]')).not.toBeEmpty();
    await expect(found).toHaveCount(0);
    // The first Escape empties the field, as in every search field of this browser.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.locator('.dh-search')).toBeHidden();
    expect(said).toEqual([]);
  });
}

test('the theme is switched, and kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(english);
  await readThrough(page);
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.locator('[data-theme-button]').first().click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(paper).not.toBe(light);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a wrong address is answered by a page of our own that leads back', async ({ page }) => {
  const response = await page.goto('en/no-such-lesson/');
  expect(response!.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Downhill' }).click();
  await expect(page).toHaveURL(/\/en\/$/);
});

// ---- Keyboard -----------------------------------------------------------------------------------------------------------------

interface Stop {
  name: string;
  /** The figure it belongs to. */
  figure: string | undefined;
  /** Reached before: the round is complete. */
  again: boolean;
  /** Did the stop before this one look different while it had the focus? */
  wasSeen: boolean;
}

/** Where the focus is now, through shadow roots; undefined when it has left the page. */
function focused(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const kept = window as unknown as { stops: Element[]; near: Element[]; looks: string };
    const looks = (elements: Element[]): string =>
      elements
        .map((element) => {
          const style = getComputedStyle(element);
          return [style.outlineStyle, style.outlineWidth, style.stroke, style.boxShadow, style.borderColor].join();
        })
        .join(';');
    // A parent may be outlined instead, or a part that stands for a control which is itself invisible.
    const around = (element: Element): Element[] => {
      const near = [element, ...element.querySelectorAll('*')];
      for (let parent = element.parentElement, count = 0; parent && count < 3; parent = parent.parentElement, count++)
        near.push(parent, ...parent.children);
      return near;
    };
    let element = document.activeElement;
    let figure: string | undefined;
    while (element) {
      if (element.matches('.dh-figure')) figure = element.id;
      if (!element.shadowRoot?.activeElement) break;
      element = element.shadowRoot.activeElement;
    }
    const wasSeen = !kept.near || looks(kept.near) !== kept.looks;
    if (!element || element === document.body) return undefined;
    kept.near = around(element);
    kept.looks = looks(kept.near);
    kept.stops ??= [];
    const again = kept.stops.includes(element);
    kept.stops.push(element);
    const label = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 30);
    return { name: `${element.localName}.${element.getAttribute('class')} ${label}`, figure, again, wasSeen };
  });
}

for (const { address } of lessons.filter((lesson) => lesson.address.startsWith('en/'))) {
  test(`/${address} by keyboard alone: every control is reached, and the focus is seen`, async ({ page }) => {
    test.slow();
    await page.goto(address);
    await readThrough(page);
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator('.dh-lesson').evaluate((element) => {
      element.setAttribute('tabindex', '-1');
      (element as HTMLElement).focus();
      element.removeAttribute('tabindex');
    });
    const reached = new Set<string>();
    const invisible: string[] = [];
    let last: Stop | undefined;
    let stops = 0;
    for (; stops < 600; stops++) {
      await page.keyboard.press('Tab');
      const stop = await focused(page);
      if (!stop || stop.again) break;
      if (last && !stop.wasSeen) invisible.push(last.name);
      if (stop.figure) reached.add(stop.figure);
      last = stop;
    }
    expect(stops).toBeLessThan(600);
    const figures = await page.locator('.dh-figure').evaluateAll((elements) => elements.map(({ id }) => id));
    expect([...reached].sort()).toEqual(figures.sort());
    expect(invisible).toEqual([]);

    // Whatever can be used by mouse in a figure was a stop on the way, or is one choice of a group that was.
    const missed = await page.evaluate(() => {
      const { stops } = window as unknown as { stops: Element[] };
      const all: Element[] = [];
      const collect = (root: ParentNode): void => {
        for (const element of root.querySelectorAll('*')) {
          if (element.matches('button, input, select, textarea, summary, a[href], [role=slider], [tabindex="0"]'))
            all.push(element);
          if (element.shadowRoot) collect(element.shadowRoot);
        }
      };
      collect(document.querySelector('.dh-lesson')!);
      return all
        .filter(
          (element) =>
            element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled, [inert] *'),
        )
        .filter((element) => !stops.includes(element))
        .filter((element) => !element.matches('[type=radio]'))
        .map((element) => `${element.localName}.${element.className} ${element.getAttribute('aria-label') ?? ''}`);
    });
    expect(missed).toEqual([]);
  });
}

// ---- Without ------------------------------------------------------------------------------------------------------------------

test('a lesson once visited opens without a connection, and its figure works', async ({ page, context }) => {
  await page.goto(english);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await readThrough(page);
  await context.setOffline(true);
  await page.reload();
  await readThrough(page);
  const figure = figureOf(page);
  await setState(figure, { f: 'x^2 - 5x' });
  expect((await facts(figure)).state.f).toBe('x^2 - 5x');
  await page.goto('en/no-such-lesson/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('without JavaScript the pages can be read, and say so', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  for (const { address } of lessons) {
    await page.goto(address);
    const sentence = page.locator('.dh-no-script').filter({ visible: true });
    await expect(sentence).toContainText('WebAssembly');
    await expect(page.locator('.dh-fallback').first()).toBeVisible();
    await expect(page.locator('.dh-fallback').first()).toContainText('JavaScript');
    await expect(page.locator('.katex').first()).toBeVisible();
  }
  await context.close();
});

test('without WebAssembly the pages can be read, and say so', async ({ page }) => {
  const said = complaints(page);
  await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
  await page.goto(english);
  await expect(page.locator('.dh-no-script').filter({ visible: true })).toContainText('no WebAssembly');
  await expect(page.locator('.dh-fallback').first()).toBeVisible();
  expect(said).toEqual([]);
});
