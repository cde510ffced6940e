import assert from 'node:assert/strict';
import test from 'node:test';
import { parseChecks, shuffled } from './check-data.ts';
import { render } from './lesson-fixture.ts';

const POWER = `- name: power
  kind: expression
  prompt: { ko: "$x^3$의 도함수", en: "The derivative of $x^3$" }
  answer: 3x^2
  hints: [{ ko: 하나, en: One }, { ko: 둘, en: Two }]
  solution: { ko: 답, en: "It is $3x^2$, found in {listing.steps} steps." }
`;
const CHOICE = `- name: pick
  kind: choice
  prompt: { ko: 고르기, en: Pick }
  options:
    - { text: { ko: 가, en: A }, correct: true, feedback: { ko: 네, en: "Yes </script>" } }
    - { text: { ko: 나, en: B } }
  solution: { ko: 가, en: A }
`;
const PREDICT = `- name: guess
  kind: predict
  question: { ko: 어떻게?, en: What happens? }
  options: [{ text: { ko: 가, en: A }, correct: true }, { text: { ko: 나, en: B } }]
  run: "#figure?rate=1.1"
  reveal: { ko: 이렇게, en: This }
`;
const files = (yaml: string) => ({ './checks.yaml': yaml, './listing.txt': 'steps = 2\n' });
const data = (html: string) =>
  JSON.parse(/<script type="application\/json" class="dh-check-data">(.*?)<\/script>/s.exec(html)![1]);

test('prompt, hints and solution are static HTML in the language of the page', async () => {
  const { html } = await render('<dh-check name="power"></dh-check>\n', files(POWER));
  assert.match(html, /<dh-check name="power" kind="expression" id="check-power">/);
  assert.match(
    html,
    /<div class="dh-check-prompt" slot="prompt" id="check-power-prompt"><p>The derivative of <span class="katex">/,
  );
  assert.match(
    html,
    /<details class="dh-check-hint" slot="hint" data-hint="1"><summary>Hint 2<\/summary><div><p>Two<\/p><\/div><\/details>/,
  );
  assert.match(html, /found in 2 steps/);
  assert.deepEqual(data(html), {
    lesson: 'chapter/lesson',
    name: 'power',
    kind: 'expression',
    answer: '3x^2',
    variables: ['x'],
    hints: 2,
  });
  assert.match((await render('<dh-check name="power"></dh-check>\n', files(POWER), 'ko')).html, /힌트 1/);
});

test('options are disabled inputs with their feedback hidden', async () => {
  const { html } = await render('<dh-check name="pick"></dh-check>\n', files(CHOICE));
  assert.match(
    html,
    /<li data-option="0"><label><input type="radio" name="check-pick" value="0" disabled> <span class="dh-check-text">A<\/span><\/label>/,
  );
  assert.match(html, /<div class="dh-check-feedback" hidden><p>Yes/);
  assert.deepEqual(data(html).correct, [0]);
});

test('a formula in an option is named in words: browsers leave MathML out of names', async () => {
  const formulas = CHOICE.replace('en: A }', 'en: "$\\\\frac{1}{\\\\x+1}$ or $\\\\lvert\\\\x\\\\rvert$" }');
  const { html } = await render('<dh-check name="pick"></dh-check>\n', files(formulas));
  const words = [...html.matchAll(/<span class="sr-only"[^>]*>([^<]*)</g)].map((match) => match[1]);
  assert.deepEqual(words, ['1/(x+1)', '|x|']);
});

test('a prediction carries the link that runs the figure', async () => {
  const { html } = await render('<dh-figure></dh-figure>\n\n<dh-predict name="guess"></dh-predict>\n', files(PREDICT));
  assert.equal(data(html).run, '#figure?rate=1.1');
  assert.match(html, /<details class="dh-check-reveal" slot="reveal">/);
});

test('tags and tasks must fit each other', async () => {
  const check = '<dh-check name="power"></dh-check>\n';
  await assert.rejects(render('<dh-check name="none"></dh-check>\n', files(POWER)), /en\.md:4: .*no task of that name/);
  await assert.rejects(render(`${check}\n${check}`, files(POWER)), /twice/);
  await assert.rejects(render(check, files(POWER + CHOICE)), /the tasks pick of checks\.yaml do not stand on the page/);
  await assert.rejects(
    render('<dh-figure></dh-figure>\n<dh-check name="guess"></dh-check>\n', files(PREDICT)),
    /use <dh-predict>/,
  );
  await assert.rejects(
    render('<dh-predict name="guess"></dh-predict>\n', files(PREDICT)),
    /needs a figure with the id "figure"/,
  );
});

test('faults of checks.yaml name file and line', () => {
  const fault = (yaml: string) => () => parseChecks(yaml, 'checks.yaml');
  assert.throws(fault(`${POWER}- name: power\n`), /checks\.yaml:7: two tasks are called "power"/);
  assert.throws(
    fault('- name: a\n  kind: riddle\n'),
    /checks\.yaml:1: task "a": the kind is one of number, expression/,
  );
  assert.throws(fault(POWER.replace('ko: 답, ', '')), /needs a "solution" in ko and en/);
  assert.throws(fault(CHOICE.replace('correct: true', 'correct: false')), /needs an option with "correct: true"/);
  assert.throws(fault('- name: n\n  kind: number\n  prompt: { ko: 가, en: a }\n  answer: 1\n'), /"tolerance"/);
  assert.throws(fault('- name: [\n'), /^Error: checks\.yaml:\d+: /);
});

test('a shuffle is the same every time, complete, and never the right order', () => {
  for (const name of ['a', 'order-of-steps', 'z-9'])
    for (const count of [2, 3, 5]) {
      const order = shuffled(count, name);
      assert.deepEqual(shuffled(count, name), order);
      assert.deepEqual([...order].sort(), [...Array(count).keys()]);
      assert.notDeepEqual(order, [...Array(count).keys()]);
    }
});
