/** What stands below the figure and in the card of a unit: it is not seen at first, so its code comes later. */
import { groupStyles } from '../../controls/group.ts';
import { translator } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import { controlStyles } from './controls.ts';
import strings from './desk-strings.json' with { type: 'json' };
import { keptStyles } from './kept-runs.ts';
import { numberStyles } from './numbers.ts';
import { cardStyles } from './unit-card.ts';

export { runDetails } from './details.ts';
export { panels } from './panels.ts';
export { unitCard } from './unit-card.ts';

export const styles = [groupStyles, controlStyles, cardStyles, numberStyles, keptStyles];

const own = translator(strings);

/** The words of the desk, and the figure's where it has none of its own. */
export const sayWith =
  (figure: Say): Say =>
  (key, values) =>
    Object.hasOwn(strings.en, key) ? own(key, values) : figure(key, values);
