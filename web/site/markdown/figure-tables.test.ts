import assert from 'node:assert/strict';
import test from 'node:test';
import type { FigureTable } from './figure-tables.ts';
import { problemWithConditions, readTables } from './figure-tables.ts';
import { render } from './lesson-fixture.ts';

const stops = (body: string, sentence: RegExp, files: Record<string, string> = {}) =>
  assert.rejects(render(body, files), sentence);

test('an attribute that no field has, or with a value that its field does not take, stops the build', async () => {
  await render('<dh-figure f="x^2" rate="1"></dh-figure>\n');
  await stops(
    '\n<dh-figure rats="1"></dh-figure>\n',
    /en\.md:5: <dh-figure>: it has no attribute "rats"; there are "f", "rate", "at", "axis"/,
  );
  await stops(
    '<dh-figure rate="11"></dh-figure>\n',
    /en\.md:4: .*rate="11" 11 is out of range \(expected: \[0, 10\]\)/,
  );
  await stops(
    '<dh-figure axis="weeks"></dh-figure>\n',
    /axis="weeks" is not one of the choices \(expected: time, steps\)/,
  );
});

test('a link with a parameter that no field has, or with a wrong value, stops the build', async () => {
  await render('<dh-figure></dh-figure>\n\n[a](#figure?rate=1&play)\n');
  await stops(
    '<dh-figure></dh-figure>\n\n[a](#figure?rats=1)\n',
    /en\.md:6: #figure\?rats=1: the figure has no link parameter "rats"/,
  );
  await stops(
    '<dh-figure></dh-figure>\n\n[a](#figure?rate=fast)\n',
    /en\.md:6: .*the link parameter rate=fast is no number/,
  );
});

test('a field without a label stops the build', async () => {
  const strings = { title: 'T', fallback: 'F', f: 'f', axis: 'a' };
  await stops(
    '<dh-figure></dh-figure>\n',
    /en\.md:4: dh-figure\/strings\.json has no label for the field "rate" in en/,
    {
      'web/widgets/dh-figure/strings.json': JSON.stringify({ ko: strings, en: strings }),
    },
  );
});

test('conditions are held against the kinds of facts and fields', () => {
  const table: FigureTable = {
    fields: {
      rate: { kind: 'number', default: 0.1, minimum: 0, maximum: 10 },
      axis: { kind: 'choice', default: 'time', options: ['time', 'steps'] },
      optimizer: { kind: 'choice', default: 'adam' },
      start: { kind: 'point', default: [0, 0], minimum: 0, maximum: 1 },
    },
    facts: { outcome: ['running', 'diverged'], steps: 'number', done: 'flag', gaps: 'parts' },
  };
  const good: [part: 'state' | 'report', conditions: Record<string, unknown>][] = [
    ['state', { rate: { min: 1 }, axis: 'time', optimizer: 'anything', start: [0, 1], 'start.0': 3 }],
    ['report', { outcome: { any: ['running', 'diverged'] }, steps: { near: 3, tolerance: 1 }, done: true }],
    ['report', { gaps: { every: { max: 3 } }, 'gaps.0': 1, steps: { not: 3 } }],
  ];
  for (const [part, conditions] of good) assert.equal(problemWithConditions(table, part, conditions), undefined);
  const bad: [part: 'state' | 'report', conditions: Record<string, unknown>, sentence: RegExp][] = [
    ['state', { rats: 1 }, /the state of the figure has no "rats"; there are "rate"/],
    ['report', { rate: 1 }, /the report of the figure has no "rate"/],
    ['report', { outcome: 'divergd' }, /"outcome" .* is one of "running", "diverged", not "divergd"/],
    ['report', { outcome: { not: 'divergd' } }, /not "divergd"/],
    ['report', { outcome: { min: 1 } }, /is no list, and no number/],
    ['report', { steps: 'many' }, /"steps" .* is a number/],
    ['report', { steps: { every: 3 } }, /is no list/],
    ['report', { 'steps.0': 3 }, /has no parts/],
    ['report', { done: 'yes' }, /is true or false/],
    ['state', { axis: 'weeks' }, /is one of "time", "steps"/],
  ];
  for (const [part, conditions, sentence] of bad)
    assert.match(problemWithConditions(table, part, conditions) ?? '', sentence);
});

test('every figure of the book has a table', async () => {
  const tables = await readTables(new URL('../../widgets', import.meta.url).pathname);
  assert.ok(tables.size > 10);
  for (const [tag, { fields, facts }] of tables) assert.ok(fields && facts, tag);
});
