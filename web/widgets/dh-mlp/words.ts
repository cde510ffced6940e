/** What a training has come to, in words. */
import type { Divergence, Metrics } from '../../core/training/types.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import { formatInteger } from '../../plot/format.ts';
import type { State } from './model.ts';
import type { Look } from './view.ts';

export const percent = (share: number): string => format(100 * share, 3);

export function sentence(say: Say, look: Look, { by }: State): string {
  const { metrics, progress } = look;
  const { training, test } = metrics;
  const steps = by === 'epoch' && progress.batch === 0;
  const after = say(progress.step === 0 ? 'at-start' : steps ? 'after-epochs' : 'after-updates', {
    epochs: progress.epoch,
    updates: progress.step,
  });
  const words = [after, quality(say, training, test)];
  if (progress.outcome === 'diverged') words.unshift(divergence(say, progress.divergence!));
  else if (progress.outcome !== 'running') words.push(say(`ended-${progress.outcome}`));
  return words.join(' ');
}

function quality(say: Say, training: Metrics, test: Metrics | undefined): string {
  // Weights that are finite may be too large for a loss that is; one of the next updates then diverges.
  if (![training.loss, test?.loss ?? 0].every(Number.isFinite)) return say('loss-out-of-range');
  const loss = { loss: format(training.loss, 3), test: format(test?.loss ?? NaN, 3) };
  if (training.accuracy === undefined) return say(test ? 'numbers-both' : 'numbers-training', loss);
  return say(test ? 'classes-both' : 'classes-training', {
    ...loss,
    right: percent(training.accuracy),
    rightTest: percent(test?.accuracy ?? NaN),
  });
}

/** Where the first number that was not finite stood, and the likely cause. */
function divergence(say: Say, found: Divergence): string {
  const where = say(`diverged-${found.quantity}`, {
    step: formatInteger(found.step),
    steps: found.step,
    layer: found.layer,
  });
  const why = say(`cause-${found.cause}`, {
    rate: format(found.rate),
    factor: format(found.penaltyFactor),
    weight: format(found.firstWeight, 3),
    number: format(found.largestNumber, 3),
  });
  return `${where} ${why} ${say('last-good')}`;
}
