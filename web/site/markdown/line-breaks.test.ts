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
    /<strong>학습률\(learning rate\)<\/strong>은/,
  );
});
