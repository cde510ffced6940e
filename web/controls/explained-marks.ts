/** Targets over the marks of a plot, on canvas or SVG, that explain them: the keyboard reaches the first, arrows lead to the others. */
import { setAttributes, svgElement } from '../plot/svg.ts';
import type { Plot } from '../plot/plot.ts';
import { explain } from './explain.ts';
import type { Explanation } from './explain.ts';
import { focusByKey } from './nearest.ts';

/** Where a mark is, in data coordinates. */
export type MarkPlace =
  | { box: readonly [x0: number, y0: number, x1: number, y1: number] }
  | { line: readonly [x0: number, y0: number, x1: number, y1: number] }
  | { point: readonly [x: number, y: number] };

export interface ExplainedMark {
  at: MarkPlace;
  /** What it is, for screen readers: "bar from 1 to 2". */
  label: string;
  explain(): Explanation;
}

/** How far round a point a finger may miss it, in px. */
const REACH = 12;

export class ExplainedMarks {
  readonly #plot: Plot;
  readonly #group = svgElement('g', { role: 'group' });
  #marks: readonly ExplainedMark[] = [];
  /** The one that the keyboard reaches. */
  #current = 0;

  /** `label` says what the marks are together. Make it before the handles of the plot, which lie on top. */
  constructor(plot: Plot, label: string) {
    this.#plot = plot;
    this.#group.setAttribute('aria-label', label);
    plot.configure({ interactive: true });
    plot.overlay.append(this.#group);
    this.#group.addEventListener('keydown', (event) => this.#key(event));
    this.#group.addEventListener('focusin', (event) => {
      this.#reach([...this.#group.children].indexOf(event.target as Element));
    });
    plot.onViewChange(() => this.#place());
  }

  show(marks: readonly ExplainedMark[]): void {
    const kept = this.#marks;
    this.#marks = marks;
    marks.forEach((mark, index) => {
      const name = 'line' in mark.at ? 'path' : 'rect';
      let target = this.#group.children[index];
      if (target?.localName !== name || !kept[index]) {
        const fresh = svgElement(name);
        if (target) target.replaceWith(fresh);
        else this.#group.append(fresh);
        target = fresh;
      }
      target.setAttribute('aria-label', mark.label);
      explain(target, () => mark.explain());
    });
    while (this.#group.childElementCount > marks.length) this.#group.lastElementChild!.remove();
    this.#reach(Math.min(this.#current, Math.max(0, marks.length - 1)));
    this.#place();
  }

  #reach(index: number): void {
    this.#current = index;
    [...this.#group.children].forEach((target, at) => target.setAttribute('tabindex', at === index ? '0' : '-1'));
  }

  #place(): void {
    const pixel = (x: number, y: number) => this.#plot.toPixel(x, y);
    this.#marks.forEach(({ at }, index) => {
      const target = this.#group.children[index];
      if ('point' in at) {
        const [x, y] = pixel(...at.point);
        setAttributes(target, { x: x - REACH, y: y - REACH, width: 2 * REACH, height: 2 * REACH, rx: REACH });
      } else {
        const [x0, y0, x1, y1] = 'box' in at ? at.box : at.line;
        const [from, to] = [pixel(x0, y0), pixel(x1, y1)];
        if ('line' in at) setAttributes(target, { d: `M${from}L${to}` });
        else
          setAttributes(target, {
            x: Math.min(from[0], to[0]),
            y: Math.min(from[1], to[1]),
            width: Math.abs(to[0] - from[0]),
            height: Math.abs(to[1] - from[1]),
          });
      }
    });
  }

  #key(event: KeyboardEvent): void {
    focusByKey(event, [...this.#group.children] as SVGElement[], this.#current);
  }
}
