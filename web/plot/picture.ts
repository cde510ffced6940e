/**
 * A plot told by what it shows: a list of drawings, each a layer with its data. Layers are kept from one list to the next, axes without a
 * domain of their own fit what is drawn, and drawings with a name stand in the legend.
 */
import type { AxisOptions } from './axes.ts';
import type { Dash, Ink, Marker } from './inks.ts';
import type { LegendEntry } from './legend.ts';
import { nameParts } from './parts.ts';
import { Plot, type Domain, type Layer, type PlotOptions } from './plot.ts';
import { evenly, extent, type Interval } from './scale.ts';
import type { RichText } from './text.ts';

/** One layer and what it is to show. */
export interface Drawing {
  readonly layer: (plot: Plot, style: never) => Layer<never>;
  readonly style: object;
  /** The name in the legend, if it has one. */
  readonly name: RichText | undefined;
  /** The name by which a lesson asks for it, if it has one; it stands in `parts.json` of the widget. */
  readonly part: string | undefined;
  /** What is shown where this part of the axis x is. */
  data(x: Interval): unknown;
  /** Whether it is defined all along the axis, so that it does not say which part of it to show. */
  readonly everywhere: boolean;
}

/** A function of x instead of samples of it. */
type Curve = (x: number) => number;

/** Samples of a function: enough for a wide figure on a sharp screen. */
const SAMPLES = 601;

function sampled(f: Curve, domain: Interval): { x: Float64Array; y: Float64Array } {
  const x = evenly(domain, SAMPLES);
  return { x, y: x.map(f) };
}

/**
 * A drawing of a layer, such as `draw(points, { x, y }, { ink: 'data' })`. Instead of x and y there may be a function of x:
 * `draw(curve, Math.sin, { ink: 'f', name: 'sin' })`.
 */
export function draw<Data, Style extends object>(
  layer: (plot: Plot, style?: Style) => Layer<Data>,
  data: Data | (Data extends { x: ArrayLike<number>; y: ArrayLike<number> } ? Curve : never),
  { name, part, ...style }: Style & { name?: RichText; part?: string } = {} as Style,
): Drawing {
  const everywhere = typeof data === 'function';
  return {
    layer: layer as Drawing['layer'],
    style,
    name,
    part,
    everywhere,
    data: (x) => (everywhere ? sampled(data as Curve, x) : data),
  };
}

type Values = ArrayLike<number>;
const both = (values: Values | undefined, more: Values | undefined): number[] =>
  values && more ? Array.from(values, (value, index) => value + more[index]) : [];

/** The places that a layer's data are at, along both axes; of what goes across the whole plot there are none. */
function placesOf(data: unknown): { x: number[]; y: number[] } {
  const { x, y, dx, dy, x0, x1, y0, y1, from, to, height, lower, upper, grid } = data as Record<string, Values> & {
    grid?: { x: Interval; y: Interval };
  };
  const list = (...values: (Values | number | undefined)[]) =>
    values.flatMap((value) => (typeof value === 'number' ? [value] : Array.from(value ?? [])));
  if (grid) return { x: [...grid.x], y: [...grid.y] };
  if (Array.isArray(data)) return { x: data.flatMap((item) => list(item.x)), y: data.flatMap((item) => list(item.y)) };
  if (height) return { x: list(from, to), y: [0, ...list(height)] };
  return { x: list(x, x0, x1, both(x, dx)), y: list(y, y0, y1, lower, upper, from, to, both(y, dy)) };
}

/** What can be said of an axis; without a domain it fits what is drawn. */
export type PictureAxis = Partial<AxisOptions>;

export interface PictureOptions extends Omit<PlotOptions, 'x' | 'y' | 'legend'> {
  x?: PictureAxis;
  y?: PictureAxis;
}

const HOLDS_NOTHING: Interval = [0, 1];

/** The left border of pictures that stand one below the other, in px: numbers of five signs fit beside it. */
const ALIGNED = 44;

export class Picture {
  readonly plot: Plot;
  readonly #options: PictureOptions;
  #drawn: { drawing: Drawing; layer: Layer<never> }[] = [];
  /** What the legend was made of. */
  #named = '';
  #aligned = false;

  constructor(container: Element, options: PictureOptions) {
    this.#options = options;
    const axis = (own: PictureAxis = {}) => ({
      domain: own.scale === 'log' ? ([0.1, 10] as const) : HOLDS_NOTHING,
      ...own,
    });
    this.plot = new Plot(container, { ...options, x: axis(options.x), y: axis(options.y) });
  }

  /** Whether its left border is where that of all aligned pictures is; else it is where the labels leave it. */
  set aligned(aligned: boolean) {
    if (aligned === this.#aligned) return;
    this.#aligned = aligned;
    this.plot.configure({ margin: aligned ? { left: ALIGNED } : undefined });
  }

  /** Shows these drawings, the first at the bottom, and no others; where they are told, on these parts of the axes. */
  show(drawings: readonly Drawing[], domain: Partial<Domain> = {}): void {
    const { x: across, y: up } = this.#options;
    const still = drawings
      .filter(({ everywhere }) => !everywhere)
      .map((drawing) => placesOf(drawing.data(HOLDS_NOTHING)));
    const x =
      domain.x ??
      across?.domain ??
      extent(
        still.flatMap((places) => places.x),
        { scale: across?.scale },
      );
    const data = drawings.map((drawing) => drawing.data(x));
    const y =
      domain.y ??
      up?.domain ??
      extent(
        data.flatMap((shown) => placesOf(shown).y),
        { scale: up?.scale, padding: 0.08 },
      );
    this.plot.domain = { x, y };
    this.#dress(drawings);
    this.#drawn.forEach(({ layer }, index) => layer.update(data[index] as never));
  }

  /** Makes the layers anew from the first one on that is another or looks other than before. */
  #dress(drawings: readonly Drawing[]): void {
    const alike = (one: Drawing, other: Drawing) =>
      one.layer === other.layer && one.part === other.part && JSON.stringify(one.style) === JSON.stringify(other.style);
    const first = drawings.findIndex(
      (drawing, index) => !this.#drawn[index] || !alike(drawing, this.#drawn[index].drawing),
    );
    const kept = first < 0 ? drawings.length : first;
    for (const { layer } of this.#drawn.splice(kept)) layer.remove();
    for (const drawing of drawings.slice(kept)) {
      const layer = drawing.layer(this.plot, drawing.style as never);
      if (drawing.part) nameParts({ [drawing.part]: layer });
      this.#drawn.push({ drawing, layer });
    }
    const legend = drawings.filter(({ name }) => name !== undefined).map(entryOf);
    const named = JSON.stringify(legend);
    if (named !== this.#named) this.plot.configure({ legend });
    this.#named = named;
  }
}

/** A drawing's sample in the legend: a point of those that have markers, a square for bars, or else a line. */
function entryOf(drawing: Drawing): LegendEntry {
  const {
    ink = 'data',
    dash,
    marker,
    radius,
  } = drawing.style as { ink?: Ink; dash?: Dash; marker?: Marker; radius?: number };
  const bars = !drawing.everywhere && 'height' in (drawing.data(HOLDS_NOTHING) as object);
  const point = bars ? 'square' : (marker ?? (radius === undefined ? undefined : 'circle'));
  return {
    label: drawing.name!,
    part: drawing.part,
    ink,
    ...(point && !dash ? { marker: point } : { dash: dash ?? 'solid', marker: point }),
  };
}
