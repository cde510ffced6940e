/** Every answer in checks.yaml that the core grades can be read by it, is right by its own measure, and does not let the wrong ones through. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { createCore } from '../../web/core/direct.ts';
import { parseChecks } from '../../web/site/markdown/check-data.ts';
import { isNear } from '../../web/tasks/grading.ts';

const LESSONS = fileURLToPath(new URL('../../lessons/', import.meta.url));
const core = await createCore(readFileSync(new URL('../../build/wasm/downhill.wasm', import.meta.url)));

for (const path of globSync(`${LESSONS}*/*/checks.yaml`).sort()) {
  const checks = [...parseChecks(readFileSync(path, 'utf8'), path).values()];
  test(path.slice(LESSONS.length), () => {
    assert.ok(checks.length > 0);
    for (const { name, kind, answer, variables, tolerance, relative } of checks) {
      if (answer === undefined) continue;
      const text = String(answer);
      if (kind === 'expression') {
        const names = variables ?? ['x'];
        assert.ok(core.equivalent(text, core.expression(text, names).text, names).equivalent, name);
        assert.ok(
          !core.equivalent(`1.01 (${text})`, text, names).equivalent,
          `${name}: one percent more is another function`,
        );
      } else {
        const value = core.number(text);
        assert.ok(isNear(value, value, { tolerance, relative }), name);
        assert.ok(
          !isNear(-2 * value - 1, value, { tolerance, relative }),
          `${name}: the tolerance takes nearly everything`,
        );
      }
    }
  });
}
