/** The penguins as samples: two measures, centred and in units of their deviation as in lesson 2.2, and the species as class. */
import { getCore } from '../../core/core.ts';
import { readRealTable, sidecarOf } from '../../figures/data/real-data.ts';

export interface Samples {
  /** Measures as they were taken. */
  across: Float64Array;
  up: Float64Array;
  /** Class numbers from 0 on, and their names. */
  classes: Int32Array;
  species: string[];
  /** What was taken off each measure, and divided by. */
  scales: { mean: number; deviation: number }[];
}

function scaleOf(values: Float64Array) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(square) };
}

export async function readPenguins(acrossId: string, upId: string): Promise<Samples> {
  const columns = await readRealTable(await getCore('data'), 'penguins');
  const numbers = (id: string) => columns.find(({ name }) => name === id)!.numbers!;
  const names = columns.find(({ name }) => name === 'species')!.texts!;
  const complete = (_: unknown, row: number) => Number.isFinite(numbers(acrossId)[row]) && Number.isFinite(numbers(upId)[row]);
  const across = numbers(acrossId).filter(complete);
  const up = numbers(upId).filter(complete);
  const known = names.filter(complete);
  const species = [...new Set(known)].sort();
  return {
    across,
    up,
    species,
    classes: Int32Array.from(known, (name) => species.indexOf(name)),
    scales: [scaleOf(across), scaleOf(up)],
  };
}

export const scaled = ({ across, up, scales: [first, second] }: Samples): Float64Array =>
  Float64Array.from({ length: 2 * across.length }, (_, at) =>
    at % 2
      ? (up[(at - 1) / 2] - second.mean) / second.deviation
      : (across[at / 2] - first.mean) / first.deviation,
  );

export const sidecar = () => sidecarOf('penguins')!;
