/** Data sets and tables, through the facade. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core, near, refuses } from './core.ts';

for (const { id, options } of core.dataCatalog().datasets) {
  test(`data set ${id}: whole rows of finite numbers, the same for the same seed`, () => {
    assert.equal(options[0].id, 'points');
    const data = core.dataset(id, { points: 30 }, 5);
    assert.equal(data.outputs.length, 30);
    assert.equal(data.inputs.length, 30 * data.columns);
    assert.equal(data.names.length, data.columns + 1);
    assert.ok([...data.inputs, ...data.outputs].every(Number.isFinite));
    assert.ok(data.outputs.every((y) => !data.classes || (Number.isInteger(y) && y >= 0 && y < data.classes)));
    assert.deepEqual(core.dataset(id, { points: 30 }, 5), data);
    assert.notDeepEqual(core.dataset(id, { points: 30 }, 6).inputs, data.inputs);
  });
}

test('wrong data sets are refused by name', () => {
  refuses(() => core.dataset('nothing'), { code: 'unknown-id', parameter: 'dataset' });
  refuses(() => core.dataset('line', { points: 1 }), { code: 'out-of-range', parameter: 'points', value: 1 });
  refuses(() => core.dataset('line', { points: 2.5 }), { code: 'not-an-integer', parameter: 'points' });
  refuses(() => core.dataset('line', { colour: 2 }), { code: 'unknown-id', parameter: 'colour' });
  refuses(() => core.dataset('line', {}, 0.5), { code: 'not-an-integer', parameter: 'seed' });
});

test('a table with semicolons, decimal commas, quotes and a missing value', () => {
  const table = core.readCsv('속도;"이름 ""별명"""\r\n1,5;가\r\n;"나;다"\r\n-2e3;라\r\n');
  assert.deepEqual([table.separator, table.decimal, table.header, table.rows], [';', ',', true, 3]);
  const [speed, name] = table.columns;
  assert.deepEqual([speed.name, name.name], ['속도', '이름 "별명"']);
  near(speed.numbers!, [1.5, NaN, -2000], 0);
  assert.equal(speed.missing, 1);
  assert.equal(speed.texts, undefined);
  assert.deepEqual(name.texts, ['가', '나;다', '라']);
  assert.deepEqual(table.problems, []);
});

test('a bad row is named by line and column, the others are read', () => {
  const table = core.readCsv('x,y\n1,2\n3\n4,five\n6,7\n');
  assert.deepEqual(
    table.problems.map(({ code, line, column }) => [code, line, column]),
    [
      ['wrong-field-count', 3, 1],
      ['not-a-number', 4, 2],
    ],
  );
  assert.equal(table.problemCount, 2);
  near(table.columns[0].numbers!, [1, 4, 6], 0);
  near(table.columns[1].numbers!, [2, NaN, 7], 0);
});

test('what is said about a table goes before what it looks like', () => {
  const table = core.readCsv('1,5\n2,5\n', { separator: ';', decimal: ',', header: false });
  near(table.columns[0].numbers!, [1.5, 2.5], 0);
  assert.equal(core.readCsv('1,2\n3,4\n', { header: true }).columns[0].name, '1');
  assert.equal(core.readCsv('').rows, 0);
});

test('what is written reads back exactly', () => {
  const numbers = Float64Array.of(0.1, 1 / 3, -0, 5e-324, 1.7976931348623157e308, NaN);
  const texts = ['a,b', 'c"d', 'e\nf', '한글', '', ' g '];
  const table = core.readCsv(
    core.writeCsv([
      { name: 'x, y', numbers },
      { name: 'words', texts },
    ]),
  );
  assert.equal(table.columns[0].name, 'x, y');
  near(table.columns[0].numbers!, numbers, 0);
  assert.deepEqual(table.columns[1].texts, texts);
});

test('a hundred thousand rows', () => {
  const rows = Array.from({ length: 100_000 }, (_, i) => `${i},${i / 8}`);
  const table = core.readCsv(`x,y\n${rows.join('\n')}`);
  assert.equal(table.rows, 100_000);
  assert.equal(table.columns[1].numbers![99_999], 99_999 / 8);
});
