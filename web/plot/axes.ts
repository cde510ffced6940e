/** The frame of a plot: grid, zero lines, tick labels, axis labels; and how much room they need. */

import type { Scale, ScaleKind, Interval } from './scale.ts';
import { round, setAttributes, svgElement } from './svg.ts';
import { setText, textWidth, type RichText } from './text.ts';
import { linearTicks, logTicks, type Tick } from './ticks.ts';

export interface AxisOptions {
  /** The values at the two ends of the axis. */
  domain: Interval;
  scale?: ScaleKind;
  label?: RichText;
  /** Own ticks, e.g. names; `none` for an axis without numbers. Chosen to fit when left out. */
  ticks?: readonly Tick[] | 'none';
  /** Lines across the plot at the ticks (default true). */
  grid?: boolean;
}

export interface Font {
  /** CSS font shorthand, for measuring. */
  css: string;
  /** In CSS pixels. */
  size: number;
}

/** Ticks of a vertical axis of `height` pixels: about one every three lines of text. */
export function verticalTicks(axis: AxisOptions, domain: Interval, height: number, font: Font): readonly Tick[] {
  return axis.ticks ? ownTicks(axis.ticks, domain) : automatic(axis, domain, Math.max(2, height / (font.size * 3.6)));
}

/** As many ticks of a horizontal axis as stand side by side with some space between their labels. */
export function horizontalTicks(axis: AxisOptions, domain: Interval, width: number, font: Font): readonly Tick[] {
  if (axis.ticks) return ownTicks(axis.ticks, domain);
  let ticks: readonly Tick[] = [];
  for (let count = Math.max(2, Math.round(width / 64)); count >= 1; --count) {
    ticks = automatic(axis, domain, count);
    const widest = Math.max(0, ...ticks.map((tick) => textWidth(tick.label, font.css)));
    if (ticks.length * (widest + font.size) <= width) break;
  }
  return ticks;
}

function automatic(axis: AxisOptions, [from, to]: Interval, count: number): Tick[] {
  return axis.scale === 'log' ? logTicks(from, to, count) : linearTicks(from, to, count);
}

function ownTicks(ticks: readonly Tick[] | 'none', [from, to]: Interval): readonly Tick[] {
  return ticks === 'none' ? [] : ticks.filter(({ value }) => value >= from && value <= to);
}

/** Space between the plot area and the tick labels, in CSS pixels. */
export const TICK_GAP = 7;

export class Axes {
  readonly grid = svgElement('g');
  readonly labels = svgElement('g', { 'aria-hidden': 'true' });
  private readonly gridLines = svgElement('path', { class: 'grid' });
  private readonly axisLines = svgElement('path', { class: 'axis' });
  private readonly tickLabels = svgElement('g', { class: 'tick-labels' });
  private readonly xLabel = svgElement('text', { class: 'axis-label', 'text-anchor': 'end' });
  private readonly yLabel = svgElement('text', { class: 'axis-label' });

  constructor() {
    this.grid.append(this.gridLines, this.axisLines);
    this.labels.append(this.tickLabels, this.xLabel, this.yLabel);
  }

  /** Draws the frame around the plot area; the label above it is centred on `yLabelMiddle`. */
  draw(
    x: { axis: AxisOptions; ticks: readonly Tick[] },
    y: { axis: AxisOptions; ticks: readonly Tick[] },
    view: { x: Scale; y: Scale; width: number; height: number; font: Font },
    margin: { left: number; right: number },
    yLabelMiddle: number,
  ): void {
    const { width, height, font } = view;
    // Lines one pixel wide are sharp when they lie in the middle of a pixel.
    const sharp = (pixel: number) => Math.floor(pixel) + 0.5;
    const columns = x.ticks.map((tick) => ({ ...tick, at: view.x.toPixel(tick.value) }));
    const rows = y.ticks.map((tick) => ({ ...tick, at: view.y.toPixel(tick.value) }));
    const vertical = (pixel: number) => `M${sharp(pixel)},0V${height}`;
    const horizontal = (pixel: number) => `M0,${sharp(pixel)}H${width}`;
    this.gridLines.setAttribute(
      'd',
      (x.axis.grid === false ? '' : columns.map(({ at }) => vertical(at)).join('')) +
        (y.axis.grid === false ? '' : rows.map(({ at }) => horizontal(at)).join('')),
    );
    const atLeft = crossing(view.x);
    const atBottom = crossing(view.y);
    this.axisLines.setAttribute('d', vertical(atLeft ?? 0) + horizontal(atBottom ?? height));
    this.tickLabels.replaceChildren(
      ...columns.map(({ at, label }) => {
        // A label at the very end of the axis must not be cut off by the edge of the figure.
        const half = textWidth(label, font.css) / 2;
        const position = Math.min(Math.max(at, half - margin.left + 1), width + margin.right - half - 1);
        return tickText(label, { x: round(position), y: height + TICK_GAP, dy: '0.8em', 'text-anchor': 'middle' });
      }),
      ...rows.map(({ at, label }) =>
        tickText(label, { x: -TICK_GAP, y: round(at), dy: '0.35em', 'text-anchor': 'end' }),
      ),
    );
    setText(this.xLabel, x.axis.label ?? '');
    setAttributes(this.xLabel, { x: width, y: height + TICK_GAP + font.size * (x.ticks.length > 0 ? 2.3 : 0.9) });
    setText(this.yLabel, y.axis.label ?? '');
    setAttributes(this.yLabel, { x: 0, y: yLabelMiddle, dy: '0.35em' });
  }
}

/** Pixel of zero where the axis has one inside: the other axis stands there. */
function crossing(scale: Scale): number | undefined {
  const [from, to] = scale.domain;
  return scale.kind === 'linear' && from < 0 && to > 0 ? scale.toPixel(0) : undefined;
}

function tickText(label: string, attributes: Record<string, string | number>): SVGTextElement {
  const text = svgElement('text', attributes);
  text.textContent = label;
  return text;
}
