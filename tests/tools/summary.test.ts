import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { count, summarize } from '../../tools/summary.ts';

test('Catch2: all passed, one test case, some failed, skipped ones of version 3', () => {
  assert.deepEqual(count('catch2', 0, 'All tests passed (120 assertions in 34 test cases)\n'), {
    passed: 34,
    failed: 0,
    skipped: 0,
  });
  assert.deepEqual(count('catch2', 0, 'All tests passed (1 assertion in 1 test case)\n'), {
    passed: 1,
    failed: 0,
    skipped: 0,
  });
  const some = 'test cases:  34 |  31 passed |  2 failed | 1 skipped\nassertions: 120 | 118 passed | 2 failed\n';
  assert.deepEqual(count('catch2', 2, some), { passed: 31, failed: 2, skipped: 1 });
  assert.deepEqual(count('catch2', 1, 'test cases: 1 | 1 failed\n'), { passed: 0, failed: 1, skipped: 0 });
});

test('Catch2 in colour', () => {
  const log = '\u001b[1;32mAll tests passed\u001b[0m (3 assertions in 2 test cases)\n';
  assert.deepEqual(count('catch2', 0, log), { passed: 2, failed: 0, skipped: 0 });
});

test('Node: cancelled tests failed, and todo ones were skipped', () => {
  const log = 'ℹ tests 9\nℹ suites 0\nℹ pass 5\nℹ fail 1\nℹ cancelled 1\nℹ skipped 1\nℹ todo 1\nℹ duration_ms 52\n';
  assert.deepEqual(count('node', 1, log), { passed: 5, failed: 2, skipped: 2 });
});

test('Playwright: interrupted and never started tests failed', () => {
  const log =
    '  1 failed\n    [chromium] › a.test.ts:3:1 › x\n  1 interrupted\n  1 skipped\n  3 did not run\n  12 passed (4.2s)\n';
  assert.deepEqual(count('playwright', 1, log), { passed: 12, failed: 5, skipped: 1 });
});

test('Playwright: two tests may pass only when tried again, three have failed', () => {
  const log = (flaky: number) => `  ${flaky} flaky\n    [chromium] › a.test.ts:3:1 › x\n  12 passed (4.2s)\n`;
  assert.deepEqual(count('playwright', 0, log(2)), { passed: 14, failed: 0, skipped: 0 });
  assert.deepEqual(count('playwright', 0, log(3)), { passed: 12, failed: 3, skipped: 0 });
  assert.deepEqual(count('playwright', 1, `  1 failed\n${log(2)}`), { passed: 14, failed: 1, skipped: 0 });
});

test('a runner that broke off is a failure, whatever it counted', () => {
  assert.deepEqual(count('catch2', 139, 'Segmentation fault\n'), { passed: 0, failed: 1, skipped: 0 });
  assert.deepEqual(count('playwright', 1, '  12 passed (4.2s)\n'), { passed: 12, failed: 1, skipped: 0 });
});

test('a runner that ran nothing is a failure', () => {
  assert.deepEqual(count('node', 0, 'ℹ tests 0\nℹ pass 0\nℹ fail 0\nℹ skipped 3\n'), {
    passed: 0,
    failed: 1,
    skipped: 3,
  });
  assert.deepEqual(count('catch2', 0, 'No tests ran\n'), { passed: 0, failed: 1, skipped: 0 });
  assert.deepEqual(count('check', 0, ''), { passed: 0, failed: 1, skipped: 0 });
});

test('the check and the builds count too', () => {
  assert.deepEqual(count('check', 1, '9 rules hold, 2 broken\n'), { passed: 9, failed: 2, skipped: 0 });
  assert.deepEqual(count('step', 0, 'anything'), { passed: 1, failed: 0, skipped: 0 });
  assert.deepEqual(count('step', 1, 'anything'), { passed: 0, failed: 1, skipped: 0 });
  assert.throws(() => count('cargo', 0, ''), /unknown runner: cargo/);
});

test('the closing line adds all suites up and stands alone', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'summary-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const suite = (name: string, result: string, log: string) => {
    writeFileSync(join(folder, `${name}.result`), result);
    writeFileSync(join(folder, `${name}.log`), log);
  };
  suite('1-core', 'catch2 0 12', 'All tests passed (9 assertions in 4 test cases)\n');
  suite('2-tools', 'node 0 1', 'ℹ pass 3\nℹ fail 0\n');
  assert.deepEqual(summarize(folder), {
    text: '✓ core             4 ok    0 bad    12 s\n✓ tools            3 ok    0 bad     1 s\n\n7 passed, 0 failed',
    good: true,
  });

  suite('3-browser', 'playwright 0 30', '  1 flaky\n  5 passed (3s)\n');
  assert.match(summarize(folder).text, /✓ browser +6 ok +0 bad +30 s, 1 only when tried again/);
  assert.equal(summarize(folder).good, true);

  suite('3-browser', 'playwright 1 30', '  1 failed\n  1 skipped\n  5 passed (3s)\n');
  const summary = summarize(folder);
  assert.equal(summary.text.split('\n').at(-1), '12 passed, 1 failed, 1 skipped');
  assert.equal(summary.good, false);
});

test('no suite at all is a failure', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'summary-'));
  context.after(() => rmSync(folder, { recursive: true }));
  assert.deepEqual(summarize(folder), { text: '\n0 passed, 1 failed', good: false });
});
