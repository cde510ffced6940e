import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core, refuses } from './core.ts';

test('a formula as a tape: equal parts once, gradients from one way back', () => {
  const tape = core.tape({ expression: 'x*(x*a) + x*(x*a) + x^2*a', variables: ['x', 'a'], values: [1, 1] });
  tape.backward();
  tape.backward();
  const nodes = tape.nodes();
  assert.deepEqual([nodes[0].gradient, nodes[1].gradient], [6, 3]);
  assert.deepEqual(
    nodes.map(({ op }) => op).sort(),
    ['add', 'add', 'multiply', 'multiply', 'multiply', 'number', 'power', 'variable', 'variable'].sort(),
  );
  const shared = nodes.find(({ text }) => text === 'x (x a)');
  assert.deepEqual(
    shared?.contributions.map(({ amount }) => amount),
    [1, 1],
  );
  assert.equal(shared?.latex, 'x \\left(x a\\right)');
  assert.equal(shared?.bytes, 16);
  tape.set(0, 2);
  tape.forward();
  tape.backward();
  assert.equal(tape.nodes()[0].gradient, 12);
});

test('a small network by hand, back to a node at a time', () => {
  const tape = core.tape();
  const [a, b] = [tape.leaf(3, 'a'), tape.leaf(2, 'b')];
  const c = tape.push('add', a, b);
  const d = tape.leaf(1, 'd');
  const e = tape.push('multiply', c, d);
  assert.equal(tape.size, 5);
  const gradients = () => tape.nodes().map(({ gradient }) => gradient);
  tape.backward(e, d);
  assert.deepEqual(gradients(), [0, 0, 1, 5, 1]);
  tape.backward();
  assert.deepEqual(gradients(), [1, 1, 1, 5, 1]);
  assert.equal(tape.nodes()[e].text, '(a + b) d');
  assert.deepEqual(tape.memory(), { answer: [1, 1], training: [1, 2, 1, 1] });
  const power = core.tape({ expression: 'e^x', values: [1] }).nodes();
  assert.deepEqual([power.at(-1)?.latex, power.at(-1)?.slopes[1]], ['e^{x}', Math.E]);
  const relu = tape.push('relu', tape.constant(0));
  assert.deepEqual([tape.nodes()[relu].kink, tape.nodes()[relu].slopes], [true, [0]]);
});

test('the rules of local derivatives', () => {
  assert.deepEqual(core.localRules('multiply'), {
    calculation: { text: 'u v', latex: 'u v' },
    slopes: [
      { text: 'v', latex: 'v' },
      { text: 'u', latex: 'u' },
    ],
    kink: '',
    bytes: 16,
  });
  assert.equal(core.localRules('exp').slopes[0].text, 'f');
  assert.equal(core.localRules('relu').kink, 'u = 0');
  assert.equal(core.localRules('exp').calculation.text, 'exp(u)');
  const operations = core.operations();
  assert.ok(['add', 'power', 'tanh', 'max', 'if'].every((op) => operations.includes(op)));
  for (const op of operations) assert.ok(core.localRules(op).slopes.length >= 1, op);
});

test('what is no node or no operation is refused', () => {
  const tape = core.tape({ expression: 'x^2', values: [3] });
  refuses(() => tape.push('sin', 7), { code: 'out-of-range', parameter: 'operand' });
  refuses(() => tape.push('sin', 0, 1), { code: 'unknown-id', parameter: 'op' });
  refuses(() => tape.push('snake', 0), { code: 'unknown-id', parameter: 'op' });
  refuses(() => tape.set(0, NaN), { code: 'not-finite', parameter: 'value' });
  refuses(() => tape.backward(9), { code: 'out-of-range', parameter: 'from' });
  refuses(() => core.tape({ expression: 'x y', variables: ['x', 'y'], values: [1] }), {
    code: 'wrong-dimension',
    parameter: 'values',
  });
});
