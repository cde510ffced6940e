/** The table of dh-certified-digits: its data are those of NIST, and the module reaches what the native core does. */
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { parse } from 'yaml';
import { METHODS, answersOf, correctDigits } from '../../web/widgets/dh-certified-digits/digits.ts';
import type { Certified } from '../../web/widgets/dh-certified-digits/digits.ts';
import { core } from './core.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFile(new URL(path, root), 'utf8');
const folder = 'lessons/data/nist/';
const files = (await readdir(new URL(folder, root))).filter((name) => name.endsWith('.yaml'));
const sets = await Promise.all(
  files.map(async (file) => ({
    ...(parse(await read(folder + file)) as Certified),
    csv: await read(folder + file.replace('.yaml', '.csv')),
  })),
);

test('the tables hold the numbers of the files of NIST, and the certified coefficients', async () => {
  assert.equal(sets.length, 8);
  for (const { name, csv, certified } of sets) {
    const original = (await read(`tests/data/nist/${name}.dat`)).split(/\r?\n/);
    const start = original.findLastIndex((line) => line.startsWith('Data:')) + 1;
    const rows = original.slice(start).filter((line) => line.trim());
    const numbers = (line: string, separator: RegExp) => line.trim().split(separator).map(Number);
    assert.deepEqual(
      csv.trim().split('\n').slice(1).map((line) => numbers(line, /,/)),
      rows.map((line) => numbers(line, /\s+/)),
      name,
    ); // prettier-ignore
    const lines = original.map((line) => line.match(/^\s+B\d+\s+(-?[\d.]+(?:E[+-]\d+)?)/)?.[1]);
    assert.deepEqual(certified, lines.filter((text) => text !== undefined).map(Number), name);
  }
});

test('the module gets as many digits right as the native core, where they are not noise', async () => {
  const table = (await read('tests/data/nist/digits.csv')).trim().split('\n').slice(1);
  const native = new Map(table.map((line) => [line.split(',').filter((_, i) => i !== 1 && i !== 3).join(), Number(line.split(',')[3])])); // prettier-ignore
  assert.equal(native.size, sets.length * METHODS.length);
  for (const set of sets) {
    const answers = await answersOf(core, set, set.csv);
    for (const [index, method] of METHODS.entries()) {
      const expected = native.get(`${set.name},${method}`)!;
      const { fewest } = answers[index];
      // In what order sums are formed depends on the compiler; beyond 12 digits the last rounding decides.
      const close = Math.abs(fewest - expected) <= 1.5 || Math.min(fewest, expected) >= 12;
      assert.ok(close, `${set.name} by ${method}: ${fewest.toFixed(1)}, natively ${expected}`);
    }
    const refined = answers[METHODS.indexOf('refined')];
    assert.ok(refined.fewest >= 12, set.name);
  }
});

test('correct digits are counted relative to the certified value', () => {
  assert.ok(Math.abs(correctDigits(1.001, 1) - 3) < 1e-9);
  assert.equal(correctDigits(3, 1), 0);
  assert.equal(correctDigits(2, 2), 15);
  assert.ok(Math.abs(correctDigits(1e-5, 0) - 5) < 1e-9);
  assert.equal(correctDigits(NaN, 1), 0);
});
