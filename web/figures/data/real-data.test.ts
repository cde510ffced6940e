/** Every real data set: the sidecar fits its table, and both languages name everything. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { createCore } from '../../core/direct.ts';
import { readTable } from './tables/table.ts';
import strings from './data-strings.json' with { type: 'json' };

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'lessons/data');
const core = await createCore(await readFile(join(root, 'build/wasm/downhill.wasm')));

const tables = globSync('**/*.csv', { cwd: folder });

test('each table has a sidecar, and each sidecar a table', () => {
  assert.ok(tables.length >= 8);
  const sidecars = globSync('**/*.yaml', { cwd: folder });
  assert.deepEqual(
    tables.map((file) => file.replace('.csv', '.yaml')).sort(),
    sidecars.sort(),
  ); // prettier-ignore
});

for (const file of tables) {
  test(`${file} is what its sidecar says`, async () => {
    const bytes = await readFile(join(folder, file));
    const sidecar = parse(await readFile(join(folder, file.replace('.csv', '.yaml')), 'utf8'));
    assert.equal(createHash('sha256').update(bytes).digest('hex'), sidecar.sha256);
    const table = readTable(bytes.toString('utf8'), { separator: ',', header: true });
    assert.equal(table.problemCount, 0);
    for (const { numbers, other, doubt, name } of table.columns)
      assert.ok(!doubt && (!numbers || other === 0), `${name} means one thing`);
    assert.equal(table.rows, sidecar.rows);
    const ids = sidecar.columns.map(({ id }: { id: string }) => id);
    assert.deepEqual(
      table.columns.map(({ name }) => name),
      ids,
    );
    for (const said of ['source', 'licence', 'changes']) assert.ok(sidecar[said]?.length > 3, said);
    const texts = [
      sidecar.title,
      ...sidecar.columns.flatMap(({ label, unit }: Record<string, unknown>) => [label, unit]),
    ];
    for (const text of texts) if (typeof text === 'object') assert.ok(text.ko && text.en);
    for (const axis of ['x', 'y'].filter((key) => key in sidecar))
      assert.ok(table.columns[ids.indexOf(sidecar[axis])]?.numbers, `${axis} is a column of numbers`);
  });
}

test('every generator of points in the plane has a name in both languages', () => {
  for (const { id } of core.dataCatalog().datasets) {
    const { columns, classes } = core.dataset(id);
    if (columns === 1 && classes === 0)
      for (const language of ['ko', 'en'] as const) assert.ok(`data-${id}` in strings[language], id);
  }
});
