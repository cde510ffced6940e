import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testsFor } from '../../tools/test/changed.ts';
import { USUAL } from '../../tools/test/suites.ts';

const sources: Record<string, string> = {
  'tools/check/headers.ts': '',
  'tools/check/types.ts': '',
  'tools/check/shell.ts': '',
  'tools/check/lessons.ts': '',
  'tools/check/rule.ts': '',
  'tools/static_server.ts': '',
  'tests/tools/static_server.test.ts': "import { test } from 'node:test';\nimport '../../tools/static_server.ts';\n",
  'src/optimize/descent.cpp': '',
  'src/optimize/descent.hpp': '',
  'tests/core/optimize/descent_test.cpp': '',
  'tests/wasm/descent.test.ts': "import { test } from 'node:test';\nimport { core } from './core.ts';\n",
  'tests/wasm/answers.test.ts': "import { test } from 'node:test';\nconst LESSONS = new URL('../../lessons/', x);\n",
  'tests/wasm/core.ts': "import { createCore } from '../../web/core/direct.ts';\n",
  'web/core/direct.ts': '',
  'web/plot/bars.ts': '',
  'web/plot/bars.test.ts': "import { test } from 'node:test';\nimport './bars.ts';\n",
  'web/widgets/dh-one/dh-one.ts':
    "import { bars } from '../../plot/bars.ts';\nimport strings from './strings.json' with {};\n",
  'web/widgets/dh-one/strings.json': '',
  'web/widgets/dh-one/dh-one.test.ts': "import { test } from '../../testing/fixtures.ts';\n'en/chapter/lesson/';\n",
  'web/widgets/dh-two/dh-two.ts': '',
  'web/widgets/dh-two/dh-two.test.ts': "import { test } from '../../testing/fixtures.ts';\n",
  'web/testing/fixtures.ts': '',
  'web/testing/every-page.test.ts': "import { test } from '@playwright/test';\n",
  'web/testing/markup.test.ts': "import { test } from '@playwright/test';\n",
  'web/testing/reader.test.ts': "import { test } from '@playwright/test';\n",
  'web/site/src/styles/base.css': '',
  'lessons/chapter/lesson/en.md': '',
  'lessons/chapter/lesson/listing.py': '',
  'README.md': '',
  'tests/wasm/readme.test.ts': "import { test } from 'node:test';\nreadFileSync('README.md');\n",
  'CHANGELOG.md': '',
  'CMakeLists.txt': '',
};

function choose(...changed: string[]): Record<string, string[]> & { leftOut: string[] } {
  const { choice, leftOut } = testsFor(changed, { files: Object.keys(sources), read: (file) => sources[file] });
  return { ...Object.fromEntries(choice), leftOut };
}

test('nothing has changed: nothing is run', () => {
  assert.deepEqual(choose(), { leftOut: [] });
});

test('what everything is built by: everything', () => {
  assert.deepEqual(Object.keys(choose('CMakeLists.txt')), [...USUAL, 'leftOut']);
});

test('the text of a lesson: its pages, the figures it names, what looks through all lessons', () => {
  const { check, wasm, browser, listings, core, leftOut } = choose('lessons/chapter/lesson/en.md');
  assert.deepEqual(check, ['lessons']);
  assert.deepEqual(wasm, ['tests/wasm/answers.test.ts']);
  assert.deepEqual(browser, ['/chapter/lesson/', 'web/widgets/dh-one/dh-one.test.ts', 'web/testing/markup.test.ts']);
  assert.equal(listings ?? core, undefined);
  assert.match(leftOut[0], /core.*listings/);
});

test('the listing of a lesson is run', () => {
  assert.deepEqual(choose('lessons/chapter/lesson/listing.py').listings, ['chapter/lesson']);
});

test('a figure: its own tests and the pages that show it', () => {
  for (const part of ['dh-one.ts', 'strings.json']) {
    const { browser, wasm, core, leftOut } = choose(`web/widgets/dh-one/${part}`);
    assert.deepEqual(browser, ['@dh-one', 'web/widgets/dh-one/dh-one.test.ts', 'web/testing/markup.test.ts']);
    assert.equal(wasm ?? core, undefined);
    assert.ok(leftOut.some((line) => line.startsWith('browser: all but')));
  }
});

test('what figures are made of: those figures', () => {
  const { wasm, browser } = choose('web/plot/bars.ts');
  assert.deepEqual(wasm, ['web/plot/bars.test.ts']);
  assert.ok(browser.includes('@dh-one') && !browser.includes('@dh-two'));
});

test('the core: its suites whole, each page in one language', () => {
  const { core, wasm, browser, leftOut } = choose('src/optimize/descent.cpp');
  assert.deepEqual(core, []);
  assert.ok(wasm.includes('tests/wasm/descent.test.ts'));
  assert.deepEqual(browser, ['/en/', 'web/testing/markup.test.ts']);
  assert.ok(leftOut.some((line) => line.includes('Korean')));
  assert.equal(choose('tests/core/optimize/descent_test.cpp').browser, undefined);
});

test('the facade of the core: the tests of the module that reach it', () => {
  assert.deepEqual(choose('web/core/direct.ts').wasm, ['tests/wasm/descent.test.ts']);
});

test('the frame of the site: every page', () => {
  assert.ok(choose('web/site/src/styles/base.css').browser.includes('web/testing/every-page.test.ts'));
});

test('a tool: the tests of the tools; a text that a test reads: that test', () => {
  assert.deepEqual(choose('tools/static_server.ts').tools, []);
  assert.deepEqual(choose('README.md').wasm, ['tests/wasm/readme.test.ts']);
  assert.deepEqual(Object.keys(choose('CHANGELOG.md')), ['check', 'leftOut']);
});
