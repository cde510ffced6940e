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
    ['여기에는 여는 괄호 ‘(’', '여기에는 여는 괄호 ‘(’가', '여기에는 여는 괄호 ‘(’로'],
    ['5.618×10²⁰', '5.618×10²⁰이', '5.618×10²⁰으로'],
    ['10¹⁰', '10¹⁰이', '10¹⁰으로'],
    ['3.16×10⁻⁴', '3.16×10⁻⁴이', '3.16×10⁻⁴으로'],
    ['(x² + 1)²', '(x² + 1)²이', '(x² + 1)²으로'],
    ['‘foo’', '‘foo’가', '‘foo’로'],
    ['‘NaN’', '‘NaN’이', '‘NaN’으로'],
    ['URL', 'URL이', 'URL로'],
    ['2×10⁻³', '2×10⁻³이', '2×10⁻³으로'],
    ['β₂', 'β₂가', 'β₂로'],
    ['R', 'R가', 'R로'],
    ['10%', '10%가', '10%로'],
    ['f′', 'f′이', 'f′으로'],
    ['f′(x)', 'f′(x)가', 'f′(x)로'],
    ['ε', 'ε이', 'ε으로'],
  ];
  for (const [value, subject, direction] of cases) {
    assert.equal(fill('{value}{이/가}', { value }), subject);
    assert.equal(fill('{value}{으로/로}', { value }), direction);
  }
  assert.equal(fill('{value}{이었습니다/였습니다}', { value: '10¹¹' }), '10¹¹이었습니다');
  assert.equal(fill('{value}{은/는}', { value: '10⁹' }), '10⁹은');
  assert.equal(fill('{value}{으로는/로는}', { value: '7' }), '7로는');
  assert.equal(fill('{value}{을/를}', { value: '(x² + 1)²' }), '(x² + 1)²을');
  assert.equal(fill('‘{value}’{이라는/라는}', { value: 'NaN' }), '‘NaN’이라는');
});
