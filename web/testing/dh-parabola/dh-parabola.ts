import { curve } from '../../plot/layers/curve.ts';
import { draw } from '../../plot/picture.ts';
import { figure } from '../../widget/figure.ts';
import { facts, fields } from './fields.ts';
import strings from './strings.json' with { type: 'json' };

figure('dh-parabola', {
  fields,
  facts,
  strings,
  axes: { x: { domain: [-3, 3] } },
  layers: ({ a }) => [draw(curve, (x) => a * x ** 2, { ink: 'f' })],
  pulls: [{ moves: 'x', at: ({ a, x }) => [x, a * x ** 2] }],
  report: ({ a, x }) => ({ height: a * x ** 2 }),
});
