/** Handwritten digits: a network that learns to read real ones, and a sheet to write one's own on. */
import { html, nothing } from 'lit';
import { icons } from '../../controls/icons.ts';
import { sideBySideStyles } from '../../controls/styles.ts';
import type { Table } from '../../controls/table.ts';
import type { ReportOf } from '../../fields/facts.ts';
import { onThemeChange } from '../../plot/colour.ts';
import { formatInteger } from '../../plot/format.ts';
import type { Plot } from '../../plot/plot.ts';
import { Late } from '../../widget/late.ts';
import type { Stepper } from '../../widget/stepper.ts';
import { Widget } from '../../widget/widget.ts';
import { bars } from './bars.ts';
import { bitmap } from './bitmap.ts';
import { AccuracyPlot } from './curve-plot.ts';
import { RESTARTS, fields } from './fields.ts';
import type { facts } from './fields.ts';
import { modelFor } from './model.ts';
import type { Model, State } from './model.ts';
import type { Point } from './pad.ts';
import { historyTable, report } from './report.ts';
import strings from './strings.json' with { type: 'json' };
import { styles } from './styles.ts';
import { percent, sentence, timeLeft } from './words.ts';
import type { Work } from './work.ts';
import './pad.ts';

export class DigitsFigure extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [Widget.styles, sideBySideStyles, styles];

  protected readonly plan = modelFor((work) => {
    this.#work = work;
    this.requestUpdate();
  });

  #work: Work | undefined;
  #plot: AccuracyPlot | undefined;
  readonly #desk = new Late(this, () => import('./desk.ts'));
  #forgetTheme = () => {};

  connectedCallback(): void {
    super.connectedCallback();
    this.#forgetTheme = onThemeChange(() => this.requestUpdate());
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forgetTheme();
  }

  protected stepperOf({ lab }: Model): Stepper {
    lab.goesOn = () => this.player.playing;
    return lab;
  }

  /** Another network begins at its first step; what is drawn is looked at. */
  protected along(patch: Partial<State>): Partial<State> {
    const { state } = this;
    return {
      ...(RESTARTS.some((key) => key in patch && patch[key] !== state[key]) && { at: 0 }),
      ...('drawing' in patch && { image: -1 }),
    };
  }

  // ---- Figure -----------------------------------------------------------------------------------------------------------------

  protected figure(model: Model, state: State) {
    return html`${this.#strip(model, state)}
      <div class="side-by-side">
        ${this.#sheet(state)}
        <div class="reading">${this.#pictures(model, state)} ${bars(this.sentences, model.lab)}</div>
      </div>
      <div class="accuracy"></div>`;
  }

  /** What there is to do: fetch the pictures, train; and how far that is. */
  #strip({ lab }: Model, state: State) {
    const work = this.#work;
    const busy = work !== undefined || this.player.playing;
    const share = work?.share ?? NaN;
    const { epoch = lab.position, epochs = state.epochs } = work ?? {};
    const words =
      work?.kind === 'loading'
        ? this.sentences('loading-now', { percent: percent(share) })
        : this.sentences('training-now', { epoch, epochs });
    return html`<div class="strip">
      <button type="button" class=${busy ? '' : 'primary'} @click=${() => (busy ? this.#cancel() : void this.play())}>
        ${this.sentences(busy ? 'cancel' : this.player.atEnd ? 'train-again' : 'train', { epochs: state.epochs })}
      </button>
      ${
        busy || lab.images
          ? nothing
          : html`<button type="button" @click=${() => void this.#load()}>${this.sentences('load')}</button>`
      }
      ${
        busy
          ? html`<progress aria-label=${words} max="1" value=${Number.isNaN(share) ? nothing : share}></progress>
              <span class="words">${words} ${timeLeft(this.sentences, work?.left ?? NaN)}</span>`
          : html`<span class="words">${this.sentences(lab.images ? 'loaded-words' : 'load-words')}</span>`
      }
    </div>`;
  }

  async #load(): Promise<void> {
    try {
      await this.model?.lab.load();
      this.positionChanged();
    } catch (error) {
      this.playerFailed(error);
    }
  }

  #cancel(): void {
    this.pause();
    this.#work?.cancel();
  }

  #sheet(state: State) {
    const draw = (drawing: readonly Point[]) => void this.propose({ drawing });
    const last = state.drawing.at(-1)?.[2];
    return html`<div class="sheet" data-part="sheet">
      <dh-digit-pad
        .points=${state.drawing}
        .pen=${state.pen}
        .label=${this.sentences('pad')}
        .invitation=${this.sentences('invitation')}
        @dh-input=${({ detail }: CustomEvent<{ value: readonly Point[] }>) => draw(detail.value)}
      ></dh-digit-pad>
      <div class="row">
        <button
          type="button"
          ?disabled=${last === undefined}
          @click=${() => draw(state.drawing.filter(([, , stroke]) => stroke !== last))}
        >
          ${this.sentences('undo')}
        </button>
        <button type="button" ?disabled=${last === undefined} @click=${() => draw([])}>
          ${icons.close} ${this.sentences('clear')}
        </button>
      </div>
      ${this.errorOf('drawing') ? html`<div class="error" role="alert">${this.errorOf('drawing')}</div>` : nothing}
    </div>`;
  }

  /** What was drawn in 28 × 28 pixels, before and after it is centred; or the picture of the data that is looked at. */
  #pictures({ lab, drawn }: Model, state: State) {
    const picture = (values: Float32Array, key: string, seen: boolean) =>
      html`<figure class=${seen ? 'seen' : ''}>
        <canvas role="img" aria-label=${this.sentences(key)} ${bitmap(values, 'ink')}></canvas>
        <figcaption>${this.sentences(key)}${seen ? html` <b>${this.sentences('is-seen')}</b>` : nothing}</figcaption>
      </figure>`;
    if (state.image >= 0)
      return html`<div class="pictures">
        ${
          lab.reading
            ? html`<figure class="seen">
                <canvas
                  role="img"
                  aria-label=${this.sentences('of-data', { image: state.image, digit: lab.reading.digit ?? '' })}
                  ${bitmap(lab.reading.picture, 'ink')}
                ></canvas>
                <figcaption>
                  ${this.sentences('of-data', { image: formatInteger(state.image), digit: lab.reading.digit ?? '' })}
                </figcaption>
              </figure>`
            : nothing
        }
        <button type="button" @click=${() => void this.propose({ image: -1 })}>${this.sentences('to-drawing')}</button>
      </div>`;
    return html`<div class="pictures" data-part="pictures">
      ${picture(drawn.plain, 'plain', !state.centre)}
      <span class="arrow" aria-hidden="true">→</span>
      ${picture(drawn.centred, 'centred', state.centre)}
    </div>`;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    this.#plot = new AccuracyPlot(root.querySelector('.accuracy')!, {
      title: this.sentences('accuracy-title'),
      epoch: this.sentences('epoch-axis'),
      share: this.sentences('share-axis'),
      training: this.sentences('of-training'),
      test: this.sentences('of-test'),
    });
    return [this.#plot.plot];
  }

  protected paint({ lab }: Model, { epochs }: State): void {
    this.#plot!.show(lab.look, epochs);
  }

  // ---- Controls and words -------------------------------------------------------------------------------------------------------

  protected controls(model: Model, state: State) {
    return this.#desk.wanted?.panels({
      model,
      state,
      say: this.sentences,
      control: (key, options) => this.control(key, options),
      errorOf: (...keys) => this.errorOf(...keys),
      faulty: (key) => this.problems[key]?.parameter,
      propose: (patch) => void this.propose(patch),
    });
  }

  protected details({ lab }: Model, state: State) {
    const desk = this.#desk.wanted;
    if (!desk || !lab.look || !lab.images) return nothing;
    const choose = (image: number) => void this.propose({ image });
    return html`${desk.mistakes({ say: this.sentences, lab, look: lab.look, images: lab.images, state, choose })}
    ${desk.confusionTable(this.sentences, lab.look)} ${desk.weightWall(this.sentences, lab.look, lab.reading)}`;
  }

  protected sentence({ lab }: Model, state: State): string {
    return sentence(this.sentences, lab, state);
  }

  protected table({ lab }: Model): Table {
    return historyTable(this.sentences, lab.look);
  }

  protected facts({ lab }: Model, state: State): ReportOf<typeof facts> {
    return report(lab, state);
  }
}
customElements.define('dh-digits', DigitsFigure);
