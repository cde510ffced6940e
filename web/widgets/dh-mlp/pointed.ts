/** What the reader points at: what colours the plane then, and its number exactly. */
import { reachOf } from '../../figures/networks/diagram.ts';
import type { EdgeId, UnitId } from '../../figures/networks/layout.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import type { Row } from './loss-plot.ts';
import { lossOf } from './losses.ts';
import type { Model, State } from './model.ts';
import type { Names } from './names.ts';
import type { Ground } from './output-map.ts';
import { MAP_CELLS, UNIT_CELLS } from './view.ts';
import type { Look, View } from './view.ts';

type Pointed = UnitId | EdgeId | undefined;

/** What colours the plane: the output, or the unit that the pointer is on. */
export function groundOf(
  { view, samples: { classes }, catalog }: Model,
  { loss }: State,
  look: Look,
  pointed: Pointed,
): Ground {
  const layers = view!.layers;
  if (pointed && pointed.layer < layers.length - 1) {
    const before = layers.slice(0, pointed.layer).reduce((sum, { units }) => sum + units, 0);
    const size = UNIT_CELLS ** 2;
    const values = look.pictures.subarray((before + pointed.unit) * size, (before + pointed.unit + 1) * size);
    return { values, cells: UNIT_CELLS, outputs: 1, reach: reachOf(values, pointed.layer === 0) };
  }
  const outputs = layers.at(-1)!.units;
  const shares = outputs === 1 && classes > 0 && lossOf(catalog, loss, classes).takesLogits;
  return { values: shares ? look.map.map((share) => 2 * share - 1) : look.map, cells: MAP_CELLS, outputs, reach: 1 };
}

/** The numbers under the pointer, exactly: of an epoch, a unit or a line. */
export function readoutOf(say: Say, view: View | undefined, names: Names | undefined, at: Row | Pointed): string {
  if (at && 'epoch' in at) {
    const { epoch, training, test } = at;
    const key = Number.isNaN(test) ? 'readout-loss' : 'readout-losses';
    return say(key, { epoch, training: format(training, 6), test: format(test, 6) });
  }
  const look = view?.look;
  if (!at || !look || !names || at.layer >= view.layers.length) return say('readout');
  if (!('from' in at)) {
    const value = look.trace[at.layer].outputs[at.unit];
    return say('readout-unit', { name: names.unit(at), value: format(value) });
  }
  const { weights, inputs } = view.layers[at.layer];
  const weight = look.parameters[weights + at.unit * inputs + at.from];
  return say('readout-weight', { name: names.line(at), value: format(weight) });
}
