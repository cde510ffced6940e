/** Which numbers stand on an axis, and how they are written: the same digits on every label of one axis. */

import { tickIncrement, ticks } from 'd3-array';
import { formatNumber, powerOfTen, superscript, plain } from './format.ts';

export interface Tick {
  value: number;
  label: string;
}

/** About `count` round values in [from, to], all with the same number of decimals or the same power of ten. */
export function linearTicks(from: number, to: number, count: number): Tick[] {
  const values = ticks(from, to, count);
  if (values.length === 0) return [];
  const increment = tickIncrement(from, to, count);
  // d3 gives steps below one as minus their reciprocal, so that they stay exact.
  const step = increment > 0 ? increment : -1 / increment;
  const largest = Math.max(Math.abs(values[0]!), Math.abs(values[values.length - 1]!));
  const stepPower = Math.floor(Math.log10(step) + 1e-9);
  const largestPower = largest === 0 ? 0 : Math.floor(Math.log10(largest) + 1e-9);
  if (largestPower < 6 && stepPower > -5) {
    return values.map((value) => ({ value, label: plain(value.toFixed(Math.max(0, -stepPower))) }));
  }
  const decimals = Math.min(15, Math.max(0, largestPower - stepPower));
  return values.map((value) => ({
    value,
    label:
      value === 0 ? '0' : `${plain((value / 10 ** largestPower).toFixed(decimals))}×10${superscript(largestPower)}`,
  }));
}

/**
 * At most about `count` values in [from, to], both positive, for a logarithmic axis: powers of ten, evenly skipped where
 * there are too many; 1, 2 and 5 times them where there is hardly one; evenly spaced values where there are no such.
 */
export function logTicks(from: number, to: number, count: number): Tick[] {
  const tolerance = 1e-9;
  const first = Math.ceil(Math.log10(from) - tolerance);
  const last = Math.floor(Math.log10(to) + tolerance);
  const stride = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, count)));
  const decades: Tick[] = [];
  for (let power = Math.ceil(first / stride) * stride; power <= last; power += stride) {
    decades.push({ value: Number(`1e${power}`), label: powerOfTen(power) });
  }
  if (last - first >= 2) return decades;
  const between: Tick[] = [];
  for (let power = first - 1; power <= last; ++power) {
    for (const factor of [1, 2, 5]) {
      const value = Number(`${factor}e${power}`);
      if (value >= from * (1 - tolerance) && value <= to * (1 + tolerance)) {
        between.push({ value, label: formatNumber(value, { digits: 3 }) });
      }
    }
  }
  if (between.length >= 2 && between.length <= Math.max(2, count)) return between;
  return decades.length >= 2 ? decades : between.length >= 2 ? between : linearTicks(from, to, count);
}
