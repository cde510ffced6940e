import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill } from './language.ts';

test('values, plurals and unknown names', () => {
  assert.equal(fill('{n} {n|step|steps}', { n: 1 }), '1 step');
  assert.equal(fill('{n} {n|step|steps}', { n: 12 }), '12 steps');
  assert.equal(fill('{missing}', {}), '{missing}');
});

test('Korean particles follow the sound before them, also that of digits', () => {
  const cases: [value: string | number, subject: string, direction: string][] = [
    ['함수', '함수가', '함수로'],
    ['식', '식이', '식으로'],
    ['길', '길이', '길로'],
    [0.1, '0.1이', '0.1로'],
    [2, '2가', '2로'],
    [3, '3이', '3으로'],
    ['−1.058', '−1.058이', '−1.058로'],
    ['‘)’', '‘)’가', '‘)’로'],
  ];
  for (const [value, subject, direction] of cases) {
    assert.equal(fill('{value}{이/가}', { value }), subject);
    assert.equal(fill('{value}{으로/로}', { value }), direction);
  }
});
