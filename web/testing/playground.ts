/** What the browser tests of the playground share. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { PATIENCE, facts, openFigure } from './figure.ts';

export const open = (page: Page, hash = '', language = 'en') =>
  openFigure(page, `${language}/neural-networks/training/${hash}`, '#mlp');

interface Report {
  step: number;
  epoch: number;
  outcome: string;
  cause: string;
  divergedLayer: number;
  divergedAt: number;
  loss: number;
  testLoss: number;
  penalty: number;
  accuracy: number;
  testAccuracy: number;
  parameters: number;
  largestHidden: number;
  sum: number;
  output: number;
  predicted: number;
  confusion: number[];
  weights: number[];
}
export const report = async (figure: Locator) => (await facts(figure)).report as unknown as Report;
export const unit = (figure: Locator, name: string) => figure.getByRole('button', { name, exact: true });
/** What stands below the figure comes once the reader does something. */
export const show = async (page: Page, figure: Locator): Promise<void> => {
  await page.keyboard.press('Shift');
  await expect(figure.getByRole('region', { name: 'Learning' })).toBeVisible({ timeout: PATIENCE });
};
