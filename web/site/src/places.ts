/** Where things lie. Everything is found from the folder `web`, in which npm runs. */
import { resolve } from 'node:path';

export const ROOT = resolve(process.cwd(), '..');
export const WIDGETS = resolve('widgets');
/** `LESSONS_DIR` lets a test build lessons of its own. */
export const LESSONS = resolve(process.env.LESSONS_DIR || '../lessons');
