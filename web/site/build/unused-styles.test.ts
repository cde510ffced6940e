import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { transform } from 'lightningcss';
import { usedStyles } from './unused-styles.ts';

const page = '<p class="used md:wide" style="color: var(--in-page)">text</p>';

test('rules for nothing but classes that are nowhere go, in layers as well', () => {
  const css =
    '.used{color:red}.unused{color:red}@layer a{.used,.unused{top:0}.unused b{top:0}}p:where(.unused){top:0}p:not(.unused){top:0}';
  assert.deepEqual(usedStyles([css], [page]), ['.used{color:red}@layer a{.used,.unused{top:0}}p:not(.unused){top:0}']);
});

test('names with a colon are names', () => {
  const css = '.md\\:wide{width:1px}.lg\\:wide{width:2px}';
  assert.deepEqual(usedStyles([css], [page]), ['.md\\:wide{width:1px}']);
});

test('rules without a class stay: for elements, languages, the keyboard', () => {
  const css = 'h5,:lang(ko),:focus-visible,:is(dh-a,dh-b):not(:defined),[dir=rtl] b{top:0}';
  assert.deepEqual(usedStyles([css], [page]), [css]);
});

test('of our own rules none is lost', async () => {
  const folder = join(import.meta.dirname, '../src/styles');
  for (const name of await readdir(folder)) {
    const code = await readFile(join(folder, name));
    const css = String(transform({ filename: name, code, minify: true }).code);
    // A page that names all that a stylesheet does: other files use its variables.
    assert.deepEqual(usedStyles([css], [css.replace(/--[\w-]+/g, 'var($&)')]), [css], name);
  }
});

test('a variable stays when another file, a page or a script uses it', () => {
  const sheets = [
    ':root{--far:1;--in-page:1;--in-script:1;--chain:var(--far);--gone:var(--lost);--lost:1;--dh-own:1}',
    '.used{top:var(--chain)}',
  ];
  assert.deepEqual(usedStyles(sheets, [page, 'const style = "left: var(--in-script)";']), [
    ':root{--far:1;--in-page:1;--in-script:1;--chain:var(--far);--dh-own:1}',
    sheets[1],
  ]);
});

test('of the fonts of formulas those stay that a rule asks for', () => {
  const face = (family: string) => `@font-face{font-family:${family};src:url(${family}.woff2)}`;
  const css = `${face('KaTeX_Main')}${face('KaTeX_Fraktur')}${face('Pretendard')}.used{font-family:KaTeX_Main}.unused{font-family:KaTeX_Fraktur}`;
  assert.deepEqual(usedStyles([css], [page]), [
    `${face('KaTeX_Main')}${face('Pretendard')}.used{font-family:KaTeX_Main}`,
  ]);
});
