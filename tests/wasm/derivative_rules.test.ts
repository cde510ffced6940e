/** What a reader is told of a rule of differentiation has words in both languages for every rule the core knows. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LAWS } from '../../web/widgets/dh-derivative/rules.ts';
import strings from '../../web/widgets/dh-derivative/strings.json' with { type: 'json' };
import { core } from './core.ts';

const rules = core.catalog().derivativeRules;

test('every rule has a name in both languages, and every name a rule', () => {
  for (const language of ['ko', 'en'] as const) {
    const named = Object.keys(strings[language]).filter((key) => key.startsWith('rule-'));
    assert.deepEqual(named.sort(), rules.map((rule) => `rule-${rule}`).sort(), language);
  }
});

test('every law belongs to a rule', () => {
  for (const rule of Object.keys(LAWS)) assert.ok(rules.includes(rule), rule);
});

test('what stands outside in a chain is a function of the core or has a name', () => {
  const formulas = ['sin(2x)', '(x+1)^3', '2^(3x)', 'max(x, x^2)', 'relu(x)', 'if(x < 0, x, 1)', 'atan2(x, 2)', '|2x|'];
  for (const step of formulas.flatMap((formula) => core.expression(formula).steps())) {
    const { function: outer } = step;
    if (!outer || core.catalog().functions.includes(outer) || outer === 'if') continue;
    for (const language of ['ko', 'en'] as const) assert.ok(`outer-${outer}` in strings[language], outer);
  }
});
