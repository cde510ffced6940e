/** What the plug-ins know about the file they work on, and how they complain: always with the file and the line. */
import { readFileSync } from 'node:fs';
import type { VFile } from 'vfile';
import type { FigureTable, FigureTables } from './figure-tables.ts';
import type { Term } from './ledger.ts';

export type Language = 'ko' | 'en';

/** Folders the plug-ins read from. */
export interface Places {
  /** Root of the repository: `file=src/…` in a fence starts here. */
  root: string;
  /** Folder with one folder a widget: its tag, `strings.json`, `frame.json`. */
  widgets: string;
}

/** Travels with the file through all plug-ins as `file.data.lesson`. */
export interface LessonContext {
  places: Places;
  /** Absolute path of the lesson's folder. */
  folder: string;
  /** `<chapter>/<lesson>` */
  id: string;
  language: Language;
  /** Every file the page was made from, so that the development server knows what to watch. */
  sources: Set<string>;
  /** Fields and facts of the figures, by tag. */
  tables: FigureTables;
  /** The terms of the book, and the place of every lesson in it. */
  ledger: readonly Term[];
  orders: ReadonlyMap<string, number>;
  /** The tags of the widgets on the page by id, filled by the widget plug-in. */
  widgetIds: Map<string, string>;
}

declare module 'vfile' {
  interface DataMap {
    lesson: LessonContext;
    /** The text will be the name of a control. */
    naming: boolean;
  }
}

interface Point {
  line: number;
  column: number;
}
type Place = { position?: { start: Point; end: Point } } | undefined;

export function contextOf(file: VFile): LessonContext {
  if (!file.data.lesson) throw new Error(`${file.path} is rendered without a lesson context`);
  return file.data.lesson;
}

/** Fields and facts of the figure with an id, if it stands on the page. */
export function tableOf(file: VFile, id: string): FigureTable | undefined {
  const { tables, widgetIds } = contextOf(file);
  return tables.get(widgetIds.get(id) ?? '');
}

/** Stop the build: `<file>:<line>: <reason>`. */
export function fail(file: VFile, node: Place, reason: string): never {
  const line = node?.position?.start.line;
  throw new Error(`${file.path}${line ? `:${line}` : ''}: ${reason}`);
}

/** The text of a file the page is made from; it is remembered as a source. */
export function readSource(file: VFile, node: Place, path: string): string {
  contextOf(file).sources.add(path);
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return fail(file, node, `there is no file ${path}`);
  }
}
