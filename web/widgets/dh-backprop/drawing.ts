/** The graph as a picture: boxes with value and gradient, edges with local slopes and what was passed along them. */
import { css } from 'lit';
import { ExplainedMarks } from '../../controls/explained-marks.ts';
import type { ExplainedMark } from '../../controls/explained-marks.ts';
import { arrangeGraph } from '../../figures/networks/graph-layout.ts';
import type { GraphArrangement, GraphShape } from '../../figures/networks/graph-layout.ts';
import { nameParts } from '../../plot/parts.ts';
import { Plot } from '../../plot/plot.ts';
import type { Layer, View } from '../../plot/plot.ts';
import { reuseChildren, round, setAttributes, svgElement } from '../../plot/svg.ts';
import { setText, textWidth } from '../../plot/text.ts';
import type { RichText } from '../../plot/text.ts';
import type { Explanation } from '../../controls/explain.ts';

/** A box as it is drawn. */
export interface NodeLook {
  label: RichText;
  value: string;
  gradient: string;
  leaf: boolean;
  current: boolean;
  /** The quiz asks for its gradient. */
  asked: boolean;
  /** For screen readers. */
  description: string;
  explain(): Explanation;
}

export interface EdgeLook {
  slope: string;
  passed: string;
  /** Along it the last step went. */
  current: boolean;
  asked: boolean;
  description: string;
  explain(): Explanation;
}

export interface GraphLook {
  shape: GraphShape;
  nodes: readonly NodeLook[];
  edges: readonly EdgeLook[];
  backward: boolean;
  /** How far the last step has been seen to go, 0 to 1. */
  arrival: number;
}

export class GraphPicture {
  readonly plot: Plot;
  readonly #layers: readonly Layer<GraphLook>[];
  readonly #marks: Record<'nodes' | 'edges', ExplainedMarks>;
  #look: GraphLook | undefined;
  #kept: { shape: GraphShape; width: number; arrangement: GraphArrangement } | undefined;

  constructor(container: Element, title: string, labels: { nodes: string; edges: string }) {
    this.plot = new Plot(container, {
      title,
      interactive: true,
      x: { domain: [0, 1], ticks: 'none', grid: false },
      y: { domain: [0, 1], ticks: 'none', grid: false },
      margin: { left: 0, right: 0, top: 0, bottom: 0 },
    });
    const layer = (draw: (group: SVGGElement, look: GraphLook, all: GraphArrangement, view: View) => void) => {
      const element = svgElement('g');
      return this.plot.addLayer<GraphLook>({
        element,
        draw: (look, view) => draw(element, look, this.#arrangement(look.shape, view.width), view),
      });
    };
    const [edges, pulses, nodes, slopes, gradients] = [drawEdges, drawPulses, drawNodes, drawSlopes, drawGradients].map(
      layer,
    );
    this.#layers = [edges, pulses, nodes, slopes, gradients];
    this.#marks = {
      edges: new ExplainedMarks(this.plot, labels.edges),
      nodes: new ExplainedMarks(this.plot, labels.nodes),
    };
    const [edgeMarks, nodeMarks] = [...this.plot.overlay.children].slice(-2);
    nameParts({ nodes, edges, slopes: [slopes, edgeMarks], gradients: [gradients, nodeMarks, edgeMarks] });
  }

  show(look: GraphLook): void {
    const before = this.#look;
    this.#look = look;
    if (before?.shape !== look.shape)
      this.plot.configure({ aspect: (width) => width / this.#arrangement(look.shape, width).height });
    for (const layer of this.#layers) layer.update(look);
    if (before && before.shape === look.shape && look.arrival < 1) return;
    const { width, height, nodes, node, edges } = this.#arrangement(look.shape, this.plot.view.width);
    const x = (pixel: number) => pixel / width;
    const y = (pixel: number) => 1 - pixel / height;
    this.#marks.nodes.show(
      look.nodes.map(({ description, explain }, index): ExplainedMark => {
        const [left, top] = [nodes[index][0] - node.width / 2, nodes[index][1] - node.height / 2];
        return {
          at: { box: [x(left), y(top), x(left + node.width), y(top + node.height)] },
          label: description,
          explain,
        };
      }),
    );
    this.#marks.edges.show(
      look.edges.map(({ description, explain }, index): ExplainedMark => {
        const [at, up] = edges[index].label;
        const [half, tall] = [24, 14];
        return { at: { box: [x(at - half), y(up - tall), x(at + half), y(up + tall)] }, label: description, explain };
      }),
    );
  }

  #arrangement(shape: GraphShape, width: number): GraphArrangement {
    if (this.#kept?.shape !== shape || this.#kept.width !== width)
      this.#kept = { shape, width, arrangement: arrangeGraph(shape, width) };
    return this.#kept.arrangement;
  }
}

/** Room between a text and the border of its box. */
const INSET = 4;

/** A text in the middle of a place, smaller where it would not fit. */
function fit(
  element: SVGTextElement,
  label: RichText,
  place: { x: number; y: number; room: number },
  { font }: View,
): void {
  const wide = textWidth(label, font.css);
  setAttributes(element, { x: round(place.x), y: round(place.y), dy: '0.35em', 'text-anchor': 'middle' });
  element.style.fontSize = wide > place.room ? `${round((font.size * place.room) / wide)}px` : '';
  setText(element, label);
}

const pathOf = (corners: GraphArrangement['edges'][number]['corners']): string =>
  `M${corners.map((corner) => corner.map(round).join(',')).join('L')}`;

/** A little arrow head at the end of an edge, pointing along it. */
function headOf(corners: GraphArrangement['edges'][number]['corners']): string {
  const [[x0, y0], [x1, y1]] = corners.slice(-2);
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const [dx, dy] = [(x1 - x0) / length, (y1 - y0) / length];
  const at = (back: number, aside: number) =>
    `${round(x1 - back * dx - aside * dy)},${round(y1 - back * dy + aside * dx)}`;
  return `M${at(0, 0)}L${at(7, 3.5)}L${at(7, -3.5)}Z`;
}

function drawEdges(group: SVGGElement, look: GraphLook, { edges }: GraphArrangement): void {
  const lines = reuseChildren(group, edges.length, () => svgElement('g', {}, svgElement('path'), svgElement('path')));
  edges.forEach(({ corners }, index) => {
    const { current, passed } = look.edges[index];
    const ink = passed ? 'ink-gradient' : current ? 'ink-ink' : 'ink-line';
    setAttributes(lines[index].children[0], {
      d: pathOf(corners),
      class: `line ${current ? 'normal' : 'thin'} ${ink}`,
    });
    setAttributes(lines[index].children[1], { d: headOf(corners), class: `solid ${ink}` });
  });
}

/** What travels: values to the result, gradients back from it. */
function drawPulses(group: SVGGElement, look: GraphLook, { edges }: GraphArrangement): void {
  const moving = look.arrival < 1 ? edges.filter((_, index) => look.edges[index].current) : [];
  const dots = reuseChildren(group, moving.length, () => svgElement('circle', { r: 6 }));
  moving.forEach(({ corners }, index) => {
    const [x, y] = along(corners, look.backward ? 1 - look.arrival : look.arrival);
    setAttributes(dots[index], {
      cx: round(x),
      cy: round(y),
      class: `solid ${look.backward ? 'ink-gradient' : 'ink-ink'}`,
    });
  });
}

function along(corners: GraphArrangement['edges'][number]['corners'], share: number): readonly [number, number] {
  const lengths = corners.slice(1).map(([x, y], index) => Math.hypot(x - corners[index][0], y - corners[index][1]));
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  for (const [index, length] of lengths.entries()) {
    if (left <= length || index === lengths.length - 1) {
      const part = length ? left / length : 0;
      const [[x0, y0], [x1, y1]] = [corners[index], corners[index + 1]];
      return [x0 + part * (x1 - x0), y0 + part * (y1 - y0)];
    }
    left -= length;
  }
  return corners[0];
}

function drawNodes(group: SVGGElement, look: GraphLook, { nodes, node }: GraphArrangement, view: View): void {
  const create = () =>
    svgElement('g', {}, svgElement('rect'), svgElement('text', { class: 'name' }), svgElement('text'));
  const boxes = reuseChildren(group, nodes.length, create);
  nodes.forEach(([x, y], index) => {
    const { label, value, leaf, current } = look.nodes[index];
    const [box, name, number] = boxes[index].children as unknown as [SVGRectElement, SVGTextElement, SVGTextElement];
    setAttributes(box, {
      x: round(x - node.width / 2),
      y: round(y - node.height / 2),
      width: node.width,
      height: node.height,
      rx: leaf ? node.height / 2 : 6,
      class: `box${leaf ? ' leaf' : ''}${current ? ' current' : ''}`,
    });
    const room = node.width - 2 * INSET;
    fit(name, label, { x, y: y - 16, room: leaf ? room * 0.7 : room }, view);
    fit(number, value, { x, y, room }, view);
  });
}

function drawGradients(group: SVGGElement, look: GraphLook, { nodes, node }: GraphArrangement, view: View): void {
  const texts = reuseChildren(group, nodes.length, () => svgElement('g', {}, svgElement('rect'), svgElement('text')));
  nodes.forEach(([x, y], index) => {
    const { gradient, asked, leaf } = look.nodes[index];
    const [mark, text] = texts[index].children as unknown as [SVGRectElement, SVGTextElement];
    const room = (node.width - 2 * INSET) * (leaf ? 0.8 : 1);
    setAttributes(mark, {
      x: round(x - room / 2),
      y: round(y + 8),
      width: room,
      height: 16,
      rx: 3,
      class: asked ? 'question' : 'unseen',
    });
    text.setAttribute('class', asked ? 'asked' : 'ink-gradient');
    fit(text, asked ? '?' : gradient, { x, y: y + 16, room }, view);
  });
}

function drawSlopes(group: SVGGElement, look: GraphLook, { edges, label }: GraphArrangement, view: View): void {
  const create = () =>
    svgElement(
      'g',
      {},
      svgElement('rect', { rx: 4 }),
      svgElement('text'),
      svgElement('text', { class: 'ink-gradient' }),
    );
  const texts = reuseChildren(group, edges.length, create);
  edges.forEach(({ label: [x, y] }, index) => {
    const { slope, passed, asked } = look.edges[index];
    const [plate, upper, lower] = texts[index].children as unknown as [SVGRectElement, SVGTextElement, SVGTextElement];
    const both = slope !== '' && passed !== '';
    const shown = asked ? '?' : slope;
    const height = both ? label.height : label.height / 2 + 3;
    const wide = Math.min(label.width, Math.max(...[shown, passed].map((text) => textWidth(text, view.font.css))) + 6);
    setAttributes(plate, {
      x: round(x - wide / 2),
      y: round(y - height / 2),
      width: round(wide),
      height,
      class: asked ? 'question' : shown || passed ? 'plate' : 'unseen',
    });
    upper.setAttribute('class', asked ? 'asked' : 'ink-ink-soft');
    fit(upper, shown, { x, y: both ? y - 7 : y, room: label.width - 4 }, view);
    fit(lower, passed, { x, y: both ? y + 7 : y, room: label.width - 4 }, view);
  });
}

export const graphStyles = css`
  .scroll {
    overflow-x: auto;
  }
  .graph .axis {
    display: none;
  }
  .graph .box {
    fill: var(--dh-paper);
    stroke: var(--dh-line);
    stroke-width: 1px;
  }
  .graph .leaf {
    fill: var(--dh-panel);
  }
  .graph .current {
    stroke: var(--dh-ink);
    stroke-width: 2.5px;
  }
  .graph .name {
    font-weight: 600;
  }
  .graph .plate {
    fill: var(--dh-panel);
  }
  .graph .unseen {
    fill: none;
  }
  .graph .question {
    fill: var(--dh-paper);
    stroke: var(--dh-ink);
    stroke-width: 1.5px;
  }
  .graph .asked {
    font-weight: 700;
  }
`;
