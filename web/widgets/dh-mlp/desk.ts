/** What stands below the figure and in the card of a unit: it is not seen at first, so its code comes later. */
import { controlStyles } from './controls.ts';
import { keptStyles } from './kept-runs.ts';
import { numberStyles } from './numbers.ts';
import { cardStyles } from './unit-card.ts';

export { keptTable } from './kept-runs.ts';
export { confusionTable, numberList } from './numbers.ts';
export { panels } from './panels.ts';
export { unitCard } from './unit-card.ts';

export const styles = [controlStyles, cardStyles, numberStyles, keptStyles];
