/** The words all figures share, and the types of their own. */
import { translator } from './language.ts';
import strings from './strings.json' with { type: 'json' };
import type { NumberWords } from '../plot/format.ts';

export { fill, language, translator } from './language.ts';
export type { Strings } from './language.ts';

/** A shared word or sentence in the reader's language. */
export const say = translator(strings);

/** How numbers that are not finite are put into words. */
export const numberWords = (): NumberWords => ({
  undefined: say('undefined'),
  infinity: say('infinity'),
  negativeInfinity: say('negative-infinity'),
});
