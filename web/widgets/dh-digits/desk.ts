/** What stands below the figure: it is not seen at first, so its code comes later. */
import { confusionStyles } from './confusion.ts';
import { mistakeStyles } from './mistakes.ts';
import { panelStyles } from './panels.ts';
import { wallStyles } from './weights.ts';

export { confusionTable } from './confusion.ts';
export { mistakes } from './mistakes.ts';
export { panels } from './panels.ts';
export { weightWall } from './weights.ts';

export const styles = [confusionStyles, mistakeStyles, panelStyles, wallStyles];
