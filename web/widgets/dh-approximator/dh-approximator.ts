/** A curve that the reader draws, and networks that follow it: one wide hidden layer against a deep stack of as many parameters. */
import { css, html, nothing } from 'lit';
import { firstTouch } from '../../controls/first-touch.ts';
import { named } from '../../controls/choice.ts';
import { ExplainedMarks } from '../../controls/explained-marks.ts';
import { sideBySideStyles } from '../../controls/styles.ts';
import type { Table } from '../../controls/table.ts';
import type { ReportOf } from '../../fields/facts.ts';
import { Picture } from '../../plot/picture.ts';
import type { Plot } from '../../plot/plot.ts';
import type { Stepper } from '../../widget/stepper.ts';
import { Widget } from '../../widget/widget.ts';
import { DEEP, WIDE, bendPoints, curveDrawings, heightsOf, surveyDrawings, unitDrawings } from './drawing.ts';
import { LEFT, PLACES, RIGHT, SHOWS, WEIGHTS, fields } from './fields.ts';
import type { facts } from './fields.ts';
import { modelFor } from './model.ts';
import type { Model, State } from './model.ts';
import type { Fit } from './networks.ts';
import { Pen } from './pen.ts';
import strings from './strings.json' with { type: 'json' };
import { surveyTable, unitTable } from './tables.ts';
import { PLACE_LIST } from './target.ts';
import { explainBend, nameOf, sentence } from './words.ts';
import '../../controls/data-table.ts';

const PRESETS = ['sin(3x+1)', '|x|', '|sin(2pi x)|', '2abs(2abs(2abs(x)-1)-1)-1', 'exp(-20x^2)', 'x*sin(9x)'];

/** A number for a report, which knows no NaN. */
const known = (value: number | undefined): number | null => (Number.isFinite(value) ? value! : null);

export class ApproximatorFigure extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    Widget.styles,
    sideBySideStyles,
    css`
      :host {
        --control-columns: 3;
      }
      .below[hidden],
      .survey[hidden],
      .deep-units[hidden] {
        display: none;
      }
    `,
  ];

  protected readonly plan = modelFor(() => this.requestUpdate());
  #curve: Picture | undefined;
  #wide: Picture | undefined;
  #deep: Picture | undefined;
  #seeds: Picture | undefined;
  #widths: Picture | undefined;
  #marks: ExplainedMarks | undefined;
  #pen: Pen | undefined;

  /** A survey that is under way is waited for. */
  get ready(): Promise<void> {
    return super.ready.then(() => this.model?.survey?.finished).then(() => this.updateComplete.then(() => {}));
  }

  /** Who types a curve wants that one. */
  protected along(patch: Partial<State>): Partial<State> {
    return 'f' in patch && !('drawn' in patch) ? { drawn: [] } : {};
  }

  connectedCallback(): void {
    super.connectedCallback();
    void firstTouch.then(() => this.propose({}));
  }

  protected stepperOf({ stepper }: Model): Stepper | undefined {
    return stepper;
  }

  // ---- Figure --------------------------------------------------------------------------------------------------------------------

  protected figure({ deep }: Model, { show }: State) {
    return html`<div class="curve"></div>
      <div class=${deep ? 'below side-by-side' : 'below'} ?hidden=${show !== 'units'} data-part="units">
        <div class="wide-units"></div>
        <div class="deep-units" ?hidden=${!deep}></div>
      </div>
      <div class="survey" ?hidden=${show !== 'seeds'}><div class="seeds"></div></div>
      <div class="survey" ?hidden=${show !== 'widths'}><div class="widths"></div></div>`;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    this.#pen?.remove();
    const place = (name: string) => root.querySelector(`.${name}`)!;
    const x = { domain: [LEFT, RIGHT] as const, label: 'x' };
    this.#curve = new Picture(place('curve'), {
      title: this.sentences('title'),
      interactive: true,
      x,
      aspect: (width) => (width < 420 ? 1.05 : 2),
    });
    const units = (name: string) =>
      new Picture(place(`${name}-units`), {
        title: this.sentences(`${name}-units`),
        x,
        aspect: (width) => (width < 480 ? 1.35 : 2.6),
      });
    [this.#wide, this.#deep] = [units('wide'), units('deep')];
    const survey = (by: 'seeds' | 'widths') =>
      new Picture(place(by), {
        title: this.sentences(`${by}-title`),
        x: { label: this.sentences(`${by}-axis`), scale: by === 'widths' ? 'log' : 'linear' },
        y: { label: this.sentences('mean-error'), scale: 'log' },
        aspect: (width) => (width < 420 ? 1.2 : 2.3),
      });
    [this.#seeds, this.#widths] = [survey('seeds'), survey('widths')];
    this.#marks = new ExplainedMarks(this.#curve.plot, this.sentences('bends'));
    this.#pen = new Pen(this.#curve.plot, this.sentences, (drawn) => void this.propose({ drawn }));
    return [this.#curve, this.#wide, this.#deep, this.#seeds, this.#widths].map(({ plot }) => plot);
  }

  protected paint({ target, wide, deep, survey }: Model): void {
    this.#curve!.show(curveDrawings(target, wide, deep, this.sentences), { y: heightsOf(target) });
    this.#pen!.show(target.heights);
    if (!wide) return;
    const marks = (fit: Fit) => {
      const { x, y } = bendPoints(fit);
      return x.map((_, index) => ({
        at: { point: [x[index], y[index]] as const },
        label: this.sentences('bend-title', {
          unit: fit.bends![index].unit + 1,
          x: x[index].toFixed(2),
        }),
        explain: () => explainBend(this.sentences, fit, fit.bends![index]),
      }));
    };
    this.#marks!.show([...(deep ? marks(deep) : []), ...marks(wide)]);
    if (!survey) {
      this.#wide!.show(unitDrawings(wide, WIDE, this.sentences));
      if (deep) this.#deep!.show(unitDrawings(deep, DEEP, this.sentences));
    } else if (survey.trials.length)
      (survey.by === 'seeds' ? this.#seeds! : this.#widths!).show(surveyDrawings(survey, this.sentences));
  }

  // ---- Controls and words --------------------------------------------------------------------------------------------------------

  protected controls({ activations, latex, doubts }: Model, { drawn, weights }: State) {
    const labels = <const Key extends string>(key: string, ids: readonly Key[]) =>
      ids.map((id) => this.sentences(`${key}-${id}`));
    return html`${this.control('f', { latex, doubts, left: '\\f(\\x)', presets: PRESETS })}
    ${
      drawn.length
        ? html`<button type="button" class="wide" @click=${() => void this.propose({ drawn: [] })}>
            ${this.sentences('forget-drawing')}
          </button>`
        : nothing
    }
    ${this.control('units')} ${this.control('depth', { hint: this.sentences('depth-hint') })} ${this.control('rate')}
    ${this.control('weights', { labels: labels('weights', WEIGHTS) })}
    ${weights === 'random' ? this.control('activation', { options: named(activations) }) : nothing}
    ${this.control('show', { labels: labels('show', SHOWS) })}`;
  }

  protected details({ wide, survey }: Model) {
    if (!wide) return nothing;
    const [caption, table] = survey
      ? ['trials-table', surveyTable(survey, this.sentences)]
      : ['units-table', unitTable(wide, this.sentences)];
    return html`<dh-data-table
      data-part="unit-table"
      .caption=${this.sentences(caption)}
      .table=${table}
    ></dh-data-table>`;
  }

  protected sentence({ wide, deep, survey }: Model): string {
    return wide ? sentence(this.sentences, wide, deep, survey) : '';
  }

  /** The curves; the errors of many trainings, where these are shown. */
  protected table({ target, wide, deep, survey }: Model): Table {
    if (survey) return surveyTable(survey, this.sentences);
    const network = (fit: Fit, colour?: string) => ({
      label: nameOf(this.sentences, fit.shape),
      colour,
      value: (row: number) => fit.predictions[row],
    });
    return {
      columns: [
        { label: 'x', colour: 'x', value: (row) => PLACE_LIST[row] },
        { label: this.sentences('curve'), colour: 'f', value: (row) => target.heights[row] },
        ...(wide ? [network(wide, 'prediction')] : []),
        ...(deep ? [network(deep)] : []),
      ],
      count: PLACES,
    };
  }

  protected facts({ target, wide, deep, survey, stepper }: Model): ReportOf<typeof facts> | Record<string, never> {
    if (!wide || !stepper) return {};
    const worst = wide.worst(target);
    const means = (kind: 'wide' | 'deep') =>
      survey ? survey.of(kind).flatMap(({ mean }) => (Number.isFinite(mean) ? [mean] : [])) : [];
    const range = (kind: 'wide' | 'deep') =>
      means(kind).length ? [Math.min(...means(kind)), Math.max(...means(kind))] : [];
    const [[best, worstMean], [deepBest, deepWorst]] = [range('wide'), range('deep')];
    const diverged = wide.diverged || deep?.diverged;
    return {
      step: stepper.position,
      outcome: diverged ? 'diverged' : stepper.ended ? 'limit-reached' : 'running',
      drawn: target.drawn,
      parameters: wide.shape.parameters,
      largestError: known(wide.largestError),
      meanError: known(wide.meanError),
      pieces: known(wide.pieces),
      worstPlace: PLACE_LIST[worst],
      worstValue: known(wide.predictions[worst]),
      deepWidth: known(deep?.shape.width),
      deepParameters: known(deep?.shape.parameters),
      deepLargestError: known(deep?.largestError),
      deepMeanError: known(deep?.meanError),
      deepPieces: known(deep?.pieces),
      trained: survey ? survey.trials.length : 0,
      best: known(best),
      worst: known(worstMean),
      deepBest: known(deepBest),
      deepWorst: known(deepWorst),
    };
  }
}

customElements.define('dh-approximator', ApproximatorFigure);
