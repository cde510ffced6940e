/** The penguins as samples: two measures, centred and in units of their deviation as in lesson 2.2, and the species as class. */
import { readRealCells, sidecarOf } from '../../figures/data/real-data.ts';

/** The kinds of penguins in the data. */
export const CLASSES = 3;

export interface Samples {
  /** Measures as they were taken. */
  across: Float64Array;
  up: Float64Array;
  /** Class numbers from 0 on, and their names as the data have them. */
  classes: Int32Array;
  species: string[];
  /** What was taken off each measure, and divided by. */
  scales: { mean: number; deviation: number }[];
}

/** Rows that miss one of the two measures are left out. */
export async function readPenguins(acrossId: string, upId: string): Promise<Samples> {
  const columns = await readRealCells('penguins');
  const [first, second, names] = [acrossId, upId, 'species'].map((id) => columns.get(id)!);
  const rows = [...names.keys()].filter((row) => first[row] !== '' && second[row] !== '');
  const across = Float64Array.from(rows, (row) => Number(first[row]));
  const up = Float64Array.from(rows, (row) => Number(second[row]));
  const species = [...new Set(names)].sort();
  return {
    across,
    up,
    species,
    classes: Int32Array.from(rows, (row) => species.indexOf(names[row])),
    scales: [scaleOf(across), scaleOf(up)],
  };
}

function scaleOf(values: Float64Array) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(square) };
}

/** Row by row, as the network sees them. */
export const scaled = ({ across, up, scales: [first, second] }: Samples): Float64Array =>
  Float64Array.from({ length: 2 * across.length }, (_, at) => {
    const [values, { mean, deviation }] = at % 2 ? [up, second] : [across, first];
    return (values[at >> 1] - mean) / deviation;
  });

export const sidecar = () => sidecarOf('penguins')!;
