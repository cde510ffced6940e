/** Morse code: text and signs in both directions, as a strip of marks, as sound and light, and from a key to tap. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { named } from '../../controls/choice.ts';
import { explained } from '../../controls/explain.ts';
import type { Explanation } from '../../controls/explain.ts';
import { group, groupStyles } from '../../controls/group.ts';
import { icons } from '../../controls/icons.ts';
import { faultStyles } from '../../controls/styles.ts';
import type { Table } from '../../controls/table.ts';
import { getCore } from '../../core/core.ts';
import type { ReportOf } from '../../fields/facts.ts';
import { problemFrom, isFailure } from '../../fields/problem.ts';
import type { Problem } from '../../fields/problem.ts';
import { format } from '../../language/strings.ts';
import type { Link } from '../../widget/links.ts';
import { save } from '../../widget/save.ts';
import { Widget } from '../../widget/widget.ts';
import { LONGEST_TEXT, fields } from './fields.ts';
import type { facts } from './fields.ts';
import { TapKey } from './key.ts';
import { alphabetOf, durationOf, model } from './model.ts';
import type { Model, State } from './model.ts';
import { Playback } from './playback.ts';
import { strip } from './strip.ts';
import strings from './strings.json' with { type: 'json' };
import { styles } from './styles.ts';
import { signTables } from './tables.ts';
import { drawnCode, explainDot, explainDuration, explainUnits, milliseconds } from './words.ts';

/** What a reader is typing into a field, and what is wrong with it. */
interface Draft {
  field: 'text' | 'code';
  value: string;
  /** The text that it stands for, once it is known. */
  text: string | undefined;
  /** The text that stood before. */
  before: string;
  problem?: Problem;
}

const HELP = /^\s*(h|help)\s*$/i;

export class MorseFigure extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [Widget.styles, groupStyles, faultStyles, styles];

  protected readonly plan = model;

  #draft: Draft | undefined;
  #playback = new Playback(this);
  #key = new TapKey({
    pressed: (down) => this.#keyPressed(down),
    tapped: (taps) => void this.propose({ taps: [...taps] }),
  });
  /** The times that the key goes on from. */
  #taps: State['taps'] = [];

  /** Letters and alphabet go together; another alphabet reads the same signs anew. Gaps that are not stretched stay so. */
  protected async along(patch: Partial<State>): Promise<Partial<State>> {
    const more: Partial<State> = {};
    const alphabet = patch.text === undefined ? undefined : alphabetOf(patch.text);
    if (alphabet) more.alphabet = alphabet;
    const message = this.model?.message;
    if (patch.text === undefined && patch.alphabet && message && patch.alphabet !== this.state.alphabet)
      more.text = (await (await getCore('puzzles')).readMorse(message.code, patch.alphabet)).text;
    if (patch.speed !== undefined && patch.effective === undefined)
      more.effective =
        this.state.effective === this.state.speed ? patch.speed : Math.min(patch.speed, this.state.effective);
    if (patch.effective !== undefined && patch.speed === undefined)
      more.speed = Math.max(patch.effective, this.state.speed);
    return more;
  }

  async follow(link: Link): Promise<void> {
    this.#draft = undefined;
    this.#playback.stop();
    await super.follow(link);
  }

  async reset(): Promise<void> {
    this.#draft = undefined;
    this.#playback.stop();
    await super.reset();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#playback.close();
  }

  // ---- Text and code ---------------------------------------------------------------------------------------------------------------

  /** What a field shows: what is being typed there, unless something else has been set meanwhile. */
  #shown(field: Draft['field'], accepted: string): Draft {
    const draft = this.#draft;
    const { text } = this.state;
    const stands = draft?.field === field && text === (draft.text ?? (draft.problem ? draft.before : text));
    return stands ? draft : { field, value: accepted, text, before: text };
  }

  async #typeText(value: string): Promise<void> {
    const draft: Draft = { field: 'text', value, text: undefined, before: this.state.text };
    this.#draft = draft;
    await this.propose({ text: value });
    draft.problem = this.problems.text;
    if (!draft.problem) draft.text = value;
    this.requestUpdate();
  }

  async #typeCode(value: string): Promise<void> {
    const draft: Draft = { field: 'code', value, text: undefined, before: this.state.text };
    this.#draft = draft;
    const { alphabet } = this.state;
    try {
      const { text } = await (await getCore('puzzles')).readMorse(value, alphabet);
      if (this.#draft !== draft) return;
      if (await this.propose({ text, alphabet })) draft.text = text;
      else draft.problem = this.problems.text;
    } catch (error) {
      draft.problem = problemFrom(error);
      if (isFailure(draft.problem)) throw error;
    }
    this.requestUpdate();
  }

  #leave(): void {
    if (!this.#draft?.problem) this.#draft = undefined;
    this.requestUpdate();
  }

  #field(draft: Draft, type: (value: string) => Promise<void>, below: unknown): TemplateResult {
    const { field, value, problem } = draft;
    return html`<div class="field" data-part=${field}>
      <label for=${field}>${this.sentences(field)}</label>
      <textarea
        id=${field}
        class=${field}
        rows="2"
        maxlength=${field === 'text' ? LONGEST_TEXT : 8 * LONGEST_TEXT}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-invalid=${problem ? 'true' : 'false'}
        aria-describedby="${field}-answer"
        .value=${live(value)}
        @input=${(event: InputEvent) => void type((event.target as HTMLTextAreaElement).value)}
        @blur=${() => this.#leave()}
      ></textarea>
      <div id="${field}-answer" class="answer">${problem ? this.#fault(draft) : below}</div>
    </div>`;
  }

  /** The sentence, and the place of the fault marked in what was typed. */
  #fault({ field, value, problem }: Draft): TemplateResult {
    const { code, parameter = '', position } = problem!;
    const known = ['unknown-name', 'unexpected-token'].includes(code);
    const sentence = this.sentences(known ? `${field}-${code}` : 'too-long', {
      sign: parameter,
      place: (position ?? 0) + 1,
      most: LONGEST_TEXT,
    });
    const end = (position ?? 0) + parameter.length;
    const clean = html`<button type="button" @click=${() => void this.#clean(value)}>
      ${this.sentences('clean')}
    </button>`;
    return html`<p class="error" role="alert">${sentence}</p>
      ${
        position === undefined
          ? nothing
          : html`<p class="fault" aria-hidden="true">
              ${value.slice(0, position)}<mark>${value.slice(position, end)}</mark>${value.slice(end)}
            </p>`
      }
      ${field === 'text' && known ? clean : nothing}`;
  }

  /** Leaves out what cannot be sent. */
  async #clean(text: string): Promise<void> {
    const kept = await (await getCore('puzzles')).sendableText(text);
    this.#draft = undefined;
    await this.propose({ text: kept });
    this.renderRoot.querySelector<HTMLElement>('#text')!.focus();
  }

  #understood({ message }: Model): unknown {
    if (HELP.test(this.state.text)) return this.sentences('help', { word: this.state.text.trim() });
    if (message.otherText === message.text) return nothing;
    return this.sentences('doubtful', { one: message.text, other: message.otherText });
  }

  // ---- Figure ----------------------------------------------------------------------------------------------------------------------

  protected figure(now: Model, state: State) {
    const { message, signal, tables } = now;
    return html`<div class="desk">
      <div class="fields">
        ${this.#field(this.#shown('text', state.text), (value) => this.#typeText(value), this.#understood(now))}
        ${this.#field(this.#shown('code', message.code), (value) => this.#typeCode(value), nothing)}
      </div>
      ${this.control('alphabet', { options: named(tables.alphabets) })} ${strip(message, signal, this.sentences)}
      ${this.#numbers(now, state)} ${this.#playRow(now, state)} ${this.#keyPanel(now)}
    </div>`;
  }

  #numbers({ message, signal }: Model, { speed }: State): TemplateResult {
    const number = (text: string, of: () => Explanation) =>
      html`<button type="button" ${explained(of)}>${text}</button>`;
    const seconds = format(durationOf(signal));
    return html`<p class="numbers" data-part="numbers">
      ${number(this.sentences('so-many-units', { units: message.units }), () => explainUnits(message, this.sentences))}
      ${number(this.sentences('so-many-seconds', { seconds }), () => explainDuration(message, signal, this.sentences))}
      ${number(this.sentences('dot-is', { dot: milliseconds(signal.dot) }), () => explainDot(speed, signal, this.sentences))}
    </p>`;
  }

  #playRow({ signal }: Model, { sound, light }: State): TemplateResult {
    const { playing, silent } = this.#playback;
    const nothingToSend = signal.starts.length === 0;
    return html`<div class="play">
      <button
        type="button"
        class="primary send"
        data-part="send"
        ?disabled=${nothingToSend}
        @click=${() => (playing ? this.#playback.stop() : this.#send())}
      >
        ${playing ? icons.pause : icons.play} ${this.sentences(playing ? 'stop' : 'send')}
      </button>
      <span class="lamp" aria-hidden="true" ?hidden=${!light}></span>
      <button type="button" data-part="save" ?disabled=${nothingToSend} @click=${() => void this.#saveSound()}>
        ${this.sentences('save-wav')}
      </button>
      ${silent && sound ? html`<p class="note" role="status">${this.sentences('silent')}</p>` : nothing}
    </div>`;
  }

  #send(): void {
    const { frequency, sound } = this.state;
    this.#playback.start({ signal: this.model!.signal, frequency, audible: sound });
  }

  async #saveSound(): Promise<void> {
    const { text, speed, effective, frequency } = this.state;
    const file = await (await getCore('puzzles')).morseWav(text, speed, effective, frequency);
    await save(`${this.id || this.localName}.wav`, new Blob([file as Uint8Array<ArrayBuffer>], { type: 'audio/wav' }));
  }

  protected updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    if (!this.model) return;
    this.#playback.follow(this.model.signal, this.state);
    if (this.#taps !== this.state.taps) this.#continueTaps();
  }

  // ---- The key ---------------------------------------------------------------------------------------------------------------------

  #keyPanel({ keying }: Model): TemplateResult {
    const clear = () => void this.propose({ taps: [] });
    const none = this.state.taps.length === 0;
    return group(
      this.sentences('key-group'),
      html`<div class="tapping" data-part="key">
          <button
            type="button"
            class="key"
            aria-describedby="key-help"
            @pointerdown=${this.#key.pointerdown}
            @pointerup=${this.#key.pointerup}
            @pointercancel=${this.#key.pointerup}
            @keydown=${this.#key.keydown}
            @keyup=${this.#key.keyup}
            @blur=${this.#key.blur}
            @contextmenu=${(event: Event) => event.preventDefault()}
          >
            ${this.sentences('key')}
          </button>
          <div class="heard">
            <p class="letters">
              <span class="hidden-visually">${this.sentences('tapped')}</span> ${keying.text || '–'}
            </p>
            <p class="code" aria-hidden="true">${drawnCode(keying.code) || ' '}</p>
            <p class="note">
              ${keying.dot === null ? nothing : this.sentences('tapped-dot', { dot: format(keying.dot, 3), speed: format(1200 / keying.dot, 2) })}
            </p>
          </div>
          <div class="acts">
            <button
              type="button"
              ?disabled=${none || keying.text.includes('▯')}
              @click=${() => void this.#takeOver(keying.text)}
            >
              ${this.sentences('take-over')}
            </button>
            <button type="button" ?disabled=${none} @click=${clear}>${this.sentences('clear')}</button>
          </div>
        </div>
        <p class="note" id="key-help">${this.sentences('key-help')}</p>`,
    );
  }

  #keyPressed(down: boolean): void {
    const { sound, light, frequency } = this.state;
    this.#playback.key(down, { frequency: sound ? frequency : undefined, light });
    this.renderRoot.querySelector('.key')!.classList.toggle('down', down);
  }

  #continueTaps(): void {
    this.#taps = this.state.taps;
    this.#key.continueFrom(this.#taps);
  }

  #takeOver(text: string): Promise<boolean> {
    this.#draft = undefined;
    return this.propose({ text, alphabet: this.state.alphabet });
  }

  // ---- Controls and words ----------------------------------------------------------------------------------------------------------

  protected controls(_now: Model, { speed }: State) {
    return html`${this.control('speed')} ${this.control('effective', { track: [5, Math.max(speed, 6)] })}
      ${this.control('frequency')}
      <div class="toggles">${this.control('sound')} ${this.control('light')}</div>
      <p class="note wide">${this.sentences('light-note')}</p>`;
  }

  protected details({ tables }: Model, { alphabet, text }: State) {
    return signTables(tables, alphabet, HELP.test(text), this.sentences);
  }

  protected sentence({ message, signal, keying }: Model, { speed }: State): string {
    const signs = message.words.flat().length;
    if (signs === 0) return this.sentences('nothing');
    const seconds = format(durationOf(signal));
    const sentence = this.sentences('sentence', { signs, units: message.units, seconds, speed: format(speed) });
    return keying.text ? `${sentence} ${this.sentences('sentence-key', { text: keying.text })}` : sentence;
  }

  protected table({ message, signal }: Model): Table {
    const signs = message.words.flat();
    const mark = (row: number) => row - signal.signs.indexOf(signal.signs[row]);
    return {
      columns: [
        { label: this.sentences('column-sign'), value: (row) => signs[signal.signs[row]].text },
        { label: this.sentences('column-mark'), value: (row) => signs[signal.signs[row]].code[mark(row)] },
        { label: this.sentences('column-start'), value: (row) => 1000 * signal.starts[row] },
        { label: this.sentences('column-length'), value: (row) => 1000 * signal.lengths[row] },
      ],
      count: signal.starts.length,
    };
  }

  protected facts({ message, signal, keying }: Model): ReportOf<typeof facts> {
    const signs = message.words.flat();
    return {
      read: message.text,
      code: message.code,
      signs: signs.length,
      different: new Set(signs.map(({ code }) => code)).size,
      words: message.words.length,
      units: message.units,
      duration: durationOf(signal),
      playing: this.#playback.playing,
      tapped: keying.text,
      tappedCode: keying.code,
      tappedDot: keying.dot,
    };
  }
}
customElements.define('dh-morse', MorseFigure);
