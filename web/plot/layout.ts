/** How the room of a figure is divided: margins that fit the labels, the plot area, its scales, ticks and key. */

import { horizontalTicks, TICK_GAP, verticalTicks, type AxisOptions, type Font } from './axes.ts';
import { entryWidth, flow, type Flow, type LegendEntry } from './legend.ts';
import type { Box } from './geometry.ts';
import { Scale, type Interval } from './scale.ts';
import { textWidth } from './text.ts';
import type { Tick } from './ticks.ts';

export interface Margin {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** The window a plot shows. */
export interface Domain {
  x: Interval;
  y: Interval;
}

/** What a layer needs to know to draw. */
export interface View {
  readonly x: Scale;
  readonly y: Scale;
  /** Size of the plot area in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly box: Box;
  readonly font: Font;
}

export interface LayoutOptions {
  x: AxisOptions;
  y: AxisOptions;
  /** One unit is as long on both axes: the domain of one is widened to fit. For linear axes. */
  equalAspect?: boolean;
  /** Room around the plot area in CSS pixels; what is left out is made to fit the labels. */
  margin?: Partial<Margin>;
  /** The key, drawn above the plot area. */
  legend?: readonly LegendEntry[];
}

export interface Layout {
  view: View;
  margin: Margin;
  xTicks: readonly Tick[];
  yTicks: readonly Tick[];
  key: Flow;
  /** Height of a row of the key and of the label of the y axis, which stand above the plot area. */
  rowHeight: number;
}

/** Divides a figure of `width` × `height` CSS pixels. */
export function layOut(options: LayoutOptions, width: number, height: number, font: Font): Layout {
  const { x, y, equalAspect, margin: fixed = {}, legend = [] } = options;
  const rowHeight = Math.round(font.size * 1.6);
  const right = fixed.right ?? Math.round(font.size * 1.1);
  const tickRoom = x.ticks === 'none' ? 4 : TICK_GAP + Math.round(font.size * 1.3);
  const bottom = fixed.bottom ?? tickRoom + (x.label ? Math.round(font.size * 1.35) : 0);

  // The top margin depends on the width of the key, that on the left margin, and that on the ticks: so these are guessed first.
  const guess = verticalTicks(y, y.domain, height - bottom - rowHeight, font);
  const widest = Math.max(0, ...guess.map((tick) => textWidth(tick.label, font.css)));
  // In steps of eight pixels, so that the plot does not twitch while its domain moves.
  const left = fixed.left ?? (guess.length === 0 ? 6 : Math.ceil((widest + TICK_GAP + 4) / 8) * 8);
  const areaWidth = Math.max(20, width - left - right);

  const indent = y.label ? Math.ceil(textWidth(y.label, font.css)) + 20 : 0;
  const widths = legend.map((entry) => entryWidth(entry, font.css));
  const key = flow(widths, areaWidth, indent);
  const rows = Math.max(key.rows, y.label ? 1 : 0);
  const top = fixed.top ?? (rows > 0 ? rows * rowHeight + 6 : Math.round(font.size * 0.8));
  const areaHeight = Math.max(20, height - top - bottom);

  const asked = { x: x.domain, y: y.domain };
  const domain = equalAspect ? equalised(asked, areaWidth, areaHeight) : asked;
  const view: View = {
    x: new Scale(x.scale ?? 'linear', domain.x, [0, areaWidth]),
    y: new Scale(y.scale ?? 'linear', domain.y, [areaHeight, 0]),
    width: areaWidth,
    height: areaHeight,
    box: { left: 0, top: 0, right: areaWidth, bottom: areaHeight },
    font,
  };
  return {
    view,
    margin: { top, right, bottom, left },
    xTicks: horizontalTicks(x, domain.x, areaWidth, font),
    yTicks: verticalTicks(y, domain.y, areaHeight, font),
    key,
    rowHeight,
  };
}

/** The smallest window around `domain` in which a unit is as long on both axes. */
function equalised({ x, y }: Domain, width: number, height: number): Domain {
  const unit = Math.max((x[1] - x[0]) / width, (y[1] - y[0]) / height);
  const widened = ([from, to]: Interval, pixels: number): Interval => {
    const room = (unit * pixels - (to - from)) / 2;
    return [from - room, to + room];
  };
  return { x: widened(x, width), y: widened(y, height) };
}
