/** The sheet with the rules of typed formulas: the core reads every example, and as its neighbour says where two are set against each other. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import help from '../../web/controls/formula-help.json' with { type: 'json' };
import { core } from './core.ts';

test('both languages explain the same rules, and each rule has its examples', () => {
  assert.deepEqual(Object.keys(help.ko), Object.keys(help.en));
  for (const rule of Object.keys(help.examples)) assert.ok(rule in help.en, rule);
});

test('the core reads every example', () => {
  for (const typed of Object.values(help.examples).flat()) {
    const expression = core.expression(typed, ['x', 'y']);
    assert.ok(expression.latex, typed);
    expression.free();
  }
});

test('examples mean what the rules beside them say', () => {
  const same: readonly [typed: string, clear: string][] = [
    ['1/2x', '(1/2)*x'],
    ['-x²', '-(x^2)'],
    ['e^2x', '(e^2)*x'],
    ['sin 2x cos x', 'sin(2*x)*cos(x)'],
    ['sin(x)/2', '(sin(x))/2'],
    ['ln x + 1', 'log(x)+1'],
    ['sin^2 x', '(sin(x))^2'],
    ['sin^-1 x', 'asin(x)'],
    ['√2x', 'sqrt(2)*x'],
    ['log x', 'ln(x)'],
    ['log_3(x)', 'log(x)/log(3)'],
    ['1e-3x', '0.001*x'],
    ['½x', 'x/2'],
    ['x^{2x}', 'x^(2*x)'],
  ];
  for (const [typed, clear] of same) {
    assert.ok(Object.values(help.examples).flat().includes(typed) || typed === 'x', typed);
    const { equivalent, decided } = core.equivalent(typed, clear, ['x']);
    assert.ok(decided && equivalent, `${typed} is ${clear}`);
  }
});

test('every name in the list is a function', () => {
  for (const name of help.names.split(' ')) {
    const call = name === 'min' || name === 'max' ? `${name}(x, 1)` : `${name}(x)`;
    core.expression(call, ['x']).free();
  }
});
