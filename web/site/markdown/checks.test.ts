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
  prompt: { ko: 어떻게?, en: What happens? }
  options: [{ text: { ko: 가, en: A }, correct: true }, { text: { ko: 나, en: B } }]
  run: "#figure?rate=1.1"
  reveal: { ko: 이렇게, en: This }
`;
const REACH = `- name: state
  kind: reach
  prompt: { ko: 여기, en: Reach it }
  start: "#figure?rate=0.1"
  goal: { state: { rate: { min: 1 } }, report: { outcome: converged } }
  solved-by: "#figure?rate=1.1&at=1"
  slips: [{ goal: { report: { outcome: diverged } }, feedback: { ko: 너무, en: Too far } }]
  solution: { ko: 이렇게, en: So }
`;
const BUILD = `- name: table
  kind: build
  prompt: { ko: 표, en: Fill in }
  form:
    ko: "[[next]]와 [[shape]]"
    en: |
      | step | $x$ |
      |---|---|
      | 1 | [[next]] |
      | 2 | [[shape]] |
  cells:
    next: { label: { ko: 다음, en: next }, answer: 1.4, tolerance: 0.1, slips: [{ answer: 2.6, feedback: { ko: 부호, en: The sign } }] }
    shape:
      label: { ko: 모양, en: shape }
      options: [{ text: { ko: 가, en: "$n \\\\times d$" }, correct: true }, { text: { ko: 나, en: B }, feedback: { ko: 아니, en: No } }]
  solution: { ko: 답, en: A }
`;
const REASON = `- name: why
  kind: reason
  prompt: { ko: 왜, en: Why }
  statements: [{ text: { ko: 가, en: A }, correct: true }, { text: { ko: 나, en: B } }]
  grounds: [{ text: { ko: 다, en: C } }, { text: { ko: 라, en: D }, correct: true }]
  solution: { ko: 답, en: A }
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

test('a figure holds back what would answer a prediction about it, once', async () => {
  const parts = { 'web/widgets/dh-figure/parts.json': '["path", "curve"]' };
  const page = (hides: string) =>
    render('<dh-figure></dh-figure>\n\n<dh-predict name="guess"></dh-predict>\n', {
      ...files(PREDICT.replace('  run:', `  hides: ${hides}\n  run:`)),
      ...parts,
    });
  assert.match((await page('[path, status, table]')).html, /<dh-figure [^>]*withheld="status path table"/);
  await assert.rejects(page('[way]'), /the figure has no part "way"; there are status, .*, path, curve, f, rate/);
  await page('[rate]'); // the control of a field
  const predict = (from: string, to: string) =>
    render('<dh-figure></dh-figure>\n\n<dh-predict name="guess"></dh-predict>\n', files(PREDICT.replace(from, to)));
  await assert.rejects(predict('rate=1.1', 'rat=1.1'), /no link parameter "rat"/);
  await assert.rejects(predict('  reveal', '  marks: [{ x: place }]\n  reveal'), /no fact "place" to be marked/);
  await predict(
    '  reveal',
    '  steps: 3\n  marks: [{ point: [rate, 2], label: { ko: "{steps}", en: "{steps}" } }]\n  reveal',
  );
  const twice = `${PREDICT.replace('  run:', '  hides: [path]\n  run:')}${PREDICT.replace('name: guess', 'name: again').replace('  run:', '  hides: [path]\n  run:')}`;
  const body =
    '<dh-figure></dh-figure>\n\n<dh-predict name="guess"></dh-predict>\n<dh-predict name="again"></dh-predict>\n';
  await assert.rejects(render(body, { ...files(twice), ...parts }), /"again" needs a figure of its own/);
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

test('what is said to slips waits on the page, and its text is not in the data', async () => {
  const slips = `${POWER.replace('  hints:', "  slips: [{ answer: 'x^2', feedback: { ko: 계수, en: The factor } }]\n  hints:")}`;
  const { html } = await render('<dh-check name="power"></dh-check>\n', files(slips));
  assert.match(html, /<div slot="slips"><div class="dh-check-feedback" hidden data-slip="0"><p>The factor<\/p>/);
  assert.deepEqual(data(html).slips, [{ answer: 'x^2' }]);
});

test('a state to be reached names its figure, and its solution sets it', async () => {
  const { html } = await render('<dh-figure></dh-figure>\n\n<dh-check name="state"></dh-check>\n', files(REACH));
  const { figure, goal, start, slips } = data(html);
  assert.equal(figure, 'figure');
  assert.deepEqual(goal, { state: { rate: { min: 1 } }, report: { outcome: 'converged' } });
  assert.equal(start, '#figure?rate=0.1');
  assert.deepEqual(slips, [{ goal: { report: { outcome: 'diverged' } } }]);
  assert.match(html, /<p><a href="#figure\?rate=1\.1&#x26;at=1" class="dh-figure-link">See this solution/);
  await assert.rejects(
    render('<dh-check name="state"></dh-check>\n', files(REACH)),
    /needs a figure with the id "figure"/,
  );
});

test('the cells of a table stand in it, named', async () => {
  const { html } = await render('<dh-check name="table"></dh-check>\n', files(BUILD));
  assert.match(html, /<td><input data-cell="next" aria-label="next" disabled type="text"[^>]*><\/td>/);
  assert.match(
    html,
    /<select data-cell="shape" aria-label="shape" disabled><option value="">…<\/option><option value="0">n × d</,
  );
  assert.match(html, /data-slip="next\.0"><p>The sign/);
  assert.match(html, /data-slip="shape\.1"><p>No/);
  assert.deepEqual(data(html).cells[1], { key: 'shape', label: 'shape', correct: [0] });
  const line = (await render('<dh-check name="table"></dh-check>\n', files(BUILD), 'ko')).html;
  assert.match(line, /<p><input data-cell="next"[^>]*>\u2060와 <select/);
});

test('a reason has two lists, each with a title', async () => {
  const { html } = await render('<dh-check name="why"></dh-check>\n', files(REASON));
  assert.match(html, /id="check-why-statements-title">Which statement/);
  assert.match(html, /<input type="radio" name="check-why-grounds" value="1" disabled>/);
  assert.deepEqual([data(html).correct, data(html).grounds], [[0], [1]]);
});

test('faults of checks.yaml name file and line', () => {
  const fault = (yaml: string) => () => parseChecks(yaml, 'checks.yaml');
  assert.throws(fault(`${POWER}- name: power\n`), /checks\.yaml:7: two tasks are called "power"/);
  assert.throws(
    fault('- name: a\n  kind: riddle\n'),
    /checks\.yaml:1: task "a": the kind is one of number, expression/,
  );
  assert.throws(
    fault(POWER.replace('ko: 답, ', '')),
    /checks\.yaml:6: task "power": "solution" is a text in ko and en/,
  );
  assert.throws(fault(POWER.replace('hints:', 'hint:')), /checks\.yaml:5: task "power": there is no "hint" here/);
  assert.throws(fault(CHOICE.replace('correct: true', 'correct: yes')), /"correct" is "true"/);
  assert.throws(fault(CHOICE.replace(' correct: true,', '')), /at least one has "correct: true"/);
  assert.throws(
    fault('- name: n\n  kind: number\n  prompt: { ko: 가, en: a }\n  answer: 1\n  solution: { ko: 가, en: a }\n'),
    /"tolerance"/,
  );
  assert.throws(
    fault(REACH.replace('state: { rate: { min: 1 } }', 'rate: { min: 1 }')),
    /checks\.yaml:5: .*no "rate" here, but state, report/,
  );
  assert.throws(fault(REACH.replace('{ min: 1 }', '{ about: 1 }')), /a condition is a value, a list, or one of/);
  assert.throws(fault(REACH.replace('{ min: 1 }', '{ near: 1 }')), /needs "tolerance"/);
  assert.throws(fault(REACH.replace(/ {2}solved-by.*\n/, '')), /needs "solved-by"/);
  assert.throws(fault(BUILD.replace('[[next]] |', '1 |')), /\[\[next\]\] stands in the form once/);
  assert.throws(fault(BUILD.replace('[[next]]와', '[[other]]와')), /\[\[other\]\] has no entry/);
  assert.throws(
    fault(REASON.replace('{ text: { ko: 다, en: C } }', '{ text: { ko: 다, en: C }, correct: true }')),
    /one has "correct/,
  );
  assert.throws(fault(PREDICT.replace(/ {2}options.*\n/, '')), /has "options", or a number/);
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
