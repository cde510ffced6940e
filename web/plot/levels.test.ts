import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finiteRange } from './grid.ts';
import { evenLevels, logLevels, quantileLevels } from './levels.ts';

const BOWL = Float64Array.from({ length: 400 }, (_, index) => (index - 200) ** 2 / 100);

test('levels ascend strictly inside the range of the values', () => {
  const withHoles = Float64Array.from([...BOWL, NaN, Infinity, -Infinity]);
  for (const values of [BOWL, withHoles]) {
    for (const levels of [evenLevels(values), logLevels(values), quantileLevels(values)]) {
      assert.ok(levels.length >= 5);
      levels.forEach((level, index) => {
        assert.ok(level > 0 && level < 400);
        assert.ok(index === 0 || level > levels[index - 1]!);
      });
    }
  }
});

test('log levels grow by a constant factor above the lowest value', () => {
  const levels = logLevels([-7, 993], 4, 1e-4);
  assert.deepEqual(levels.map((level) => Math.round((level + 7) * 1e6) / 1e6), [0.1, 1, 10, 100]); // prettier-ignore
});

test('between quantile levels there are equally many samples', () => {
  const values = Float64Array.from({ length: 1000 }, (_, index) => Math.exp(index / 100));
  const levels = quantileLevels(values, 9);
  const counts = [...levels, Infinity].map(
    (level, index) => values.filter((value) => value <= level && value > (levels[index - 1] ?? -Infinity)).length,
  );
  for (const count of counts) assert.ok(Math.abs(count - 100) <= 1, `${counts}`);
});

test('a level ground and no ground have no levels', () => {
  for (const values of [[], [3, 3, 3], [NaN]]) {
    assert.deepEqual([evenLevels(values), logLevels(values), quantileLevels(values)], [[], [], []]);
  }
});

test('the range passes over what is not finite', () => {
  assert.deepEqual(finiteRange([NaN, 3, -2, Infinity]), [-2, 3]);
  assert.equal(finiteRange([NaN]), undefined);
});
