import assert from 'node:assert/strict';
import test from 'node:test';
import { render } from './lesson-fixture.ts';
import { listingValues, typeset } from './listing-values.ts';

test('values are read from lines "name = value" only', () => {
  const values = listingValues('A title\nsteps = 12\n  x_end = -0.9999951 \n2 = 3\nlist = [1, 2]\n');
  assert.deepEqual(
    [...values],
    [
      ['steps', '12'],
      ['x_end', '-0.9999951'],
      ['list', '[1, 2]'],
    ],
  );
});

test('numbers are set for where they stand', () => {
  assert.equal(typeset('-0.5', 'text'), '−0.5');
  assert.equal(typeset('-0.5', 'math'), '-0.5');
  assert.equal(typeset('9.81e-06', 'text'), '9.81\u00a0×\u00a010⁻⁶');
  assert.equal(typeset('9.81e-06', 'math'), '9.81 \\times 10^{-6}');
  assert.equal(typeset('-9.81e-06', 'code'), '-9.81e-06');
  assert.equal(typeset('-0.9999951', 'text', 3), '−1');
  assert.equal(typeset('23.7706', 'code', 3), '23.8');
  assert.equal(typeset('[1, 2]', 'text'), '[1, 2]');
});

test('references are replaced in text, code and formulas', async () => {
  const files = { './listing.txt': 'steps = 12\nx = -1.5\n' };
  const { html } = await render(
    'After {listing.steps} steps, `x = {listing.x}`, $x = {listing.x}$.\n\n$$\n{listing.steps}\n$$\n',
    files,
  );
  assert.match(html, /After 12 steps/);
  assert.match(html, /<code>x = -1\.5<\/code>/);
  assert.match(html, /<mi>x<\/mi><mo>=<\/mo><mo>−<\/mo><mn>1\.5<\/mn>/);
  assert.match(html, /<mn>12<\/mn>/);
});

test('a value that is not printed stops the build', async () => {
  await assert.rejects(
    render('{listing.gone}\n', { './listing.txt': 'a = 1\n' }),
    /en\.md:4: listing\.txt has no line "gone = …"/,
  );
  await assert.rejects(render('{listing.a}\n'), /needs a listing\.txt/);
});
