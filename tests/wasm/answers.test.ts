/**
 * Every answer in checks.yaml that the core grades can be read by it, is right by its own measure, and does not let wrong ones through: neither the slips
 * that are named with it nor what is near. The last hint of a task is not its answer.
 */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { parseChecks } from '../../web/site/markdown/check-data.ts';
import type { Check, Typed } from '../../web/site/markdown/check-data.ts';
import { plainText } from '../../web/site/markdown/math.ts';
import { isNear } from '../../web/tasks/grading.ts';
import { core } from './core.ts';

const LESSONS = fileURLToPath(new URL('../../lessons/', import.meta.url));

/** What a task has for typed answers, each with its name. */
function typedAnswers(check: Check): [name: string, typed: Typed][] {
  const { name, kind, cells = {} } = check;
  const variables = kind === 'expression' ? (check.variables ?? ['x']) : undefined;
  const own: [string, Typed][] = check.answer === undefined ? [] : [[name, { ...check, variables }]];
  const filled = Object.entries(cells).filter(([, { options }]) => !options);
  return [...own, ...filled.map(([key, cell]): [string, Typed] => [`${name}, cell ${key}`, cell])];
}

/** Whether a text answers; false also for what cannot be read. */
function answers(text: string, { answer, variables, tolerance, relative }: Typed): boolean {
  try {
    if (variables) return core.equivalent(text, String(answer), variables).equivalent;
    return isNear(core.number(text), core.number(String(answer)), { tolerance, relative });
  } catch {
    return false;
  }
}

/** The formulas of a text and their right sides, as they would be typed, and what is set as code. */
function typedIn(text: string): string[] {
  const formulas = [...text.matchAll(/\$([^$]+)\$/g)].map(([, tex]) => plainText(tex.replaceAll('\\cdot', '*')));
  const code = [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1]);
  return [...formulas, ...code].flatMap((whole) => [whole, ...whole.split('=').slice(1)]).map((part) => part.trim());
}

/** Whether the last of several hints gives the answer away. */
function givenAway(check: Check): boolean {
  const last = check.hints.at(-1);
  if (!last) return false;
  const right = check.options?.filter(({ correct }) => correct) ?? [];
  if (
    right.length === 1 &&
    ['ko', 'en'].some((language) => last[language as 'en'].includes(right[0].text[language as 'en']))
  )
    return true;
  const single = check.cells ? [] : typedAnswers(check);
  return single.some(([, typed]) => typedIn(last.en).some((part) => answers(part, typed)));
}

for (const path of globSync(`${LESSONS}*/*/checks.yaml`).sort()) {
  const lesson = path.slice(LESSONS.length).replace('/checks.yaml', '');
  const checks = [...parseChecks(readFileSync(path, 'utf8'), path).values()];
  test(lesson, () => {
    assert.ok(checks.length > 0);
    for (const [name, typed] of checks.flatMap(typedAnswers)) {
      const text = String(typed.answer);
      assert.ok(answers(text, typed), `${name}: its own answer is not right`);
      if (typed.variables)
        assert.ok(!answers(`1.01 (${text})`, typed), `${name}: one percent more is another function`);
      else assert.ok(!answers(`-2 (${text}) - 1`, typed), `${name}: the tolerance takes nearly everything`);
      for (const { answer } of typed.slips ?? []) {
        if (typed.variables) core.expression(String(answer), typed.variables);
        else core.number(String(answer));
        assert.ok(!answers(String(answer), typed), `${name}: the slip ${answer} is right`);
      }
    }
    const told = checks.filter(givenAway).map(({ name }) => `${lesson}/${name}`);
    assert.deepEqual(told, [], 'tasks whose last hint is the answer');
  });
}
