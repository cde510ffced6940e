/** Which losses fit which data. */
import { named } from '../../controls/choice.ts';
import type { Option } from '../../controls/choice.ts';
import type { LossEntry, NeuralCatalog } from '../../core/neural/types.ts';
import { language } from '../../language/language.ts';
import type { Say } from '../../language/strings.ts';
import { isRegression } from './fields.ts';
import type { State } from './model.ts';

type Losses = Pick<NeuralCatalog, 'losses'>;

/** The losses that fit the data, and the usual one. */
export function lossOptions(say: Say, { losses }: Losses, classes: number): Option[] {
  const fits = ({ numbers, classes: most }: LossEntry) => (classes === 0 ? numbers : numbers || most >= classes);
  const usual = losses.find(({ id }) => id === usualLoss(classes))!;
  return [
    { id: 'usual', label: say('usual', { name: usual.name[language()] }) },
    ...named(losses.filter((entry) => fits(entry))),
  ];
}

export const usualLoss = (classes: number): string => (classes === 0 ? 'squared' : classes === 2 ? 'logistic' : 'cross-entropy'); // prettier-ignore

/** The entry of the loss that a state asks for. */
export const lossOf = ({ losses }: Losses, loss: string, classes: number): LossEntry =>
  losses.find(({ id }) => id === (loss === 'usual' ? usualLoss(classes) : loss))!;

/** Can the loss of a state be used for its data? Of own points nobody knows before they are read. */
export function lossFits({ data, loss, classes }: State): boolean {
  if (loss === 'usual' || data === 'own') return true;
  if (isRegression(data)) return loss !== 'logistic' && loss !== 'cross-entropy';
  return loss !== 'logistic' || classes === 2 || !(data === 'spiral' || data === 'clusters');
}
