/** The same gradients found in two ways that know nothing of the graph: by the rules of differentiation, and by central differences. */
import type { RemoteExpression } from '../../core/calculus/types.ts';

export interface Leaf {
  name: string;
  value: number;
}

export interface LeafCheck extends Leaf {
  /** The derived formula. */
  text: string;
  latex: string;
  symbolic: number;
  /** (f(… + h …) − f(… − h …)) / 2h. */
  central: number;
  h: number;
}

/** A step about as good as any for a central difference, and a power of ten, for it is shown. */
const stepFor = (x: number): number => 10 ** (Math.ceil(Math.log10(Math.max(1, Math.abs(x)))) - 5);

export async function checkGradients(f: RemoteExpression, leaves: readonly Leaf[]): Promise<LeafCheck[]> {
  const point = leaves.map(({ value }) => value);
  const steps = point.map(stepFor);
  const moved = point.flatMap((value, index) =>
    [value + steps[index], value - steps[index]].flatMap((place) => point.with(index, place)),
  );
  const heights = await f.evaluate(Float64Array.from(moved));
  return Promise.all(
    leaves.map(async (leaf, index) => {
      const derivative = await f.derivative(leaf.name);
      const [text, latex, [symbolic]] = await Promise.all([
        derivative.text,
        derivative.latex,
        derivative.evaluate(Float64Array.from(point)),
      ]);
      await derivative.free();
      const h = steps[index];
      return { ...leaf, text, latex, symbolic, central: (heights[2 * index] - heights[2 * index + 1]) / (2 * h), h };
    }),
  );
}
