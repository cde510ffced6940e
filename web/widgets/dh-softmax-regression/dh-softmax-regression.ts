/** Softmax regression: three kinds of penguins told apart by two measures, borders that move while it learns, and what it confuses. */
import { css, html, nothing } from 'lit';
import { sideBySideStyles } from '../../controls/styles.ts';
import type { Table } from '../../controls/table.ts';
import { getCore } from '../../core/core.ts';
import type { ReportOf } from '../../fields/facts.ts';
import type { StateOf } from '../../fields/fields.ts';
import { columnLabel } from '../../figures/data/real-data.ts';
import { TrainingRun } from '../../figures/networks/training-run.ts';
import { language } from '../../language/language.ts';
import { numberWords } from '../../language/strings.ts';
import { formatNumber } from '../../plot/format.ts';
import type { Plot } from '../../plot/plot.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import type { Stepper } from '../../widget/stepper.ts';
import { Widget } from '../../widget/widget.ts';
import { confusionStyles, confusionTable } from './confusion.ts';
import { LossPlot, MapPlot } from './drawing.ts';
import { LAST, MEASURES, fields } from './fields.ts';
import type { facts } from './fields.ts';
import { CLASSES, readPenguins, scaled, sidecar } from './penguins.ts';
import strings from './strings.json' with { type: 'json' };
import { View } from './view.ts';

type State = StateOf<typeof fields>;

const model = plan(fields)
  .derive('samples', ['across', 'up'], ({ across, up }) => readPenguins(across, up))
  .derive(
    'run',
    ['samples', 'rate', 'batch', 'test', 'seed'],
    async ({ samples, rate, batch, test, seed }) => {
      const core = await getCore('training');
      const training = await core.training({
        data: { inputs: scaled(samples), columns: 2, outputs: samples.classes, classes: CLASSES },
        options: { 'learning-rate': rate },
        initialisation: 'zero',
        batchSize: batch,
        testShare: test / 100,
        seed,
        precision: 'double',
      });
      return TrainingRun.start(training, LAST);
    },
    { free: (run) => run.free() },
  )
  .derive('kept', ['run'], async ({ run }) => new Set((await run.training.split()).test))
  // What is drawn of the present step; it follows the run.
  .derive('view', ['run', 'samples'], ({ run, samples }) => new View(run, samples));

type Model = ModelOf<typeof model>;

const format = (value: number): string => formatNumber(value, { digits: 3, words: numberWords() });
const percent = (share: number | undefined): string => format(100 * (share ?? NaN));

export class SoftmaxRegressionFigure extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    Widget.styles,
    confusionStyles,
    sideBySideStyles,
    css`
      :host {
        --control-columns: 3;
      }
    `,
  ];

  protected readonly plan = model;
  #map: MapPlot | undefined;
  #losses: LossPlot | undefined;

  protected stepperOf({ view }: Model): Stepper {
    return view;
  }

  protected figure() {
    return html`<div class="side-by-side">
      <div class="regions"></div>
      <div class="losses"></div>
    </div>`;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    this.#map = new MapPlot(root.querySelector('.regions')!, this.sentences('title'));
    this.#losses = new LossPlot(root.querySelector('.losses')!, this.sentences('loss-axis'));
    return [this.#map.plot, this.#losses.plot];
  }

  protected paint({ samples, kept, view }: Model, { across, up }: State): void {
    this.#map!.show(samples, kept, view, {
      x: columnLabel(sidecar(), across),
      y: columnLabel(sidecar(), up),
      names: this.#names(samples.species),
    });
    this.#losses!.show(view, {
      x: this.sentences('step-axis'),
      y: this.sentences('loss-axis'),
      training: this.sentences('of-training'),
      test: this.sentences('of-test'),
    });
  }

  #names(species: readonly string[]): string[] {
    return species.map((id) => this.sentences(`species-${id}`));
  }

  protected controls() {
    const labels = MEASURES.map((id) => sidecar().columns.find((column) => column.id === id)!.label[language()]);
    return html`${this.control('across', { labels })} ${this.control('up', { labels })} ${this.control('rate')}
    ${this.control('batch', { hint: this.sentences('batch-hint') })} ${this.control('test')}`;
  }

  protected details({ samples, view }: Model) {
    const { shown, tested } = view;
    if (!shown) return nothing;
    const caption = this.sentences(tested ? 'confusion-test' : 'confusion-training');
    return confusionTable(shown.confusion!, this.#names(samples.species), caption, this.sentences);
  }

  protected sentence({ run, view: { metrics } }: Model): string {
    if (!metrics) return '';
    return this.sentences(metrics.test ? 'state-test' : 'state', {
      step: run.position,
      loss: format(metrics.training.loss),
      right: percent(metrics.training.accuracy),
      test: percent(metrics.test?.accuracy),
    });
  }

  protected table({ view }: Model): Table {
    const { steps, training, test } = view.history;
    return {
      columns: [
        { label: this.sentences('step-axis'), value: (row) => steps[row] },
        { label: this.sentences('loss-training'), value: (row) => training[row] },
        { label: this.sentences('loss-test'), value: (row) => test[row] },
      ],
      count: steps.length,
    };
  }

  protected facts({ run, view: { metrics, shown } }: Model): ReportOf<typeof facts> {
    return {
      step: run.position,
      outcome: run.ended ? 'limit-reached' : 'running',
      loss: metrics?.training.loss ?? null,
      accuracy: metrics?.training.accuracy ?? null,
      testAccuracy: metrics?.test?.accuracy ?? null,
      confusion: shown?.confusion ?? [],
    };
  }
}

customElements.define('dh-softmax-regression', SoftmaxRegressionFigure);
