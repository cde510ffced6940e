import assert from 'node:assert/strict';
import test from 'node:test';
import { parseClaims, unsaid } from './claims.ts';

const CLAIM = `- says: { en: "settles a *little* above" }
  state: "#figure?rate=1"
  at: end
  limit: 5000
  fact: { report: { gap: { min: 0.1 } } }
`;

test('a claim is read with its line', () => {
  assert.deepEqual(parseClaims(`\n${CLAIM}`, 'claims.yaml'), [
    {
      says: { en: 'settles a *little* above' },
      state: '#figure?rate=1',
      at: 'end',
      limit: 5000,
      fact: { report: { gap: { min: 0.1 } } },
      line: 2,
    },
  ]);
});

test('faults name file and line', () => {
  const fault = (from: string, to: string) => () => parseClaims(CLAIM.replace(from, to), 'claims.yaml');
  assert.throws(fault('at: end', 'at: last'), /claims\.yaml:3: "at" is a step, or "end"/);
  assert.throws(fault('"#figure?rate=1"', 'rate=1'), /claims\.yaml:2: "state" is a link/);
  assert.throws(fault('report:', 'reports:'), /claims\.yaml:5: /);
  assert.throws(fault('fact', 'facts'), /there is no "facts" here/);
});

test('words that the lesson does not say any more are told', () => {
  const claims = parseClaims(CLAIM, 'claims.yaml');
  assert.equal(unsaid(claims, { ko: '', en: 'It settles\na little above **it**.' }), undefined);
  assert.equal(unsaid(claims, { ko: '', en: 'It settles below.' }), claims[0]);
});
