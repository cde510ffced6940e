import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addFirstScripts, firstTags } from './first-scripts.ts';

const isFigure = (tag: string) => ['dh-curve', 'dh-map'].includes(tag);
const HTML =
  '<html><head></head><body><dh-task></dh-task><p>…</p><dh-curve><p>…</p></dh-curve><dh-map></dh-map></body></html>';
const GRAPH = {
  '_astro/dh-curve.a1.js': ['_astro/kit.b2.js', '_astro/kit.c3.js'],
  '_astro/kit.b2.js': ['_astro/kit.c3.js'],
  '_astro/kit.c3.js': ['_astro/kit.b2.js'],
  '_astro/dh-map.d4.js': ['_astro/kit.e5.js'],
  '_astro/dh-task.f6.js': [],
};

test('a page names the scripts of all that stands before its first figure, and of that figure, each once', () => {
  assert.deepEqual(firstTags(HTML, isFigure), ['dh-task', 'dh-curve']);
  const page = { path: 'index.html', html: HTML };
  addFirstScripts(page, GRAPH, '/book/', isFigure);
  const named = [...page.html.matchAll(/<link rel="modulepreload" href="\/book\/([^"]*)">/g)].map((match) => match[1]);
  assert.deepEqual(named.sort(), [
    '_astro/dh-curve.a1.js',
    '_astro/dh-task.f6.js',
    '_astro/kit.b2.js',
    '_astro/kit.c3.js',
  ]);
  assert.ok(page.html.indexOf('modulepreload') < page.html.indexOf('</head>'));
});

test('a page without a figure stays as it is', () => {
  const page = { path: 'index.html', html: '<html><head></head><body><dh-task></dh-task></body></html>' };
  const before = page.html;
  addFirstScripts(page, GRAPH, '/', isFigure);
  assert.equal(page.html, before);
});
