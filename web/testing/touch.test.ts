/** What every figure owes a finger on a phone. */
import { test } from '@playwright/test';
import { allReady, lessons } from './site.ts';
import { Finger, PHONE, expectHandlesFollow, expectPointsFollow, expectSwipeScrolls } from './touch.ts';

test.use({ ...PHONE, serviceWorkers: 'block' });

for (const { address } of lessons.filter((lesson) => lesson.address.startsWith('en/')))
  test(`/${address} by finger, as it is and zoomed in`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(address);
    await allReady(page);
    const finger = await Finger.on(page);
    for (const zoom of [1, 2]) {
      await finger.pinch(zoom);
      for (const figure of await page.locator('.dh-figure').all()) {
        await expectSwipeScrolls(page, figure, finger);
        await expectHandlesFollow(page, figure, finger);
        await expectPointsFollow(page, figure, finger);
      }
    }
  });
