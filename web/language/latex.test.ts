import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alignedLatex, equalsLatex, factorLatex, numberLatex, plainSymbol, putIn } from './latex.ts';

test('numbers stand in formulas as LaTeX writes them', () => {
  assert.equal(numberLatex(-1.5e-7), '-1.5 \\cdot 10^{-7}');
  assert.equal(numberLatex(12345), '12{,}345');
  assert.equal(numberLatex(0), '0');
  assert.equal(numberLatex(-Infinity), '-\\infty');
  assert.equal(numberLatex(6.02e23, 3), '6.02 \\cdot 10^{23}');
  assert.equal(factorLatex(-2), '(-2)');
  assert.equal(factorLatex(2), '2');
});

test('rounded numbers are told as such', () => {
  assert.equal(equalsLatex(0.25), '=');
  assert.equal(equalsLatex(1 / 3), '\\approx');
});

test('a number is put in for a variable, and for nothing that only contains its letter', () => {
  assert.equal(putIn('x^{2} + 2 x', 'x', -3), '(-3)^{2} + 2 (-3)');
  assert.equal(putIn('\\max\\left(x, \\exp y\\right)', 'x', 2), '\\max\\left((2), \\exp y\\right)');
  assert.equal(alignedLatex('x_1', '= 3 - 1', '= 2'), '\\begin{aligned} x_1 &= 3 - 1 \\\\ &= 2 \\end{aligned}');
});

test('symbols stand beside labels as letters', () => {
  assert.deepEqual(['\\mu', '\\beta_2', '\\varepsilon', 'k'].map(plainSymbol), ['μ', 'β₂', 'ε', 'k']);
});
