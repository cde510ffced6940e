/**
 * What graded checks and predictions have in common. The site renders their prompt, options, hints and solution as plain HTML that can be read
 * without a script (web/site/markdown/checks.ts), with the data for grading as JSON beside it; the elements add the controls.
 */
import { LitElement } from 'lit';
import { addCheckStyles } from './check-styles.ts';
import type { Goal } from './grading.ts';
import { getProgress } from './progress.ts';
import { showFigure } from '../widget/links.ts';
import type { CheckProgress } from './progress.ts';

/** The data for grading, as the site writes it from `checks.yaml`. */
export interface CheckData {
  /** `<chapter>/<lesson>`. */
  lesson: string;
  name: string;
  kind: 'number' | 'expression' | 'choice' | 'order' | 'reach' | 'predict';
  /** number: the value, or an expression for it; expression: its text; predict: the value, when a number is guessed. */
  answer?: number | string;
  /** How far off a number may be, absolutely. */
  tolerance?: number;
  /** How far off a number may be, relative to the answer. */
  relative?: number;
  /** The variables an expression may use; x unless told. */
  variables?: string[];
  /** choice, predict: the indices of the right options. */
  correct?: number[];
  /** reach: the id of the figure on the page. */
  widget?: string;
  /** reach: what its state and report must show. */
  goal?: Goal;
  /** predict: the link that sets the figure before it runs, `#descent-1d?rate=1.1`. */
  run?: string;
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
