import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, ratios, sizeTable, speedTable, type Rate } from './table.ts';

test('the median of odd and even counts', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 3, 2]), 2.5);
});

const rate = (place: string, subject: string, round: number, perSecond: number): Rate => ({
  case: 'c',
  unit: 'points',
  place,
  subject,
  round,
  perSecond,
});

test('ratios are taken within a round, then their median', () => {
  // The machine is ten times slower in the second round; the ratios do not notice.
  const rates = [1, 0.1, 1].flatMap((speed, round) => [
    rate('native', 'native', round, 1000 * speed),
    rate('node', 'wasm', round, 800 * speed),
    rate('node', 'mathjs', round, 4 * speed),
  ]);
  const [native, wasm, mathjs] = ratios(rates);
  assert.deepEqual([native.toNative, native.wasmTo], [1, NaN]);
  assert.deepEqual([wasm.perSecond, wasm.toNative, wasm.wasmTo], [800, 0.8, 1]);
  assert.deepEqual([mathjs.perSecond, mathjs.toNative, mathjs.wasmTo], [4, 0.004, 200]);
});

test('the tables', () => {
  assert.equal(
    speedTable(ratios([rate('native', 'native', 0, 1234567), rate('node', 'wasm', 0, 1000000)])),
    [
      'case           where     who  per second  / native  wasm is × as fast',
      '------------  ------  ------  ----------  --------  -----------------',
      'c (points/s)  native  native   1,230,000       1.0                   ',
      'c (points/s)    node    wasm   1,000,000      0.81                1.0',
    ].join('\n'),
  );
  assert.equal(
    sizeTable([{ what: 'module', raw: 201500, gzip: 81000, brotli: 65040 }]),
    [
      'size (kB)    raw  gzip -9  brotli',
      '---------  -----  -------  ------',
      'module     201.5     81.0    65.0',
    ].join('\n'),
  );
});
