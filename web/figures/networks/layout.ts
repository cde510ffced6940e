/** Where the units of a network stand in its picture, and which of its lines lies under the pointer. */

/** A unit by its layer, 0 for the inputs, and its number there. */
export interface UnitId {
  layer: number;
  unit: number;
}

/** The line along which a unit of the layer before reaches another: `unit` of `layer` is where it ends. */
export interface EdgeId extends UnitId {
  from: number;
}

export interface Arrangement {
  /** Side of the squares that stand for units. */
  side: number;
  /** Layer by layer, unit by unit: the middle of the square. */
  units: readonly (readonly (readonly [x: number, y: number])[])[];
}

/** The largest a square becomes, the least room between two of a layer, and the part of the way between layers that a square may take. */
const [LARGEST, BETWEEN, SHARE] = [52, 5, 0.6];

/** The layers in columns from left to right, each in the middle of the height. `margin` is kept free at the left, for names of inputs. */
export function arrange(sizes: readonly number[], width: number, height: number, margin: number): Arrangement {
  const way = (width - margin) / sizes.length;
  const most = Math.max(...sizes);
  const side = Math.max(6, Math.min(LARGEST, way * SHARE, height / most - BETWEEN));
  const step = Math.min(height / most, side * 1.5);
  const units = sizes.map((count, layer) =>
    Array.from(
      { length: count },
      (_, unit) => [margin + way * (layer + 0.5), height / 2 + (unit - (count - 1) / 2) * step] as const,
    ),
  );
  return { side, units };
}

/** How near, in pixels, the pointer must come to a line. */
const REACH = 7;

/** The line nearest to a place between two layers, if one is near. */
export function edgeAt({ units, side }: Arrangement, x: number, y: number): EdgeId | undefined {
  let [best, least]: [EdgeId | undefined, number] = [undefined, REACH];
  for (let layer = 1; layer < units.length; ++layer) {
    const [left, right] = [units[layer - 1][0][0] + side / 2, units[layer][0][0] - side / 2];
    if (x < left || x > right) continue;
    const share = (x - left) / (right - left);
    units[layer].forEach(([, end], unit) =>
      units[layer - 1].forEach(([, start], from) => {
        const slope = Math.hypot(right - left, end - start) / (right - left);
        const distance = Math.abs(start + share * (end - start) - y) / slope;
        if (distance < least) [best, least] = [{ layer, unit, from }, distance];
      }),
    );
  }
  return best;
}
