/** Number baseball through the module: what crosses the border, and what is refused there. The rules themselves: tests/core/puzzles/. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BaseballTurn } from '../../web/core/puzzles/types.ts';
import { core, near, refuses } from './core.ts';

const game = core.baseball('from-100');

test('strikes and balls, repeated digits too', () => {
  assert.deepEqual(core.baseballScore('1807', '7810'), { strikes: 1, balls: 3 });
  assert.deepEqual(core.baseballScore('1123', '0111'), { strikes: 1, balls: 1 });
  refuses(() => core.baseballScore('123', '12'), { code: 'wrong-dimension', parameter: 'guess' });
  refuses(() => core.baseballScore('12a', '123'), { code: 'not-an-integer', parameter: 'secret' });
});

test('the rules are named with the number of their secrets', () => {
  const { baseballRules } = core.puzzlesCatalog();
  assert.deepEqual(
    baseballRules.map(({ id, secrets }) => [id, secrets]),
    [
      ['from-100', 648],
      ['one-to-nine', 504],
      ['zero-to-nine', 720],
    ],
  );
  for (const { name } of baseballRules) assert.ok(name.ko && name.en);
  refuses(() => core.baseball('nonsense'), { code: 'unknown-id', parameter: 'rule' });
});

test('input is a guess, the end, or wrong in a way that has a name', () => {
  const inputs = ['427', ' ４２７ ', '0', '', '사이칠', '42', '424', '042'].map((text) => game.read(text).input);
  const expected = [
    'guess',
    'guess',
    'stop',
    'empty',
    'not-a-number',
    'wrong-length',
    'repeated-digit',
    'leading-zero',
  ];
  assert.deepEqual(inputs, expected);
  assert.equal(core.baseball('one-to-nine').read('402').input, 'unused-digit');
});

test('what is left, and the value of a guess, by counting', () => {
  const turns = [{ guess: '123', strikes: 0, balls: 2 }];
  const { candidates, contradiction } = game.position(turns);
  const fits = (number: string) => {
    const { strikes, balls } = core.baseballScore(number, '123');
    return strikes === 0 && balls === 2;
  };
  const all = Array.from({ length: 900 }, (_, index) => String(100 + index)).filter((text) => new Set(text).size === 3);
  assert.deepEqual(candidates, all.filter(fits));
  assert.equal(contradiction, null);
  const value = game.guessValue('453', turns);
  const parts = value.parts.filter(({ count }) => count > 0);
  assert.equal(
    parts.reduce((sum, { count }) => sum + count, 0),
    candidates.length,
  );
  const bits = parts.reduce(
    (sum, { count }) => sum + (count / candidates.length) * Math.log2(candidates.length / count),
    0,
  );
  near([value.bits], [bits]);
  assert.equal(value.parts.length, 9);
  assert.ok(game.ranking(turns, 3).every((best) => best.bits >= value.bits - 1e-9));
});

test('answers that cannot all be true', () => {
  const turns = [
    { guess: '123', strikes: 0, balls: 3 },
    { guess: '231', strikes: 0, balls: 0 },
  ];
  assert.deepEqual(game.position(turns), { candidates: [], contradiction: { turn: 1, suspects: [0, 1] } });
  assert.equal(game.nextGuess(turns), null);
  refuses(() => game.position([{ guess: '012', strikes: 0, balls: 0 }]), { code: 'unknown-id', parameter: 'turns' });
  refuses(() => game.position([{ guess: '123', strikes: 2, balls: 1 }]), { code: 'out-of-range', parameter: 'turns' });
  refuses(() => game.guessValue('112', []), { code: 'unknown-id', parameter: 'guess' });
});

test('the computer finds every number of every rule, in the numbers of guesses it says', () => {
  for (const { id, secrets } of core.puzzlesCatalog().baseballRules) {
    const each = core.baseball(id);
    const strategy = each.strategy();
    assert.equal(
      strategy.secrets.reduce((sum, count) => sum + count, 0),
      secrets,
    );
    assert.ok(strategy.worst <= 7 && strategy.average < { 648: 4.9167, 504: 4.6905, 720: 5.0223 }[secrets]!, id);
    const counts = new Array<number>(strategy.worst).fill(0);
    for (const secret of each.position([]).candidates) {
      const turns: BaseballTurn[] = [];
      while (turns.at(-1)?.strikes !== 3) {
        const guess = each.nextGuess(turns)!;
        turns.push({ guess, ...core.baseballScore(secret, guess) });
      }
      counts[turns.length - 1]++;
    }
    assert.deepEqual(counts, strategy.secrets, id);
  }
});
