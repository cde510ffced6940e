/**
 * What graded checks and predictions have in common. The site renders their prompt, options, hints and solution as plain HTML that can be read
 * without a script (web/site/markdown/checks.ts), with the data for grading as JSON beside it; the elements add the controls.
 */
import { LitElement } from 'lit';
import { addCheckStyles } from './check-styles.ts';
import type { Goal } from './grading.ts';
import type { Mark } from './marks.ts';
import { getProgress } from './progress-store.ts';
import { say } from '../language/strings.ts';
import { showFigure } from '../widget/links.ts';
import type { CheckProgress } from './progress.ts';

/** What a typed answer is held against. */
export interface Typed {
  /** The value, or an expression for it; with variables, the formula. */
  answer?: number | string;
  /** How far off a number may be, absolutely. */
  tolerance?: number;
  /** How far off a number may be, relative to the answer. */
  relative?: number;
  /** The variables a formula may use. */
  variables?: string[];
  /** Known wrong answers; the page has feedback for each. */
  slips?: { answer: number | string; tolerance?: number; relative?: number }[];
}

/** A cell of a table or line to be filled: typed, or one option chosen. */
export interface Cell extends Typed {
  key: string;
  label: string;
  correct?: number[];
}

/** The data for grading, as the site writes it from `checks.yaml`. */
export interface CheckData extends Omit<Typed, 'slips'> {
  /** `<chapter>/<lesson>`. */
  lesson: string;
  name: string;
  kind: 'number' | 'expression' | 'choice' | 'order' | 'reason' | 'build' | 'reach' | 'predict';
  slips?: (NonNullable<Typed['slips']>[number] & { goal?: Goal })[];
  /** choice, predict: the indices of the right options; reason: of the right statement. */
  correct?: number[];
  /** reason: the index of the right ground. */
  grounds?: number[];
  /** build: the cells, in the order of the file. */
  cells?: Cell[];
  /** reach, predict: the id of the figure on the page. */
  figure?: string;
  /** reach: what its state and report must show. */
  goal?: Goal;
  /** reach: the link that sets the figure for the task. */
  start?: string;
  /** predict: the link that sets the figure, `#descent-1d?rate=1.1`. */
  run?: string;
  /** predict: how many steps it then takes; without it, none. */
  steps?: number | 'end';
  /** predict: what is marked on it then. */
  marks?: Mark[];
}

export abstract class CheckElement extends LitElement {
  readonly #redraw = (): void => this.requestUpdate();
  #data: CheckData | undefined;

  /** The data for grading. */
  get data(): CheckData {
    this.#data ??= JSON.parse(this.querySelector('.dh-check-data')?.textContent ?? '') as CheckData;
    return this.#data;
  }

  /** What is known of this check from before, also by other tabs and on the page in the other language. */
  get saved(): CheckProgress | undefined {
    return getProgress().get(this.#key);
  }

  get #key(): string {
    return `${this.data.lesson}/${this.data.name}`;
  }

  /** What to say of an answer that is not stored; empty when it is. */
  get notStored(): string {
    const store = getProgress();
    return store.trouble && store.isUnstored(this.#key) ? say(`not-stored-${store.trouble}`) : '';
  }

  /** Remembers something about this check. */
  record(change: Partial<Omit<CheckProgress, 'changed'>>): void {
    getProgress().record(this.#key, change);
  }

  connectedCallback(): void {
    super.connectedCallback();
    addCheckStyles();
    this.setAttribute('role', 'group');
    this.setAttribute('aria-labelledby', `${this.id}-prompt`);
    getProgress().addEventListener('change', this.#redraw);
  }

  /** Shows what is said to a known wrong answer, and hides what was said to others. */
  showSlip(slip: string | undefined): void {
    for (const said of this.querySelectorAll<HTMLElement>('[data-slip]')) {
      said.setAttribute('role', 'status');
      said.hidden = said.dataset.slip !== slip;
    }
  }

  disconnectedCallback(): void {
    getProgress().removeEventListener('change', this.#redraw);
    super.disconnectedCallback();
  }
}

/** The figure a check speaks of, or null when the page has none of that id. */
export const figureOf = (id: string): HTMLElement | null => document.getElementById(id);

/** Brings a figure into view and puts the focus on it, so that the keyboard can go on there. */
export function visitFigure(id: string): void {
  const figure = figureOf(id);
  if (!figure) return;
  showFigure(figure);
  (figure.shadowRoot?.querySelector<HTMLElement>('.figure') ?? figure).focus({ preventScroll: true });
}
