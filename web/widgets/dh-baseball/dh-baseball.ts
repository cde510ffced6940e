/** Number baseball: the reader finds the computer's number, or the computer the reader's, and what each answer tells is counted in bits. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { explained } from '../../controls/explain.ts';
import { named } from '../../controls/choice.ts';
import { groupStyles } from '../../controls/group.ts';
import type { Table } from '../../controls/table.ts';
import type { ReportOf } from '../../fields/facts.ts';
import { format } from '../../language/strings.ts';
import { Widget } from '../../widget/widget.ts';
import { MOST_TURNS, fields } from './fields.ts';
import type { facts } from './fields.ts';
import { model } from './model.ts';
import type { Model, Play, State, Turn } from './model.ts';
import { hintPanels, strategyPanel } from './panels.ts';
import strings from './strings.json' with { type: 'json' };
import { styles } from './styles.ts';
import { bitsOf, complaint, explainTurn, marks, scoreWords, yesOrNo } from './words.ts';
import '../../controls/choice.ts';

/** What a new game begins with. */
const NOTHING = { guesses: [], answers: [], considered: 0, ended: false } as const;

/** Lines of the sheet. */
const LINES = 6;

const SCORES = ['0', '1', '2', '3'].map((id) => ({ id, label: id }));

export class BaseballFigure extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [Widget.styles, groupStyles, styles];

  protected readonly plan = model;

  /** What is wrong with what was typed or answered. */
  #wrong = '';
  /** The answer that the reader is about to give to the computer. */
  #strikes = 0;
  #balls = 0;

  /** Another rule, secret or guesser begins a new game; another turn asks for other guesses. */
  protected along(patch: Partial<State>): Partial<State> {
    const changed = (key: keyof State) => patch[key] !== undefined && patch[key] !== this.state[key];
    if (changed('rule') || changed('seed') || changed('guesser')) return NOTHING;
    return changed('guesses') || changed('answers') ? { considered: 0 } : {};
  }

  /** A new game, with another number where the computer holds it. */
  async reseed(): Promise<void> {
    this.#wrong = '';
    await this.propose({ ...NOTHING, seed: crypto.getRandomValues(new Uint32Array(1))[0] });
  }

  // ---- Figure --------------------------------------------------------------------------------------------------------------------

  protected figure({ play, strategy }: Model, state: State) {
    if (strategy)
      return html`<div class="game">
        ${strategyPanel(strategy, this.sentences)}
        <div>
          <button type="button" @click=${() => void this.propose({ all: false })}>${this.sentences('to-game')}</button>
        </div>
      </div>`;
    const yours = state.guesser === 'you';
    return html`<div class="game">
      <p class="task">${this.sentences(yours ? 'task-you' : 'task-computer', { rule: this.#ruleName })}</p>
      ${this.#sheet(play, state)}
      <div class="entry" data-part="entry">${this.#entry(play, state, yours)}</div>
    </div>`;
  }

  /** The turns, on a sheet with room for those of most games. While a prediction holds the status back, it is the sheet that is read aloud. */
  #sheet({ turns, position: { contradiction } }: Play, state: State): TemplateResult {
    const blank = Math.max(0, LINES - turns.length);
    return html`<ol
      class="turns"
      aria-label=${this.sentences('turns')}
      aria-live=${this.hasAttribute('withheld') ? 'polite' : 'off'}
      data-part="turns"
    >
      ${turns.map((turn, index) => this.#turn(turn, index, state, contradiction?.suspects.includes(index)))}
      ${Array.from({ length: blank }, () => html`<li class="blank" aria-hidden="true"></li>`)}
    </ol>`;
  }

  get #ruleName(): string {
    const { rule } = this.state;
    return named(this.model?.known.rules ?? []).find(({ id }) => id === rule)?.label ?? rule;
  }

  #turn(turn: Turn, index: number, { guesser, hints }: State, suspect = false): TemplateResult {
    const computers = guesser === 'computer';
    return html`<li class=${suspect ? 'suspect' : nothing}>
      <strong class="number">${turn.guess}</strong>
      ${marks(turn)}
      <span class="score">${scoreWords(turn, this.sentences)}</span>
      ${
        computers
          ? html`<button type="button" class="again" @click=${() => this.#takeBack(index)}>
              ${this.sentences('take-back')}<span class="hidden-visually"> ${turn.guess}</span>
            </button>`
          : nothing
      }
      ${computers || hints ? this.#told(turn) : nothing}
    </li>`;
  }

  #told(turn: Turn): TemplateResult {
    const left = this.sentences('left', { left: turn.after });
    if (turn.after === 0) return html`<span class="told">${left}</span>`;
    const bits = format(bitsOf(turn));
    return html`<span class="told"
      >${left}
      <button
        type="button"
        aria-label=${this.sentences('told', { guess: turn.guess, bits })}
        ${explained(() => explainTurn(turn, this.sentences))}
      >
        ${this.sentences('so-many-bits', { bits })}
      </button></span
    >`;
  }

  #entry(play: Play, { ended, guesses, hints }: State, yours: boolean): unknown {
    if (ended) return this.#over(play);
    if (play.won)
      return html`<p>${this.#wonWords(play)}</p>
        ${this.#onceMore()}`;
    if (play.position.contradiction) return this.#contradiction(play);
    if (!yours) return this.#answerForm(play);
    if (guesses.length >= MOST_TURNS)
      return html`<p>${this.sentences('too-long')}</p>
        ${this.#newGame()}`;
    const count = html`<button type="button" @click=${() => void this.#consider()}>${this.sentences('count')}</button>`;
    return this.#line('your-guess', 'numeric', 'try', (text) => this.#guess(text), hints ? count : nothing);
  }

  /** A line to type into. What is wrong with it stands below, and costs no turn. */
  #line(
    label: string,
    mode: 'numeric' | 'text',
    send: string,
    take: (text: string) => unknown,
    more: unknown = nothing,
  ) {
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const input = (event.currentTarget as HTMLFormElement).querySelector('input')!;
      void (async () => {
        if (await take(input.value)) input.value = '';
        else input.select();
      })();
    };
    return html`<form @submit=${submit}>
        <label for="line">${this.sentences(label)}</label>
        <input
          id="line"
          type="text"
          inputmode=${mode}
          autocomplete="off"
          spellcheck="false"
          aria-invalid=${this.#wrong ? 'true' : 'false'}
          aria-describedby="wrong"
        />
        <button type="submit" class="primary">${this.sentences(send)}</button>
        ${more}
      </form>
      ${this.#complaint()}`;
  }

  #complaint(): TemplateResult {
    return html`<p id="wrong" class="error wrong" role="alert">${this.#wrong}</p>`;
  }

  /** Whether the line has done its work. */
  async #guess(text: string): Promise<boolean> {
    const reading = await this.model!.known.game.read(text);
    this.#complain(complaint(reading, this.sentences));
    if (reading.input === 'stop') return this.propose({ ended: true });
    if (reading.input !== 'guess') return false;
    return this.propose({ guesses: [...this.state.guesses, Number(reading.digits)] });
  }

  /** What the typed guess would tell, without making it. */
  async #consider(): Promise<void> {
    const { value } = this.renderRoot.querySelector<HTMLInputElement>('#line')!;
    const reading = await this.model!.known.game.read(value);
    const stop = reading.input === 'stop';
    this.#complain(
      stop ? this.sentences('input-wrong-length', { digits: reading.digits }) : complaint(reading, this.sentences),
    );
    if (reading.input === 'guess') await this.propose({ considered: Number(reading.digits) });
  }

  #complain(sentence: string): void {
    this.#wrong = sentence;
    this.requestUpdate();
  }

  #onceMore(): TemplateResult {
    const take = async (text: string): Promise<boolean> => {
      const answer = yesOrNo(text);
      this.#complain(answer === undefined ? this.sentences('yes-or-no') : '');
      if (answer) await this.reseed();
      else if (answer === false) await this.propose({ ended: true });
      return answer !== undefined;
    };
    const buttons = html`<button type="button" @click=${() => void take('y')}>${this.sentences('yes')}</button>
      <button type="button" @click=${() => void take('n')}>${this.sentences('no')}</button>`;
    return this.#line('once-more', 'text', 'reply', take, buttons);
  }

  #over({ secret, won }: Play): TemplateResult {
    return html`<p>${secret === null || won ? this.sentences('over') : this.sentences('over-unsolved', { secret })}</p>
      ${this.#newGame()}`;
  }

  #newGame(): TemplateResult {
    return html`<button type="button" class="primary" @click=${() => void this.reseed()}>
      ${this.sentences('new-game')}
    </button>`;
  }

  // ---- The computer guesses --------------------------------------------------------------------------------------------------------

  #answerForm({ asked }: Play): TemplateResult {
    const choice = (key: 'strikes' | 'balls', value: number, set: (value: number) => void) =>
      html`<dh-choice
        .label=${this.sentences(`answer-${key}`)}
        .value=${String(value)}
        .options=${SCORES}
        @dh-input=${(event: CustomEvent<{ value: string }>) => {
          set(Number(event.detail.value));
          this.#complain('');
        }}
      ></dh-choice>`;
    return html`<p class="asked">${this.sentences('asked')} <strong class="number">${asked}</strong></p>
      <div class="answer">
        ${choice('strikes', this.#strikes, (value) => (this.#strikes = value))}
        ${choice('balls', this.#balls, (value) => (this.#balls = value))}
        <button type="button" class="primary" @click=${() => void this.#answer()}>${this.sentences('reply')}</button>
        ${this.#ending()}
      </div>
      ${this.#complaint()}`;
  }

  #ending(): TemplateResult {
    return html`<button type="button" @click=${() => void this.propose({ ended: true })}>
      ${this.sentences('end')}
    </button>`;
  }

  async #answer(): Promise<void> {
    const [strikes, balls] = [this.#strikes, this.#balls];
    if (strikes + balls > 3) return this.#complain(this.sentences('too-many-digits', { strikes, balls }));
    if (strikes === 2 && balls === 1) return this.#complain(this.sentences('nowhere-else'));
    this.#strikes = this.#balls = 0;
    await this.propose({ answers: [...this.state.answers, [strikes, balls]] });
  }

  /** The answer to a question is given anew; what the computer asked after it depended on it. */
  #takeBack(index: number): void {
    this.#complain('');
    void this.propose({ answers: this.state.answers.slice(0, index), ended: false });
  }

  #contradiction(play: Play): TemplateResult {
    return html`<p class="error">${this.#contradictionWords(play)}</p>
      ${this.#newGame()}`;
  }

  #contradictionWords({ position: { contradiction }, turns }: Play): string {
    const { suspects } = contradiction!;
    const found = this.sentences('contradiction', { guess: turns[contradiction!.turn].guess });
    if (suspects.length === 0) return `${found} ${this.sentences('several-wrong')}`;
    const numbers = suspects.map((turn) => turns[turn].guess).join(', ');
    return `${found} ${this.sentences('one-wrong', { suspects: suspects.length, numbers })}`;
  }

  // ---- Controls and words ----------------------------------------------------------------------------------------------------------

  protected controls({ known }: Model) {
    const guessers = fields.guesser.options.map((id) => this.sentences(`guesser-${id}`));
    return html`${this.control('rule', { options: named(known.rules) })}
    ${this.control('guesser', { labels: guessers })} ${this.control('hints')} ${this.control('all')}`;
  }

  protected details({ play, advice }: Model, state: State) {
    if (!advice || play.won || state.ended || state.all || !state.hints) return nothing;
    const consider = (guess: string) => void this.propose({ considered: Number(guess) });
    return hintPanels(advice, play.position.candidates, { say: this.sentences, consider });
  }

  protected sentence({ play, strategy }: Model, state: State): string {
    if (!strategy) return this.#situation(play, state);
    const { average, worst } = strategy;
    return this.sentences('strategy-sentence', { average: average.toFixed(4), worst });
  }

  #wonWords({ turns }: Play): string {
    const values = { guess: turns.at(-1)!.guess, turns: turns.length };
    return this.sentences(this.state.guesser === 'you' ? 'won-you' : 'won-computer', values);
  }

  #situation(play: Play, { guesser, ended, hints }: State): string {
    const { turns, position, won, asked } = play;
    const left = position.candidates.length;
    if (ended) return this.sentences('over');
    if (won) return this.#wonWords(play);
    if (position.contradiction) return this.#contradictionWords(play);
    if (guesser === 'computer') return this.sentences('asking', { guess: asked!, left });
    const last = turns.at(-1);
    if (!last) return this.sentences('start', { left });
    const score = this.sentences('answered', { guess: last.guess, score: scoreWords(last, this.sentences) });
    return hints ? `${score} ${this.sentences('left-sentence', { left })}` : score;
  }

  protected table({ play: { turns } }: Model): Table {
    return {
      columns: [
        { label: this.sentences('guess'), value: (row) => turns[row].guess },
        { label: this.sentences('answer-strikes'), value: (row) => turns[row].strikes },
        { label: this.sentences('answer-balls'), value: (row) => turns[row].balls },
        { label: this.sentences('numbers-left'), value: (row) => turns[row].after },
        {
          label: this.sentences('bits'),
          value: (row) => (turns[row].after > 0 ? bitsOf(turns[row]) : undefined),
        },
      ],
      count: turns.length,
    };
  }

  protected facts({ play, advice, strategy }: Model): ReportOf<typeof facts> {
    const { turns, position, won } = play;
    const considered = advice?.considered;
    return {
      turns: turns.length,
      left: position.candidates.length,
      won,
      contradiction: position.contradiction !== null,
      bits: considered?.bits ?? null,
      parts: considered ? considered.parts.filter(({ count }) => count > 0).length : null,
      largest: considered?.largest ?? null,
      guess: considered?.guess ?? '',
      possible: considered?.possible ?? false,
      average: strategy?.average ?? null,
      worst: strategy?.worst ?? null,
    };
  }
}
customElements.define('dh-baseball', BaseballFigure);
