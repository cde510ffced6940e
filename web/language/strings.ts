/** The words all figures share, and the types of their own. */
import { translator } from './language.ts';
import strings from './strings.json' with { type: 'json' };
import { formatNumber } from '../plot/format.ts';
import type { NumberWords } from '../plot/format.ts';

export { fill, language, translator } from './language.ts';
export type { Strings } from './language.ts';

/** A shared word or sentence in the reader's language. */
export const say = translator(strings);

/** Looks a sentence up by its key and fills it. */
export type Say = typeof say;

/** How numbers that are not finite are put into words. */
export const numberWords = (): NumberWords => ({
  undefined: say('undefined'),
  infinity: say('infinity'),
  negativeInfinity: say('negative-infinity'),
});

/** A number as figures tell it: with four digits unless more or fewer are asked for, and in words where it is not finite. */
export const format = (value: number, digits = 4): string => formatNumber(value, { digits, words: numberWords() });
