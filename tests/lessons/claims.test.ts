// Claims about figures are about words that stand in the lesson, and about figures, fields and facts that exist. That they are true is tested in the browser.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { parseClaims, unsaid } from '../../web/site/markdown/claims.ts';

const root = join(import.meta.dirname, '../..');

for (const path of globSync('lessons/*/*/claims.yaml', { cwd: root }).sort()) {
  test(path, () => {
    const folder = join(root, dirname(path));
    const claims = parseClaims(readFileSync(join(root, path), 'utf8'), path);
    assert.notEqual(claims.length, 0);
    const tasks = readFileSync(join(folder, 'checks.yaml'), 'utf8');
    const text = (language: string) => readFileSync(join(folder, `${language}.md`), 'utf8') + tasks;
    const lost = unsaid(claims, { ko: text('ko'), en: text('en') });
    assert.equal(
      lost,
      undefined,
      `${path}:${lost?.line}: the lesson does not say "${Object.values(lost?.says ?? {})}"`,
    );
  });
}
