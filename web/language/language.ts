/** Sentences in the reader's language: templates with placeholders, English plurals and Korean particles. */

export type Language = 'ko' | 'en';
export type Sentences = Record<string, string>;
/** The content of a `strings.json`: the same keys in both languages. */
export type Strings = Record<Language, Sentences>;

/** The language of the page. */
export function language(): Language {
  return document.documentElement.lang.startsWith('ko') ? 'ko' : 'en';
}

/**
 * Digits and letters by how their Korean reading ends: 0 영, 3 삼, 6 육, m 엠, n 엔, ε 엡실론, the prime 프라임 close with a consonant; 1 일, 7 칠,
 * 8 팔, l 엘 with ㄹ; the rest, r 아르 and % 퍼센트 among them, with a vowel.
 */
const SIGN_ENDINGS: Record<string, Ending> = {
  0: 'consonant',
  1: 'rieul',
  3: 'consonant',
  6: 'consonant',
  7: 'rieul',
  8: 'rieul',
  l: 'rieul',
  m: 'consonant',
  n: 'consonant',
  ε: 'consonant',
  '′': 'consonant',
  '%': 'vowel',
};
type Ending = 'vowel' | 'consonant' | 'rieul';

function endingOf(text: string): Ending {
  // A sign that is named, such as ‘(’, is read as a bracket or a comma: 괄호, 쉼표.
  if (/‘[^\p{L}\p{N}]’$/u.test(text)) return 'vowel';
  const last = text.replace(/[^\p{L}\p{N}%′]+$/u, '').at(-1) ?? '';
  // A power is read 제곱 or 승, whatever its exponent.
  if (/[⁰¹²³⁴-⁹]/.test(last)) return 'consonant';
  const code = last.codePointAt(0) ?? 0;
  // Lowered digits are read as others are.
  if (code < 0xac00 || code > 0xd7a3) return SIGN_ENDINGS[last.normalize('NFKC').toLowerCase()] ?? 'vowel';
  // Hangul syllables are laid out in blocks of 28, one per closing consonant; 0 is none and 8 is ㄹ.
  const closing = (code - 0xac00) % 28;
  return closing === 0 ? 'vowel' : closing === 8 ? 'rieul' : 'consonant';
}

/** The form of a Korean particle that fits the sound before it. */
export function particle(before: string, afterConsonant: string, afterVowel: string): string {
  const ending = endingOf(before);
  if (ending === 'vowel' || (ending === 'rieul' && afterVowel.startsWith('로'))) return afterVowel;
  return afterConsonant;
}

/**
 * Fill a template: `{name}` is replaced by a value, `{count|step|steps}` by the form that fits the number, and `{이/가}` by the particle that
 * fits the sound before it. A name without a value stays visible, so that tests see it.
 */
export function fill(template: string, values: Record<string, string | number> = {}): string {
  let filled = '';
  let from = 0;
  for (const match of template.matchAll(/\{([^{}]+)\}/g)) {
    filled += template.slice(from, match.index);
    from = match.index + match[0].length;
    const [name, one, many] = match[1].split('|');
    const [afterConsonant, afterVowel] = match[1].split('/');
    if (many !== undefined) filled += Number(values[name]) === 1 ? one : many;
    else if (afterVowel !== undefined) filled += particle(filled, afterConsonant, afterVowel);
    else filled += Object.hasOwn(values, name) ? values[name] : match[0];
  }
  return filled + template.slice(from);
}

/** So much of what somebody typed or put into a link is quoted. */
const LONGEST_QUOTE = 60;

/** A text as it is quoted: its beginning, if it is long. */
export function shortened(text: string, longest = LONGEST_QUOTE): string {
  const letters = [...text.slice(0, 2 * longest)];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : text;
}

/** What a table holds under a key, which may be anything that a link says: `constructor` is no key of it. */
export const ownValue = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** A function that looks a sentence up by its key, in the language of the page, and fills it. */
export function translator(strings: Strings): (key: string, values?: Record<string, string | number>) => string {
  return (key, values) => fill(ownValue(strings[language()], key) ?? key, values);
}
