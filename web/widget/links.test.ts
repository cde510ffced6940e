import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaults } from '../fields/fields.ts';
import type { Fields } from '../fields/fields.ts';
import { parseLinks, readParameters, writeParameters } from './links.ts';

const fields = {
  f: { kind: 'text', default: 'x^2' },
  rate: { kind: 'number', default: 0.1, minimum: 0, maximum: 10 },
  rates: { kind: 'list', default: [], minimum: 0, maximum: 10, maximumLength: 3 },
} as const satisfies Fields;

test('a link names a figure and its state; the plus sign is a plus sign', () => {
  const [link] = parseLinks('#descent-1d?f=x^2+2x+3&rate=1.1');
  assert.deepEqual(link, { id: 'descent-1d', parameters: [['f', 'x^2+2x+3'], ['rate', '1.1']] }); // prettier-ignore
  assert.deepEqual(parseLinks('#a-heading'), []);
  assert.deepEqual(parseLinks('#a?x=1;b?y=2').map(({ id }) => id), ['a', 'b']); // prettier-ignore
  assert.deepEqual(parseLinks('#a?points=2,4;2,5&x=1;b?y=2'), [
    { id: 'a', parameters: [['points', '2,4;2,5'], ['x', '1']] },
    { id: 'b', parameters: [['y', '2']] },
  ]); // prettier-ignore
  assert.deepEqual(parseLinks('#a?x=%E0%A4%A').at(0)?.parameters, [['x', '%E0%A4%A']]);
});

test('writing and reading a state gives the same state, and only what differs is written', () => {
  const base = defaults(fields);
  assert.equal(writeParameters(fields, base, base), '');
  const state = { f: "sin(2x)*exp(-x)+|x| & 'π'; 50% #1", rate: 1 / 3, rates: [0.1, 1.1] };
  const text = writeParameters(fields, state, base);
  assert.doesNotMatch(text, /[ ()'";#]/);
  const [link] = parseLinks(`#figure?${text}`);
  const { patch, problem } = readParameters(fields, link.parameters);
  assert.equal(problem, undefined);
  assert.deepEqual({ ...base, ...patch }, state);
});

test('play is an instruction, and faults are found', () => {
  const read = (hash: string) => readParameters(fields, parseLinks(hash)[0].parameters);
  assert.deepEqual(read('#a?rate=1&play'), { patch: { rate: 1 }, play: true, problem: undefined });
  assert.equal(read('#a?rate=fast').problem?.code, 'not-finite');
  assert.equal(read('#a?colour=red').problem?.code, 'unknown-id');
});
