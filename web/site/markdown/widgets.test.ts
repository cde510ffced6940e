import assert from 'node:assert/strict';
import test from 'node:test';
import { render } from './lesson-fixture.ts';

test('a widget gets an id, its height and a sentence, outside any paragraph', async () => {
  const { html } = await render('Before\n\n<dh-figure f="x^2"></dh-figure>\n', {}, 'ko');
  assert.match(
    html,
    /<\/p>\s*<dh-figure f="x\^2" id="figure" class="dh-figure" style="--dh-frame-wide:500;--dh-frame-narrow:700">/,
  );
  assert.match(html, /<p class="dh-fallback"><strong>그림<\/strong> 그림입니다\.<\/p><\/dh-figure>/);
});

test('two figures cannot share an id', async () => {
  await assert.rejects(
    render('<dh-figure></dh-figure>\n\n<dh-figure></dh-figure>\n'),
    /en\.md:6: two figures have the id "figure"/,
  );
});

test('a tag without a folder stops the build', async () => {
  await assert.rejects(render('<dh-unheard-of></dh-unheard-of>\n'), /en\.md:4: there is no widget <dh-unheard-of>/);
});

test('links that drive a figure look so, others do not', async () => {
  const { html } = await render('<dh-figure id="a"></dh-figure>\n\n[rate](#a?rate=1.1) and [below](#below)\n');
  assert.match(html, /<a href="#a\?rate=1\.1" class="dh-figure-link">rate<\/a>/);
  assert.match(html, /<a href="#below">below<\/a>/);
});

test('a link that is a formula has a name', async () => {
  const { html } = await render('<dh-figure></dh-figure>\n\n[$\\rate = 10^{-2}$](#figure?rate=0.01)\n');
  assert.match(html, /<span class="sr-only" data-pagefind-ignore>η = 10\^-2<\/span><\/span><\/a>/);
  assert.doesNotMatch(html, /<math/);
});

test('a table scrolls in its own box, and its empty corner is no heading', async () => {
  const { html } = await render('| | a |\n|---|---|\n| b | 1 |\n');
  assert.match(html, /^<div class="dh-table"><table>\s*<thead>\s*<tr>\s*<td><\/td>\s*<th>a<\/th>/);
});

test('a link to a figure that is not there stops the build', async () => {
  await assert.rejects(render('[rate](#gone?rate=1)\n'), /en\.md:4: the link drives "gone"/);
});
