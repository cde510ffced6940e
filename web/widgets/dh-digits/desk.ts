/** What stands below the figure: it is not seen at first, so its code comes later. */
import { groupStyles } from '../../controls/group.ts';
import { confusionStyles } from './confusion.ts';
import { mistakeStyles } from './mistakes.ts';
import { wallStyles } from './weights.ts';

export { confusionTable } from './confusion.ts';
export { mistakes } from './mistakes.ts';
export { panels } from './panels.ts';
export { weightWall } from './weights.ts';

export const styles = [confusionStyles, mistakeStyles, groupStyles, wallStyles];
