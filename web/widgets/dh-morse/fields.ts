import type { Facts } from '../../fields/facts.ts';
import type { Fields, NumberField } from '../../fields/fields.ts';

export const LONGEST_TEXT = 200;
/** Times on the key that are kept: pressed, released, pressed …, so an odd number. */
export const MOST_TAPS = 299;
/** The longest of them in ms. */
export const LONGEST_TAP = 60_000;

/** Words per minute. */
const pace = (): NumberField => ({ kind: 'number', default: 20, minimum: 5, maximum: 40, precision: 2 });

export const fields = {
  text: { kind: 'text', default: 'SOS', maximumLength: LONGEST_TEXT },
  /** What signs are read as, where they do not come from a text. */
  alphabet: { kind: 'choice', default: 'latin', options: ['latin', 'korean'] },
  speed: pace(),
  effective: pace(),
  frequency: { kind: 'number', default: 600, minimum: 300, maximum: 1000, integer: true },
  sound: { kind: 'flag', default: true },
  light: { kind: 'flag', default: true },
  /** What was tapped on the key, in ms. */
  taps: {
    kind: 'list',
    default: [],
    minimum: 1,
    maximum: LONGEST_TAP,
    maximumLength: MOST_TAPS,
  },
} as const satisfies Fields;

export const facts = {
  /** The message as its signs are read, and its signs. */
  read: 'text',
  code: 'text',
  /** How many signs there are, and how many different ones. */
  signs: 'number',
  different: 'number',
  words: 'number',
  /** How long it sounds, in dots and in seconds. */
  units: 'number',
  duration: 'number',
  playing: 'flag',
  /** What was tapped: its signs, what they say, and how long a dot was at the end, in ms. */
  tapped: 'text',
  tappedCode: 'text',
  tappedDot: 'number',
} as const satisfies Facts;
