/** A page by keyboard alone: every control is reached, and the focus is seen. */
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

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

/** Walks through a page that is read through already. */
export async function expectToBeReached(page: Page): Promise<void> {
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
        (element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled, [inert] *'),
      )
      .filter((element) => !stops.includes(element))
      .filter((element) => !element.matches('[type=radio]'))
      .map((element) => `${element.localName}.${element.className} ${element.getAttribute('aria-label') ?? ''}`);
  });
  expect(missed).toEqual([]);
}
