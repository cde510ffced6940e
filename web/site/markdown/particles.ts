/**
 * Korean particles behind what is not written in Hangul: `{listing.steps}{이/가}` and `$\rate${은/는}` become the form that fits the sound before them, and a form
 * written by hand that does not fit stops the build.
 */
import type { Element, Parents, Root, Text } from 'hast';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { particle } from '../../language/language.ts';
import { contextOf, fail } from './lesson-file.ts';
import { soundOf } from './sound.ts';

/** Forms after a consonant and after a vowel, of which only one is right. */
const PAIRS: [afterConsonant: string, afterVowel: string][] = [
  ['은', '는'],
  ['이', '가'],
  ['을', '를'],
  ['과', '와'],
  ['으로', '로'],
  ['이에요', '예요'],
  ['이었어요', '였어요'],
];
/** Forms whose 이 may fall after a vowel, but stays after a consonant. */
const COPULA = ['라고', '라는', '라서', '라면', '라도', '란', '면', '고', '며', '나', '든', '니', '니까', '지만'];

/** What may follow one of them: a particle more, or the end of the word. */
const TAIL = '(?:는|도|만|써|서|요|서는|써는|만의|부터|의)?(?![가-힣])';
const WRITTEN = new RegExp(
  `^\u2060?(${[...PAIRS.flat(), ...COPULA, ...COPULA.map((form) => `이${form}`)]
    .toSorted((one, other) => other.length - one.length)
    .join('|')})${TAIL}`,
);
const ASKED = /\{([가-힣]+)\/([가-힣]+)\}/g;

const isFormula = (node: Element): boolean => [node.properties.className].flat().includes('math-inline');

const plain = (node: Element | Text): string =>
  node.type === 'text' ? node.value : node.children.map((child) => plain(child as Element)).join('');

/** What stands right before a node, as far as it decides a particle; undefined where nothing does. */
function soundBefore(node: Text, ancestors: readonly Parents[]): string | undefined {
  let inner: Text | Parents = node;
  for (const parent of ancestors.toReversed()) {
    const before: unknown = parent.children[parent.children.indexOf(inner as never) - 1];
    if (before) return endOf(before as Element | Text);
    if (parent.type === 'element' && /^(?:p|li|td|th|h\d|div|dd)$/.test(parent.tagName)) return undefined;
    inner = parent;
  }
  return undefined;
}

function endOf(node: Element | Text): string | undefined {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return undefined;
  if (isFormula(node)) return soundOf(plain(node));
  const last = node.children.at(-1);
  return last?.type === 'text' || last?.type === 'element' ? endOf(last) : undefined;
}

/**
 * What is heard last of a text, where the particle function is the judge of it: of signs, numbers, single letters and names in capitals. Other words are read
 * as words, and Hangul is heard by the author. What a term is called in English, in brackets behind it, is not heard.
 */
function spoken(before: string): string | undefined {
  if (/\p{Script=Hangul}\([^()]*\)$/u.test(before)) return undefined;
  const end = before.replace(/[)\]’”\s]+$/u, '');
  if (/\p{L}[a-z]$|[a-z]\p{L}$/u.test(end)) return undefined;
  return /[A-Za-z0-9%′²α-ωΑ-Ω⁰¹³⁴-⁹₀-₉]$/u.test(end) ? end : undefined;
}

export function rehypeParticles() {
  return (tree: Root, file: VFile): void => {
    if (contextOf(file).language !== 'ko') return;
    visitParents(tree, 'text', (node, ancestors) => {
      if (ancestors.some((parent) => parent.type === 'element' && /^(?:code|pre|script|style)$/.test(parent.tagName)))
        return;
      if (ancestors.some((parent) => parent.type === 'element' && isFormula(parent))) return;
      const before = soundBefore(node, ancestors as Parents[]);
      const wrong = before === undefined ? undefined : misfit(before, node.value);
      if (wrong) complain(`after "${before!.slice(-12)}" it is "${wrong[1]}", not "${wrong[0]}"`);
      node.value = node.value.replace(ASKED, (asked: string, consonant: string, vowel: string, place: number) => {
        const sound = place > 0 ? node.value.slice(0, place) : before;
        if (!sound) return complain(`${asked} has nothing before it whose sound is known: write the particle by hand`);
        return particle(sound, consonant, vowel);
      });
      for (const match of node.value.matchAll(/[A-Za-z0-9%′⁰¹²³⁴-⁹₀-₉](?:[)’”])?(?=[가-힣])/gu)) {
        const end = match.index + match[0].length;
        const found = misfit(node.value.slice(0, end), node.value.slice(end));
        if (found)
          complain(`after "${node.value.slice(Math.max(0, end - 12), end)}" it is "${found[1]}", not "${found[0]}"`);
      }

      function complain(sentence: string): never {
        return fail(file, [...ancestors].reverse().find((parent) => parent.position) ?? node, sentence);
      }
    });
  };
}

/** The particle that stands behind a sound and the one that should, if they differ. */
function misfit(before: string, after: string): [written: string, right: string] | undefined {
  const sound = spoken(before);
  const written = WRITTEN.exec(after)?.[1];
  if (!sound || !written) return undefined;
  const pair = PAIRS.find((forms) => forms.includes(written));
  const right = pair
    ? particle(sound, ...pair)
    : COPULA.includes(written)
      ? particle(sound, `이${written}`, written)
      : written;
  return right === written ? undefined : [written, right];
}
