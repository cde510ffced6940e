/** What a 3-D view shows and offers, whoever draws it. */
import type { ColourMapName } from './colour-map.ts';
import type { Figure } from './export.ts';
import type { Grid } from './grid.ts';
import type { Ink } from './inks.ts';

export interface SurfaceOptions {
  /** Says to screen readers what is shown and that the arrow keys turn it. */
  label: string;
  /** Width over height (default 1.4), by width if need be. */
  aspect?: number | ((width: number) => number);
  map?: ColourMapName;
  /** Written along the two edges of the ground and beside the height. */
  axes: { x: string; y: string; height: string };
}

export interface SurfaceData {
  /** Heights; the base is square, whatever the intervals. Values that are not finite leave a hole. */
  grid: Grid;
  /** Draws the logarithm of the height above the lowest point, so that a flat valley shows beside high walls. */
  log?: boolean;
  /** Ways over the surface in data coordinates, each laid on it; the last point is marked. */
  paths?: readonly { x: ArrayLike<number>; y: ArrayLike<number>; ink: Ink }[];
}

export interface Surface extends Figure {
  update(data: SurfaceData): void;
  /** Turns by angles in degrees: to the right, upwards. */
  turn(right: number, up: number): void;
  /** Frees the graphics memory and takes the view off the page. */
  destroy(): void;
}

/** There is no WebGL here: tell the reader, and keep the flat map. */
export class SurfaceUnavailableError extends Error {
  constructor() {
    super('WebGL is not available.');
    this.name = 'SurfaceUnavailableError';
  }
}
