/** Every lesson in Firefox and WebKit, against Chromium: each figure comes, plays, goes back, follows a link, is edited, and reports the same. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serve } from '../../tools/static_server.ts';
import { chromium, firefox, webkit, type Engine } from './engine.ts';
import { visit, type Visit } from './visit.ts';

const site = join(import.meta.dirname, '../../build/site');

/** In one language: what a figure does depends on none. */
const lessons = readdirSync(join(import.meta.dirname, '../../lessons'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('en.md'))
  .map((path) => `en/${path.replace(/en\.md$/, '')}`)
  .sort();

const server = await serve(site, '/downhill', 0);
const address = (lesson: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/downhill/${lesson}`;
after(() => server.close());

/** What differs from browser to browser by rights: measured times, and whether there is a canvas in three dimensions to draw on. */
const OWN = /milliseconds|perSecond|time|^costs$|^surface$/i;

/** Functions of JavaScript's own Math may differ in their last digit. */
const NEAR = 1e-13;

/** Where two visits differ, as sentences. */
function differences(seen: unknown, known: unknown, place: string): string[] {
  if (typeof seen === 'number' && typeof known === 'number' && Math.abs(seen - known) <= NEAR * Math.abs(known))
    return [];
  if (typeof seen !== 'object' || typeof known !== 'object' || !seen || !known)
    return Object.is(seen, known) ? [] : [`${place}: ${JSON.stringify(seen)} instead of ${JSON.stringify(known)}`];
  return [...new Set([...Object.keys(seen), ...Object.keys(known)])]
    .filter((key) => !OWN.test(key))
    .flatMap((key) => differences(seen[key as never], known[key as never], `${place} ${key}`));
}

async function visitIn(engine: Engine, lesson: string): Promise<Visit> {
  await engine.open(address(lesson));
  return JSON.parse(await engine.run(`(${visit.toString()})()`)) as Visit;
}

const expected = new Map<string, Promise<Visit>>();
let reference: Engine;
before(async () => {
  reference = await chromium();
});
after(() => reference.close());

/** What Chromium says of a lesson; it is asked once. */
function inChromium(lesson: string): Promise<Visit> {
  if (!expected.has(lesson)) expected.set(lesson, visitIn(reference, lesson));
  return expected.get(lesson)!;
}

for (const [name, start] of Object.entries({ Firefox: firefox, WebKit: webkit }))
  describe(name, () => {
    let engine: Engine;
    before(async () => {
      engine = await start();
    });
    after(() => engine.close());

    for (const lesson of lessons)
      test(`${lesson} in ${name} is as in Chromium`, async () => {
        const known = await inChromium(lesson);
        assert.ok(Object.keys(known).length > 0, 'a lesson has figures');
        assert.deepEqual(differences(await visitIn(engine, lesson), known, lesson), []);
      });
  });
