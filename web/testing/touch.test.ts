/** What every figure owes a finger on a phone. */
import { test } from '@playwright/test';
import { lessons, readThrough } from './site.ts';
import { Finger, PHONE, expectHandlesFollow, expectPointsFollow, expectSwipeScrolls } from './touch.ts';

test.use(PHONE);

for (const { address } of lessons.filter((lesson) => lesson.address.startsWith('en/')))
  for (const zoom of [1, 2])
    test(`/${address} by finger, zoomed ${zoom} times`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(address);
      await readThrough(page);
      const finger = await Finger.on(page);
      await finger.pinch(zoom);
      for (const figure of await page.locator('.dh-figure').all()) {
        await expectSwipeScrolls(page, figure, finger);
        await expectHandlesFollow(page, figure, finger);
        await expectPointsFollow(page, figure, finger);
      }
    });
