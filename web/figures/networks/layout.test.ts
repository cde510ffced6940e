import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrange, edgeAt } from './layout.ts';

const shapes = [[2, 1], [7, 8, 8, 8, 8, 8, 8, 6], [2, 16, 1], [1, 16, 16, 16, 16, 16, 16, 16, 16, 2]]; // prettier-ignore

test('units of a layer stand apart, inside the picture, and layers follow each other', () => {
  for (const sizes of shapes)
    for (const [width, height] of [
      [700, 320],
      [330, 300],
    ]) {
      const { side, units } = arrange(sizes, width, height, 30);
      units.forEach((layer, index) => {
        assert.equal(layer.length, sizes[index]);
        for (const [unit, [x, y]] of layer.entries()) {
          assert.ok(x - side / 2 >= 30 && x + side / 2 <= width, `${sizes}: x ${x}`);
          assert.ok(y - side / 2 >= 0 && y + side / 2 <= height, `${sizes}: y ${y}`);
          if (unit > 0) assert.ok(y - layer[unit - 1][1] > side, `${sizes}: units of layer ${index} overlap`);
        }
        if (index > 0) assert.ok(layer[0][0] - units[index - 1][0][0] > side * 1.5);
      });
    }
});

test('every line is found in its middle unless another one crosses there, and nothing far from all', () => {
  const arrangement = arrange([2, 3, 1], 600, 300, 30);
  for (let layer = 1; layer < 3; ++layer)
    arrangement.units[layer].forEach(([x1, y1], unit) =>
      arrangement.units[layer - 1].forEach(([x0, y0], from) => {
        // A fifth of the way from the end, where the lines of a unit are apart.
        const [start, end] = [x0 + arrangement.side / 2, x1 - arrangement.side / 2];
        const found = edgeAt(arrangement, start + 0.8 * (end - start), y0 + 0.8 * (y1 - y0));
        assert.deepEqual(found, { layer, unit, from });
      }),
    );
  assert.equal(edgeAt(arrangement, 300, 1), undefined);
});
