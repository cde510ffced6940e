import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldSentence } from './field-sentence.ts';
import { problemOf, readValue } from './fields.ts';
import type { Field } from './fields.ts';
import { numberSentence, sentenceOf } from './problem.ts';

/** What a sentence is in both languages. */
function both(sentence: () => string): [ko: string, en: string] {
  const [ko, en] = ['ko', 'en'].map((lang) => {
    Object.assign(globalThis, { document: { documentElement: { lang } } });
    return sentence();
  });
  return [ko, en];
}

test('who leaves a field for a number empty is asked for a number, not for an expression', () => {
  for (const text of ['', '  '])
    assert.deepEqual(
      both(() => numberSentence({ code: 'empty-expression' }, text)),
      ['수를 적어 주세요. 예: 0.05, 1/3', 'Type a number, such as 0.05 or 1/3.'],
    );
});

test('a decimal comma, a comma between thousands, a name and a unit each have their sentence', () => {
  const comma = { code: 'unexpected-token', parameter: ',', position: 1, expected: 'end' };
  for (const text of ['0,05', '-2,0', ',5', '0,125'])
    assert.deepEqual(
      both(() => numberSentence(comma, text)),
      ['소수점은 점(.)으로 적어 주세요.', 'Write the decimal point as a point (.).'],
    );
  assert.match(both(() => numberSentence(comma, '12,345.6'))[1], /commas between thousands/);
  const name = (parameter: string) => ({ code: 'unknown-name', parameter, position: 0, expected: 'sin, cos' });
  const [ko, en] = both(() => numberSentence(name('NaN'), 'NaN'));
  assert.match(ko, /^‘NaN’이라는 이름을 모릅니다\. 수를 적어/);
  assert.equal(en, 'The name “NaN” is not known. Type a number, such as 0.05 or 1/3.');
  assert.match(both(() => numberSentence(name('abc'), 'abc'))[0], /^‘abc’라는/);
  const unit = { code: 'unexpected-token', parameter: '번', position: 3, expected: 'operator' };
  assert.match(both(() => numberSentence(unit, '157번'))[0], /^4번째 글자 ‘번’을 읽을 수 없습니다\. 수를/);
  const end = { code: 'unexpected-token', position: 2, expected: 'operand' };
  assert.match(both(() => numberSentence(end, '1/'))[0], /^수를 끝까지 적어/);
  assert.match(both(() => numberSentence({ code: 'core-unavailable' }, ''))[1], /WebAssembly/);
});

test('a range is written as numbers are elsewhere', () => {
  const sentence = (field: Field, text: string) =>
    both(() => sentenceOf(problemOf(field, readValue(field, text))!, 'η'));
  const rate: Field = { kind: 'number', default: 1, minimum: 1e-7, maximum: 100 };
  assert.deepEqual(sentence(rate, '1e-300'), [
    'η: 1×10⁻³⁰⁰은 범위(1×10⁻⁷부터 100까지) 밖입니다.',
    'η: 1×10⁻³⁰⁰ is outside the range 1×10⁻⁷ to 100.',
  ]);
  const steps: Field = { kind: 'number', default: 1, minimum: -1e9, maximum: 99_999 };
  assert.equal(sentence(steps, '100000')[1], 'η: 100,000 is outside the range −1×10⁹ to 99,999.');
  const open = { code: 'out-of-range', value: -1, expected: '[0, inf)' };
  assert.deepEqual(
    both(() => sentenceOf(open, 'λ')),
    ['λ: −1은 범위(0 이상) 밖입니다.', 'λ: −1 is outside the range 0 or more.'],
  );
  assert.match(both(() => sentenceOf({ ...open, expected: '(0, 1)' }, 'λ'))[1], /range \(0, 1\)\./);
});

test('points that miss a number are told apart from a point that does', () => {
  const points: Field = { kind: 'list', default: [], minimum: 0, maximum: 9, dimension: 2, maximumLength: 4 };
  const start: Field = { kind: 'point', default: [0, 0], minimum: 0, maximum: 9 };
  const sentence = (field: Field, text: string) =>
    both(() => sentenceOf(problemOf(field, readValue(field, text))!, 'P'));
  assert.equal(sentence(points, '1,2;3')[1], 'P: each point needs 2 numbers.');
  assert.equal(sentence(start, '1')[1], 'P: 2 numbers are needed.');
});

test('fields and options are called by the names that the reader sees', () => {
  const words: Record<string, string> = { method: 'Method', 'method-qr': 'QR', rate: 'Learning rate' };
  const sentences = (key: string) => words[key] ?? key;
  const english = (key: string, field: Field, text: string) =>
    both(() => fieldSentence(problemOf(field, readValue(field, text))!, { key, field, sentences }))[1];
  const method: Field = { kind: 'choice', default: 'qr', options: ['qr', 'lu'] };
  assert.equal(english('method', method, 'x'), 'Method: not one of the choices. Possible are: QR, lu.');
  const number: Field = { kind: 'number', default: 0, minimum: 0, maximum: 9, symbol: 'η' };
  assert.equal(english('rate', number, '10'), 'Learning rate η: 10 is outside the range 0 to 9.');
  const at: Field = { kind: 'number', default: 0, minimum: 0, maximum: 9 };
  assert.equal(english('at', at, '-3'), 'step: −3 is outside the range 0 to 9.');
  assert.match(
    both(() => fieldSentence({ code: 'unknown-id', parameter: 'no' }, { key: 'no', field: undefined, sentences }))[0],
    /‘no’라는 설정은/,
  );
});

test('a fractional power of a negative number is answered with the root that was meant', () => {
  const problem = { code: 'not-finite', expected: 'cbrt(-8)' } as const;
  assert.match(numberSentence(problem, '(-8)^(1/3)', 'Answer'), /cbrt\(\u22128\)/);
});
