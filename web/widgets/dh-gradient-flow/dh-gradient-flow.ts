/** Values and slopes layer by layer, while a deep network learns: where they fade, explode or die. */
import { css, html } from 'lit';
import { named } from '../../controls/choice.ts';
import { ExplainedMarks } from '../../controls/explained-marks.ts';
import { sideBySideStyles } from '../../controls/styles.ts';
import type { Table } from '../../controls/table.ts';
import { getCore } from '../../core/core.ts';
import { finite, type ReportOf } from '../../fields/facts.ts';
import type { StateOf } from '../../fields/fields.ts';
import { TrainingRun } from '../../figures/networks/training-run.ts';
import { format } from '../../language/strings.ts';
import { Picture } from '../../plot/picture.ts';
import type { Plot } from '../../plot/plot.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import type { Stepper } from '../../widget/stepper.ts';
import { Widget } from '../../widget/widget.ts';
import { slopeRows, slopeSizes, spanOf, valueRows } from './drawing.ts';
import { explainSize, sizeMarks, slopeMarks, valueMarks } from './explanations.ts';
import { LAST, fields } from './fields.ts';
import type { facts } from './fields.ts';
import strings from './strings.json' with { type: 'json' };
import { View, sizeOf } from './view.ts';
import '../../controls/data-table.ts';

type State = StateOf<typeof fields>;

/** A disc in a ring, to be told apart. Its inputs reach to ±5 and are divided by their size, so that layers get numbers around 1. */
const DATA = { id: 'circle', options: { points: 200 }, scale: 2.5 };

/** Below this share slopes are said to fade, above its inverse to explode. */
const FADED = 0.01;

const model = plan(fields)
  .derive('catalog', [], async () => (await getCore('neural')).neuralCatalog())
  .derive('data', ['seed'], async ({ seed }) => {
    const { inputs, outputs } = await (await getCore('data')).dataset(DATA.id, DATA.options, seed);
    return { inputs: inputs.map((value) => value / DATA.scale), columns: 2, outputs, classes: 2 };
  })
  .derive(
    'run',
    ['data', 'layers', 'width', 'activation', 'initialisation', 'rate', 'seed'],
    async ({ data, layers, width, activation, initialisation, rate, seed }) => {
      const training = await (
        await getCore('training')
      ).training({
        data,
        layers: Array.from({ length: layers }, () => ({ units: width, activation })),
        initialisation,
        options: { 'learning-rate': rate },
        batchSize: 0,
        seed,
        precision: 'double',
      });
      return TrainingRun.start(training, LAST);
    },
    { free: (run) => run.free() },
  )
  // What is drawn of the present step; it follows the run.
  .derive('view', ['run'], ({ run }) => new View(run));

type Model = ModelOf<typeof model>;

export class GradientFlowFigure extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    Widget.styles,
    sideBySideStyles,
    css`
      :host {
        --control-columns: 3;
      }
      @container (min-width: 45rem) {
        .side-by-side {
          grid-template-columns: 1fr 1fr 1fr;
        }
      }
    `,
  ];

  protected readonly plan = model;
  #pictures: { picture: Picture; marks: ExplainedMarks }[] = [];

  protected stepperOf({ view }: Model): Stepper {
    return view;
  }

  protected figure() {
    return html`<div class="side-by-side">
      <div class="values" data-part="values"></div>
      <div class="slopes" data-part="slopes"></div>
      <div class="sizes" data-part="sizes"></div>
    </div>`;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    const picture = (name: string, scale: 'linear' | 'log') => {
      const picture = new Picture(root.querySelector(`.${name}`)!, {
        title: this.sentences(`${name}-title`),
        x: { label: this.sentences(`${name}-axis`), scale },
        y: { label: this.sentences('layer') },
        aspect: 0.95,
      });
      return { picture, marks: new ExplainedMarks(picture.plot, this.sentences('layer-marks')) };
    };
    this.#pictures = [picture('values', 'linear'), picture('slopes', 'linear'), picture('sizes', 'log')];
    return this.#pictures.map(({ picture: { plot } }) => plot);
  }

  protected paint({ view }: Model, { layers }: State): void {
    const { hidden } = view;
    const say = this.sentences;
    const rows = { y: [0.5, layers + 1.2] } as const;
    const span = (of: 'activations' | 'gradients') => spanOf(hidden.map((layer) => layer[of]));
    const [values, slopes, sizes] = this.#pictures;
    values.picture.show(valueRows(view, say), { ...rows, x: span('activations') });
    values.marks.show(valueMarks(hidden, say));
    slopes.picture.show(slopeRows(view), { ...rows, x: span('gradients') });
    slopes.marks.show(slopeMarks(hidden, say));
    sizes.picture.show(slopeSizes(view), rows);
    sizes.marks.show(sizeMarks(hidden, say));
  }

  protected controls({ catalog: { activations, initialisations } }: Model) {
    return html`${this.control('layers')} ${this.control('width')} ${this.control('rate')}
    ${this.control('activation', { options: named(activations) })}
    ${this.control('initialisation', { options: named(initialisations) })}`;
  }

  protected details(now: Model) {
    return html`<dh-data-table .caption=${this.sentences('layers-table')} .table=${this.table(now)}></dh-data-table>`;
  }

  protected sentence({ run, view }: Model, { layers }: State): string {
    const { metrics, share, dead } = view;
    if (!metrics) return '';
    const { divergence } = run.progress;
    const parts = [];
    if (divergence)
      parts.push(this.sentences('diverged', { step: divergence.step, layer: divergence.layer, rate: format(divergence.rate) })); // prettier-ignore
    // The last weights may be numbers while what they lead to is not.
    if (!Number.isFinite(metrics.training.loss)) return parts.join(' ');
    parts.push(
      this.sentences('state', {
        step: run.position,
        loss: format(metrics.training.loss),
        right: format(100 * metrics.training.accuracy!, 3),
      }),
    );
    if (layers > 1) parts.push(this.sentences(fateOf(share), { share: format(share, 3) }));
    if (dead) parts.push(this.sentences('dead', { dead }));
    return parts.join(' ');
  }

  protected table({ view: { hidden } }: Model): Table {
    return {
      columns: [
        { label: this.sentences('layer'), value: (row) => row + 1 },
        { label: this.sentences('mean'), value: (row) => hidden[row].activations.mean },
        { label: this.sentences('deviation'), value: (row) => hidden[row].activations.deviation },
        {
          label: this.sentences('size'),
          colour: 'gradient',
          value: (row) => sizeOf(hidden[row].gradients),
          explain: (layer) => () => explainSize({ hidden, layer, say: this.sentences }),
        },
        { label: this.sentences('weight-slopes'), colour: 'gradient', value: (row) => hidden[row].weightGradientNorm },
        { label: this.sentences('dead-units'), value: (row) => hidden[row].deadUnits },
        { label: this.sentences('saturated'), value: (row) => 100 * hidden[row].saturated },
      ],
      count: hidden.length,
    };
  }

  protected facts({ run, view: { metrics, share, dead, saturated } }: Model): ReportOf<typeof facts> {
    const diverged = run.progress.outcome === 'diverged';
    return {
      step: run.position,
      outcome: diverged ? 'diverged' : run.ended ? 'limit-reached' : 'running',
      loss: metrics?.training.loss ?? null,
      share: finite(share),
      dead,
      saturated,
    };
  }
}

/** What became of slopes on their way from the last hidden layer to the first. */
function fateOf(share: number): 'none' | 'faded' | 'exploded' | 'kept' {
  if (!Number.isFinite(share)) return 'none';
  if (share < FADED) return 'faded';
  return share > 1 / FADED ? 'exploded' : 'kept';
}

customElements.define('dh-gradient-flow', GradientFlowFigure);
