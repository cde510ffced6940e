/** Tables as people have them: what they mean, what is asked, what is told. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TableColumn } from './columns.ts';
import { readTable } from './table.ts';
import type { Table, TableOptions } from './table.ts';

const numbers = ({ columns }: Table): (number | null)[][] =>
  columns.map((column) => Array.from(column.numbers ?? [], (value) => (Number.isNaN(value) ? null : value)));
const names = ({ columns }: Table): string[] => columns.map(({ name }) => name);
const kinds = ({ problems }: Table): string[] => problems.map(({ kind, line }) => `${kind} ${line}`);
const only = (text: string, options?: TableOptions): TableColumn => readTable(text, options).columns[0];
/** A column that stands alone, read. */
const column = (cells: readonly string[], options?: TableOptions): TableColumn =>
  only(`"name"\n${cells.map((cell) => `"${cell}"`).join('\n')}\n`, { header: true, ...options });
const values = (found: TableColumn): (number | null)[] =>
  Array.from(found.numbers!, (value) => (Number.isNaN(value) ? null : value));

// ---- Layout ---------------------------------------------------------------------------------------------------------------------

const layouts: readonly [what: string, text: string, separator: string, header: boolean, numbers: (number | null)[][]][] = [
  ['no header', '1,2\n3,4\n', ',', false, [[1, 3], [2, 4]]],
  ['Windows line ends, no last one', 'a,b\r\n1,2\r\n3,4', ',', true, [[1, 3], [2, 4]]],
  ['line ends of old Macs', 'a,b\r1,2\r3,4\r', ',', true, [[1, 3], [2, 4]]],
  ['mixed line ends', 'a,b\r\n1,2\n3,4\r5,6', ',', true, [[1, 3, 5], [2, 4, 6]]],
  ['semicolons and decimal commas', 'a;b\n1,5;2\n3;4,25\n', ';', true, [[1.5, 3], [2, 4.25]]],
  ['the same without a header', '1,5;2,5\n3,1;4,7\n', ';', false, [[1.5, 3.1], [2.5, 4.7]]],
  ['semicolons and decimal points', '1.5;2\n3;4.25\n', ';', false, [[1.5, 3], [2, 4.25]]],
  ['tabs, as pasted from a spreadsheet', 'a\tb\n1,5\t2\n3\t4,25\n', '\t', true, [[1.5, 3], [2, 4.25]]],
  ['an empty first field', 'a\tb\n\t2\n3\t4\n', '\t', true, [[null, 3], [2, 4]]],
  ['runs of blanks', '  1   2\n 3 4 \n', ' ', false, [[1, 3], [2, 4]]],
  ['blanks, names and decimal commas', 'x y\n1,5 2,5\n3,5 4,5\n', ' ', true, [[1.5, 3.5], [2.5, 4.5]]],
  ['bars', 'a|b\n1|2\n', '|', true, [[1], [2]]],
  ['one column', '7\n8\n', ',', false, [[7, 8]]],
  ['names alone', 'a,b\n', ',', true, [[], []]],
  ['a first line that tells the separator', 'sep=;\nx;y\n1;2\n3;4\n', ';', true, [[1, 3], [2, 4]]],
  ['the same in quotes, with commas as told', '"sep=,"\r\nx,y\r\n1,2\r\n', ',', true, [[1], [2]]],
  ['a semicolon at the end of the lines', 'x,y\n1,2;\n3,4;\n', ',', true, [[1, 3], [2, 4]]],
  ['the separator itself at the end of the lines', 'x,y,\n1,2,\n3,4,\n', ',', true, [[1, 3], [2, 4]]],
  ['the same but for the names', 'x,y\n1,2,\n3,4,\n', ',', true, [[1, 3], [2, 4]]],
  ['notes with semicolons', 'x,note\n1,a;b\n2,c;d\n3,e;f\n', ',', true, [[1, 2, 3], []]],
  ['notes with commas', 'x;note\n1;a, b\n2;c, d\n', ';', true, [[1, 2], []]],
  ['names with blanks', 'New York,5\nSan Diego,6\n', ',', false, [[], [5, 6]]],
  ['years as names', 'country,1990,2000\nKorea,5.1,6.2\nJapan,3.5,4\n', ',', true, [[], [5.1, 3.5], [6.2, 4]]],
  ['years as names with an empty corner', ',1990,2000\nKorea,5.1,6.2\n', ',', true, [[], [5.1], [6.2]]],
  ['years as data', 'Kim,1990,2000\nLee,1985,2003\n', ',', false, [[], [1990, 1985], [2000, 2003]]],
  ['steps as names', 'dose,10,20,30\nrat,1.5,2.5,9\n', ',', true, [[], [1.5], [2.5], [9]]],
  ['a column of thousands alone', '999\n1,000\n1,001\n', '\t', false, [[999, 1000, 1001]]],
]; // prettier-ignore

for (const [what, text, separator, header, expected] of layouts)
  test(`found out: ${what}`, () => {
    const table = readTable(text);
    assert.equal(table.separator, separator);
    assert.equal(table.header, header);
    assert.deepEqual(numbers(table), expected);
    assert.deepEqual([table.problemCount, table.leftOut], [0, 0]);
  });

test('what the reader says is believed', () => {
  assert.equal(readTable('1;5\n2;6\n', { separator: ',' }).columns.length, 1);
  assert.equal(readTable('2020,2021\n1,2\n', { header: true }).columns[1].name, '2021');
  assert.equal(readTable('a,b\n1,2\n', { header: false }).rows, 2);
  assert.deepEqual(values(only('1,200\n3,400\n', { separator: '\t', readings: { 0: ',' } })), [1.2, 3.4]);
  assert.equal(only('1\n2\n', { readings: { 0: 'text' } }).numbers, undefined);
});

test('an empty text is an empty table', () => {
  for (const text of ['', '\n\n  \n', '\r\r', 'sep=;\n']) {
    const { rows, columns, problemCount } = readTable(text);
    assert.deepEqual([rows, columns, problemCount], [0, [], 0], JSON.stringify(text));
  }
});

// ---- Quotes ---------------------------------------------------------------------------------------------------------------------

test('quotes keep separators, line breaks and quotes', () => {
  const table = readTable('name,size\n" Kim, Lee" ,1\n"two\nlines",2\n"say ""hi""", 3 \n"",4\n');
  assert.equal(table.rows, 4);
  assert.equal(table.columns[0].missing, 1);
  assert.deepEqual(values(table.columns[1]), [1, 2, 3, 4]);
  assert.equal(table.problemCount, 0);
});

test('records with line breaks inside, more of them than of others', () => {
  const rows = Array.from({ length: 30 }, (_, index) => `${index},"good\nvery good",${index * 2}`);
  const table = readTable(`${rows.join('\n')}\n`);
  assert.deepEqual([table.rows, table.leftOut], [30, 0]);
  assert.deepEqual(
    values(table.columns[2]),
    rows.map((_, index) => index * 2),
  );
});

test('inches, seconds of arc and other quotes that open nothing', () => {
  for (const text of [
    `5" pipe,1\n6" pipe,2\n`,
    `37°33'58",1\n35°10'46",2\n`,
    '"5" pipe,1\n"6" pipe,2\n',
    'a"b"c,1\n"x"y,2\n',
  ]) {
    const table = readTable(text);
    assert.deepEqual(numbers(table), [[], [1, 2]], text);
    assert.deepEqual([table.rows, table.problemCount], [2, 0], text);
  }
});

test('a quote that is never closed is told where it is, and costs nothing', () => {
  const table = readTable('x,y\n1,2\n3,"4\n5,6\n"7,8\n');
  assert.deepEqual(
    table.problems.map(({ kind, line, column, text }) => [kind, line, column, text]),
    [
      ['open-quote', 3, 2, '"4'],
      ['open-quote', 5, 1, '"7,8'],
    ],
  );
  assert.deepEqual(numbers(table), [[1, 3, 5, null], [2, null, 6, 8]]);
}); // prettier-ignore

test('lines are counted through quoted line breaks', () => {
  const table = readTable('a,b\n"x\ny",1\nz,2\nw\nv,4\n');
  assert.deepEqual(kinds(table), ['too-few 5']);
  assert.equal(table.rows, 3);
});

// ---- Records --------------------------------------------------------------------------------------------------------------------

test('records too long or of one field are left out, shorter ones filled up, and all are told', () => {
  const table = readTable('a,b,c\n1,2,3\nonly\n4,5\n6,7,8,9\n10,11,12,,\n');
  assert.deepEqual(kinds(table), ['too-few 3', 'filled-up 4', 'too-many 5']);
  assert.deepEqual([table.rows, table.leftOut, table.problemCount], [3, 2, 3]);
  assert.deepEqual(numbers(table), [[1, 4, 10], [2, 5, 11], [3, null, 12]]);
}); // prettier-ignore

test('a title above the table is left out', () => {
  const table = readTable('Table 1: heights\nx,y\n1,2\n3,4\n5,6\n');
  assert.deepEqual(names(table), ['x', 'y']);
  assert.deepEqual(kinds(table), ['too-few 1']);
});

test('columns of one name are told apart', () => {
  const table = readTable('x,x,y,x (2)\n1,2,3,4\n');
  assert.deepEqual(names(table), ['x', 'x (2)', 'y', 'x (2) (2)']);
  assert.equal(table.sameNames, true);
  assert.deepEqual(names(readTable('x,,y\n1,2,3\n')), ['x', 'x2', 'y']);
  assert.equal(readTable('x,,y\n1,2,3\n').sameNames, false);
});

// ---- Numbers --------------------------------------------------------------------------------------------------------------------

const readings: readonly [cells: string[], reading: string, values: (number | null)[], doubtful: boolean][] = [
  [['1', '2.5', '-3e2', '.5', '7.'], '.', [1, 2.5, -300, 0.5, 7], false],
  [['1,5', '2', '-3,25'], ',', [1.5, 2, -3.25], false],
  [['1,234,567', '12'], '.,', [1234567, 12], false],
  [['1,234.5', '999'], '.,', [1234.5, 999], false],
  [['1.234,5', '999'], ',.', [1234.5, 999], false],
  [['1.234.567', '12'], ',.', [1234567, 12], false],
  [['1 234,5', '12'], ', ', [1234.5, 12], false],
  [['1\u00a0234,5', '1\u202f000'], ', ', [1234.5, 1000], false],
  [['1 234', '12'], '. ', [1234, 12], false],
  [["1'234.5", '2’000'], ".'", [1234.5, 2000], false],
  [['12,34,567', '5'], '.,', [1234567, 5], false],
  [['0,123', '0,456'], ',', [0.123, 0.456], false],
  [['1234,567', '1'], ',', [1234.567, 1], false],
  [['1.234', '2.345'], '.', [1.234, 2.345], false],
  [['1,200', '2.5'], '.,', [1200, 2.5], false],
  [['1,200', '2,5'], ',', [1.2, 2.5], false],
  [['1.200', '2,5'], ',.', [1200, 2.5], false],
  [['1,200'], '.,', [1200], true],
  [['999', '1,000', '1,001'], '.,', [999, 1000, 1001], true],
  [['-1,000', '+2'], '.,', [-1000, 2], true],
  [['\u22122.5', '–3', '－4'], '.', [-2.5, -3, -4], false],
  [['２５', '３．５', '１，２３４．５'], '.,', [25, 3.5, 1234.5], false],
  [['12%', '7.5 %'], '.', [12, 7.5], false],
  [['₩1,200', '₩900', '2,500원'], '.,', [1200, 900, 2500], true],
  [['-$1,234.50', '€5'], '.,', [-1234.5, 5], false],
  [['1e5', '2.5E-3'], '.', [1e5, 2.5e-3], true],
  [['713752e1', '12'], '.', [7137520, 12], true],
  [['007', '010'], '.', [7, 10], true],
];
for (const [cells, reading, expected, doubtful] of readings)
  test(`a column ${cells.join(' | ')} is read as ${expected.join(', ')}${doubtful ? ', with a doubt' : ''}`, () => {
    const found = column(cells);
    assert.equal(found.reading, reading);
    assert.deepEqual(values(found), expected);
    assert.equal(found.doubt !== undefined, doubtful);
    assert.deepEqual([found.other, found.missing], [0, 0]);
  });

test('both readings of a doubtful column are shown, and the other can be taken', () => {
  const cells = ['999', '1,000', '1,001'];
  const { doubt } = column(cells);
  assert.equal(doubt!.other, ',');
  assert.deepEqual(doubt!.samples, [
    { text: '999', value: 999, other: 999 },
    { text: '1,000', value: 1000, other: 1 },
    { text: '1,001', value: 1001, other: 1.001 },
  ]);
  const taken = column(cells, { readings: { 0: ',' } });
  assert.deepEqual(values(taken), [999, 1, 1.001]);
  assert.equal(taken.doubt!.other, '.,');
  const names = column(['713752e1', '12'], { readings: { 0: 'text' } });
  assert.equal(names.numbers, undefined);
  assert.equal(names.doubt!.other, '.');
});

test('what other columns show decides a doubtful one', () => {
  const european = readTable('a;b\n1,200;2,5\n1,300;3,75\n');
  assert.deepEqual(numbers(european), [[1.2, 1.3], [2.5, 3.75]]);
  assert.ok(european.columns[0].doubt);
  const points = readTable('a\tb\n1,200\t2.5\n1,300\t3.75\n');
  assert.deepEqual(numbers(points), [[1200, 1300], [2.5, 3.75]]);
  assert.equal(points.columns[0].doubt, undefined);
  const grouped = readTable('a;b\n1.200;2,5\n1.300;3,75\n');
  assert.deepEqual(numbers(grouped), [[1200, 1300], [2.5, 3.75]]);
  assert.ok(grouped.columns[0].doubt);
  assert.deepEqual(numbers(readTable('a;b\n1.2;2,5\n1.3;3,75\n')), [[1.2, 1.3], [2.5, 3.75]]);
}); // prettier-ignore

test('missing values are missing, however they are written', () => {
  const cells = ['5', 'NA', 'n/a', '#N/A', 'NaN', 'None', '<NA>', '.', '..', '-', '–', '—', '?', 'null', 'NULL', '#DIV/0!', '결측', '', '6'];
  const found = column(cells);
  assert.deepEqual(values(found), [5, ...cells.slice(2).map(() => null), 6]);
  assert.deepEqual([found.missing, found.other], [cells.length - 2, 0]);
}); // prettier-ignore

test('cells that are no numbers are counted and shown; a column of more texts than numbers is text', () => {
  const found = column(['1.5', 'two', '3', '4,5', '6.5']);
  assert.deepEqual(values(found), [1.5, null, 3, null, 6.5]);
  assert.equal(found.other, 2);
  assert.deepEqual(found.others, [
    { text: 'two', line: 3 },
    { text: '4,5', line: 5 },
  ]);
  const text = column(['Adelie', 'Gentoo', '12']);
  assert.equal(text.reading, 'text');
  assert.deepEqual([text.other, text.others], [1, [{ text: '12', line: 4 }]]);
  assert.equal(column(['713752e1', 'a3f', 'b07', 'c55']).reading, 'text');
  assert.deepEqual([column(['12%', '3', '4']).units, column(['01', '2', '3']).zeros], [1, 1]);
});

test('numbers are rounded right to the last bit, in every notation', () => {
  let seed = 3;
  const next = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const any = Array.from({ length: 20000 }, () => (next() - 0.5) * 10 ** Math.floor(next() * 40 - 20));
  assert.deepEqual(values(column(any.map(String))), any);
  const short = Array.from({ length: 2000 }, () => Math.round(next() * 1e6) / 1e3);
  const german = short.map((value) => {
    const [whole, decimals = '0'] = String(value).split('.');
    return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${decimals}`;
  });
  assert.deepEqual(values(column(german)), short);
  assert.deepEqual(
    values(column(['0.1000000000000000055511151231257827', '1.7976931348623157e308', '5e-324'])),
    [0.1, 1.7976931348623157e308, 5e-324],
  );
  for (const text of ['1.2.3', '0x10', 'inf', '1 2', '12abc', '1e999', '--1', '1,2,3', '5²', '½'])
    assert.equal(column([text, '1', '2']).other, 1, text);
});

// ---- Anything -------------------------------------------------------------------------------------------------------------------

test('any text is read without harm, and nothing is lost without being counted', () => {
  const alphabet = '1a,;\t"\n\r .-|eN−é가%';
  let seed = 99;
  const next = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
  for (let count = 0; count < 5000; count++) {
    const text = Array.from({ length: next(60) }, () => alphabet[next(alphabet.length)]).join('');
    const table = readTable(text);
    for (const found of table.columns) {
      if (!found.numbers) continue;
      assert.equal(found.numbers.length, table.rows, JSON.stringify(text));
      const nothing = found.numbers.filter(Number.isNaN).length;
      assert.equal(nothing, found.missing + found.other, JSON.stringify(text));
    }
  }
});

test('cells are kept as they stand where that is asked for, in step with what they mean', () => {
  const text = 'x,y,kind\n1, 2 ,"a, b"\n3,–,c\n7\n';
  const { columns, rows } = readTable(text, { texts: true });
  assert.equal(rows, 2);
  assert.deepEqual(
    columns.map(({ texts }) => texts),
    [
      ['1', '3'],
      ['2', '–'],
      ['a, b', 'c'],
    ],
  );
  assert.equal(readTable(text).columns[2].texts, undefined);
});

test('a million records in a few seconds', () => {
  const rows = Array.from({ length: 1_000_000 }, (_, index) => `${index},${index / 8}`);
  const text = `x,y\n${rows.join('\n')}`;
  const before = process.cpuUsage().user;
  const table = readTable(text);
  const seconds = (process.cpuUsage().user - before) / 1e6;
  assert.equal(table.rows, 1_000_000);
  assert.equal(table.columns[1].numbers![999_999], 999_999 / 8);
  assert.ok(seconds < 5, `${seconds} s`);
});
