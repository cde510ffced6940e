/** Lines in pixels: breaking, thinning and clipping them, and where they leave a box. No coordinate beyond the box is ever drawn. */

import { round } from './svg.ts';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Line = [x0: number, y0: number, x1: number, y1: number];

/** The box grown by `margin` on all sides. */
export function grow(box: Box, margin: number): Box {
  return { left: box.left - margin, top: box.top - margin, right: box.right + margin, bottom: box.bottom + margin };
}

export function contains(box: Box, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

/** The part of a straight line inside the box, or undefined where none is or the line has no finite length (Liang and Barsky 1984). */
export function clipLine(box: Box, x0: number, y0: number, x1: number, y1: number): Line | undefined {
  const dx = x1 - x0;
  const dy = y1 - y0;
  if (!Number.isFinite(dx) || !Number.isFinite(dy)) return undefined;
  // Most lines of a curve lie inside, and there are many.
  if (contains(box, x0, y0) && contains(box, x1, y1)) return [x0, y0, x1, y1];
  let enter = 0;
  let leave = 1;
  // Each side as (speed towards the outside, distance to it).
  const sides = [
    [-dx, x0 - box.left],
    [dx, box.right - x0],
    [-dy, y0 - box.top],
    [dy, box.bottom - y0],
  ] as const;
  for (const [speed, distance] of sides) {
    if (speed === 0) {
      if (distance < 0) return undefined;
    } else if (speed < 0) {
      enter = Math.max(enter, distance / speed);
    } else {
      leave = Math.min(leave, distance / speed);
    }
  }
  if (!(enter <= leave)) return undefined;
  return [x0 + enter * dx, y0 + enter * dy, x0 + leave * dx, y0 + leave * dy];
}

/** A run of consecutive samples that are joined: indices [start, end). */
export type Run = [start: number, end: number];

/** Where samples may be joined: runs of finite points, broken after the indices for which `breakAfter` holds. */
export function finiteRuns(x: ArrayLike<number>, y: ArrayLike<number>, breakAfter?: (index: number) => boolean): Run[] {
  const runs: Run[] = [];
  let start = -1;
  for (let index = 0; index < x.length; ++index) {
    const finite = Number.isFinite(x[index]) && Number.isFinite(y[index]);
    if (finite && start < 0) start = index;
    if (start >= 0 && (!finite || breakAfter?.(index))) {
      runs.push([start, finite ? index + 1 : index]);
      start = -1;
    }
  }
  if (start >= 0) runs.push([start, x.length]);
  return runs;
}

/**
 * Whether a sampled function jumps between the samples `index` and `index + 1`, seen in a window of height `height` (in the units
 * of y). Two signs of a jump: a step that dwarfs its neighbours (sign x), and a step across the whole window, against the
 * direction on both sides and larger than both neighbours together (1/x, tan x at a pole, but no fast oscillation).
 */
export function isJump(y: ArrayLike<number>, index: number, height: number): boolean {
  const step = y[index + 1]! - y[index]!;
  if (!Number.isFinite(step) || Math.abs(step) < 0.02 * height) return false;
  const neighbours = [y[index]! - y[index - 1]!, y[index + 2]! - y[index + 1]!].filter(Number.isFinite);
  const dwarfs = neighbours.every((neighbour) => Math.abs(step) > 25 * Math.abs(neighbour));
  const reach = neighbours.reduce((sum, neighbour) => sum + Math.abs(neighbour), 0);
  const turns = neighbours.every((neighbour) => step * neighbour < 0);
  return dwarfs || (turns && Math.abs(step) > Math.max(height, reach));
}

/**
 * Path data of joined samples, all in pixels, cut to the box. Where there are far more samples than pixels, each column keeps its first,
 * lowest, highest and last sample: the picture is the same.
 */
export function polylinePath(x: ArrayLike<number>, y: ArrayLike<number>, runs: readonly Run[], box: Box): string {
  let path = '';
  const dense = x.length > 4 * (box.right - box.left);
  for (const [start, end] of runs) {
    const indices = dense ? thinned(x, y, start, end) : undefined;
    const count = indices ? indices.length : end - start;
    let penX = NaN;
    let penY = NaN;
    for (let place = 1; place < count; ++place) {
      const from = indices ? indices[place - 1]! : start + place - 1;
      const to = indices ? indices[place]! : start + place;
      const line = clipLine(box, x[from]!, y[from]!, x[to]!, y[to]!);
      if (!line) continue;
      const [x0, y0, x1, y1] = line.map(round) as Line;
      if (x0 !== penX || y0 !== penY) path += `M${x0},${y0}`;
      path += `L${x1},${y1}`;
      penX = x1;
      penY = y1;
    }
    // A sample with nothing to join it to is drawn as a dot by the round cap.
    if (count === 1 && contains(box, x[start]!, y[start]!)) path += `M${round(x[start]!)},${round(y[start]!)}h0`;
  }
  return path;
}

function thinned(x: ArrayLike<number>, y: ArrayLike<number>, start: number, end: number): number[] {
  const kept: number[] = [];
  let first = start;
  while (first < end) {
    const column = Math.floor(x[first]!);
    let last = first;
    let lowest = first;
    let highest = first;
    while (last + 1 < end && Math.floor(x[last + 1]!) === column) {
      last += 1;
      if (y[last]! > y[lowest]!) lowest = last;
      if (y[last]! < y[highest]!) highest = last;
    }
    const column4 = [first, Math.min(lowest, highest), Math.max(lowest, highest), last];
    for (const index of column4) if (index !== kept[kept.length - 1]) kept.push(index);
    first = last + 1;
  }
  return kept;
}

export interface Exit {
  x: number;
  y: number;
  /** Outward direction, of length 1. */
  dx: number;
  dy: number;
}

/**
 * Where to mark on the border of the box that a point lies beyond it: at the crossing of the way that led there from `from`, or,
 * without such a way through the box, at the place of the border that is nearest. Undefined for a point inside.
 */
export function exitOf(box: Box, x: number, y: number, from?: readonly [x: number, y: number]): Exit | undefined {
  if (contains(box, x, y)) return undefined;
  if (Number.isNaN(x) || Number.isNaN(y)) return undefined;
  const way = from && clipLine(box, ...from, x, y);
  if (way) {
    const [dx, dy] = direction(x - from[0], y - from[1]);
    return { x: way[2], y: way[3], dx, dy };
  }
  // Far away the height of a curve dwarfs the way along x: each side is judged for itself.
  const nearX = Math.min(Math.max(x, box.left), box.right);
  const nearY = Math.min(Math.max(y, box.top), box.bottom);
  const [dx, dy] = direction(Math.sign(x - nearX), Math.sign(y - nearY));
  return { x: nearX, y: nearY, dx, dy };
}

/** The vector scaled to length 1, also where its square would overflow. */
function direction(dx: number, dy: number): [number, number] {
  const largest = Math.max(Math.abs(dx), Math.abs(dy));
  const length = Math.hypot(dx / largest, dy / largest);
  return [dx / largest / length, dy / largest / length];
}

/** Path data of a triangular head whose tip is at (x, y) and which points along the unit vector (dx, dy). */
export function headPath(x: number, y: number, dx: number, dy: number, length: number, width: number): string {
  const baseX = x - dx * length;
  const baseY = y - dy * length;
  const sideX = (-dy * width) / 2;
  const sideY = (dx * width) / 2;
  return `M${round(x)},${round(y)}L${round(baseX + sideX)},${round(baseY + sideY)}L${round(baseX - sideX)},${round(baseY - sideY)}Z`;
}
