/** The map between data and pixels along one axis. */

export type Interval = readonly [from: number, to: number];
export type ScaleKind = 'linear' | 'log';

/** So many places from one end to the other, both included. */
export const evenly = ([from, to]: Interval, count: number): Float64Array<ArrayBuffer> =>
  Float64Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));

export class Scale {
  readonly kind: ScaleKind;
  readonly domain: Interval;
  /** Pixels at the two ends of the domain. */
  readonly range: Interval;
  private readonly offset: number;
  private readonly factor: number;

  /** @throws RangeError when the domain is not an increasing pair of finite (for `log`: positive) numbers. */
  constructor(kind: ScaleKind, domain: Interval, range: Interval) {
    assertDomain(kind, domain);
    this.kind = kind;
    this.domain = domain;
    this.range = range;
    const from = this.warp(domain[0]);
    const to = this.warp(domain[1]);
    this.factor = (range[1] - range[0]) / (to - from);
    this.offset = range[0] - from * this.factor;
  }

  /** Pixel of a value; not finite where the value is not, or is not positive on a logarithmic axis. */
  toPixel(value: number): number {
    return this.offset + this.factor * this.warp(value);
  }

  toData(pixel: number): number {
    const warped = (pixel - this.offset) / this.factor;
    return this.kind === 'log' ? 10 ** warped : warped;
  }

  private warp(value: number): number {
    if (this.kind === 'linear') return value;
    return value > 0 ? Math.log10(value) : NaN;
  }
}

export function assertDomain(kind: ScaleKind, [from, to]: Interval): void {
  const valid = Number.isFinite(to - from) && from < to && (kind === 'linear' || from > 0);
  if (!valid) throw new RangeError(`The domain of a ${kind} axis cannot be [${from}, ${to}].`);
}

export interface ExtentOptions {
  scale?: ScaleKind;
  /** Room left on either side, as a fraction of the extent (default 0.05). */
  padding?: number;
  /** Values the domain must contain, e.g. 0. */
  include?: readonly number[];
  /** The domain when no value can be shown. */
  fallback?: Interval;
}

/**
 * A valid domain that holds every finite (for `log`: positive) value, whatever the values are. It ends at ±4.5·10³⁰⁷, so that its
 * width is a number too.
 */
export function extent(values: Iterable<number>, options: ExtentOptions = {}): [number, number] {
  const { scale = 'linear', padding = 0.05, include = [], fallback = scale === 'log' ? [0.1, 10] : [-1, 1] } = options;
  let from = Infinity;
  let to = -Infinity;
  const take = (value: number) => {
    if (!Number.isFinite(value) || (scale === 'log' && value <= 0)) return;
    from = Math.min(from, value);
    to = Math.max(to, value);
  };
  for (const value of values) take(value);
  for (const value of include) take(value);
  if (from > to) return [fallback[0], fallback[1]];
  if (scale === 'log') {
    const ratio = from === to ? 2 : (to / from) ** padding;
    return [Math.max(from / ratio, Number.MIN_VALUE), Math.min(to * ratio, Number.MAX_VALUE)];
  }
  const room = from === to ? Math.max(Math.abs(from) * 0.5, 1) : (to - from) * padding;
  return [Math.max(from - room, -Number.MAX_VALUE / 4), Math.min(to + room, Number.MAX_VALUE / 4)];
}
