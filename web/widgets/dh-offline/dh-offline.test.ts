// Keeping, room and connection are tested with the service worker: web/testing/offline.test.ts.
import { expect, test } from '@playwright/test';

test.use({ serviceWorkers: 'block' });

test('where nothing can be kept, nothing is offered', async ({ page }) => {
  await page.goto('en/');
  const offline = page.locator('dh-offline');
  await offline.scrollIntoViewIfNeeded();
  await expect(page.locator('dh-offline:defined')).toHaveCount(1);
  await expect(offline.getByRole('button')).toHaveCount(0);
});
