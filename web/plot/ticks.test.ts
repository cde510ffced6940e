import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linearTicks, logTicks } from './ticks.ts';

const labels = (ticks: { label: string }[]) => ticks.map(({ label }) => label);

test('labels of one axis have the same decimals', () => {
  assert.deepEqual(labels(linearTicks(-1, 1, 4)), ['−1.0', '−0.5', '0.0', '0.5', '1.0']);
  assert.deepEqual(labels(linearTicks(-5, 5, 5)), ['−4', '−2', '0', '2', '4']);
  assert.deepEqual(labels(linearTicks(0, 0.003, 3)), ['0.000', '0.001', '0.002', '0.003']);
});

test('an axis far from one has one power of ten', () => {
  assert.deepEqual(labels(linearTicks(0, 3e8, 3)), ['0', '1×10⁸', '2×10⁸', '3×10⁸']);
  assert.deepEqual(labels(linearTicks(-2e-6, 2e-6, 4)), ['−2×10⁻⁶', '−1×10⁻⁶', '0', '1×10⁻⁶', '2×10⁻⁶']);
  assert.deepEqual(labels(linearTicks(0, 200000, 2)), ['0', '100,000', '200,000']);
});

test('every tick lies inside the domain and says its own value', () => {
  for (const [from, to] of [
    [-3.7, 12.2],
    [1e5, 1e5 + 3],
    [-1e-9, 2e-9],
    [1e300, 3e300],
  ] as const) {
    const ticks = linearTicks(from, to, 6);
    assert.ok(ticks.length >= 2);
    for (const { value, label } of ticks) {
      assert.ok(value >= from && value <= to);
      const [mantissa, power = ''] = label.replace('−', '-').replaceAll(',', '').split('×10');
      const exponent = [...power].map((sign) => (sign === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign))).join('');
      const said = Number(`${mantissa}e${exponent || 0}`);
      assert.ok(Math.abs(said - value) <= 1e-9 * Math.abs(value), `${label} for ${value}`);
    }
    assert.equal(new Set(labels(ticks)).size, ticks.length);
  }
});

test('a logarithmic axis has powers of ten, skipped evenly', () => {
  assert.deepEqual(labels(logTicks(1e-3, 1e2, 8)), ['10⁻³', '10⁻²', '10⁻¹', '1', '10', '10²']);
  assert.deepEqual(labels(logTicks(1e-16, 1, 5)), ['10⁻¹⁶', '10⁻¹²', '10⁻⁸', '10⁻⁴', '1']);
});

test('a short logarithmic axis has 1, 2, 5 or even steps between', () => {
  assert.deepEqual(labels(logTicks(0.02, 0.7, 8)), ['0.02', '0.05', '0.1', '0.2', '0.5']);
  assert.deepEqual(labels(logTicks(3, 4, 4)), ['3.0', '3.2', '3.4', '3.6', '3.8', '4.0']);
});
