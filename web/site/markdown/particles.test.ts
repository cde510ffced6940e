import assert from 'node:assert/strict';
import test from 'node:test';
import { render } from './lesson-fixture.ts';
import { soundOf } from './sound.ts';

const text = async (markdown: string, files = {}): Promise<string> =>
  (await render(`${markdown}\n`, files, 'ko')).html
    .replace(/<span class="katex-mathml"[^>]*>.*?<\/math><\/span>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('\u2060', '')
    .trim();

test('the sound of a formula is that of its end', () => {
  const sounds: [tex: string, sound: string | undefined][] = [
    ['\\x', 'x'],
    ['\\f(\\x)', 'x'],
    ["\\f'", '′'],
    ["\\grad{\\f'(\\x) = 2\\x + 2}", '2'],
    ['\\beta_1', '1'],
    ['\\x_{k+1}', '1'],
    ['\\x^2', '²'],
    ['10^{-5}', '²'],
    ['\\data{X}^\\top', '트랜스포즈'],
    ['\\frac{1}{3}', '1'],
    ['\\rate', 'η'],
    ['\\varepsilon', 'ε'],
    ['2/L', undefined],
    ['\\lVert r \\rVert', undefined],
    ['\\sqrt{2}', undefined],
  ];
  for (const [tex, sound] of sounds) assert.equal(soundOf(tex), sound, tex);
});

test('a particle that is asked for fits the value, formula or code before it', async () => {
  const files = { './listing.txt': 'steps = 61\nslope = 9.81e-06\n' };
  assert.equal(
    await text('{listing.steps}{이/가} {listing.slope}{이에요/예요}.', files),
    '61이 9.81\u00a0×\u00a010⁻⁶이에요.',
  );
  assert.equal(await text('`steps = {listing.steps}`{이/가} 나와요.', files), 'steps = 61이 나와요.');
  assert.match(await text('$\\x^2${은/는} **$\\x_0$**{을/를} $\\rate${으로/로}'), /은 .*을 .*로$/);
  await assert.rejects(render('{이/가} 없다.\n', {}, 'ko'), /ko\.md:4: \{이\/가\} has nothing before it/);
});

test('a particle written by hand that does not fit stops the build', async () => {
  for (const [wrong, right] of [
    ['$\\x$이 커요.', '"가", not "이"'],
    ['`steps = 61`가 나와요.', '"이", not "가"'],
    ['값은 10⁻⁶예요.', '"이에요", not "예요"'],
    ['**60**가 돼요.', '"이", not "가"'],
    ['$\\beta_0$로 미분해요.', '"으로", not "로"'],
    ['$L$라고 써요.', '"이라고", not "라고"'],
  ])
    await assert.rejects(render(`${wrong}\n`, {}, 'ko'), new RegExp(right), wrong);
});

test('what is right, or not for the rule to judge, stands', async () => {
  for (const line of [
    '$\\x$가 3이고 $b = 2$이면 $\\rate$로 가요.',
    '잔차(residual)라고 하고 기울기(slope)는 시속 50km를 가리켜요.',
    'NumPy로 SVD를 구해요. 10%가 5%는 돼요.',
    '$\\lVert r \\rVert$는 $2/L$이에요.',
    '0.1이 이 책이에요. 3이 글에서는 4로도 보여요.',
  ])
    await render(`${line}\n`, {}, 'ko');
  await render('$\\x$이 is no particle in English\n', {}, 'en');
});
