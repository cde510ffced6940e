/**
 * Where the data of a figure come from: a generator of the core, a real data set of the book, points of the reader's own that travel in
 * links, or a larger table of the reader's own that stays in the page.
 */
import { getCore } from '../../core/core.ts';
import type { Option } from '../../controls/choice.ts';
import { LOADED, MOST_POINTS, OWN } from './data-fields.ts';
import type { DataState } from './data-fields.ts';
import strings from './data-strings.json' with { type: 'json' };
import { language, translator } from '../../language/language.ts';
import { FieldError } from '../../fields/field-error.ts';
import { columnLabel, readRealData, realDataIds, sidecarOf } from './real-data.ts';

export const sayOfData = translator(strings);

/** Points with one input. */
export interface DataSet {
  id: string;
  x: Float64Array;
  y: Float64Array;
  /** What stands at the axes, and heads the columns. */
  names: readonly [x: string, y: string];
  /** What the reader should know of where real data come from; empty for others. */
  credit: string;
}

export type PointTable = Pick<DataSet, 'x' | 'y' | 'names'>;

export const isGenerated = (id: string): boolean => id !== OWN && id !== LOADED && sidecarOf(id) === undefined;

/** The generators that give one input and one output, asked for once; a failed request is not kept. */
let generators: Promise<readonly string[]> | undefined;
function generatorIds(): Promise<readonly string[]> {
  generators ??= findGenerators().catch((error: unknown) => {
    generators = undefined;
    throw error;
  });
  return generators;
}

async function findGenerators(): Promise<string[]> {
  const core = await getCore('data');
  const ids = (await core.dataCatalog()).datasets.map(({ id }) => id);
  const samples = await Promise.all(ids.map((id) => core.dataset(id)));
  return ids.filter((_, index) => samples[index].columns === 1 && samples[index].classes === 0);
}

/** Without a connection, say. */
function noData(cause: unknown): never {
  console.error(cause);
  throw new FieldError('data', { code: 'data-unavailable' });
}

const asPoints = ({ x, y }: Pick<DataSet, 'x' | 'y'>): number[][] => Array.from(x, (value, index) => [value, y[index]]);

/** The data of one figure. It holds what does not fit into the state: a large table, and the names of own columns. */
export class DataSource {
  #names: readonly [string, string] = ['x', 'y'];
  #loaded: DataSet | undefined;
  /** Points changed by hand: during a drag some are on their way while others are shown. */
  readonly #byHand = new WeakSet<DataState['points']>();
  #last: { state: DataState; loaded: DataSet | undefined; found: Promise<DataSet> } | undefined;

  /** The data of a state; the same object as long as nothing about it changes. */
  open({ data, points, seed, samples }: DataState): Promise<DataSet> {
    const last = this.#last;
    const same =
      last &&
      last.state.data === data &&
      (data !== OWN || last.state.points === points) &&
      (data !== LOADED || last.loaded === this.#loaded) &&
      (!isGenerated(data) || (last.state.seed === seed && last.state.samples === samples));
    if (same) return last.found;
    const found = this.#find({ data, points, seed, samples });
    this.#last = { state: { data, points, seed, samples }, loaded: this.#loaded, found };
    found.catch(() => (this.#last = undefined));
    return found;
  }

  async #find({ data, points, seed, samples }: DataState): Promise<DataSet> {
    if (data === OWN) {
      const column = (index: number) => Float64Array.from(points, (point) => point[index]);
      return { id: data, x: column(0), y: column(1), names: this.#names, credit: '' };
    }
    if (data === LOADED) {
      if (!this.#loaded) throw new FieldError('data', { code: 'table-gone' });
      return this.#loaded;
    }
    const sidecar = sidecarOf(data);
    if (sidecar) {
      const { x, y, title, source, licence, changes } = { ...sidecar, ...(await readRealData(data).catch(noData)) };
      const names = [columnLabel(sidecar, sidecar.x), columnLabel(sidecar, sidecar.y)] as const;
      return {
        id: data,
        x,
        y,
        names,
        credit: sayOfData('credit', { title: title[language()], source, licence, changes }),
      };
    }
    const ids = await generatorIds();
    if (!ids.includes(data))
      throw new FieldError('data', { code: 'unknown-id', expected: [...ids, ...realDataIds(), OWN].join(', ') });
    const core = await getCore('data');
    const { inputs, outputs } = await core.dataset(data, samples === undefined ? {} : { points: samples }, seed);
    return { id: data, x: inputs, y: outputs, names: ['x', 'y'], credit: '' };
  }

  /** Takes points of the reader's own; gives the change of state that shows them. */
  take({ x, y, names }: PointTable): { data: string; points?: number[][] } {
    this.#names = names;
    if (x.length <= MOST_POINTS) return { data: OWN, points: asPoints({ x, y }) };
    this.#loaded = { id: LOADED, x, y, names, credit: '' };
    return { data: LOADED };
  }

  /** The change of state that makes data the reader's own points, as a list to be edited. */
  edited(data: DataSet, edit: (points: number[][]) => number[][]): { data: string; points: number[][] } {
    this.#names = data.names;
    const points = edit(asPoints(data));
    this.#byHand.add(points);
    return { data: OWN, points };
  }

  /** Are these points that were changed by hand? */
  isByHand(points: DataState['points'] | undefined): boolean {
    return points !== undefined && this.#byHand.has(points);
  }

  /** Does a change bring other data than those of the state? Points that are moved by hand are no others. */
  bringsOthers({ data, points }: Partial<DataState>, state: DataState): boolean {
    if (data === undefined || this.isByHand(points)) return false;
    return data !== state.data || data === LOADED || points !== undefined;
  }

  /** Everything that can be chosen, named in the reader's language. */
  async options(): Promise<Option[]> {
    const generated = (await generatorIds()).map((id) => ({ id, label: sayOfData(`data-${id}`) }));
    const real = realDataIds().map((id) => ({ id, label: sidecarOf(id)!.title[language()] }));
    const loaded = this.#loaded ? [{ id: LOADED, label: sayOfData('data-loaded') }] : [];
    return [...generated, ...real, { id: OWN, label: sayOfData('data-own') }, ...loaded];
  }
}
