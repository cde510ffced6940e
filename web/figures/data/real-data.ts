/** The real data sets of the book: `lessons/data/<id>.csv` with its sidecar `<id>.yaml`. Adding one means adding these two files. */
import { language } from '../../language/language.ts';
import type { Language } from '../../language/language.ts';

/** A text in both languages, or one that is the same in both. */
type Text = string | Record<Language, string>;

/** What stands in a sidecar. */
export interface Sidecar {
  title: Record<Language, string>;
  /** Who measured and published it. */
  source: string;
  licence: string;
  /** What was done to the table after that. */
  changes: string;
  rows: number;
  /** Of the CSV file. */
  sha256: string;
  /** Ids of the columns that are drawn first. */
  x: string;
  y: string;
  columns: { id: string; label: Record<Language, string>; unit?: Text }[];
}

const sidecars = import.meta.glob<Sidecar>('../../../lessons/data/*.yaml', { eager: true, import: 'default' });
const files = import.meta.glob<string>('../../../lessons/data/*.csv', {
  eager: true,
  query: '?url',
  import: 'default',
});

const pathOf = (id: string, extension: string): string => `../../../lessons/data/${id}.${extension}`;

export const realDataIds = (): string[] => Object.keys(sidecars).map((path) => path.replace(/^.*\/|\.yaml$/g, ''));

/** The sidecar of a data set, if there is such a set. */
export const sidecarOf = (id: string): Sidecar | undefined => sidecars[pathOf(id, 'yaml')];

const inWords = (text: Text): string => (typeof text === 'string' ? text : text[language()]);

/** The name of a column as it stands at an axis: `flipper length (mm)`. */
export function columnLabel(sidecar: Sidecar, id: string): string {
  const column = sidecar.columns.find((candidate) => candidate.id === id);
  if (!column) return id;
  return column.unit ? `${column.label[language()]} (${inWords(column.unit)})` : column.label[language()];
}

async function textOf(id: string): Promise<string> {
  const response = await fetch(files[pathOf(id, 'csv')]);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.text();
}

/** All columns of a real data set by their ids, cell by cell as they are written; empty where nothing was measured. */
export async function readRealCells(id: string): Promise<Map<string, string[]>> {
  const { Records } = await import('./tables/records.ts');
  const records = new Records(await textOf(id), ',');
  const ids = records.next()!;
  const columns = new Map(ids.map((column): [string, string[]] => [column, []]));
  for (let cells = records.next(); cells; cells = records.next())
    ids.forEach((column, index) => columns.get(column)!.push(cells[index]));
  return columns;
}

/** Two columns of a real data set; rows that miss a value are left out. */
export async function readRealData(id: string): Promise<{ x: Float64Array; y: Float64Array }> {
  const sidecar = sidecarOf(id)!;
  const { readTable } = await import('./tables/table.ts');
  const { columns } = readTable(await textOf(id), { separator: ',', header: true });
  const numbers = (column: string) => columns.find(({ name }) => name === column)!.numbers!;
  return completePairs(numbers(sidecar.x), numbers(sidecar.y));
}

/** The rows in which both values are there. */
export function completePairs(x: Float64Array, y: Float64Array): { x: Float64Array; y: Float64Array } {
  const complete = (_: number, row: number) => Number.isFinite(x[row]) && Number.isFinite(y[row]);
  return { x: x.filter(complete), y: y.filter(complete) };
}
