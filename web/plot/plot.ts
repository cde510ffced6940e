/**
 * A figure with two axes: canvases (heat maps, clouds of points) under one SVG (grid, curves, arrows, text, handles).
 *
 * It knows nothing of a lesson. Layers are made by the functions in `layers/` and are given typed arrays; what changes is
 * drawn once per frame, and only what changed. Pixels are CSS pixels of the plot area, whose upper left corner is (0, 0).
 */

import { Axes, type AxisOptions, type Font } from './axes.ts';
import { onThemeChange } from './colour.ts';
import { contains, grow } from './geometry.ts';
import { layOut, type Domain, type LayoutOptions, type Margin, type View } from './layout.ts';
import { drawLegend } from './legend.ts';
import { assertDomain, type Interval } from './scale.ts';
import { adoptPlotStyles } from './styles.ts';
import { setAttributes, svgElement } from './svg.ts';

export type { Domain, View };

export interface PlotOptions extends LayoutOptions {
  /** Names the figure for screen readers. */
  title: string;
  /** Says what it shows, for screen readers; keep it up to date with `configure`. */
  description?: string;
  /** Whether the overlay will hold handles: the figure is then a labelled group rather than one image. */
  interactive?: boolean;
  /** Width over height of the whole figure (default 1.6), by width if need be; `fill` takes the height of the container. */
  aspect?: number | ((width: number) => number) | 'fill';
}

/** A kind of layer: what it draws on and how. A canvas is sized by the plot and scaled so that a unit is a CSS pixel. */
export interface LayerSpec<Data> {
  element: SVGGElement | HTMLCanvasElement;
  /** Cut off at the border of the plot area (SVG only; canvases always are). */
  clip?: boolean;
  /** Draw again when the theme changes, because colours are computed rather than styled. */
  themed?: boolean;
  draw(data: Data, view: View): void;
}

/** What the maker of a layer holds. */
export interface Layer<Data> {
  readonly element: SVGGElement | HTMLCanvasElement;
  /** Shows new data in the next frame. Arrays are not copied: do not write into them afterwards. */
  update(data: Data): void;
  visible: boolean;
  remove(): void;
}

/** Of the whole figure, in CSS pixels. */
interface Size {
  width: number;
  height: number;
  font: Font;
}

interface Entry {
  spec: LayerSpec<unknown>;
  data: unknown;
  hasData: boolean;
}

let plotCount = 0;

export class Plot {
  readonly root = document.createElement('div');
  readonly svg = svgElement('svg');
  /** Above everything and at the same origin as the plot area, for draggable handles. */
  readonly overlay = svgElement('g');
  private readonly frame = svgElement('g');
  /** Under the canvases: no line of the grid crosses the data. */
  private readonly ground = svgElement('svg', { 'aria-hidden': 'true' });
  private readonly marks = svgElement('g', { class: 'marks', 'aria-hidden': 'true' });
  private readonly area = svgElement('rect', { class: 'area' });
  private readonly clip = svgElement('rect');
  private readonly legendGroup = svgElement('g', { 'aria-hidden': 'true', 'data-part': 'legend' });
  private readonly descriptionElement = svgElement('desc');
  private readonly ruler = document.createElement('div');
  private readonly axes = new Axes();
  private readonly id = `dh-plot-${++plotCount}`;
  private readonly entries = new Map<Layer<never>, Entry>();
  private readonly dirty = new Set<Entry>();
  private readonly viewListeners = new Set<(view: View) => void>();
  private readonly resizing: ResizeObserver;
  private readonly forgetTheme: () => void;
  private readonly destroyed = new AbortController();
  private options: PlotOptions;
  private currentView: View | undefined;
  private margin!: Margin;
  private size: Size | undefined;
  private frameRequest = 0;
  private layoutDirty = true;
  private animation = 0;

  /**
   * @param container is in a document or shadow tree; the plot is as wide as it, at every time.
   * @throws RangeError when a domain is not an increasing pair of finite (for `log`: positive) numbers.
   */
  constructor(container: Element | ShadowRoot, options: PlotOptions) {
    this.options = checked(options);
    adoptPlotStyles(container);
    this.root.className = options.aspect === 'fill' ? 'dh-plot fill' : 'dh-plot';
    this.ruler.className = 'ruler';
    const clipPath = svgElement('clipPath', { id: `${this.id}-clip` }, this.clip);
    this.descriptionElement.id = `${this.id}-description`;
    this.ground.append(this.axes.grid);
    this.frame.append(this.area, this.marks, this.axes.labels, this.legendGroup, this.overlay);
    this.svg.append(this.descriptionElement, svgElement('defs', {}, clipPath), this.frame);
    this.root.append(this.ruler, this.ground, this.svg);
    container.append(this.root);
    // The ruler has the width of the plot and no height, so that setting the height does not call the observer again.
    this.resizing = new ResizeObserver(() => {
      if (!this.resized()) return;
      this.remeasure();
      this.flush();
    });
    this.resizing.observe(options.aspect === 'fill' ? this.root : this.ruler);
    this.forgetTheme = onThemeChange(() => {
      for (const entry of this.entries.values()) if (entry.spec.themed) this.invalidateEntry(entry);
    });
    // Labels are as wide as their font makes them, and it may arrive after the plot.
    if (document.fonts.status === 'loading') void document.fonts.ready.then(() => this.remeasure());
    this.watchPixelRatio();
    this.describe();
    this.layout();
  }

  /** Scales and size of the plot area as they stand. With `equalAspect` their domains may be wider than those asked for. */
  get view(): View {
    if (this.layoutDirty) this.layout();
    return this.currentView!;
  }

  /** Is a place of the data inside the plot area, its border included? */
  shows(x: number, y: number): boolean {
    return contains(grow(this.view.box, 0.5), ...(this.toPixel(x, y) as [number, number]));
  }

  /** The window asked for; `view` has what is shown. Assigning moves there at once, `moveTo` by an animation. */
  get domain(): Domain {
    return { x: this.options.x.domain, y: this.options.y.domain };
  }

  set domain({ x, y }: Partial<Domain>) {
    cancelAnimationFrame(this.animation);
    this.configure({ ...(x && { x: { domain: x } }), ...(y && { y: { domain: y } }) });
  }

  /** Changes some options; those of an axis are merged with what it has. Where something is drawn anew, all layers are. */
  configure(
    change: Partial<Omit<PlotOptions, 'x' | 'y'>> & { x?: Partial<AxisOptions>; y?: Partial<AxisOptions> },
  ): void {
    this.options = checked({
      ...this.options,
      ...change,
      x: { ...this.options.x, ...change.x },
      y: { ...this.options.y, ...change.y },
    });
    this.describe();
    if ('aspect' in change) this.size = undefined;
    this.invalidate();
  }

  /** Moves to another window, seen to move where the reader has not asked for less motion. */
  moveTo(target: Partial<Domain>, milliseconds = 250): void {
    cancelAnimationFrame(this.animation);
    const start = this.domain;
    const end = { ...start, ...target };
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.domain = end;
      return;
    }
    const begin = performance.now();
    const advance = (now: number) => {
      const share = Math.min(1, Math.max(0, (now - begin) / milliseconds));
      const eased = share * share * (3 - 2 * share);
      const between = (axis: 'x' | 'y') =>
        interpolate(start[axis], end[axis], eased, this.options[axis].scale === 'log');
      this.configure(
        share < 1
          ? { x: { domain: between('x') }, y: { domain: between('y') } }
          : { x: { domain: end.x }, y: { domain: end.y } },
      );
      if (share < 1) this.animation = requestAnimationFrame(advance);
    };
    this.animation = requestAnimationFrame(advance);
  }

  /** Pixel of a data point in the plot area (which is also the overlay's coordinate system). */
  toPixel(x: number, y: number): [px: number, py: number] {
    return [this.view.x.toPixel(x), this.view.y.toPixel(y)];
  }

  /** Data coordinates of a pixel of the plot area. */
  toData(px: number, py: number): [x: number, y: number] {
    return [this.view.x.toData(px), this.view.y.toData(py)];
  }

  /** Data coordinates under a mouse, pen or finger. */
  pointerToData(event: { clientX: number; clientY: number }): [x: number, y: number] {
    const { left, top } = this.svg.getBoundingClientRect();
    return this.toData(event.clientX - left - this.margin.left, event.clientY - top - this.margin.top);
  }

  /** Calls back after every change of the scales or the size, in the frame in which it is drawn; returns how to stop it. */
  onViewChange(listener: (view: View) => void): () => void {
    this.viewListeners.add(listener);
    return () => this.viewListeners.delete(listener);
  }

  /** Adds a layer above those there are. Used by the functions in `layers/`. */
  addLayer<Data>(spec: LayerSpec<Data>): Layer<Data> {
    const entry: Entry = { spec: spec as LayerSpec<unknown>, data: undefined, hasData: false };
    if (spec.element instanceof HTMLCanvasElement) {
      this.svg.before(spec.element);
      this.sizeCanvas(spec.element);
    } else {
      if (spec.clip) spec.element.setAttribute('clip-path', `url(#${this.id}-clip)`);
      this.marks.append(spec.element);
    }
    const layer: Layer<Data> = {
      element: spec.element,
      update: (data) => {
        entry.data = data;
        entry.hasData = true;
        this.invalidateEntry(entry);
      },
      get visible() {
        return spec.element.style.display !== 'none';
      },
      set visible(visible) {
        spec.element.style.display = visible ? '' : 'none';
      },
      remove: () => {
        spec.element.remove();
        this.entries.delete(layer as Layer<never>);
        this.dirty.delete(entry);
      },
    };
    this.entries.set(layer as Layer<never>, entry);
    return layer;
  }

  /** Draws a layer again in the next frame; without a layer, everything. */
  invalidate(layer?: Layer<never>): void {
    const entry = layer && this.entries.get(layer);
    if (entry) {
      this.invalidateEntry(entry);
    } else if (!layer) {
      this.layoutDirty = true;
      this.requestFrame();
    }
  }

  /** Draws what is due now rather than in the next frame. */
  flush(): void {
    cancelAnimationFrame(this.frameRequest);
    this.frameRequest = 0;
    if (this.layoutDirty) this.layout();
    const due = [...this.dirty];
    this.dirty.clear();
    for (const { spec, data } of due) spec.draw(data, this.currentView!);
  }

  /** Takes the plot off the page and lets go of everything. */
  destroy(): void {
    cancelAnimationFrame(this.frameRequest);
    cancelAnimationFrame(this.animation);
    this.resizing.disconnect();
    this.forgetTheme();
    this.destroyed.abort();
    this.root.remove();
  }

  /** The observer also calls when it begins to observe: drawing all again for that would double the cost of every new plot. */
  private resized(): boolean {
    if (!this.size) return true;
    const { clientWidth, clientHeight } = this.root;
    return clientWidth !== this.size.width || (this.options.aspect === 'fill' && clientHeight !== this.size.height);
  }

  private remeasure(): void {
    this.size = undefined;
    this.invalidate();
  }

  private invalidateEntry(entry: Entry): void {
    if (!entry.hasData) return;
    this.dirty.add(entry);
    this.requestFrame();
  }

  private requestFrame(): void {
    if (this.destroyed.signal.aborted) return;
    this.frameRequest ||= requestAnimationFrame(() => this.flush());
  }

  private describe(): void {
    const { title, description = '', interactive } = this.options;
    setAttributes(this.svg, { role: interactive ? 'group' : 'img', 'aria-label': title });
    if (this.descriptionElement.textContent !== description) this.descriptionElement.textContent = description;
    if (description) this.svg.setAttribute('aria-describedby', this.descriptionElement.id);
    else this.svg.removeAttribute('aria-describedby');
  }

  /** Reads what only the page knows. Costly while the page is changing, so it is done after a change of size only. */
  private measure(): Size {
    const { aspect = 1.6 } = this.options;
    // A plot that is not on the page yet is laid out as if it stood in an ordinary column.
    const width = this.root.clientWidth || 640;
    const height =
      aspect === 'fill'
        ? this.root.clientHeight || 400
        : Math.round(width / (typeof aspect === 'function' ? aspect(width) : aspect));
    if (aspect !== 'fill') this.root.style.height = `${height}px`;
    const { fontSize, fontFamily } = getComputedStyle(this.root);
    return { width, height, font: { size: parseFloat(fontSize) || 13, css: `${fontSize} ${fontFamily}` } };
  }

  /** Makes the scales, draws the frame, and has every layer drawn again. */
  private layout(): void {
    const { x, y, legend = [] } = this.options;
    const { width, height, font } = (this.size ??= this.measure());
    for (const svg of [this.ground, this.svg]) setAttributes(svg, { width, height });
    const { view, margin, xTicks, yTicks, key, rowHeight } = layOut(this.options, width, height, font);
    const before = this.currentView;
    this.currentView = view;
    this.margin = margin;
    for (const group of [this.axes.grid, this.frame]) {
      group.setAttribute('transform', `translate(${margin.left},${margin.top})`);
    }
    for (const rect of [this.area, this.clip]) setAttributes(rect, { width: view.width, height: view.height });
    this.axes.draw({ axis: x, ticks: xTicks }, { axis: y, ticks: yTicks }, view, margin, rowHeight / 2 - margin.top);
    drawLegend(this.legendGroup, legend, key, -margin.top, rowHeight);
    this.layoutDirty = false;
    for (const entry of this.entries.values()) {
      if (entry.spec.element instanceof HTMLCanvasElement) this.sizeCanvas(entry.spec.element);
      this.invalidateEntry(entry);
    }
    if (before && sameView(before, view)) return;
    for (const listener of this.viewListeners) listener(view);
  }

  private sizeCanvas(canvas: HTMLCanvasElement): void {
    const { width, height } = this.currentView!;
    canvas.width = Math.round(width * window.devicePixelRatio);
    canvas.height = Math.round(height * window.devicePixelRatio);
    Object.assign(canvas.style, {
      left: `${this.margin.left}px`,
      top: `${this.margin.top}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
    canvas.getContext('2d')!.setTransform(canvas.width / width, 0, 0, canvas.height / height, 0, 0);
  }

  /** Sharp canvases also after the window went to another screen: a change of the ratio is told only once per ratio. */
  private watchPixelRatio(): void {
    const { signal } = this.destroyed;
    const changed = () => {
      this.watchPixelRatio();
      this.invalidate();
    };
    matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener('change', changed, {
      once: true,
      signal,
    });
  }
}

function sameView(one: View, other: View): boolean {
  const numbers = ({ x, y }: View) => [...x.domain, ...x.range, ...y.domain, ...y.range];
  const theirs = numbers(other);
  const sameKinds = one.x.kind === other.x.kind && one.y.kind === other.y.kind;
  return sameKinds && numbers(one).every((number, index) => number === theirs[index]);
}

function checked(options: PlotOptions): PlotOptions {
  assertDomain(options.x.scale ?? 'linear', options.x.domain);
  assertDomain(options.y.scale ?? 'linear', options.y.domain);
  return options;
}

function interpolate(start: Interval, end: Interval, share: number, log: boolean): Interval {
  const between = (from: number, to: number) => (log ? from * (to / from) ** share : from + (to - from) * share);
  return [between(start[0], end[0]), between(start[1], end[1])];
}
