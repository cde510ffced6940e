import assert from 'node:assert/strict';
import { test } from 'node:test';
import { USUAL, SUITES, WORDS, chosenSuites, parseChoice } from '../../tools/test/suites.ts';

const names = (...words: string[]) => chosenSuites(parseChoice(words)).map(({ name }) => name);

test('a suite brings the steps it waits for, and the two halves of one come together', () => {
  assert.deepEqual(names('browser'), ['module', 'site', 'browser']);
  assert.deepEqual(names('core'), ['module', 'native', 'core', 'core-as-wasm']);
  assert.deepEqual(names('check', 'listings'), ['check', 'listings']);
});

test('all that a suite waits for is in the table, and stands before it', () => {
  SUITES.forEach(({ name, after }, index) => {
    for (const other of after)
      assert.ok(
        SUITES.slice(0, index).some((one) => one.name === other),
        `${name}: ${other}`,
      );
  });
  assert.equal(new Set(SUITES.map(({ name }) => name)).size, SUITES.length);
});

test('the other engines run when they are asked for, not with everything', () => {
  assert.deepEqual(names('engines'), ['module', 'site', 'engines']);
  assert.deepEqual(
    WORDS.filter((word) => !USUAL.includes(word)),
    ['engines'],
  );
});

test('words belong to the suite before them', () => {
  const chosen = chosenSuites(parseChoice(['core', 'descent_test', 'browser', 'dh-tangent', 'by link', 'check']));
  const words = Object.fromEntries(chosen.map(({ name, words: own }) => [name, own]));
  assert.deepEqual(words.core, ['descent_test']);
  assert.deepEqual(words['core-as-wasm'], ['descent_test']);
  assert.deepEqual(words.browser, ['dh-tangent', 'by link']);
  assert.deepEqual(words.module, []);
  assert.deepEqual(words.check, []);
});

test('a word that names no suite is told, and which there are', () => {
  assert.throws(() => parseChoice(['borwser']), new RegExp(`'borwser'.*${WORDS.join(' ')}`));
});
