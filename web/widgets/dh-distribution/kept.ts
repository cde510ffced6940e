/** Distributions as a link carries them: `normal/mean:0,deviation:2;drawn/from:0,to:1/1,2,1`. */
import type { DistributionChoice } from '../../core/probability/types.ts';

/** So many can be told apart beside the one that is played with. */
export const MOST_KEPT = 3;

export const writeKept = (choices: readonly DistributionChoice[]): string =>
  choices
    .map(({ id, options = {}, weights }) =>
      [id, Object.entries(options).map((option) => option.join(':')), ...(weights ? [Array.from(weights)] : [])].join(
        '/',
      ),
    )
    .join(';');

/** What cannot be read is left to the core to refuse: an unknown name, or a number that is none. */
export function readKept(text: string): DistributionChoice[] {
  return text
    .split(';')
    .filter(Boolean)
    .map((written) => {
      const [id, options = '', weights] = written.split('/');
      const pairs = options.split(',').filter(Boolean);
      return {
        id,
        options: Object.fromEntries(pairs.map((pair) => [pair.split(':')[0], Number(pair.split(':')[1])])),
        ...(weights !== undefined && { weights: weights.split(',').map(Number) }),
      };
    });
}
