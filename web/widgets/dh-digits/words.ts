/** What the figure shows, in words. */
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import { formatInteger } from '../../plot/format.ts';
import type { Lab, Look } from './lab.ts';
import type { State } from './model.ts';

export const percent = (share: number): string => format(100 * share, 3);

/** About how long the rest takes; nothing while that is not known. */
export function timeLeft(say: Say, milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return '';
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return seconds < 100 ? say('seconds-left', { seconds }) : say('minutes-left', { minutes: Math.round(seconds / 60) });
}

export function sentence(say: Say, lab: Lab, state: State): string {
  const words = [learnt(say, lab), read(say, lab, state)];
  return words.filter(Boolean).join(' ');
}

function learnt(say: Say, { look, images }: Lab): string {
  if (!look) return say(images ? 'at-start' : 'not-loaded');
  const { progress, metrics } = look;
  const after = say(progress.epoch === 0 ? 'at-start' : 'after-epochs', { epochs: progress.epoch });
  const { samples, accuracy = NaN } = metrics.test!;
  const quality = say('quality', {
    right: formatInteger(Math.round(accuracy * samples)),
    all: formatInteger(samples),
    percent: percent(accuracy),
    training: percent(metrics.training.accuracy ?? NaN),
  });
  return [divergence(say, look), after, quality].filter(Boolean).join(' ');
}

function divergence(say: Say, { progress }: Look): string {
  const found = progress.divergence;
  if (!found) return '';
  const why = say(`cause-${found.cause === 'penalty' ? 'penalty' : 'rate'}`, {
    rate: format(found.rate),
    factor: format(found.penaltyFactor),
  });
  return `${say('diverged', { step: formatInteger(found.step) })} ${why}`;
}

function read(say: Say, { reading, images }: Lab, { drawing, image }: State): string {
  if (!reading) return drawing.length > 0 && image < 0 && !images ? say('read-later') : '';
  const { digit, predicted, probabilities } = reading;
  const sure = percent(probabilities[predicted]);
  if (digit === undefined) return say('read-drawing', { predicted, sure });
  return say(digit === predicted ? 'read-right' : 'read-wrong', { digit, predicted, sure });
}
