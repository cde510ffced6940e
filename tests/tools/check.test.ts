// A rule that cannot fail is worth nothing: each is shown a small tree that breaks it, and one that does not.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { rule as architecture } from '../../tools/check/architecture.ts';
import { rule as circles } from '../../tools/check/circles.ts';
import { rule as errors } from '../../tools/check/errors.ts';
import { rule as format } from '../../tools/check/format.ts';
import { rule as headers } from '../../tools/check/headers.ts';
import { rule as length } from '../../tools/check/length.ts';
import { rule as lessons } from '../../tools/check/lessons.ts';
import { rule as places } from '../../tools/check/places.ts';
import { folder, type Rule } from '../../tools/check/rule.ts';
import { rule as shell } from '../../tools/check/shell.ts';
import { rule as tests } from '../../tools/check/tests.ts';
import { rule as types } from '../../tools/check/types.ts';
import { rule as widgets } from '../../tools/check/widgets.ts';

const root = join(import.meta.dirname, '../..');

/** What a rule finds in a tree of these files. */
function problems(context: TestContext, rule: Rule, files: Record<string, string>): string[] {
  const home = mkdtempSync(join(tmpdir(), 'check-'));
  context.after(() => rmSync(home, { recursive: true }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(home, dirname(file)), { recursive: true });
    writeFileSync(join(home, file), text);
  }
  return rule.problems(folder(home));
}

test('architecture: arrows that the table allows', (context) => {
  const files = {
    'src/calculus/dual.hpp': '#include <cmath>\n#include "calculus/node.hpp"\n#include "foundation/result.hpp"\n',
    'src/bindings/bind_calculus.cpp': '#include <emscripten/bind.h>\n#include "calculus/dual.hpp"\n',
    'web/core/direct.ts':
      "import { wrap } from 'comlink';\nimport createModule from '../../build/wasm/downhill.mjs';\n",
    'web/plot/axes.ts': "import { ticks } from 'd3-array';\nimport './svg.ts';\n",
    'web/widgets/dh-x/dh-x.ts':
      "import { html } from 'lit';\nimport type { Core } from '../../core/types.ts';\nimport '../../widget/widget.ts';\n",
    'web/widgets/dh-x/dh-x.test.ts': "import { test } from '@playwright/test';\n",
  };
  assert.deepEqual(problems(context, architecture, files), []);
});

const backward: [name: string, file: string, line: string, problem: string][] = [
  ['of C++', 'src/foundation/a.hpp', '#include "calculus/b.hpp"', 'src/foundation must not use src/calculus'],
  ['between chapters', 'src/regression/a.cpp', '#  include <neural/b.hpp>', 'src/regression must not use src/neural'],
  ['to Emscripten', 'src/calculus/a.cpp', '#include <emscripten/bind.h>', 'only src/bindings may include Emscripten'],
  ['of the core', 'web/core/a.ts', "import { b } from '../plot/b.ts';", 'web/core must not use web/plot'],
  ['by export', 'web/plot/a.ts', "export * from '../widget/b.ts';", 'web/plot must not use web/widget'],
  [
    'by dynamic import',
    'web/widget/a.ts',
    "const b = await import('../widgets/dh-b/dh-b.ts');",
    'web/widget must not use web/widgets',
  ],
  [
    'to the module',
    'web/widgets/dh-a/a.ts',
    "import m from '../../../build/wasm/downhill.mjs';",
    'only web/core may import the module',
  ],
  ['to a package', 'web/plot/a.ts', "import { html } from 'katex';", 'web/plot must not use the package katex'],
  ['from nowhere', 'web/stuff/a.ts', 'export {};', 'web/stuff is not in the table'],
];
for (const [name, file, line, problem] of backward) {
  test(`architecture: an arrow that points back, ${name}`, (context) => {
    assert.deepEqual(problems(context, architecture, { [file]: `${line}\n` }), [`${file}:1: ${problem}`]);
  });
}

test('circles: files that need each other, in either language', (context) => {
  const sound = {
    'web/plot/a.ts': "import { b } from './b.ts';\n",
    'web/plot/b.ts': "import type { Z } from '../core/z.ts';\n",
    'web/core/z.ts': 'export interface Z {}\n',
    'src/foundation/a.hpp': '#include <cmath>\n',
    'src/foundation/a.cpp': '#include "foundation/a.hpp"\n',
  };
  assert.deepEqual(problems(context, circles, sound), []);
  const back = { 'web/core/z.ts': "export const a = () => import('../plot/a.ts');\n" };
  assert.deepEqual(problems(context, circles, { ...sound, ...back }), [
    'web/core/z.ts → web/plot/a.ts → web/plot/b.ts → web/core/z.ts',
  ]);
  assert.deepEqual(problems(context, circles, { ...sound, 'src/foundation/a.hpp': '#include "foundation/a.cpp"\n' }), [
    'src/foundation/a.cpp → src/foundation/a.hpp → src/foundation/a.cpp',
  ]);
});

test('errors: a code without a sentence in one of the languages', (context) => {
  const header =
    '#define DOWNHILL_ERROR_CODES(X) \\\n  X(not_finite, "not-finite") \\\n  X(unknown_id, "unknown-id")\n\nenum class E {};\n';
  const sentences = (ko: object, en: object) => ({
    'src/foundation/error.hpp': header,
    'web/language/errors.json': JSON.stringify({ ko, en }),
  });
  const all = { 'not-finite': 'a', 'unknown-id': 'b' };
  assert.deepEqual(problems(context, errors, sentences(all, all)), []);
  assert.deepEqual(problems(context, errors, sentences(all, { 'not-finite': 'a', 'unknown-id': ' ' })), [
    'web/language/errors.json: en says nothing for unknown-id',
  ]);
  assert.deepEqual(problems(context, errors, sentences({ ...all, more: 'c' }, all)), [
    'web/language/errors.json: ko and en do not have the same keys',
  ]);
  assert.deepEqual(
    problems(context, errors, { ...sentences(all, all), 'src/foundation/error.hpp': 'enum class E {};\n' }),
    ['src/foundation/error.hpp: the list of error codes was not found'],
  );
});

test('format: C++ and TypeScript', (context) => {
  const style = { '.clang-format': 'BasedOnStyle: Google\n', '.prettierrc.json': '{ "singleQuote": true }\n' };
  assert.deepEqual(problems(context, format, { ...style, 'a.hpp': 'int f(int x);\n', 'a.ts': "const a = 'b';\n" }), []);
  assert.deepEqual(problems(context, format, { ...style, 'a.hpp': 'int  f( int x );\n', 'a.ts': 'const a = "b"\n' }), [
    'a.hpp',
    'a.ts',
  ]);
});

test('headers: one that needs another header before it', (context) => {
  const project = {
    'CMakeLists.txt': `cmake_minimum_required(VERSION 3.22)\nproject(fixture LANGUAGES CXX)\nadd_library(flags INTERFACE)
include(${root}/cmake/headers.cmake)\ncheck_headers(downhill_headers \${CMAKE_SOURCE_DIR}/src flags)\n`,
    'CMakePresets.json': JSON.stringify({
      version: 3,
      configurePresets: [{ name: 'headers', generator: 'Ninja', binaryDir: '${sourceDir}/build' }],
      buildPresets: [{ name: 'headers', configurePreset: 'headers', targets: ['downhill_headers'] }],
    }),
    'src/good.hpp': '#pragma once\n#include <string>\ninline std::string f() { return {}; }\n',
  };
  assert.deepEqual(problems(context, headers, project), []);
  const bad = problems(context, headers, { ...project, 'src/bad.hpp': '#pragma once\nstd::vector<int> g();\n' });
  assert.match(bad.join('\n'), /bad\.hpp:2:\d+: error: .*(std|vector)/);
  const twice = problems(context, headers, { ...project, 'src/bad.hpp': 'struct Unguarded {};\n' });
  assert.match(twice.join('\n'), /redefinition of .*Unguarded/);
});

test('length: a file over the limit', (context) => {
  assert.deepEqual(problems(context, length, { 'src/a.cpp': '\n'.repeat(400), 'web/b.ts': '\n'.repeat(401) }), [
    'web/b.ts: 401 lines',
  ]);
});

const lesson = (ko: string, en: string, checks = '[]') => ({
  'lessons/a/b/ko.md': ko,
  'lessons/a/b/en.md': en,
  'lessons/a/b/checks.yaml': checks,
});

test('lessons: alike in both languages', (context) => {
  const text = (title: string) =>
    `---\ntitle: ${title}\n---\n\n## ${title}\n\n<dh-tangent f="x^2" label="${title}"></dh-tangent>\n\n<dh-check name="one"></dh-check>\n\n\`\`\`python file=listing.py\n\`\`\`\n`;
  const checks = '- name: one\n  prompt: { ko: 하나, en: one }\n';
  assert.deepEqual(problems(context, lessons, lesson(text('제목'), text('Title'), checks)), []);
});

const unlike: [name: string, files: Record<string, string>, problem: RegExp][] = [
  ['a heading is missing', lesson('## 가\n', '## A\n## B\n'), /headings: 1 in ko, 2 in en/],
  ['headings of other levels', lesson('## 가\n', '### A\n'), /headings: ko has "##" where en has "###"/],
  [
    'widgets in other states',
    lesson('<dh-secant f="x"></dh-secant>', '<dh-secant f="x^2"></dh-secant>'),
    /tags: ko has "dh-secant f="x""/,
  ],
  ['code is missing', lesson('', '```python file=listing.py\n```\n'), /code blocks: 0 in ko, 1 in en/],
  ['formulas are missing', lesson('$$\nx\n$$\n', ''), /formulas: 2 in ko, 0 in en/],
  [
    'a check in one language',
    lesson('', '', '- name: one\n  prompt: { en: one }\n'),
    /checks.yaml: \[0\]\.prompt has no ko/,
  ],
  ['a check that is not shown', lesson('', '', '- name: one\n'), /one stands nowhere in the lesson/],
  [
    'a check that is not there',
    lesson('<dh-check name="x"></dh-check>', '<dh-check name="x"></dh-check>'),
    /there is no check x/,
  ],
  ['a language is missing', { 'lessons/a/b/en.md': '', 'lessons/a/b/checks.yaml': '[]' }, /ko\.md is missing/],
];
for (const [name, files, problem] of unlike) {
  test(`lessons: ${name}`, (context) => assert.match(problems(context, lessons, files).join('\n'), problem));
}

test('places: paths of a machine and hosts of registries', (context) => {
  const bad = [
    '/home' + '/ada/downhill',
    '/root' + '/.cache',
    'https://registry.' + 'npmjs.org/lit',
    'deb.' + 'debian.org',
  ];
  const files = Object.fromEntries(bad.map((text, i) => [`a${i}.md`, `\nsee ${text}\n`]));
  assert.equal(problems(context, places, files).length, bad.length);
  assert.deepEqual(problems(context, places, { 'a.md': 'a homework, a root /usr/bin, https://www.npmjs.com\n' }), []);
});

test('shell: a variable that is split into words', (context) => {
  assert.deepEqual(problems(context, shell, { 'a.sh': '#!/usr/bin/env bash\necho "$1"\n', b: 'no script\n' }), []);
  const bad = problems(context, shell, { run: '#!/usr/bin/env bash\nrm $1\n' });
  assert.match(bad.join('\n'), /^run:2:\d+: note: Double quote/);
});

test('tests: a test file that no runner takes', (context) => {
  assert.deepEqual(problems(context, tests, { 'a.test.ts': "import { test } from 'node:test';\n" }), []);
  assert.equal(problems(context, tests, { 'a.test.ts': "import { test } from 'vitest';\n" }).length, 1);
});

test('types: an error of types', (context) => {
  const config = { 'web/tsconfig.json': '{ "compilerOptions": { "strict": true, "types": [] } }' };
  assert.deepEqual(problems(context, types, { ...config, 'web/a.ts': 'export const a: number = 1;\n' }), []);
  assert.match(problems(context, types, { ...config, 'web/a.ts': "export const a: number = 'one';\n" })[0], /TS2322/);
});

test('widgets: a part is missing, or a sentence in one language', (context) => {
  const home = 'web/widgets/dh-x';
  const text = { title: 'a' };
  const widget = (ko: object, en: object) => ({
    [`${home}/dh-x.ts`]: '',
    [`${home}/dh-x.test.ts`]: '',
    [`${home}/strings.json`]: JSON.stringify({ ko, en }),
  });
  assert.deepEqual(problems(context, widgets, widget(text, text)), []);
  assert.deepEqual(problems(context, widgets, widget({ ...text, more: 'c' }, text)), [
    `${home}/strings.json: en has no "more"`,
  ]);
  assert.deepEqual(problems(context, widgets, { [`${home}/dh-x.ts`]: '' }), [
    `${home}: dh-x.test.ts is missing`,
    `${home}: strings.json is missing`,
  ]);
});
