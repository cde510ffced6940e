import assert from 'node:assert/strict';
import test from 'node:test';
import symbols from '../../language/symbols.json' with { type: 'json' };
import { render } from './lesson-fixture.ts';
import { formula } from './math.ts';

test('every symbol has its colour class', () => {
  for (const [macro, meaning] of Object.entries(symbols)) {
    const colour = /\\htmlClass\{(sym-[a-z]+)\}/.exec(meaning)?.[1];
    assert.ok(colour, `${macro} has a colour`);
    assert.match(
      formula(meaning.includes('#1') ? `${macro}{z}` : macro, false),
      new RegExp(`class="enclosing ${colour}"`),
    );
  }
});

test('formulas may set no other class, style or link', () => {
  assert.throws(() => formula('\\htmlClass{dh-figure-link}{x}', false));
  assert.throws(() => formula('\\href{https://example.org}{x}', false));
});

test('a displayed formula has a box of its own to scroll in', async () => {
  assert.match((await render('$$\nx^2\n$$\n')).html, /<div class="dh-formula"><span class="katex-display">/);
});

test('a formula KaTeX does not know stops the build', async () => {
  await assert.rejects(render('good\n\n$\\nonsense$\n'), /en\.md:6: formula "\\nonsense": KaTeX parse error/);
});
