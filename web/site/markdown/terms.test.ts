import assert from 'node:assert/strict';
import test from 'node:test';
import { finder, parseLedger } from './ledger.ts';
import { render } from './lesson-fixture.ts';

const LEDGER = `
- id: rate
  ko: 학습률
  en: learning rate
  also: { en: [step size] }
  lesson: chapter/before
  symbol: \\rate
  says: { ko: 작은 수예요., en: A small number. }
- id: gradient
  ko: 그래디언트
  en: gradient
  except: { en: [gradient paper] }
  lesson: chapter/after
  symbol: \\nabla
  says: { ko: 화살표예요., en: An arrow. }
- id: descent
  ko: 경사하강법
  en: gradient descent
  lesson: chapter/before
  says: { ko: 내려가요., en: Going down. }
- id: far
  ko: 소프트맥스
  en: softmax
  lesson: later/lesson
  says: { ko: 나중이에요., en: Later. }
`;
const other = (name: string, order: number) => ({
  [`lessons/chapter/${name}/en.md`]: `---\ntitle: T\norder: ${order}\n---\n`,
});
const files = { 'web/language/ledger.yaml': LEDGER, ...other('before', 1.1), ...other('after', 1.3) };
const page = (body: string, language: 'ko' | 'en' = 'en', more = {}) =>
  render(body, { ...files, ...more, './en.md': '---\ntitle: T\norder: 1.2\n---\n' }, language);

const found = (language: 'ko' | 'en', text: string): string[] =>
  finder(
    parseLedger(LEDGER, 'ledger.yaml'),
    language,
  )(text).map(({ term, from, to }) => `${term.id}:${text.slice(from, to)}`);

test('a term is found whatever particle or plural follows, and not in other words', () => {
  for (const text of [
    '학습률은',
    '학습률이에요',
    '학습률만으로는',
    '학습률(learning rate)',
    '(학습률)',
    '‘학습률’을',
    '학습률들의',
  ])
    assert.deepEqual(found('ko', text), ['rate:학습률'], text);
  for (const text of ['초학습률', '학습률표', '재학습률계산']) assert.deepEqual(found('ko', text), [], text);
  assert.deepEqual(found('ko', '그래디언트해서 그래디언트했습니다'), ['gradient:그래디언트', 'gradient:그래디언트']);
  assert.deepEqual(found('en', 'Learning rates and a step size'), ['rate:Learning rates', 'rate:step size']);
  assert.deepEqual(found('en', 'gradient_descent.hpp, x.gradient, gradients2'), []);
});

test('the longest term is meant, and words in which it means something else are spared', () => {
  assert.deepEqual(found('en', 'gradient descent'), ['descent:gradient descent']);
  assert.deepEqual(found('en', 'gradient\ndescent'), ['descent:gradient\ndescent']);
  assert.deepEqual(found('en', 'gradient paper'), []);
});

test('a term before its lesson stops the build, in text, formula, task and figure, in either language', async () => {
  await assert.rejects(page('The gradient.\n'), /en\.md:\d+: "gradient" is used before it is taught in chapter\/after/);
  await assert.rejects(page('그래디언트를 구해요.\n', 'ko'), /ko\.md:4: "그래디언트"/);
  await assert.rejects(page('$\\nabla f$\n'), /"\$\\nabla\$" is used before/);
  await assert.rejects(page('$$\n\\nabla f\n$$\n'), /"\$\\nabla\$" is used before/);
  const task = (prompt: string) =>
    page('<dh-check name="t"></dh-check>\n', 'en', {
      './checks.yaml': `- name: t\n  kind: number\n  prompt: { ko: 가, en: "${prompt}" }\n  answer: 1\n  tolerance: 1\n  solution: { ko: 가, en: a }\n`,
    });
  await task('The learning rate?');
  await assert.rejects(task('The gradient?'), /checks\.yaml:1: "gradient"/);
  await assert.rejects(
    page('<dh-figure></dh-figure>\n', 'en', {
      'web/widgets/dh-figure/strings.json':
        '{\n"ko": {},\n"en": { "title": "T", "f": "f", "rate": "r", "axis": "a",\n"fallback": "The gradient." } }',
    }),
    /strings\.json:4: "fallback" says "gradient", which chapter\/after teaches, but chapter\/lesson shows the figure/,
  );
});

test('what is to come may be named in the last section and in a link to it; code is no text', async () => {
  await page('## One\n\nText.\n\n## What next\n\nThe gradient.\n');
  await page('We come to the [gradient](../after/).\n');
  await page('See `gradient`.\n\n```python\ngradient = 1\n```\n');
  await page('A softmax, of a lesson that is not there yet.\n');
});

test('the first use of an earlier term leads to the glossary and carries its definition', async () => {
  const { html } = await page(
    '## The learning rate\n\nThe **learning rate** is small. A learning rate is $\\rate$.\n\n[a learning rate](#x)\n\n## What next\n',
  );
  const link = '<a class="dh-term" href="../../glossary/#rate" data-says="A small number.">learning rate</a>';
  assert.equal(html.split('dh-term').length, 2);
  assert.ok(html.includes(`<strong>${link}</strong>`));
  const korean = (await page('학습률을 줄여요.\n', 'ko')).html;
  assert.match(korean, /data-says="작은 수예요\.">학습률<\/a>을 줄여요/);
});

test('faults of the ledger name file and line', () => {
  const fault = (yaml: string) => () => parseLedger(yaml, 'ledger.yaml');
  assert.throws(fault(`${LEDGER}- id: rate\n  ko: 가\n`), /ledger\.yaml:\d+: term "rate": it needs "en"/);
  assert.throws(fault(LEDGER.replace('id: far', 'id: rate')), /two terms have the id "rate"/);
  assert.throws(fault(LEDGER.replace('A small number.', '"$x$ is small."')), /ledger\.yaml:8: .*without formulas/);
  assert.throws(fault(LEDGER.replace('chapter/before', 'before')), /<chapter>\/<lesson>/);
});
