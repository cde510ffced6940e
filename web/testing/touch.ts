/** A finger on the page, by the browser's own touch events: it decides itself what scrolls the page and what cancels a drag. */
import { expect } from '@playwright/test';
import type { CDPSession, Locator, Page } from '@playwright/test';
import { facts, setState, settled } from './figure.ts';

/** For `test.use`: a phone. */
export const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true };

/** In CSS pixels of the page's window, as `getBoundingClientRect` has them. */
export type Place = readonly [x: number, y: number];

/** How far off, in px, what follows a finger may be: positions are rounded to what a pixel can tell. */
const EXACT = 1.25;
const STEPS = 12;
/** Between two moves, in ms: as often as a screen asks. */
const BEAT = 16;

export class Finger {
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async on(page: Page): Promise<Finger> {
    return new Finger(page, await page.context().newCDPSession(page));
  }

  /** Zooms in as two fingers do. */
  async pinch(scale: number): Promise<void> {
    await this.#session.send('Emulation.setPageScaleFactor', { pageScaleFactor: scale });
    await expect.poll(() => this.#page.evaluate(() => visualViewport!.scale)).toBeCloseTo(scale, 2);
  }

  async swipe(from: Place, [right, down]: readonly [number, number]): Promise<void> {
    // The browser counts from the corner of what is seen, in pixels of the page.
    const corner = await this.#page.evaluate(() => [visualViewport!.offsetLeft, visualViewport!.offsetTop]);
    const at = (share: number) => ({
      x: from[0] + right * share - corner[0],
      y: from[1] + down * share - corner[1],
      id: 1,
    });
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: ReturnType<typeof at>[]) =>
      this.#session.send('Input.dispatchTouchEvent', { type, touchPoints });
    await send('touchStart', [at(0)]);
    for (let step = 1; step <= STEPS && (right || down); step++) {
      await send('touchMove', [at(step / STEPS)]);
      await this.#page.waitForTimeout(BEAT);
    }
    await send('touchEnd', []);
  }

  tap(at: Place): Promise<void> {
    return this.swipe(at, [0, 0]);
  }
}

/** Where the middle of an element is. */
export const middleOf = (part: Locator): Promise<Place> =>
  part.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x + width / 2, y + height / 2] as const;
  });

/** Which part of the page is seen. */
const sight = (page: Page) => page.evaluate(() => [visualViewport!.pageLeft, visualViewport!.pageTop]);

/** Until the page has come to rest: a tap on a page that still glides on only stops it. */
const resting = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let still = 0, place = NaN; still < 10; still = visualViewport!.pageTop === place ? still + 1 : 0) {
      place = visualViewport!.pageTop;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });

/** Nothing scrolled; where a page is zoomed in, its place is rounded anew with each layout. */
async function expectSameSight(page: Page, seen: readonly number[], what: string): Promise<void> {
  for (const [axis, place] of (await sight(page)).entries())
    expect(Math.abs(place - seen[axis]), what).toBeLessThanOrEqual(1);
}

/** Bring a part to where a finger reaches it: the middle of what is seen, also of a page that is zoomed in. */
const reach = (part: Locator): Promise<void> =>
  part.evaluate((element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = element.getBoundingClientRect();
    const view = visualViewport!;
    const [right, down] = [x + width / 2 - view.offsetLeft, y + height / 2 - view.offsetTop];
    scrollBy({ left: right - view.width / 2, top: down - view.height / 2, behavior: 'instant' });
  });

/** So many pixels towards the middle of the plot, along both axes. */
async function inward(part: Locator, pixels: number): Promise<Place> {
  const [x, y] = await middleOf(part);
  const middle = await part.evaluate((element) => {
    const { left, top, width, height } = (element as SVGElement).ownerSVGElement!.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  });
  return [x < middle[0] ? pixels : -pixels, y < middle[1] ? pixels : -pixels];
}

const expectExact = (moved: number, by: number, name: string): void =>
  expect(Math.abs(moved - by), `${name} was moved by ${moved} px, the finger by ${by} px`).toBeLessThan(EXACT);

/** Every handle follows the finger exactly along the ways it goes and stays put along the others; the page stands still meanwhile. */
export async function expectHandlesFollow(page: Page, figure: Locator, finger: Finger): Promise<void> {
  const { state } = await facts(figure);
  for (const handle of await figure.locator('.handle:not(.point)').filter({ visible: true }).all()) {
    await setState(figure, state); // two handles may have been brought to one place
    const name = (await handle.getAttribute('aria-label'))!;
    const ways: number[] = [];
    for (const axis of [0, 1]) {
      await reach(handle);
      await settled(figure);
      const before = await middleOf(handle.locator('.core'));
      const seen = await sight(page);
      const by = (await inward(handle, 45)).map((pixels, own) => (own === axis ? pixels : 0)) as [number, number];
      await finger.swipe(before, by);
      await settled(figure);
      const moved = (await middleOf(handle.locator('.core')))[axis] - before[axis];
      await expectSameSight(page, seen, `${name}: the page stands still`);
      if (Math.abs(moved) < EXACT) continue;
      ways.push(axis);
      expectExact(moved, by[axis], name);
    }
    expect(ways.length, `${name} follows a finger`).toBeGreaterThan(0);
  }
}

/** A finger on a point moves that one and no other, exactly; a tap on it deletes it where a click does, and a swipe that begins on it does not. */
export async function expectPointsFollow(page: Page, figure: Locator, finger: Finger): Promise<void> {
  const points = figure.locator('.targets circle');
  const places = () =>
    points.evaluateAll((circles) =>
      circles.map((circle) => ['cx', 'cy'].map((name) => Number(circle.getAttribute(name)))),
    );
  const count = await points.count();
  for (let index = 0; index < count; index += Math.ceil(count / 6)) {
    const point = points.nth(index);
    await reach(point);
    const before = await places();
    const seen = await sight(page);
    const by = await inward(point, 24);
    await finger.swipe(await middleOf(point), by);
    await settled(figure);
    await expectSameSight(page, seen, 'the page stands still');
    for (const [own, place] of (await places()).entries())
      for (const axis of [0, 1])
        expectExact(place[axis] - before[own][axis], own === index ? by[axis] : 0, `Point ${own} (held: ${index})`);
  }

  const deletes = figure.getByRole('checkbox', { name: 'Delete by click' });
  if (!count || !(await deletes.count())) return;
  const { state } = await facts(figure);
  await deletes.evaluate((box) => (box as HTMLElement).click());
  for (const index of [0, Math.floor(count / 2)]) {
    await reach(points.nth(index));
    const before = await places();
    const seen = await sight(page);
    await finger.swipe(await middleOf(points.nth(index)), [0, -120]);
    await expect.poll(async () => (await sight(page))[1] - seen[1]).toBeGreaterThan(60);
    await settled(figure);
    expect(await places()).toEqual(before);
    await resting(page);
    await reach(points.nth(index));
    await finger.tap(await middleOf(points.nth(index)));
    await expect.poll(places).toEqual(before.toSpliced(index, 1));
  }
  await deletes.evaluate((box) => (box as HTMLElement).click());
  await setState(figure, state);
}

/** A swipe over each plot, where there is nothing to be grabbed, scrolls the page and changes nothing. */
export async function expectSwipeScrolls(page: Page, figure: Locator, finger: Finger): Promise<void> {
  for (const plot of await figure.locator('.dh-plot > svg:not([aria-hidden])').filter({ visible: true }).all()) {
    await reach(plot);
    await settled(figure); // what a finger meets where is known to the browser from the last frame
    const free = await plot.evaluate((svg) => {
      const { left, top, width, height } = svg.getBoundingClientRect();
      const root = svg.getRootNode() as ShadowRoot;
      const handles = [...svg.querySelectorAll('.handle .core')].map((core) => core.getBoundingClientRect());
      const isNearHandle = (x: number, y: number) => handles.some((box) => Math.hypot(box.x - x, box.y - y) < 72);
      for (const share of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8])
        for (const across of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]) {
          const place = [left + across * width, top + share * height] as const;
          const hit = root.elementFromPoint(...place);
          if (!hit || !svg.contains(hit) || hit.closest('.handle, .targets')) continue;
          if (!isNearHandle(...place)) return place; // a finger is broader than a place
        }
      return undefined;
    });
    expect(free, 'a place without a point or handle').toBeDefined();
    const before = await facts(figure);
    const seen = await sight(page);
    await finger.swipe(free!, [0, -120]);
    await expect.poll(async () => (await sight(page))[1] - seen[1], 'the page scrolls').toBeGreaterThan(60);
    expect(await facts(figure)).toEqual(before);
    await resting(page); // what comes next wants to see that the page stands still
  }
}
