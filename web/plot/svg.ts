/** The few lines of DOM work that every layer needs. */

const SVG = 'http://www.w3.org/2000/svg';

export type Attributes = Record<string, string | number>;

/** A new SVG element with attributes and children. */
export function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: Node[]
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/** Coordinates with a hundredth of a pixel: enough to be smooth, and a third of the text of a full number. */
export function round(pixel: number): number {
  return Math.round(pixel * 100) / 100;
}

/** Makes `parent` hold exactly `count` children, made by `create`, and returns them: elements are kept and reused. */
export function reuseChildren<Child extends Element>(parent: Element, count: number, create: () => Child): Child[] {
  while (parent.childElementCount > count) parent.lastElementChild!.remove();
  while (parent.childElementCount < count) parent.append(create());
  return [...parent.children] as Child[];
}
