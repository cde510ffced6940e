import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Groups } from '../../tools/test/group.ts';

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    // One that has ended stands there until its parent has looked.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

async function gone(pid: number): Promise<boolean> {
  for (let waited = 0; waited < 2000; waited += 20) {
    if (!alive(pid)) return true;
    await wait(20);
  }
  return false;
}

/** Runs a script whose first printed line is the id of a process that it leaves behind. */
async function started(groups: Groups, log: string, script: string) {
  const status = groups.run('bash', ['-c', script], tmpdir(), log);
  let printed = '';
  while (!/^\d+\n/.test(printed)) {
    await wait(10);
    printed = readFileSync(log, 'utf8');
  }
  return { status, child: parseInt(printed) };
}

test('what a command prints goes into its file, and its status is told', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'group-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const log = join(folder, 'log');
  assert.equal(await new Groups().run('bash', ['-c', 'echo out; echo err >&2; exit 3'], folder, log), 3);
  assert.equal(readFileSync(log, 'utf8'), 'out\nerr\n');
  assert.equal(await new Groups().run('no-such-command', [], folder, log), 1);
});

test('an interrupt ends a command and what it started, also one that does not listen', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'group-'));
  context.after(() => rmSync(folder, { recursive: true }));
  for (const script of ['sleep 60 & echo $!; wait', 'trap "" INT; sleep 60 & echo $!; wait; wait']) {
    const groups = new Groups();
    const { status, child } = await started(groups, join(folder, 'log'), script);
    assert.ok(alive(child));
    await groups.stop();
    assert.notEqual(await status, 0);
    assert.ok(await gone(child), script);
  }
});

test('a command that ends leaves nothing running', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'group-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const { status, child } = await started(new Groups(), join(folder, 'log'), 'sleep 60 & echo $!');
  assert.equal(await status, 0);
  assert.ok(await gone(child));
});
