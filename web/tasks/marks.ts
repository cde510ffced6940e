/** Marks on a figure what was asked: a ring around a point, a line across a plot, a frame around a named part. */
import { factOf } from './grading.ts';
import { fill } from '../language/language.ts';
import { numberWords } from '../language/strings.ts';
import { formatNumber } from '../plot/format.ts';
import { labels } from '../plot/layers/labels.ts';
import { points } from '../plot/layers/points.ts';
import { lines } from '../plot/layers/segments.ts';
import type { Layer, Plot } from '../plot/plot.ts';

/** A number, or the name of a fact of the figure. */
type Place = number | string;

export interface Mark {
  point?: readonly [Place, Place];
  x?: Place;
  y?: Place;
  part?: string;
  /** Which plot of the figure, counted from 1; of a part the one it stands in, for where the figure is shown in small. */
  plot?: number;
  /** What is written at it; `{name}` is a fact. */
  label?: string;
}

/** A figure as far as marks need it. */
export interface Marked extends HTMLElement {
  readonly plots: readonly Plot[];
  readonly state: object;
  readonly report: object;
}

/** Marks a figure as it stands; returns how to take the marks away. Facts that are no numbers mark nothing. */
export function showMarks(figure: Marked, marks: readonly Mark[]): () => void {
  const facts = { ...figure.state, ...figure.report };
  const valueOf = (place: Place): number => Number(typeof place === 'number' ? place : factOf(facts, place));
  const said = (label = ''): string => fill(label, formatted(facts, label));
  const drawn: Layer<never>[] = [];
  const frames: string[] = [];
  for (const { point, x, y, part, plot: number = 1, label } of marks) {
    const plot = figure.plots[number - 1];
    if (part) frames.push(`[data-part~="${CSS.escape(part)}"]`);
    else if (plot) drawn.push(...(point ? ring(plot, point.map(valueOf), said(label)) : line(plot, x, y)));

    function line(on: Plot, upright?: Place, level?: Place): Layer<never>[] {
      const layer = lines(on, { ink: 'ink', dash: 'dashed', weight: 'normal' });
      const place = upright === undefined ? { y: valueOf(level!) } : { x: valueOf(upright) };
      layer.update([{ ...place, label: said(label) }]);
      return [layer];
    }
  }
  const unframe = frame(figure.shadowRoot!, frames);
  return () => {
    drawn.forEach((layer) => layer.remove());
    unframe();
  };
}

function formatted(facts: object, label: string): Record<string, string> {
  const names = [...label.matchAll(/\{([\w.]+)\}/g)].map(([, name]) => name);
  const text = (value: unknown) =>
    typeof value === 'number' ? formatNumber(value, { digits: 4, words: numberWords() }) : String(value);
  return Object.fromEntries(names.map((name) => [name, text(factOf(facts, name))]));
}

function ring(plot: Plot, [x, y]: number[], label: string): Layer<never>[] {
  const circle = points(plot, { ink: 'ink', radius: 11, hollow: true });
  circle.update({ x: [x], y: [y] });
  const words = labels(plot);
  words.update(label ? [{ x, y, text: label, anchor: 'middle', dy: -24 }] : []);
  return [circle, words];
}

function frame(root: ShadowRoot, selectors: readonly string[]): () => void {
  if (!selectors.length) return () => {};
  const sheet = new CSSStyleSheet();
  const parts = `:is(${selectors.join(',')})`;
  // A layer has no box of its own: its strokes and dots are made heavier instead.
  sheet.replaceSync(
    `${parts}:not(g, canvas) { outline: 2px solid var(--dh-ink); outline-offset: 3px; }
     g${parts} { filter: drop-shadow(0 0 3px var(--dh-ink)); }`,
  );
  root.adoptedStyleSheets.push(sheet);
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
