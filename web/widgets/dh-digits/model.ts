/** How the network, and the picture it reads, are made of the figure's state. */
import { getCore } from '../../core/core.ts';
import type { StateOf } from '../../fields/fields.ts';
import { chosenOptions } from '../../figures/descent/optimizer.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { SHEET, fields } from './fields.ts';
import { Lab } from './lab.ts';
import type { Work } from './work.ts';

export type State = StateOf<typeof fields>;

/** Units of a drawing in a pixel of the picture. */
const UNIT = SHEET / 28;

export const modelFor = (tell: (work: Work | undefined) => void) =>
  plan(fields)
    .derive('catalog', [], async () => (await getCore('neural')).neuralCatalog())
    .derive('chosen', ['catalog', 'optimizer', 'options'], ({ catalog, optimizer, options }) =>
      chosenOptions(catalog.optimizers, optimizer, options, 'options'),
    )
    .derive('drawn', ['drawing', 'pen'], async ({ drawing, pen }) => {
      const points = drawing.flatMap(([x, y, stroke]) => [x / UNIT, y / UNIT, stroke]);
      return (await getCore('neural')).drawDigit(points, pen);
    })
    .derive(
      'lab',
      ['chosen', 'layers', 'activation', 'dropout', 'optimizer', 'rate', 'batch', 'l2', 'shift', 'test', 'seed'],
      ({ chosen, layers, activation, dropout, optimizer, rate, batch, l2, shift, test, seed }) => {
        const problem = {
          layers: layers.map((units) => ({ units, activation, dropout: dropout / 100 })),
          optimizer,
          options: { ...chosen, 'learning-rate': rate },
          batchSize: batch,
          l2,
          testShare: test / 100,
          seed,
        };
        return Lab.of(problem, shift, tell);
      },
    )
    .derive('settings', ['lab', 'epochs'], ({ lab, epochs }) => {
      lab.limit = epochs;
      return {};
    })
    .derive(
      'looked',
      ['lab', 'drawn', 'drawing', 'centre', 'image'],
      async ({ lab, drawn, drawing, centre, image }) => {
        const picture = centre ? drawn.centred : drawn.plain;
        lab.wanted = image >= 0 ? { image } : { drawing: drawing.length > 0 ? picture : undefined };
        await lab.read();
        return {};
      },
    );

export type Model = ModelOf<ReturnType<typeof modelFor>>;
