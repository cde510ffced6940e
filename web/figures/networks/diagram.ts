/** A network as a picture: a small map of what every unit gives over the plane, and lines as thick as the weights are large. */
import { css } from 'lit';
import { focusByKey } from '../../controls/nearest.ts';
import type { LayerLayout } from '../../core/training/types.ts';
import { cssColour, palette } from '../../plot/colour.ts';
import type { Rgb } from '../../plot/colour.ts';
import { mapColour } from '../../plot/colour-map.ts';
import type { Layer, View } from '../../plot/plot.ts';
import { Plot } from '../../plot/plot.ts';
import { reuseChildren, setAttributes, svgElement } from '../../plot/svg.ts';
import { setText } from '../../plot/text.ts';
import type { RichText } from '../../plot/text.ts';
import { arrange, edgeAt } from './layout.ts';
import type { Arrangement, EdgeId, UnitId } from './layout.ts';

export interface DiagramData {
  layers: readonly LayerLayout[];
  parameters: ArrayLike<number>;
  /** What every unit gives over the plane, one picture of cells × cells after the other. */
  pictures: Float32Array;
  cells: number;
  /** What the inputs are called. */
  inputs: readonly RichText[];
}

export interface DiagramOptions {
  title: string;
  describe(unit: UnitId): string;
  /** A unit was chosen; with `from`, one of its lines. */
  choose(chosen: UnitId | EdgeId, target: Element): void;
  /** What the pointer or the focus is on. */
  point(at: UnitId | EdgeId | undefined): void;
}

/** Room for the names of the inputs. */
const MARGIN = 34;
/** Width in pixels of a line by the size of its weight. */
const widthOf = (weight: number): number => Math.min(9, 0.4 + 2 * Math.abs(weight));
/** Side of the square that shows a bias. */
const BIAS = 7;

export class NetworkDiagram {
  readonly plot: Plot;
  readonly #options: DiagramOptions;
  readonly #layer: Layer<DiagramData>;
  readonly #names = svgElement('g', { 'aria-hidden': 'true' });
  readonly #targets = svgElement('g', { role: 'group' });
  readonly #cells = document.createElement('canvas');
  #data: DiagramData | undefined;
  #arrangement: Arrangement | undefined;
  #ids: UnitId[] = [];
  #current = 0;
  #edge: EdgeId | undefined;

  constructor(container: Element, options: DiagramOptions) {
    this.#options = options;
    this.plot = new Plot(container, {
      title: options.title,
      interactive: true,
      x: { domain: [0, 1], ticks: 'none', grid: false },
      y: { domain: [0, 1], ticks: 'none', grid: false },
      margin: { left: 0, right: 0, top: 4, bottom: 4 },
      aspect: (width) => width / 312,
    });
    this.#layer = this.#addLayer();
    this.#targets.setAttribute('aria-label', options.title);
    this.plot.overlay.append(this.#names, this.#targets);
    this.plot.onViewChange(() => this.#place());
    this.#listen();
  }

  get element(): HTMLElement {
    return this.plot.root;
  }

  show(data: DiagramData): void {
    const before = this.#data;
    this.#data = data;
    if (!before || sizesOf(before).join() !== sizesOf(data).join() || before.inputs !== data.inputs) this.#place();
    this.#layer.update(data);
  }

  /** The target of a unit, for what is to stand beside it. */
  targetOf({ layer, unit }: UnitId): Element | undefined {
    return this.#targets.children[this.#ids.findIndex((id) => id.layer === layer && id.unit === unit)];
  }

  // ---- Targets ----------------------------------------------------------------------------------------------------------------

  #place(): void {
    const data = this.#data;
    if (!data) return;
    const { width, height } = this.plot.view;
    const arrangement = arrange(sizesOf(data), width, height, MARGIN);
    this.#arrangement = arrangement;
    const { side, units } = arrangement;
    this.#ids = units.flatMap((layer, index) => layer.map((_, unit) => ({ layer: index, unit })));
    const targets = reuseChildren(this.#targets, this.#ids.length, () => svgElement('rect', { role: 'button' }));
    this.#ids.forEach((id, index) => {
      const [x, y] = units[id.layer][id.unit];
      setAttributes(targets[index], { x: x - side / 2, y: y - side / 2, width: side, height: side });
      targets[index].setAttribute('aria-label', this.#options.describe(id));
    });
    this.#reach(Math.min(this.#current, this.#ids.length - 1));
    const names = reuseChildren(this.#names, data.inputs.length, () => svgElement('text', { 'text-anchor': 'end' }));
    data.inputs.forEach((name, unit) => {
      const [x, y] = units[0][unit];
      setAttributes(names[unit], { x: x - side / 2 - 6, y, dy: '0.35em' });
      setText(names[unit] as SVGTextElement, name);
    });
  }

  #reach(index: number): void {
    this.#current = index;
    [...this.#targets.children].forEach((target, at) => target.setAttribute('tabindex', at === index ? '0' : '-1'));
  }

  #listen(): void {
    const indexOf = (event: Event) => [...this.#targets.children].indexOf(event.target as Element);
    const choose = (index: number) => this.#options.choose(this.#ids[index], this.#targets.children[index]);
    this.#targets.addEventListener('focusin', (event) => {
      this.#reach(indexOf(event));
      this.#options.point(this.#ids[this.#current]);
    });
    this.#targets.addEventListener('focusout', () => this.#options.point(undefined));
    this.#targets.addEventListener('keydown', (event) => {
      const index = indexOf(event);
      if (event.key !== 'Enter' && event.key !== ' ')
        return focusByKey(event, [...this.#targets.children] as SVGElement[], index);
      choose(index);
      event.preventDefault();
      event.stopPropagation();
    });
    const { root } = this.plot;
    root.addEventListener('pointermove', (event) => {
      const index = indexOf(event);
      this.#point(index < 0 ? this.#edgeUnder(event) : undefined, this.#ids[index]);
    });
    root.addEventListener('pointerleave', () => this.#point(undefined, undefined));
    root.addEventListener('click', (event) => {
      const index = indexOf(event);
      if (index >= 0) return choose(index);
      const edge = this.#edgeUnder(event);
      const target = edge && this.targetOf(edge);
      if (target) this.#options.choose(edge, target);
    });
  }

  #point(edge: EdgeId | undefined, unit: UnitId | undefined): void {
    const changed = JSON.stringify(edge) !== JSON.stringify(this.#edge);
    this.#edge = edge;
    this.plot.root.style.cursor = edge || unit ? 'pointer' : '';
    if (changed) this.plot.invalidate(this.#layer as Layer<never>);
    this.#options.point(edge ?? unit);
  }

  #edgeUnder(event: MouseEvent): EdgeId | undefined {
    const pixel = this.plot.toPixel(...this.plot.pointerToData(event));
    return this.#arrangement && edgeAt(this.#arrangement, ...(pixel as [number, number]));
  }

  // ---- Drawing ----------------------------------------------------------------------------------------------------------------

  #addLayer(): Layer<DiagramData> {
    const canvas = document.createElement('canvas');
    return this.plot.addLayer<DiagramData>({
      element: canvas,
      themed: true,
      draw: (data, view) => this.#draw(canvas.getContext('2d')!, data, view),
    });
  }

  #draw(context: CanvasRenderingContext2D, data: DiagramData, { width, height }: View): void {
    const arrangement = this.#arrangement;
    if (!arrangement) return;
    context.clearRect(0, 0, width, height);
    this.#drawEdges(context, data, arrangement);
    this.#drawUnits(context, data, arrangement);
  }

  #drawEdges(
    context: CanvasRenderingContext2D,
    { layers, parameters }: DiagramData,
    { side, units }: Arrangement,
  ): void {
    const { dark } = palette();
    const [negative, positive] = [0, 1].map((place) => cssColour(mapColour('signed', place, dark)));
    context.globalAlpha = 0.75;
    for (let layer = 1; layer < layers.length; ++layer) {
      const { weights, inputs } = layers[layer];
      units[layer].forEach(([x1, y1], unit) =>
        units[layer - 1].forEach(([x0, y0], from) => {
          const weight = parameters[weights + unit * inputs + from];
          context.strokeStyle = weight < 0 ? negative : positive;
          context.lineWidth = widthOf(weight);
          context.beginPath();
          context.moveTo(x0 + side / 2, y0);
          context.lineTo(x1 - side / 2, y1);
          context.stroke();
        }),
      );
    }
    context.globalAlpha = 1;
    if (!this.#edge) return;
    const { layer, unit, from } = this.#edge;
    const [start, end] = [units[layer - 1]?.[from], units[layer]?.[unit]];
    if (!start || !end) return;
    context.strokeStyle = palette().css('accent');
    context.lineWidth = 2;
    context.beginPath();
    context.moveTo(start[0] + side / 2, start[1]);
    context.lineTo(end[0] - side / 2, end[1]);
    context.stroke();
  }

  #drawUnits(context: CanvasRenderingContext2D, data: DiagramData, { side, units }: Arrangement): void {
    const { layers, parameters, pictures, cells } = data;
    const colours = palette();
    const table = signedTable(colours.dark);
    this.#cells.width = this.#cells.height = cells;
    const small = this.#cells.getContext('2d')!;
    const image = small.createImageData(cells, cells);
    let picture = 0;
    units.forEach((layer, index) =>
      layer.forEach(([x, y], unit) => {
        const values = pictures.subarray(picture, (picture += cells * cells));
        paint(image, values, cells, reachOf(values, index === 0), table);
        small.putImageData(image, 0, 0);
        const [left, top] = [x - side / 2, y - side / 2];
        context.drawImage(this.#cells, left, top, side, side);
        context.strokeStyle = colours.css('line');
        context.lineWidth = 1;
        context.strokeRect(left + 0.5, top + 0.5, side - 1, side - 1);
        if (index === 0) return;
        const bias = parameters[layers[index].biases + unit];
        context.fillStyle = cssColour(table[Math.round(127.5 + 127.5 * Math.max(-1, Math.min(1, bias)))]);
        context.fillRect(left - 2, top + side - BIAS + 2, BIAS, BIAS);
        context.strokeRect(left - 1.5, top + side - BIAS + 2.5, BIAS - 1, BIAS - 1);
      }),
    );
  }
}

const TABLES: Partial<Record<'light' | 'dark', readonly Rgb[]>> = {};

/** The colours of −1 to 1 in 256 steps. */
const signedTable = (dark: boolean): readonly Rgb[] =>
  (TABLES[dark ? 'dark' : 'light'] ??= Array.from({ length: 256 }, (_, index) =>
    mapColour('signed', index / 255, dark),
  ));

const sizesOf = ({ layers }: DiagramData): number[] => layers.map(({ units }) => units);

/** What the ends of the colours stand for: 1, or the largest value where that is more. Inputs fill the colours. */
export function reachOf(values: Float32Array, fill: boolean): number {
  let most = fill ? 0 : 1;
  for (const value of values) if (Math.abs(value) > most) most = Math.abs(value);
  return Number.isFinite(most) && most > 0 ? most : 1;
}

/** A picture upright: the first row of the values is the lowest. */
function paint(image: ImageData, values: Float32Array, cells: number, reach: number, table: readonly Rgb[]): void {
  for (let row = 0; row < cells; ++row)
    for (let column = 0; column < cells; ++column) {
      const share = values[row * cells + column] / reach;
      const colour = table[Math.round(127.5 + 127.5 * Math.max(-1, Math.min(1, share || 0)))];
      const target = 4 * ((cells - 1 - row) * cells + column);
      image.data[target] = colour[0];
      image.data[target + 1] = colour[1];
      image.data[target + 2] = colour[2];
      image.data[target + 3] = 255;
    }
}

/** How the targets look, and that the picture has no axes. */
export const diagramStyles = css`
  .network .axis {
    display: none;
  }
  .network [role='button'] {
    fill: transparent;
    stroke: transparent;
    stroke-width: 2px;
    cursor: pointer;
    outline: none;
    pointer-events: all;
  }
  .network [role='button']:is(:hover, :focus-visible) {
    stroke: var(--dh-accent);
  }
`;
