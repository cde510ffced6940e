import assert from 'node:assert/strict';
import test from 'node:test';
import { render } from './lesson-fixture.ts';

/** The text of a page with `$` for each formula. */
const text = (html: string) =>
  html
    .replace(/<span class="sr-only".*?<\/span>/g, '')
    .replace(/<span class="katex".*?<\/span><\/span><\/span>(?:<\/span>)?/gs, '$')
    .replace(/<[^>]*>/g, '');

test('a particle stays with its formula, also across the end of a link', async () => {
  const { html } = await render('$x$는 크다. [$y$](#top)이면 $z$ 또는\n', {}, 'ko');
  assert.equal(text(html).trim(), '$\u2060는 크다. $\u2060이면 $ 또는');
});

test('a particle stays with the quotation before it', async () => {
  assert.match((await render("'에타'라고 읽는다.\n", {}, 'ko')).html, /‘에타’\u2060라고/);
});

test('bold may end between a bracket and a particle', async () => {
  assert.match(
    (await render('**학습률(learning rate)**은 작다.\n', {}, 'ko')).html,
    /<strong>학습률\u2060\(learning rate\)<\/strong>\u2060은/,
  );
});

test('a short formula stays on one line with what belongs to it, a long one may break', async () => {
  const together = async (line: string) =>
    ((await render(`${line}\n`, {}, 'ko')).html.match(/<span class="dh-together">/g) ?? []).length;
  assert.equal(await together('$x = 2$에서 $(x, y)$.'), 2);
  const long = '$f(x) = (x^2 + 1)^2 + 3x - 7$';
  assert.equal(await together(long), 0);
  const { html } = await render(`${long}이에요. ${long} 또는\n`, {}, 'ko');
  assert.match(html, /<span class="dh-tied" style="--tail:4">.*<span class="dh-tail">\u2060이에요\.<\/span><\/span>/);
  assert.equal(html.match(/dh-tied/g)?.length, 1);
  assert.match((await render('$x$에서는 크다.\n', {}, 'ko')).html, /<\/span>\u2060에서는<\/span> 크다/);
});

test('a particle stays with the bracket or code before it, and a term with its English name', async () => {
  const { html } = await render(
    '학습률(rate)로 **미니배치**(mini-batch)로 `steps = 61`이 `a_long_name_that_may_be_broken`과 (가)는\n',
    {},
    'ko',
  );
  assert.match(html, /학습률\u2060\(rate\)\u2060로/);
  assert.match(html, /<strong>미니배치<\/strong>\u2060\(mini-batch\)\u2060로/);
  assert.match(html, /<span class="dh-together"><code>steps = 61<\/code>\u2060이<\/span>/);
  assert.match(html, /<code>a_long_name_that_may_be_broken<\/code>\u2060과/);
  assert.match(html, /\(가\)\u2060는/);
});

test('a formula is not broken inside a short bracket', async () => {
  const inside = async (tex: string) =>
    (await render(`$${tex}$\n`, {}, 'ko')).html.match(/<span class="dh-unbroken">/g)?.length ?? 0;
  assert.equal(await inside('\\f(\\x + h) - \\f(\\x) = 2\\x h + h^2'), 1);
  assert.equal(await inside('\\f(\\x) = (\\x^2 + 1)(\\x + 3) + 3\\x - 7'), 1);
  assert.equal(await inside('\\f(\\x) = \\x^2 + 2\\x + 3 + 4\\x'), 0);
});
