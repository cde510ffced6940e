/**
 * `<dh-progress>`: how many checks are done over all lessons whose marks stand on the page, what comes next, and the record as a file: export,
 * import (joined to what is here, never replacing it) and erase.
 */
import { css, html, LitElement, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';

import { translator } from '../../language/language.ts';
import { getProgress } from '../../tasks/progress-store.ts';
import type { Unread } from '../../tasks/progress-store.ts';
import { save } from '../../widget/save.ts';
import { baseStyles, controlStyles } from '../../controls/styles.ts';
import strings from './strings.json' with { type: 'json' };

const sentence = translator(strings);
/** An honest record of a few hundred checks is some 50 kB; anything much larger is not read at all. */
const FILE_LIMIT = 2_000_000;

const today = (): string => new Date().toISOString().slice(0, 10);

interface Lesson {
  id: string;
  checks: number;
  link: HTMLAnchorElement | null;
}

/** The lessons that the page's own lists show, each once, in their order. */
function lessonsOnPage(): Lesson[] {
  const lessons = new Map<string, Lesson>();
  for (const mark of document.querySelectorAll('dh-progress-mark[lesson][checks]')) {
    const id = mark.getAttribute('lesson') ?? '';
    const link = mark.closest('a') ?? mark.parentElement?.querySelector('a') ?? null;
    if (!lessons.has(id)) lessons.set(id, { id, checks: Number(mark.getAttribute('checks')), link });
  }
  return [...lessons.values()];
}

export class ProgressOverview extends LitElement {
  static properties = { notice: { state: true }, asking: { state: true } };
  static styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      p {
        margin: 0 0 var(--space-2);
      }
      a {
        color: var(--dh-accent);
      }
      .bar {
        height: 0.5rem;
        border-radius: 0.25rem;
        background: var(--dh-line);
        overflow: hidden;
        margin-bottom: var(--space-3);
      }
      .bar div {
        height: 100%;
        background: var(--dh-good);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .erase {
        color: var(--dh-error);
      }
      .warning {
        color: var(--dh-warning);
      }
      .unread {
        margin-block-end: var(--space-3);
      }
      [role='status'] {
        min-height: 1.5em;
        margin: var(--space-2) 0 0;
        color: var(--dh-ink-soft);
      }
      @media print {
        .actions,
        [role='status'] {
          display: none;
        }
      }
    `,
  ];

  declare private notice: string;
  declare private asking: boolean;

  constructor() {
    super();
    this.notice = '';
    this.asking = false;
  }

  private readonly redraw = (): void => this.requestUpdate();

  connectedCallback(): void {
    super.connectedCallback();
    getProgress().addEventListener('change', this.redraw);
  }

  disconnectedCallback(): void {
    getProgress().removeEventListener('change', this.redraw);
    super.disconnectedCallback();
  }

  protected render() {
    const store = getProgress();
    const lessons = lessonsOnPage().map((lesson) => ({
      ...lesson,
      done: Math.min(lesson.checks, store.count(lesson.id).done),
    }));
    const checks = lessons.reduce((sum, lesson) => sum + lesson.checks, 0);
    const done = lessons.reduce((sum, lesson) => sum + lesson.done, 0);
    const next = lessons.find((lesson) => lesson.done < lesson.checks)?.link;
    return html`
      <p>${done === 0 ? sentence('none') : sentence('total', { checks, done })}</p>
      <div
        class="bar"
        role="progressbar"
        aria-label=${sentence('bar')}
        aria-valuemin="0"
        aria-valuemax=${checks}
        aria-valuenow=${done}
      >
        <div style=${styleMap({ width: `${checks === 0 ? 0 : (100 * done) / checks}%` })}></div>
      </div>
      ${done > 0 && next ? html`<p>${sentence('next')} <a href=${next.href}>${next.textContent?.trim()}</a></p>` : nothing}
      ${store.trouble ? html`<p class="warning">${sentence(store.trouble)}</p>` : nothing}
      ${store.unread.map((unread) => this.unreadText(unread))} ${this.asking ? this.question() : this.actions()}
      <p role="status">${this.notice}</p>
    `;
  }

  /** A text that is kept as it is: it can be saved, and let go when the reader does not want it. */
  private unreadText(unread: Unread) {
    return html`<div class="unread">
      <p class="warning">${sentence(unread.newer ? 'unread-newer' : 'unread')}</p>
      <div class="actions">
        <button type="button" @click=${() => this.saveUnread(unread)}>${sentence('unread-save')}</button>
        <button type="button" class="erase" @click=${() => this.dropUnread(unread)}>${sentence('unread-drop')}</button>
      </div>
    </div>`;
  }

  private saveUnread({ text }: Unread): void {
    const file = `downhill-progress-unread-${today()}.txt`;
    void save(file, new Blob([text], { type: 'text/plain' }));
    this.notice = sentence('exported', { file });
  }

  private async dropUnread(unread: Unread): Promise<void> {
    getProgress().drop(unread);
    this.notice = sentence('unread-dropped');
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#reset')?.focus();
  }

  private actions() {
    return html`<div class="actions">
      <button type="button" @click=${this.exportFile}>${sentence('export')}</button>
      <button type="button" @click=${this.pickFile}>${sentence('import')}</button>
      <button type="button" id="reset" @click=${this.ask}>${sentence('reset')}</button>
      <input type="file" accept=".json,application/json" hidden @change=${this.importFile} />
    </div>`;
  }

  private question() {
    return html`<div role="group" aria-labelledby="question" @keydown=${this.cancelOnEscape}>
      <p id="question">${sentence('reset-question')}</p>
      <div class="actions">
        <button type="button" id="cancel" @click=${this.cancel}>${sentence('cancel')}</button>
        <button type="button" class="erase" @click=${this.erase}>${sentence('reset-confirm')}</button>
      </div>
    </div>`;
  }

  private exportFile(): void {
    const file = `downhill-progress-${today()}.json`;
    void save(file, new Blob([getProgress().exportText()], { type: 'application/json' }));
    this.notice = sentence('exported', { file });
  }

  private pickFile(): void {
    this.renderRoot.querySelector('input')?.click();
  }

  private async importFile(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    const result = file.size > FILE_LIMIT ? { problem: 'not-progress' } : getProgress().importText(await file.text());
    input.value = ''; // so that the same file can be chosen again
    if ('problem' in result) {
      this.notice = sentence(result.problem, { file: file.name });
      return;
    }
    const { added, improved, dropped } = result;
    const changed = added + improved > 0 ? sentence('imported', { added, improved }) : sentence('imported-nothing');
    this.notice = dropped > 0 ? `${changed} ${sentence('imported-dropped', { dropped })}` : changed;
  }

  private async ask(): Promise<void> {
    this.notice = '';
    await this.swap(true, '#cancel');
  }

  private async cancel(): Promise<void> {
    await this.swap(false, '#reset');
  }

  private async cancelOnEscape(event: KeyboardEvent): Promise<void> {
    if (event.key === 'Escape') await this.cancel();
  }

  private async erase(): Promise<void> {
    getProgress().reset();
    this.notice = sentence('reset-done');
    await this.swap(false, '#reset');
  }

  /** Opens or closes the question and keeps the focus where the reader is. */
  private async swap(asking: boolean, focus: string): Promise<void> {
    this.asking = asking;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(focus)?.focus();
  }
}

customElements.define('dh-progress', ProgressOverview);
