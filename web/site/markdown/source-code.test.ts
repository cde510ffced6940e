import assert from 'node:assert/strict';
import test from 'node:test';
import { render } from './lesson-fixture.ts';
import { region } from './source-code.ts';

const HEADER =
  'int before;\n  // [region step]\n  x -= 1;\n    // [region inner]\n    y = 2;\n    // [endregion]\n  // [endregion]\nint after;\n';
const text = (html: string) => html.replace(/<[^>]*>/g, '');

test('a region is dedented and loses the markers of regions inside it', () => {
  assert.equal(region(HEADER, 'step'), 'x -= 1;\n  y = 2;');
  assert.equal(region(HEADER, 'inner'), 'y = 2;');
});

test('a region that does not exist or does not end is none', () => {
  assert.equal(region(HEADER, 'other'), undefined);
  assert.equal(region('# [region open]\nx = 1\n', 'open'), undefined);
});

test('a fence is filled from the source and names it', async () => {
  const { html, sources } = await render('```cpp file=src/a.hpp region=step\n```\n', { 'src/a.hpp': HEADER });
  assert.match(text(html), /src\/a\.hpp\s*x -= 1;\n {2}y = 2;/);
  assert.ok([...sources].some((path) => path.endsWith('src/a.hpp')));
});

test('a file beside the lesson comes before one at the root, and is shown without markers', async () => {
  const { html } = await render('```python file=listing.py\n```\n', {
    './listing.py': '# [region a]\nnear = 1\n# [endregion]\n',
    'listing.py': 'far = 1',
  });
  assert.match(text(html), /listing\.py\s*near = 1/);
  assert.doesNotMatch(text(html), /region/);
});

test('C++ is folded, with what follows it at once, and has at most 25 lines', async () => {
  const files = { 'src/a.hpp': HEADER, 'src/long.hpp': 'int x;\n'.repeat(26) };
  const { html } = await render(
    'Before\n\n```cpp file=src/a.hpp region=step\n```\n\n```cpp file=src/a.hpp region=inner\n```\n\nAfter\n',
    files,
  );
  assert.equal(html.split('<details class="dh-code-behind"><summary>The C++ behind this figure</summary>').length, 2);
  assert.match(text(html), /Before\s*The C\+\+ behind this figure\s*src\/a\.hpp[\s\S]*y = 2;[\s\S]*After/);
  await assert.rejects(render('```cpp file=src/long.hpp\n```\n', files), /shows 26 lines of C\+\+; at most 25 teach/);
});

test('an excerpt leads to the whole file, and code can be copied, output not', async () => {
  const files = { './listing.py': 'x = 1\n', './listing.txt': 'x = 1\n' };
  const { html } = await render('```python file=listing.py\n```\n\n```text output=listing.txt\n```\n', files);
  assert.match(html, /<p class="dh-code-name"><a href="listing\.py">listing\.py<\/a><\/p>/);
  assert.equal(html.split('class="dh-copy"').length, 2);
  assert.match(
    html,
    /<div class="dh-code"><pre[^>]*>.*<\/pre><button type="button" class="dh-copy" hidden data-done="Copied">Copy/s,
  );
});

test('output is labelled in the language of the page', async () => {
  const files = { './listing.txt': 'steps = 12\n' };
  assert.match(text((await render('```text output=listing.txt\n```\n', files)).html), /Output\s*steps = 12/);
  assert.match(text((await render('```text output=listing.txt\n```\n', files, 'ko')).html), /출력\s*steps = 12/);
});

test('faults name file and line', async () => {
  await assert.rejects(render('\n```cpp file=src/none.hpp\n```\n'), /en\.md:5: there is no file .*src\/none\.hpp/);
  await assert.rejects(
    render('```cpp file=src/a.hpp region=gone\n```\n', { 'src/a.hpp': HEADER }),
    /en\.md:4: src\/a\.hpp has no closed region "gone"/,
  );
  await assert.rejects(render('```cpp file=src/a.hpp\nint copy;\n```\n', { 'src/a.hpp': HEADER }), /leave it empty/);
});
