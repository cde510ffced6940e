/** Morse code through the module: what crosses the border, and what is refused there. The code itself: tests/core/puzzles/. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core, near, refuses } from './core.ts';

test('text and signs, in both directions and both alphabets', () => {
  const message = core.morseMessage('Sos');
  assert.equal(message.code, '... --- ...');
  assert.equal(message.text, 'SOS');
  assert.equal(message.units, 27);
  assert.deepEqual(message.words[0][1], { text: 'O', code: '---', units: 11 });
  const korean = core.morseMessage('안녕');
  assert.equal(korean.alphabet, 'korean');
  assert.equal(korean.code, '-.- . ..-. ..-. ... -.-');
  assert.deepEqual(
    korean.words[0].map(({ text }) => text),
    ['ㅇ', 'ㅏ', 'ㄴ', 'ㄴ', 'ㅕ', 'ㅇ'],
  );
  assert.equal(core.readMorse(korean.code, 'korean').text, '안녕');
  assert.equal(core.readMorse(korean.code, 'latin').text, 'KEFFSK');
  assert.equal(core.readMorse('...---...', 'latin').text, '<SOS>');
  assert.equal(core.morseMessage('안녕'.normalize('NFD')).text, '안녕');
  assert.equal(core.readMorse(core.morseMessage('아빠').code, 'korean').otherText, '아빠');
});

test('faults have their place, counted in characters', () => {
  refuses(() => core.morseMessage('안녕!'), { code: 'unknown-name', parameter: '!', position: 2 });
  refuses(() => core.morseMessage('SOS 안녕'), { code: 'unexpected-token', parameter: '안', position: 4 });
  refuses(() => core.readMorse('.- .-.-', 'latin'), { code: 'unknown-name', parameter: '.-.-', position: 3 });
  refuses(() => core.readMorse('.- 가', 'latin'), { code: 'unexpected-token', parameter: '가', position: 3 });
  refuses(() => core.readMorse('.', 'greek'), { code: 'unknown-id', parameter: 'alphabet' });
  assert.equal(core.sendableText(' Hi!  you★ '), 'Hi you');
});

test('times at 20 words a minute, stretched to 5', () => {
  const { dot, letterGap, wordGap, starts, lengths, signs } = core.morseSignal('PARIS', 20, 5);
  near([dot], [0.06]);
  assert.equal((1000 * letterGap).toFixed(1), '1601.1');
  assert.equal((1000 * wordGap).toFixed(1), '3735.8');
  near([starts.at(-1)! + lengths.at(-1)! + wordGap], [12]);
  assert.deepEqual([...signs], [0, 0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4, 4]);
  refuses(() => core.morseSignal('E', 20, 21), { code: 'out-of-range', parameter: 'effective' });
  refuses(() => core.morseSignal('E', 41, 20), { code: 'out-of-range', parameter: 'speed' });
});

test('a WAV file, and what was tapped', () => {
  const file = core.morseWav('E E', 20, 20, 600);
  assert.equal(String.fromCharCode(...file.subarray(0, 4)), 'RIFF');
  assert.equal(file.length, 44 + 2 * Math.ceil((9 * 0.06 + 0.2) * 16_000));
  refuses(() => core.morseWav('E', 20, 20, 5), { code: 'out-of-range', parameter: 'frequency' });
  refuses(() => core.morseWav('!', 20, 20, 600), { code: 'unknown-name' });
  const taps = [...'...---...'].flatMap((mark) => [100, mark === '-' ? 300 : 100]).slice(1);
  const keying = core.readKeying(taps, 60, 'latin');
  assert.equal(keying.text, '<SOS>');
  assert.ok(Math.abs(keying.dot! - 100) < 5);
  assert.deepEqual(core.readKeying([], 60, 'latin'), { code: '', text: '', dot: null });
  refuses(() => core.readKeying([0], 60, 'latin'), { code: 'out-of-range', parameter: 'taps' });
  refuses(() => core.readKeying([NaN], 60, 'latin'), { code: 'not-finite', parameter: 'taps' });
});
