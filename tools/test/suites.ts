/** The suites of `./dev test`: what each runs, what it waits for and what it is likely to take. */
import { availableParallelism } from 'node:os';

export interface Suite {
  /** As it is called on the command line and in the summary. */
  name: string;
  /** The word that chooses it, if that is not its name. Steps that others wait for need none. */
  chosenBy?: string;
  /** A function of tools/test.sh and its arguments; the words of the command line come behind them. */
  command: string;
  /** How its output is counted (tools/summary.ts). */
  runner: 'catch2' | 'check' | 'node' | 'playwright' | 'step';
  /** The suites that must have gone well before. */
  after: string[];
  /** Runs only when its word asks for it. */
  apart?: true;
  /** How many processors it keeps busy. */
  cores: number;
  /** How long it takes on two processors the first time, s. Only the time left is told from it. */
  seconds: number;
}

const all = availableParallelism();

/** In the order of their weight: what others wait for comes first. */
export const SUITES: Suite[] = [
  { name: 'module', command: 'build_wasm', runner: 'step', after: [], cores: all, seconds: 90 },
  { name: 'site', command: 'site_build', runner: 'step', after: ['module'], cores: 1, seconds: 30 },
  { name: 'native', command: 'build_cmake sanitize', runner: 'step', after: [], cores: all, seconds: 110 },
  { name: 'core', command: 'core_natively', runner: 'catch2', after: ['native'], cores: 1, seconds: 12 },
  {
    name: 'core-as-wasm',
    chosenBy: 'core',
    command: 'core_as_wasm',
    runner: 'catch2',
    after: ['module'],
    cores: all,
    seconds: 80,
  },
  { name: 'wasm', command: 'module_tests', runner: 'node', after: ['module', 'native'], cores: 1, seconds: 60 },
  { name: 'check', command: 'node tools/check.ts', runner: 'check', after: [], cores: 1, seconds: 40 },
  { name: 'tools', command: 'tool_tests', runner: 'node', after: [], cores: 1, seconds: 20 },
  { name: 'listings', command: 'listing_tests', runner: 'node', after: [], cores: 1, seconds: 20 },
  { name: 'browser', command: 'browser_tests', runner: 'playwright', after: ['site'], cores: all, seconds: 300 },
  {
    name: 'engines',
    command: 'engine_tests',
    runner: 'node',
    after: ['site'],
    apart: true,
    cores: all,
    seconds: 240,
  },
];

const wordFor = ({ name, chosenBy, runner }: Suite): string | undefined =>
  chosenBy ?? (runner === 'step' ? undefined : name);

/** The words that choose suites. */
export const WORDS = [...new Set(SUITES.map(wordFor))].filter((word) => word !== undefined);

/** Those of a run of everything. */
export const USUAL = WORDS.filter((word) => !SUITES.some((suite) => suite.apart && wordFor(suite) === word));

/** What was asked for: the chosen suites by the word for them, each with the words that say which of its tests; none are all. */
export type Choice = Map<string, string[]>;

/** @throws Error when the first word names no suite. */
export function parseChoice(words: string[]): Choice {
  const choice: Choice = new Map();
  let chosen: string[] | undefined;
  for (const word of words) {
    if (WORDS.includes(word)) choice.set(word, (chosen = choice.get(word) ?? []));
    else if (chosen) chosen.push(word);
    else throw new Error(`There is no suite '${word}'. There are: ${WORDS.join(' ')}`);
  }
  return choice;
}

/** A suite that runs, with the words for it. */
export type Chosen = Suite & { words: string[] };

/** The chosen suites and all that they wait for, in the order of the table. */
export function chosenSuites(choice: Choice): Chosen[] {
  const needed = new Set<string>();
  const add = (suite: Suite): void => {
    if (needed.has(suite.name)) return;
    needed.add(suite.name);
    for (const name of suite.after) add(SUITES.find((other) => other.name === name)!);
  };
  for (const suite of SUITES) if (choice.has(wordFor(suite) ?? '')) add(suite);
  return SUITES.filter(({ name }) => needed.has(name)).map((suite) => ({
    ...suite,
    words: choice.get(wordFor(suite) ?? '') ?? [],
  }));
}
