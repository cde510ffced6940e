/** Labels: plain text, or a small piece of mathematics whose symbols wear their colour. */

import type { SymbolName } from './inks.ts';
import { setAttributes, svgElement } from './svg.ts';

export interface TextPart {
  text: string;
  /** Colours the part as this symbol of the course. */
  symbol?: SymbolName;
  italic?: boolean;
  /** Lowered or raised, and smaller. */
  shift?: 'sub' | 'super';
}

/** A label: text, or parts in reading order, e.g. `[symbol('f'), '(', symbol('x'), ')']`. */
export type RichText = string | readonly (string | TextPart)[];

/** A symbol of the course in its colour, in italics; `text` when it is written otherwise, e.g. `symbol('rate', 'η')`. */
export function symbol(name: SymbolName, text: string = name): TextPart {
  return { text, symbol: name, italic: true };
}

export function sub(text: string): TextPart {
  return { text, shift: 'sub' };
}

/** The label without colours and shifts, for measuring and for screen readers. */
export function plainText(label: RichText): string {
  return typeof label === 'string'
    ? label
    : label.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

/** Writes a label into an SVG text element. */
export function setText(element: SVGTextElement, label: RichText): void {
  if (typeof label === 'string') {
    if (element.textContent !== label || element.childElementCount > 0) element.textContent = label;
    return;
  }
  let raised = 0;
  const spans = label.map((part) => {
    const { text, symbol, italic, shift } = typeof part === 'string' ? { text: part } : (part as TextPart);
    const classes = [symbol && `ink-${symbol}`, italic && 'italic', shift && 'shifted'].filter(Boolean).join(' ');
    // A shift by dy moves all that follows, so the next part moves back; baseline-shift is not in every browser.
    const height = shift === 'sub' ? 0.3 : shift === 'super' ? -0.4 : 0;
    const span = svgElement('tspan', height === raised ? {} : { dy: `${(height - raised).toFixed(2)}em` });
    raised = height;
    if (classes) span.setAttribute('class', classes);
    span.textContent = text;
    return span;
  });
  element.replaceChildren(...spans);
}

/** A label on anything: its outline in the colour of the paper lies under all of its letters, so that no part hides the one before. */
export function haloText(): SVGGElement {
  return svgElement('g', {}, svgElement('text', { class: 'halo' }), svgElement('text'));
}

export function setHaloText(group: SVGGElement, attributes: Record<string, string | number>, label: RichText): void {
  for (const text of group.children) {
    setAttributes(text as SVGTextElement, attributes);
    setText(text as SVGTextElement, label);
  }
}

let measuring: CanvasRenderingContext2D | undefined;

/** Width of a label in CSS pixels in the given CSS font, without forcing a layout. */
export function textWidth(label: RichText, font: string): number {
  measuring ??= document.createElement('canvas').getContext('2d')!;
  measuring.font = font;
  return measuring.measureText(plainText(label)).width;
}
