import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaults, keyOf, problemOf, readValue, sortOut, writeValue } from './fields.ts';
import type { Fields } from './fields.ts';

const fields = {
  f: { kind: 'text', default: 'x^2+2x+3' },
  rate: { kind: 'number', default: 0.1, minimum: 0, maximum: 10, parameter: 'learning-rate' },
  stepLimit: { kind: 'number', default: 100, minimum: 1, maximum: 1000, integer: true },
  method: { kind: 'choice', default: 'one', options: ['one', 'two'] },
  shown: { kind: 'flag', default: false },
  start: { kind: 'point', default: [0, 0], minimum: -5, maximum: 5 },
  rates: { kind: 'list', default: [], minimum: 0, maximum: 10, maximumLength: 3 },
  options: { kind: 'options', default: {} },
  data: { kind: 'list', default: [], minimum: -9, maximum: 9, dimension: 2, maximumLength: 4 },
} as const satisfies Fields;

test('what is written is read back exactly', () => {
  const values = {
    f: 'x^2 + 2x & y = 3; π',
    rate: 0.1 + 0.2,
    stepLimit: 7,
    method: 'two',
    shown: true,
    start: [1 / 3, -2],
    rates: [0.1, 1e-7],
    options: { 'beta-1': 0.9, momentum: 1e-7 },
    data: [
      [1, 2],
      [-3.5, 4],
    ],
  };
  for (const [key, value] of Object.entries(values)) {
    const field = fields[key as keyof typeof fields];
    assert.deepEqual(readValue(field, writeValue(field, value)), value);
    assert.equal(problemOf(field, value), undefined, key);
  }
  for (const key of ['rates', 'data'] as const)
    assert.deepEqual(readValue(fields[key], writeValue(fields[key], [])), []);
  assert.deepEqual(readValue(fields.options, writeValue(fields.options, {})), {});
});

test('defaults have no problem and keys have kebab-case parameters', () => {
  for (const [key, value] of Object.entries(defaults(fields)))
    assert.equal(problemOf(fields[key as keyof typeof fields], value), undefined, key);
  assert.equal(keyOf(fields, 'step-limit'), 'stepLimit');
  assert.equal(keyOf(fields, 'stepLimit'), undefined);
});

test('each kind of bad value has its problem', () => {
  const code = (key: keyof typeof fields, text: string) => problemOf(fields[key], readValue(fields[key], text))?.code;
  assert.equal(code('rate', ''), 'not-finite');
  assert.equal(code('rate', 'abc'), 'not-finite');
  assert.equal(code('rate', 'Infinity'), 'not-finite');
  assert.equal(code('rate', '-0.1'), 'out-of-range');
  assert.equal(code('stepLimit', '1.5'), 'not-an-integer');
  assert.equal(code('method', 'three'), 'unknown-id');
  assert.equal(code('shown', 'perhaps'), 'unknown-id');
  assert.equal(code('start', '1'), 'wrong-dimension');
  assert.equal(code('start', '1,9'), 'out-of-range');
  assert.equal(code('rates', '1,2,3,4'), 'too-many');
  assert.equal(code('rates', '1,,2'), 'not-finite');
  assert.equal(code('data', '1,2;3'), 'wrong-point');
  assert.equal(code('options', 'momentum'), 'not-finite');
  assert.equal(problemOf(fields.f, 'x'.repeat(2001))?.code, 'expression-too-long');
});

test('a partial state is sorted into good and bad, and bad entries name their parameter', () => {
  const { taken, problems } = sortOut(fields, { rate: 99, f: 'x', nonsense: 1 });
  assert.deepEqual(taken, { f: 'x' });
  assert.equal(problems.rate.parameter, 'learning-rate');
  assert.equal(problems.nonsense.code, 'unknown-id');
});
