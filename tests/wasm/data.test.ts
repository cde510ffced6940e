/** Data sets, through the facade. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core, refuses } from './core.ts';

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
