/** Which loss a kind of noise gives, and which centre that loss picks: points on a line, and classes without distances. */
import { css, html } from 'lit';
import { getCore } from '../../core/core.ts';
import { controlFor } from '../../controls/controls.ts';
import { explained } from '../../controls/explain.ts';
import type { Explanation } from '../../controls/explain.ts';
import { Handle } from '../../controls/handle.ts';
import type { Table } from '../../controls/table.ts';
import { finite, type ReportOf } from '../../fields/facts.ts';
import { roundTo } from '../../fields/fields.ts';
import { numberRow } from '../../figures/probability/number-row.ts';
import { language } from '../../language/language.ts';
import { format } from '../../language/strings.ts';
import { nameParts } from '../../plot/parts.ts';
import { Picture } from '../../plot/picture.ts';
import type { Plot } from '../../plot/plot.ts';
import { Widget } from '../../widget/widget.ts';
import {
  barsDomain,
  barsDrawings,
  lossDomain,
  lossDrawings,
  noiseDomain,
  noiseDrawings,
  shareDomain,
  shareDrawings,
  surpriseDomain,
  surpriseDrawings,
} from './drawing.ts';
import { CLASSES, fields, NOISES } from './fields.ts';
import type { facts } from './fields.ts';
import { model } from './model.ts';
import type { Model, State } from './model.ts';
import strings from './strings.json' with { type: 'json' };
import {
  classSentence,
  explainCentre,
  explainCrossEntropy,
  explainEntropy,
  explainLikelihood,
  explainLoss,
  numberSentence,
  SCALE_SYMBOLS,
} from './words.ts';

/** Room beside points that lie outside the view, as a part of what there is to see. */
const ROOM = 0.05;
/** Plots that stand one below the other have one left border, with room for numbers between these two. */
const [FLATTEST, HIGHEST] = [0.02, 5000];
const CENTRES = ['mean', 'median', 'mid-range'];

const ofClasses = ({ noise }: State): boolean => noise === 'categorical';

export class LossAndNoise extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    Widget.styles,
    css`
      .numbers {
        ${numberRow}
      }
      .pair {
        display: grid;
        gap: var(--space-2);
      }
    `,
  ];

  protected readonly plan = model;
  #noise: Picture | undefined;
  #loss: Picture | undefined;
  #share: Picture | undefined;
  #bars: Picture | undefined;
  #surprise: Picture | undefined;
  /** The chosen centre, at the top of the noise and on the curve of losses. */
  #centre: { noise: Handle; loss: Handle } | undefined;
  #points: Handle[] = [];
  #classes: Handle[] = [];

  /** The view takes in what lies outside it, and never shrinks under the reader's hand. */
  protected along(patch: Partial<State>): Partial<State> {
    if (patch.from !== undefined || patch.to !== undefined) return {};
    const { data, centre, from, to } = { ...this.state, ...patch };
    const [least, most] = [Math.min(...data, centre), Math.max(...data, centre)];
    const room = ROOM * (Math.max(most, to) - Math.min(least, from));
    return {
      ...(least < from && { from: roundTo(least - room, 3) }),
      ...(most > to && { to: roundTo(most + room, 3) }),
    };
  }

  // ---- Figure --------------------------------------------------------------------------------------------------------------------

  protected figure(now: Model, state: State) {
    const classes = ofClasses(state);
    return html`<div ?hidden=${classes}>
        <div class="noise" data-part="noise-plot"></div>
        <div class="loss" data-part="loss-plot"></div>
        <div class="likelihood" data-part="likelihood-plot"></div>
      </div>
      <div ?hidden=${!classes} data-part="class-plots">
        <div class="bars"></div>
        <div class="surprise"></div>
      </div>
      <div class="numbers" data-part="numbers">
        ${classes ? this.#classNumbers(now) : this.#numberNumbers(now, state)}
      </div>`;
  }

  #button(key: string, values: Record<string, string>, of: () => Explanation) {
    return html`<button type="button" ${explained(of)}>${this.sentences(key, values)}</button>`;
  }

  #numberNumbers(now: Model, state: State) {
    const { chosen, fits } = now;
    const say = this.sentences;
    return html`${this.#button('loss-is', { value: format(chosen.loss) }, () => explainLoss(now, state, say))}
    ${this.#button('likelihood-is', { value: format(chosen.share) }, () => explainLikelihood(now, state, say))}
    ${CENTRES.map((id) => {
      const { centre } = fits.find(({ entry }) => entry.centre === id)!.fit;
      return this.#button('centre-is', { name: say(id), value: format(centre) }, () =>
        explainCentre(id, now, state, say),
      );
    })}`;
  }

  #classNumbers({ classes }: Model) {
    const { crossEntropy, entropy } = classes.information;
    const say = this.sentences;
    return html`${this.#button('cross-entropy-is', { value: format(crossEntropy) }, () =>
      explainCrossEntropy(classes, say),
    )}
    ${this.#button('entropy-is', { value: format(entropy) }, () => explainEntropy(classes, say))}`;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    const picture = (name: string, label: string, aspect: [narrow: number, wide: number], interactive = true) =>
      new Picture(root.querySelector(`.${name}`)!, {
        title: this.sentences(`${name}-title`),
        interactive,
        x: { label: 'y' },
        y: { label },
        aspect: (width) => (width < 420 ? aspect[0] : aspect[1]),
      });
    this.#noise = picture('noise', this.sentences('noise-axis'), [1.6, 2.1]);
    this.#loss = picture('loss', this.sentences('loss-axis'), [1.9, 2.6]);
    this.#share = picture('likelihood', this.sentences('likelihood-axis'), [2.1, 3], false);
    this.#loss.plot.configure({ x: { label: 'c' } });
    this.#share.plot.configure({ x: { label: 'c' } });
    this.#points = [];
    this.#classes = [];
    this.#bars = this.#surprise = undefined;
    this.#centre = { noise: this.#centreHandle(this.#noise.plot), loss: this.#centreHandle(this.#loss.plot) };
    return [this.#noise, this.#loss, this.#share].map(({ plot }) => plot);
  }

  #centreHandle(plot: Plot): Handle {
    const handle = new Handle(plot, {
      label: this.sentences('centre'),
      axes: 'x',
      ink: 'prediction',
      describe: (x) => `c = ${format(x)}`,
      change: (centre) => void this.propose({ centre }),
    });
    nameParts({ own: handle });
    return handle;
  }

  #pointHandle(index: number): Handle {
    const handle = new Handle(this.#noise!.plot, {
      label: this.sentences('point', { number: index + 1 }),
      axes: 'x',
      ink: 'data',
      describe: (x) => `y = ${format(x)}`,
      change: (y) => void this.propose({ data: this.state.data.with(index, y) }),
    });
    nameParts({ points: handle });
    return handle;
  }

  protected paint(now: Model, state: State): void {
    if (ofClasses(state)) this.#paintClasses(now);
    else this.#paintNumbers(now, state);
  }

  #paintNumbers(now: Model, state: State): void {
    const { data, centre } = state;
    const say = this.sentences;
    this.#align(now);
    this.#noise!.show(noiseDrawings(now, state, say), noiseDomain(now));
    this.#loss!.show(lossDrawings(now, say), lossDomain(now));
    this.#share!.show(shareDrawings(now, state, say), shareDomain(now));
    while (this.#points.length > data.length) this.#points.pop()!.remove();
    while (this.#points.length < data.length) this.#points.push(this.#pointHandle(this.#points.length));
    data.forEach((y, index) => this.#points[index].moveTo(y, 0));
    this.#centre!.noise.moveTo(centre, now.bell.peak);
    this.#centre!.loss.moveTo(centre, now.chosen.loss);
  }

  /** One left border for all, so that the same place stands above itself, unless numbers on an axis need more room. */
  #align({ bell, curves }: Model): void {
    const aligned = bell.peak > FLATTEST && Math.max(...curves.loss) < HIGHEST;
    for (const picture of [this.#noise!, this.#loss!, this.#share!]) picture.aligned = aligned;
  }

  // ---- Classes ---------------------------------------------------------------------------------------------------------------------

  #paintClasses({ classes }: Model): void {
    if (!this.#bars) this.#openClasses();
    this.#bars!.show(barsDrawings(classes, this.sentences), barsDomain);
    this.#surprise!.show(surpriseDrawings(classes, this.sentences), surpriseDomain);
    classes.held.forEach((p, index) => this.#classes[index].moveTo(index + 1, p));
  }

  /** The plots of classes, made when they are first looked at. */
  #openClasses(): void {
    const root = this.renderRoot;
    const aspect = (width: number) => (width < 420 ? 1.5 : 2.1);
    this.#bars = new Picture(root.querySelector('.bars')!, {
      title: this.sentences('bars-title'),
      interactive: true,
      x: { ticks: this.#names().map((label, index) => ({ value: index + 1, label })), grid: false },
      y: { label: this.sentences('probability-axis') },
      aspect,
    });
    this.#surprise = new Picture(root.querySelector('.surprise')!, {
      title: this.sentences('surprise-title'),
      x: { label: 'p' },
      y: { label: '−log p' },
      aspect,
    });
    this.#classes = this.#names().map((name, index) => this.#classHandle(name, index));
    this.plots!.push(this.#bars.plot, this.#surprise.plot);
  }

  #names(): string[] {
    return Array.from({ length: CLASSES }, (_, index) => this.sentences(`class-${index + 1}`));
  }

  #classHandle(name: string, index: number): Handle {
    const handle = new Handle(this.#bars!.plot, {
      label: this.sentences('held-of', { name }),
      axes: 'y',
      ink: 'prediction',
      describe: (_, y) => `p = ${format(y)}`,
      change: (_, y) => void this.#hold(index, y),
    });
    nameParts({ bars: handle });
    return handle;
  }

  /** One probability as it is pulled; the others keep their proportions and share what is left. */
  async #hold(index: number, probability: number): Promise<void> {
    const core = await getCore('probability');
    const table = { rows: 1, columns: CLASSES, probabilities: this.model!.classes.held };
    const changed = await core.withProbability(table, index, Math.min(Math.max(probability, 0), 1));
    await this.propose({ probabilities: Array.from(changed, (p) => roundTo(p, 4)) });
  }

  // ---- Controls and words --------------------------------------------------------------------------------------------------------

  protected controls(now: Model, state: State) {
    const labels = NOISES.map(
      (id) => now.noises.find((entry) => entry.id === id)?.name[language()] ?? this.sentences(`noise-${id}`),
    );
    return html`${this.control('noise', { labels })}
    ${ofClasses(state) ? this.#classControls(now, state) : this.#numberControls(now, state)}`;
  }

  #numberControls({ fitted, window }: Model, { noise, scale }: State) {
    const { fit } = fitted;
    return html`${this.control('centre', { track: window })}
      ${controlFor(
        { ...fields.scale, symbol: SCALE_SYMBOLS[noise] },
        {
          part: 'scale',
          label: this.sentences('scale'),
          value: scale,
          error: this.errorOf('scale'),
          position: undefined,
          change: (value) => void this.propose({ scale: value as number }),
        },
      )}
      ${this.control('data')}
      <div class="pair" data-part="best">
        <button type="button" @click=${() => void this.propose({ centre: fit.centre })}>
          ${this.sentences('go-centre')}
        </button>
        <button
          type="button"
          ?disabled=${!(fit.scale > 0)}
          @click=${() => void this.propose({ centre: fit.centre, scale: fit.scale })}
        >
          ${this.sentences('go-both')}
        </button>
      </div>`;
  }

  #classControls({ classes }: Model, { probabilities }: State) {
    const typed = (value: readonly number[]) => {
      const index = value.findIndex((p, place) => p !== probabilities[place]);
      if (index >= 0) void this.#hold(index, value[index]);
    };
    return html`${this.control('counts')}
      ${controlFor(fields.probabilities, {
        part: 'probabilities',
        label: this.sentences('probabilities'),
        value: probabilities,
        error: this.errorOf('probabilities'),
        position: undefined,
        change: (value) => typed(value as number[]),
      })}
      <div class="pair" data-part="best">
        <button type="button" @click=${() => void this.propose({ probabilities: Array.from(classes.shares) })}>
          ${this.sentences('go-shares')}
        </button>
      </div>`;
  }

  protected sentence(now: Model, state: State): string {
    return ofClasses(state) ? classSentence(now.classes, this.sentences) : numberSentence(now, state, this.sentences);
  }

  protected table({ bell, classes, fitted }: Model, state: State): Table {
    const { data, centre, counts } = state;
    const { shares, held } = classes;
    if (ofClasses(state))
      return {
        columns: [
          { label: this.sentences('class'), value: (row) => this.#names()[row] },
          { label: this.sentences('count'), colour: 'data', value: (row) => counts[row] },
          { label: this.sentences('share-of-data'), colour: 'data', value: (row) => shares[row] },
          { label: 'p', colour: 'prediction', value: (row) => held[row] },
          { label: '−log p', value: (row) => -Math.log(held[row]) },
        ],
        count: CLASSES,
      };
    return {
      columns: [
        { label: 'y', colour: 'data', value: (row) => data[row] },
        { label: 'y − c', value: (row) => data[row] - centre },
        { label: this.sentences(`one-${fitted.entry.loss}`), value: (row) => oneLoss(fitted.entry.id, data[row] - centre) },
        { label: this.sentences('height'), colour: 'prediction', value: (row) => bell.heights[row] },
      ],
      count: data.length,
    }; // prettier-ignore
  }

  protected facts({ fits, fitted, chosen, leastLoss, classes }: Model): ReportOf<typeof facts> {
    const centreOf = (id: string) => fits.find(({ entry }) => entry.centre === id)!.fit.centre;
    return {
      loss: chosen.loss,
      logLikelihood: finite(chosen.logLikelihood),
      share: chosen.share,
      best: fitted.fit.centre,
      bestScale: fitted.fit.scale,
      leastLoss,
      mean: centreOf('mean'),
      median: centreOf('median'),
      midRange: centreOf('mid-range'),
      crossEntropy: finite(classes.information.crossEntropy),
      entropy: classes.information.entropy,
    };
  }
}

/** The loss of one point, that far from the centre. */
const oneLoss = (noise: string, away: number): number => (noise === 'gaussian' ? away ** 2 : Math.abs(away));

customElements.define('dh-loss-and-noise', LossAndNoise);
