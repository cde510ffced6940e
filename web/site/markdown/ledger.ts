/** The ledger of terms and symbols: what it may say, and where a text uses one. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Language } from '../../language/language.ts';
import { isRecord, listOf, readYaml, record, text, that, words } from './shape.ts';
import type { Path, Text } from './shape.ts';

export interface Term {
  id: string;
  ko: string;
  en: string;
  /** The lesson that introduces it, `<chapter>/<lesson>`. */
  lesson: string;
  says: Text;
  also?: Partial<Record<Language, string[]>>;
  except?: Partial<Record<Language, string[]>>;
  symbol?: string;
}

/** Where in a text a term stands. */
export interface Use {
  term: Term;
  from: number;
  to: number;
}

const perLanguage = record({ 'ko?': listOf(words), 'en?': listOf(words) });
const plainSentence = that(
  (value: Text) => Object.values(value).every((sentence) => !/[$`*[\]]/.test(sentence)),
  'a sentence in each language, without formulas and marks',
);
const shape = record({
  id: that((value: unknown) => /^[a-z][a-z0-9-]*$/.test(String(value)), 'an id in kebab-case'),
  ko: words,
  en: words,
  'also?': perLanguage,
  'except?': perLanguage,
  lesson: that((value: unknown) => /^[a-z0-9-]+\/[a-z0-9-]+$/.test(String(value)), '<chapter>/<lesson>'),
  'symbol?': words,
  says: (value, path, fault) => {
    text(value, path, fault);
    plainSentence(value, path, fault);
  },
});

/** Reads the ledger. Throws `<path>:<line>: <reason>` at the first fault. */
export function parseLedger(yaml: string, path: string): Term[] {
  const { value, stop } = readYaml(yaml, path);
  if (!Array.isArray(value)) return stop([], 'the ledger is a list of terms, each beginning with "- id:"');
  const seen = new Set<string>();
  value.forEach((entry: unknown, index) => {
    const name = isRecord(entry) ? String(entry.id) : '';
    shape(entry, [index], (place: Path, sentence) => stop(place, `term "${name}": ${sentence}`));
    if (seen.has(name)) stop([index], `two terms have the id "${name}"`);
    seen.add(name);
  });
  return value as Term[];
}

/** The ledger of a repository; one without a ledger has no terms. */
export function ledgerOf(root: string): Term[] {
  const path = join(root, 'web/language/ledger.yaml');
  return existsSync(path) ? parseLedger(readFileSync(path, 'utf8'), path) : [];
}

/** The place of every lesson in the book, by its id. */
export function lessonOrders(lessons: string): Map<string, number> {
  return new Map(
    globSync(join(lessons, '*/*/en.md')).flatMap((path) => {
      const order = /^order: *([\d.]+)/m.exec(readFileSync(path, 'utf8'))?.[1];
      return order ? [[relative(lessons, dirname(path)), Number(order)] as const] : [];
    }),
  );
}

/** What may follow a Korean noun: particles, and the verbs that make one of it, in any form. Anything else is another word. */
const PARTICLES =
  '들|은|는|이|가|을|를|과|와|도|만|의|에|에서|에게|으로|로|부터|까지|처럼|보다|마다|밖에|뿐|대로|만큼|씩|끼리|조차|마저|나|이나|란|이란|라고|이라고|라는|이라는|라서|이라서|라면|이라면|라도|이라도|고|이고|며|이며|면|이면|다|이다|니|이니|지|이지|지만|이지만|든|이든|든지|인|인데|인지|일|써|서|요';
const VERBS = '하|해|했|한|할|함|합|되|돼|됐|된|될|됨|됩|시키|시켜|시킨|이에요|예요|이었|였|입니|임';

const escape = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

function pattern(language: Language, words: readonly string[]): RegExp {
  // The longest first: of "gradient descent" no "gradient" is seen.
  const alternatives = words
    .toSorted((one, other) => other.length - one.length)
    .map(escape)
    .join('|');
  return language === 'ko'
    ? new RegExp(
        `(?<![\\p{L}\\p{N}])(?:${alternatives})(?=(?:${PARTICLES})*(?:(?:${VERBS})[가-힣]*)?(?![\\p{L}\\p{N}]))`,
        'gu',
      )
    : new RegExp(`(?<![\\p{L}\\p{N}_/.-])(?:${alternatives})(?:s|es)?(?![\\p{L}\\p{N}_])`, 'giu');
}

interface Matcher {
  term: Term;
  matches: RegExp;
  /** Words in which it means something else. */
  except: RegExp | undefined;
}

/** Finds terms in texts of one language. */
export function finder(ledger: readonly Term[], language: Language): (text: string) => Use[] {
  const matchers = ledger.map((term): Matcher => {
    const except = term.except?.[language] ?? [];
    return {
      term,
      matches: pattern(language, [term[language], ...(term.also?.[language] ?? [])]),
      except: except.length ? new RegExp(except.map(escape).join('|'), 'gi') : undefined,
    };
  });
  return (text) => {
    const uses = matchers.flatMap(({ term, matches, except }) => {
      const spared = except ? [...text.matchAll(except)].map(spanOf) : [];
      return [...text.matchAll(matches)]
        .map(spanOf)
        .filter(([from, to]) => !spared.some(([start, end]) => start <= from && to <= end))
        .map(([from, to]): Use => ({ term, from, to }));
    });
    // Of terms inside one another the longest is meant.
    return uses
      .filter(
        (use) =>
          !uses.some(
            (other) =>
              other !== use &&
              other.from <= use.from &&
              use.to <= other.to &&
              other.to - other.from > use.to - use.from,
          ),
      )
      .sort((one, other) => one.from - other.from);
  };
}

const spanOf = (match: RegExpExecArray): [from: number, to: number] => [match.index, match.index + match[0].length];

/** A `strings.json` with the names of terms put in. Throws for a term that the ledger does not have. */
export function readStrings(
  source: string,
  ledger: readonly Term[],
  path: string,
): Record<Language, Record<string, string>> {
  const strings = JSON.parse(source) as Record<Language, Record<string, string>>;
  const named = (language: Language, sentence: string): string =>
    sentence.replace(/\{(t|T)erm:([\w-]+)\}/g, (_, initial: string, id: string) => {
      const name = ledger.find((term) => term.id === id)?.[language];
      if (!name) throw new Error(`${path}: there is no term "${id}" in web/language/ledger.yaml`);
      return initial === 'T' ? name[0].toUpperCase() + name.slice(1) : name;
    });
  for (const [language, sentences] of Object.entries(strings))
    for (const key of Object.keys(sentences)) sentences[key] = named(language as Language, sentences[key]);
  return strings;
}

/** The terms whose symbol stands in a formula. */
export const symbolsIn = (ledger: readonly Term[], tex: string): Term[] =>
  ledger.filter(({ symbol }) => symbol && new RegExp(`${escape(symbol)}(?![a-zA-Z])`).test(tex));
