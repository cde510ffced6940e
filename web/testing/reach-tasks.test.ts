/**
 * Goals in figures, of all lessons: the state that solves a task does, and nothing that the reader meets without having thought does: the figure as the
 * lesson sets it, a link of the text, the task's own beginning, each also played to its end.
 */
import type { Locator, Page } from '@playwright/test';
import type { CheckData } from '../tasks/check-element.ts';
import { meetsGoal } from '../tasks/grading.ts';
import { facts } from './figure.ts';
import { expect, test } from './fixtures.ts';
import type { Facts } from './figure.ts';
import { allReady, lessons } from './site.ts';

const unescape = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&#x26;', '&').replaceAll('&quot;', '"');

interface ReachTask extends CheckData {
  figure: string;
  solvedBy: string;
}

/** The goals of a page, each with the link its worked solution offers. */
function reachTasks(html: string): ReachTask[] {
  return [...html.matchAll(/<dh-check\b[^>]*kind="reach".*?<\/dh-check>/gs)].map(([markup]) => {
    const data = JSON.parse(/class="dh-check-data">(.*?)<\/script>/s.exec(markup)![1]) as ReachTask;
    const solution = markup.slice(markup.indexOf('class="dh-check-solution"'));
    return { ...data, solvedBy: unescape([...solution.matchAll(/href="(#[^"]*)"/g)].at(-1)![1]) };
  });
}

/** Links to a figure that stand in the text or in tasks, but not in solutions, which give the answer. */
function linksTo(html: string, figure: string): string[] {
  const text = html.replace(/<details class="dh-check-solution".*?<\/details>/gs, '');
  const links = [...text.matchAll(/href="(#[^"]*\?[^"]*)"/g)].map((match) => unescape(match[1]));
  return [...new Set(links.filter((link) => link.startsWith(`#${figure}?`)))];
}

/** How long a figure may compute, in ms: one trains a network on real images. */
const LONG = 120_000;

/** The facts once they rest: some figures go on computing after their state is shown. */
async function resting(figure: Locator): Promise<Facts> {
  let before = '';
  let found: Facts | undefined;
  await expect
    .poll(
      async () => {
        const last = before;
        found = await facts(figure);
        return (before = JSON.stringify(found)) === last;
      },
      { intervals: [100, 200, 400], timeout: LONG },
    )
    .toBe(true);
  return found!;
}

const toTheEnd = (figure: Locator): Promise<void> =>
  figure.evaluate((element) =>
    (element as unknown as { player: { seek(step: number): Promise<void> } }).player.seek(Infinity),
  );

async function follow(page: Page, figure: Locator, link: string): Promise<void> {
  await page.evaluate(
    (hash) => {
      location.hash = '';
      location.hash = hash;
    },
    link.replace(/&play$/, ''),
  );
  await resting(figure);
  if (/[?&]play$/.test(link)) await toTheEnd(figure);
}

for (const { address, html } of lessons.filter(({ address }) => address.startsWith('en/'))) {
  const tasks = reachTasks(html);
  if (!tasks.length) continue;
  test(`/${address}: goals are met by their solutions, and by nothing that is given`, async ({ page }) => {
    test.setTimeout(5 * LONG);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(address);
    await allReady(page);
    const given: string[] = [];
    for (const id of new Set(tasks.map((task) => task.figure))) {
      const figure = page.locator(`[id="${id}"]`);
      const own = tasks.filter((task) => task.figure === id);
      const expectUnmet = async (how: string): Promise<void> => {
        const found = await resting(figure);
        for (const { name, goal } of own) if (meetsGoal(found, goal!)) given.push(`${name}: ${how}`);
      };
      const tried = [...linksTo(html, id), ...own.flatMap(({ start }) => start ?? [])];
      await expectUnmet('as the lesson sets the figure');
      await toTheEnd(figure);
      await expectUnmet('as the lesson sets the figure, played');
      for (const link of tried) {
        await follow(page, figure, link);
        await expectUnmet(link);
        await toTheEnd(figure);
        await expectUnmet(`${link}, played`);
      }
      for (const { name, goal, solvedBy } of own) {
        await follow(page, figure, solvedBy);
        await expect
          .poll(async () => meetsGoal(await facts(figure), goal!), { message: `${name}: ${solvedBy}`, timeout: LONG })
          .toBe(true);
      }
    }
    expect(given).toEqual([]);
  });
}
