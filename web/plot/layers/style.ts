/** What the layers drawn with lines and marks have in common. */

import { DASHES, type Dash, type Ink } from '../inks.ts';
import { setAttributes } from '../svg.ts';

export type Weight = 'thin' | 'normal' | 'thick';

export interface LineStyle {
  ink?: Ink;
  dash?: Dash;
  weight?: Weight;
  /** 0 to 1 (default 1). */
  opacity?: number;
}

/** Dresses a group whose paths of class `line` are strokes. */
export function styleGroup(group: SVGGElement, { ink = 'ink', opacity = 1 }: LineStyle): SVGGElement {
  setAttributes(group, { class: `ink-${ink}` });
  if (opacity < 1) group.setAttribute('opacity', String(opacity));
  return group;
}

export function lineAttributes({ dash = 'solid', weight = 'normal' }: LineStyle): Record<string, string> {
  return { class: `line ${weight}`, 'stroke-dasharray': DASHES[dash] };
}
