/** A message, when it sounds, and what was tapped. */
import { getCore } from '../../core/core.ts';
import type { MorseKeying, MorseMessage, MorseSignal, MorseTables } from '../../core/puzzles/morse-types.ts';
import type { StateOf } from '../../fields/fields.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { fields } from './fields.ts';

export type State = StateOf<typeof fields>;

/** The alphabet of the letters in a text; undefined where it has none. */
export function alphabetOf(text: string): State['alphabet'] | undefined {
  if (/\p{Script=Hangul}/u.test(text)) return 'korean';
  return /\p{Script=Latin}/u.test(text.replace(/<[^>]*>/g, '')) ? 'latin' : undefined;
}

export const model = plan(fields)
  .derive('tables', [], async (): Promise<MorseTables> => (await getCore('puzzles')).morseTables())
  .derive('message', ['text'], async ({ text }): Promise<MorseMessage> => (await getCore('puzzles')).morseMessage(text))
  .derive(
    'signal',
    ['message', 'text', 'speed', 'effective'],
    async ({ text, speed, effective }): Promise<MorseSignal> =>
      (await getCore('puzzles')).morseSignal(text, speed, effective),
  )
  .derive('keying', ['taps', 'speed', 'alphabet'], async ({ taps, speed, alphabet }): Promise<MorseKeying> =>
    (await getCore('puzzles')).readKeying(taps, 1200 / speed, alphabet),
  );

export type Model = ModelOf<typeof model>;

/** In seconds, from the first mark to the end of the last. */
export function durationOf({ starts, lengths }: MorseSignal): number {
  const last = starts.length - 1;
  return last < 0 ? 0 : starts[last] + lengths[last];
}
