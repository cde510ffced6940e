import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FieldError } from '../fields/field-error.ts';
import type { Fields } from '../fields/fields.ts';
import { Maker } from './maker.ts';
import { plan } from './plan.ts';
import type { ModelOf } from './plan.ts';

const fields = {
  f: { kind: 'text', default: 'x' },
  x: { kind: 'number', default: 0, minimum: -9, maximum: 9 },
  rate: { kind: 'number', default: 1, minimum: 0, maximum: 9 },
} as const satisfies Fields;

/** Something that must be freed exactly once. */
class Thing {
  static alive = new Set<Thing>();
  readonly name: string;
  constructor(name: string) {
    this.name = name;
    Thing.alive.add(this);
  }
  free(): void {
    assert.ok(Thing.alive.delete(this), `${this.name} is freed twice`);
  }
  static names(): string[] {
    return [...Thing.alive].map(({ name }) => name).sort();
  }
}

/** A function, its tangent at x, a run with the tangent, and how often each was made. */
function walk() {
  Thing.alive.clear();
  const count = { curve: 0, tangent: 0, run: 0 };
  const made = plan(fields)
    .derive('curve', ['f'], async ({ f }) => {
      count.curve++;
      if (f === ')') throw { code: 'unexpected-token', parameter: 'x', position: 0 };
      return new Thing(f);
    })
    .derive('tangent', ['curve', 'x'], ({ curve, x }) => {
      count.tangent++;
      return [new Thing(`${curve.name} at ${x}`)];
    })
    .derive('run', ['tangent', 'rate'], async ({ tangent, rate }) => {
      count.run++;
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (rate === 0) throw { code: 'out-of-range', parameter: 'rate' };
      return { rate, tangent: tangent[0], inside: new Thing(`run ${rate}`) };
    }, { free: ({ inside }) => inside.free() }); // prettier-ignore
  const maker = new Maker<{ f: string; x: number; rate: number }, ModelOf<typeof made>>(made);
  const show = async (f: string, x: number, rate: number) => (await maker.make({ f, x, rate })).accept();
  return { maker, count, show };
}

test('only what depends on a change is made again, and what it replaces is freed', async () => {
  const { maker, count, show } = walk();
  await show('x', 0, 1);
  assert.deepEqual(Thing.names(), ['run 1', 'x', 'x at 0']);
  const first = maker.model;
  await show('x', 0, 1);
  assert.equal(maker.model, first);
  await show('x', 0, 2);
  assert.deepEqual(count, { curve: 1, tangent: 1, run: 2 });
  assert.deepEqual(Thing.names(), ['run 2', 'x', 'x at 0']);
  await show('x', 1, 2);
  assert.deepEqual(count, { curve: 1, tangent: 2, run: 3 });
  await show('x^2', 1, 2);
  assert.deepEqual(count, { curve: 2, tangent: 3, run: 4 });
  assert.deepEqual(Thing.names(), ['run 2', 'x^2', 'x^2 at 1']);
  maker.clear();
  assert.deepEqual(Thing.names(), []);
});

test('what a change made before it failed is freed, and the last good model stands', async () => {
  const { maker, show } = walk();
  await show('x', 0, 1);
  const { model } = maker;
  await assert.rejects(show('x^2', 0, 0), { code: 'out-of-range' });
  assert.deepEqual(Thing.names(), ['run 1', 'x', 'x at 0']);
  assert.equal(maker.model, model);
});

test('an error belongs to the only field that its part depends on, and is told before those that follow from it', async () => {
  const { show } = walk();
  await assert.rejects(show(')', 0, 0), (error) => error instanceof FieldError && error.key === 'f');
});

test('a model that is not wanted, or comes after its figure has gone, leaves nothing behind', async () => {
  const { maker, show } = walk();
  await show('x', 0, 1);
  (await maker.make({ f: 'x', x: 3, rate: 1 })).discard();
  assert.deepEqual(Thing.names(), ['run 1', 'x', 'x at 0']);
  const late = await maker.make({ f: 'x', x: 4, rate: 1 });
  maker.clear();
  assert.equal(late.accept(), false);
  assert.equal(maker.model, undefined);
  assert.deepEqual(Thing.names(), []);
});

test('a part can stay although inputs have changed, and be made although none has', async () => {
  Thing.alive.clear();
  let loaded = 'a';
  const made = plan(fields)
    .derive('window', ['f', 'x'], ({ f, x }) => ({ f, around: x }), {
      keep: ({ around }, { x }, same) => same('f') && Math.abs(x - around) < 2,
    })
    .derive('data', ['rate'], () => loaded, { always: true });
  const maker = new Maker<{ f: string; x: number; rate: number }, ModelOf<typeof made>>(made);
  const show = async (f: string, x: number) => {
    (await maker.make({ f, x, rate: 1 })).accept();
    return maker.model!;
  };
  await show('x', 0);
  assert.equal((await show('x', 1)).window.around, 0);
  // Measured from where it was made, not from where it was last kept.
  assert.equal((await show('x', 2)).window.around, 2);
  assert.equal((await show('y', 3)).window.around, 3);
  loaded = 'b';
  assert.equal((await show('y', 3)).data, 'b');
});

test('what two parts hold is freed once', async () => {
  Thing.alive.clear();
  const made = plan(fields)
    .derive('run', ['x'], ({ x }) => new Thing(String(x)))
    .derive('shown', ['run', 'rate'], ({ run }) => run);
  const maker = new Maker<{ f: string; x: number; rate: number }, ModelOf<typeof made>>(made);
  for (const [x, rate] of [[0, 1], [0, 2], [1, 2]]) (await maker.make({ f: '', x, rate })).accept(); // prettier-ignore
  assert.deepEqual(Thing.names(), ['1']);
  maker.clear();
});
