/** Networks whose output is a line with bends, directly over the module. */
import { requireInterval, requireWhole, unwrap } from '../handle.ts';
import type { PiecewiseModule } from './module.ts';
import type { Bend, PiecewiseCore } from './types.ts';

const DEEPEST = 64;
const MOST_UNITS = 100_000;

export function methods(module: PiecewiseModule): PiecewiseCore {
  return {
    hingeNetwork: (x, y) => unwrap(module.hingeNetwork(x, y)),

    foldNetwork(depth) {
      requireWhole('depth', depth, 1, DEEPEST);
      return module.foldNetwork(depth);
    },

    bends({ layers: [inputs, ...layers], parameters }, from, to) {
      for (const { units } of layers) requireWhole('units', units, 1, MOST_UNITS);
      requireInterval(from, to);
      if (inputs.units !== 1) return undefined;
      const { bends } = unwrap(module.findBends(layers, parameters, from, to)) as { bends?: Bend[] };
      return bends;
    },
  };
}
