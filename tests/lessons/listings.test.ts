// Every listing of a lesson is run again and must print, to the letter, the output kept beside it, which the page shows.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const python = process.env.PYTHON ?? '/usr/bin/python3';
const listings = globSync('lessons/*/*/listing.py', { cwd: root }).sort();

test('there are listings', () => assert.notEqual(listings.length, 0));

for (const listing of listings) {
  test(listing, () => {
    const folder = join(root, dirname(listing));
    const { status, stdout, stderr } = spawnSync(python, ['listing.py'], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 120_000,
    });
    assert.equal(status, 0, stderr);
    assert.equal(stdout, readFileSync(join(folder, 'listing.txt'), 'utf8'));
  });
}
