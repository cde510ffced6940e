import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { addPolicy, policy } from './content-security.ts';
import { pageCharacters } from './text-fonts.ts';
import { unicodeRange } from './unicode-range.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('every inline script and style is allowed by its hash, data and files are not', () => {
  const allowed = policy(
    '<style>a{}</style><script>run()</script><script type="application/json">{}</script><script src="/a.js"></script>',
  );
  assert.ok(allowed.includes(`script-src 'self' 'wasm-unsafe-eval' ${hash('run()')};`));
  assert.ok(allowed.includes(`style-src 'self' ${hash('a{}')};`));
  assert.equal(allowed.split('sha256').length, 3);
  assert.doesNotMatch(allowed, /'unsafe-eval'|script-src[^;]*unsafe-inline/);
});

test('the policy stands at the top of the head', () => {
  const page = { path: 'index.html', html: '<html><head><meta charset="utf-8"><title>T</title>' };
  addPolicy(page);
  assert.match(
    page.html,
    /<meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'; /,
  );
});

test('a page needs the characters it shows, not those of its scripts, tags and formulas', () => {
  const html =
    '<p title="몫">가나</p><script>다</script><span class="katex-mathml" data-pagefind-ignore><math>라</math></span><input placeholder="마">';
  assert.equal(pageCharacters(html, 'ko', '/nowhere'), '가나마');
});

test('neighbouring characters are one range', () => {
  assert.equal(unicodeRange('cabz가'), 'U+61-63,U+7a,U+ac00');
});
