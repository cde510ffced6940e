/** The example in the README is run as it stands there and prints what stands below it. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);

test('the core in your own program', () => {
  const [, section] = readFileSync(new URL('README.md', root), 'utf8').split('## Use the core in your own program');
  const [, program, printed] = /```ts\n(.*?)```.*?```text\n(.*?)```/s.exec(section)!;
  const lines = program.split('\n').filter((line) => line.trim() !== '');
  assert.ok(lines.length <= 10, 'it is meant to be short');
  const options = ['--no-warnings', '--input-type=module-typescript', '--eval', program];
  assert.equal(execFileSync(process.execPath, options, { cwd: root, encoding: 'utf8' }), printed);
});
