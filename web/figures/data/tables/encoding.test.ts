import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, findEncoding } from './encoding.ts';
import type { Encoding } from './encoding.ts';

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));

/** Two bytes a letter, as the browser counts them. */
const wide = (text: string, big: boolean): number[] =>
  [...text].flatMap((letter) => {
    const code = letter.charCodeAt(0);
    return big ? [code >> 8, code & 255] : [code & 255, code >> 8];
  });

const TABLE = '키,몸무게\n170,65.5\n';
// 키,몸무게 as Korean Excel writes it.
const CP949 = [0xc5, 0xb0, 0x2c, 0xb8, 0xf6, 0xb9, 0xab, 0xb0, 0xd4];

const cases: readonly [what: string, bytes: Uint8Array, encoding: Encoding, text: string][] = [
  ['UTF-8', bytes(TABLE), 'utf-8', TABLE],
  ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], TABLE), 'utf-8', TABLE],
  ['letters of English alone', bytes('x,y\n1,2\n'), 'utf-8', 'x,y\n1,2\n'],
  ['Korean Windows', bytes(CP949, '\n170,65.5\n'), 'euc-kr', TABLE],
  ['16 bits, low byte first', bytes([0xff, 0xfe], wide(TABLE, false)), 'utf-16le', TABLE],
  ['16 bits, high byte first', bytes([0xfe, 0xff], wide(TABLE, true)), 'utf-16be', TABLE],
  ['the same without a mark', bytes(wide(TABLE, false)), 'utf-16le', TABLE],
  ['the same the other way round', bytes(wide(TABLE, true)), 'utf-16be', TABLE],
  ['western Windows', bytes('caf', [0xe9], ',1\n'), 'windows-1252', 'café,1\n'],
  ['western Windows, a letter after the accent', bytes('M', [0xfc], 'ller', [0x2c], 'Andr', [0xe9], 's\n'), 'windows-1252', 'Müller,Andrés\n'],
  ['nothing', bytes(), 'utf-8', ''],
]; // prettier-ignore

for (const [what, given, encoding, text] of cases)
  test(`found out: ${what}`, () => {
    assert.equal(findEncoding(given), encoding);
    assert.equal(decode(given, encoding), text);
  });

// How it is decoded is tested in the browser: the table of Node's TextDecoder stops short of the encoding's standard.
test('found out: a syllable that only Korean Windows has', () => {
  assert.equal(findEncoding(bytes([0x8c, 0x63, 0xb9, 0xe6, 0xb0, 0xa2], ',1\n')), 'euc-kr');
});
