/** Points out of tables: which columns are meant, classes by name, gaps, too many rows, and the plane they are fitted to. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTable } from '../../web/figures/data/tables/table.ts';
import { isFar, likelyColumns, pointsOf } from '../../web/widgets/dh-mlp/own-table.ts';

const read = (text: string, fit?: boolean) => {
  const table = readTable(text, { texts: true });
  const columns = likelyColumns(table)!;
  return pointsOf(table, columns, fit ?? isFar(table, columns));
};

test('three columns: numbers of classes stay what they are', () => {
  assert.deepEqual(read('1,2,0\n-3.5,4,3\n'), {
    points: [
      [1, 2, 0],
      [-3.5, 4, 3],
    ],
    labels: ['0', '1', '2', '3'],
    left: 0,
    complete: 2,
  });
});

test('names become classes in their order; the class is the last column, and rows with gaps are left out', () => {
  const found = read(
    'name,length,width,species\na,1,2,setosa\nb,3,,virginica\nc,-1,0,versicolor\nd,0,1, setosa \ne,2,2,\n',
  );
  assert.deepEqual(found, {
    points: [
      [1, 2, 0],
      [-1, 0, 1],
      [0, 1, 0],
    ],
    labels: ['setosa', 'versicolor'],
    left: 2,
    complete: 3,
  });
});

test('columns may be chosen, and without two of numbers beside the class there are none', () => {
  const table = readTable('kind,a,b\nu,1,2\nv,3,4\n', { texts: true });
  assert.equal(likelyColumns(table), undefined);
  assert.deepEqual(pointsOf(table, [2, 1, 0], false)!.points, [
    [2, 1, 0],
    [4, 3, 1],
  ]);
});

test('what lies far outside is fitted, each axis by itself; a column of one value lies in the middle', () => {
  assert.deepEqual(read('100,7,0\n300,7,1\n250,7,1\n')!.points, [
    [-5, 0, 0],
    [5, 0, 1],
    [2.5, 0, 1],
  ]);
  assert.deepEqual(read('6,-6,0\n1,1,1\n')!.points[0], [6, -6, 0]);
});

test('more classes than colours are refused; of too many rows some of each part are taken', () => {
  assert.equal(read('1,1,a\n1,1,b\n1,1,c\n1,1,d\n1,1,e\n1,1,f\n1,1,g\n'), undefined);
  const rows = Array.from({ length: 1200 }, (_, row) => `${row / 1000},0,${row < 600 ? 'a' : 'b'}`);
  const { points, complete } = read(rows.join('\n'))!;
  assert.equal(complete, 1200);
  assert.equal(points.length, 500);
  assert.equal(points.filter(([, , label]) => label === 0).length, 250);
  assert.equal(new Set(points.map(([x]) => x)).size, 500);
});
