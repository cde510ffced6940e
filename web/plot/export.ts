/**
 * A figure as a file: SVG that needs nothing but itself, and PNG. No request is made and no code evaluated, so it works under a strict
 * Content-Security-Policy (`img-src` must allow `data:` and `blob:`) and inside shadow trees.
 */

import { palette } from './colour.ts';
import { svgElement } from './svg.ts';

/** What can be saved: a `Plot`, a `Surface`. */
export interface Figure {
  readonly root: HTMLElement;
  /** Makes the picture up to date. */
  flush(): void;
}

/** Style properties that SVG also knows as attributes; computed, they free the picture from every style sheet. */
const PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-anchor',
];

/** Values that an SVG viewer assumes anyway at the top; inside, only what differs from the parent is written down. */
const INHERITED = new Set(PROPERTIES.filter((name) => name !== 'opacity'));

const MARGIN = 12;

/**
 * The text of an SVG file with the figures as they stand on the page relative to each other, on the page's paper. Hidden ones are left out.
 * Canvases are embedded as images; fonts fall back to the reader's where they are not installed.
 */
export function figureSvg(all: readonly Figure[]): string {
  const figures = all.filter(({ root }) => root.getClientRects().length > 0);
  const boxes = figures.map((figure) => figure.root.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left)) - MARGIN;
  const top = Math.min(...boxes.map((box) => box.top)) - MARGIN;
  const width = Math.ceil(Math.max(...boxes.map((box) => box.right)) - left + MARGIN);
  const height = Math.ceil(Math.max(...boxes.map((box) => box.bottom)) - top + MARGIN);
  const picture = svgElement('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
  });
  picture.append(svgElement('rect', { width, height, fill: palette().css('paper') }));
  for (const figure of figures) {
    figure.flush();
    for (const element of figure.root.querySelectorAll<HTMLCanvasElement | SVGSVGElement>('canvas, svg')) {
      const { display, visibility } = getComputedStyle(element);
      if (element.parentElement?.closest('svg') || display === 'none' || visibility === 'hidden') continue;
      const box = element.getBoundingClientRect();
      const place = { x: box.left - left, y: box.top - top, width: box.width, height: box.height };
      if (element instanceof HTMLCanvasElement) {
        picture.append(
          svgElement('image', { ...place, href: element.toDataURL('image/png'), preserveAspectRatio: 'none' }),
        );
      } else {
        const copy = styledCopy(element) as SVGSVGElement;
        for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
        picture.append(copy);
      }
    }
  }
  return new XMLSerializer().serializeToString(picture);
}

/** The figures as a PNG image, `scale` pixels to a CSS pixel. */
export async function figurePng(figures: readonly Figure[], scale = 2): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([figureSvg(figures)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large to be saved.'))),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Hands a file to the reader's browser to be saved under this name. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has begun by the next task; only then may its address go.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** A deep copy whose looks are written into attributes. What is not shown is left out. */
function styledCopy(original: Element, parentStyle?: CSSStyleDeclaration): Element | undefined {
  const style = getComputedStyle(original);
  if (style.display === 'none' || style.visibility === 'hidden') return undefined;
  const copy = original.cloneNode(false) as Element;
  for (const name of ['class', 'style', 'role', 'tabindex', 'aria-hidden']) copy.removeAttribute(name);
  if (original.localName !== 'defs' && original.localName !== 'desc') {
    for (const name of PROPERTIES) {
      const value = style.getPropertyValue(name);
      if (INHERITED.has(name) && value === parentStyle?.getPropertyValue(name)) copy.removeAttribute(name);
      else if (name !== 'opacity' || value !== '1') copy.setAttribute(name, value);
    }
  }
  for (const child of original.childNodes) {
    const childCopy = child instanceof Element ? styledCopy(child, style) : child.cloneNode();
    if (childCopy) copy.append(childCopy);
  }
  return copy;
}
