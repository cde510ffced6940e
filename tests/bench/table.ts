/** One measurement. */
export interface Rate {
  case: string;
  unit: string;
  place: string;
  subject: string;
  round: number;
  perSecond: number;
}

/** One line of the table: medians over the rounds. */
export interface Line {
  case: string;
  unit: string;
  place: string;
  subject: string;
  perSecond: number;
  /** How many times as fast as the native build in the same round. */
  toNative: number;
  /** How many times as fast as this subject the module is, in the same place and round. */
  wasmTo: number;
}

export interface Size {
  what: string;
  raw: number;
  gzip: number;
  brotli: number;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Medians of the rates and of the ratios within each round. */
export function ratios(rates: Rate[]): Line[] {
  const key = (rate: Rate) => `${rate.case} ${rate.place} ${rate.subject}`;
  return [...new Set(rates.map(key))].map((one) => {
    const group = rates.filter((rate) => key(rate) === one);
    const { case: name, unit, place, subject } = group[0];
    const other = (rate: Rate, where: string, who: string) =>
      rates.find((r) => r.case === name && r.round === rate.round && r.place === where && r.subject === who)
        ?.perSecond ?? NaN;
    return {
      case: name,
      unit,
      place,
      subject,
      perSecond: median(group.map((rate) => rate.perSecond)),
      toNative: median(group.map((rate) => rate.perSecond / other(rate, 'native', 'native'))),
      wasmTo: place === 'native' ? NaN : median(group.map((rate) => other(rate, place, 'wasm') / rate.perSecond)),
    };
  });
}

function table(rows: string[][]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row: string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ');
  return [line(rows[0]), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.slice(1).map(line)].join('\n');
}

function digits(value: number): string {
  if (!Number.isFinite(value)) return '';
  return value < 100 ? value.toPrecision(2) : Math.round(value).toLocaleString('en');
}

export function speedTable(lines: Line[]): string {
  const rows = lines.map((line) => [
    `${line.case} (${line.unit}/s)`,
    line.place,
    line.subject,
    digits(Number(line.perSecond.toPrecision(3))),
    digits(line.toNative),
    digits(line.wasmTo),
  ]);
  return table([['case', 'where', 'who', 'per second', '/ native', 'wasm is × as fast'], ...rows]);
}

export function sizeTable(sizes: Size[]): string {
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
  const rows = sizes.map((size) => [size.what, kilobytes(size.raw), kilobytes(size.gzip), kilobytes(size.brotli)]);
  return table([['size (kB)', 'raw', 'gzip -9', 'brotli'], ...rows]);
}
