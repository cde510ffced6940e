/** Own points as a table: typed, pasted, or from a CSV file. Nothing changes until it is taken over. */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { decode, findEncoding } from '../../figures/data/tables/encoding.ts';
import { readTable } from '../../figures/data/tables/table.ts';
import type { Table } from '../../figures/data/tables/table.ts';
import type { Say } from '../../language/strings.ts';
import { formatInteger } from '../../plot/format.ts';
import { MOST_CLASSES, MOST_POINTS } from './fields.ts';
import type { State } from './model.ts';
import { isFar, likelyColumns, pointsOf } from './own-table.ts';
import type { Columns, OwnTable } from './own-table.ts';
import '../../controls/toggle.ts';

/** Longer texts are more than points of the plane, and would hold the page up. */
const MOST_BYTES = 2e6;

export const tableStyles = css`
  [data-part='table-editor'] textarea {
    font: inherit;
    font-family: var(--dh-mono);
    color: inherit;
    width: 100%;
    height: 8rem;
    padding: var(--space-2);
    border: 1px solid var(--dh-line);
    border-radius: var(--dh-radius);
    background: var(--dh-paper);
    resize: vertical;
  }
  [data-part='table-editor'] p {
    margin: var(--space-1) 0;
  }
  .columns {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--space-1) var(--space-2);
    align-items: center;
  }
  @media (pointer: coarse) {
    [data-part='table-editor'] textarea {
      font-size: 1rem;
    }
  }
`;

interface Owner {
  change(points: State['points']): Promise<unknown>;
  /** Called when there is something else to show. */
  shown(): void;
}

export class TableEditor {
  readonly #owner: Owner;
  /** What was typed; undefined while the points are shown as they are. */
  #draft: string | undefined;
  #table: Table | undefined;
  #columns: Columns | undefined;
  #fit = false;
  /** The key of the sentence that says what is wrong. */
  #fault = '';

  constructor(owner: Owner) {
    this.#owner = owner;
  }

  #forget(): void {
    this.#draft = this.#table = this.#columns = undefined;
    this.#fault = '';
  }

  #read(text: string): void {
    this.#forget();
    this.#draft = text;
    if (text.length > MOST_BYTES) this.#fault = 'table-too-long';
    else if (text.trim() === '') this.#fault = 'table-empty';
    else {
      this.#table = readTable(text, { texts: true });
      this.#columns = likelyColumns(this.#table);
      if (this.#columns) this.#fit = isFar(this.#table, this.#columns);
      else this.#fault = 'table-columns';
    }
    this.#owner.shown();
  }

  async #open(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    // The same file can then be opened again after it was changed.
    input.value = '';
    if (!file) return;
    if (file.size > MOST_BYTES) {
      this.#fault = 'table-too-long';
      return this.#owner.shown();
    }
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      this.#read(decode(bytes, findEncoding(bytes)));
    } catch (error) {
      console.error(error);
      this.#fault = 'table-unreadable';
      this.#owner.shown();
    }
  }

  #choose(which: number, column: number): void {
    this.#columns = this.#columns!.with(which, column) as unknown as Columns;
    this.#fit = isFar(this.#table!, this.#columns);
    this.#owner.shown();
  }

  #take(points: State['points']): void {
    this.#forget();
    void this.#owner.change(points);
    this.#owner.shown();
  }

  controls(say: Say, { points }: State): TemplateResult {
    const listing = () => ['x1,x2,class', ...points.map((point) => point.join(','))].join('\n');
    return html`<details data-part="table-editor">
      <summary>${say('table')}</summary>
      <label>
        ${say('table-text')}
        <textarea
          spellcheck="false"
          autocapitalize="off"
          autocomplete="off"
          .value=${this.#draft ?? listing()}
          @input=${(event: InputEvent) => this.#read((event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </label>
      <input
        class="hidden-visually"
        type="file"
        tabindex="-1"
        aria-hidden="true"
        accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
        @change=${(event: Event) => void this.#open(event.target as HTMLInputElement)}
      />
      <button
        type="button"
        @click=${({ currentTarget }: Event) =>
          ((currentTarget as Element).previousElementSibling as HTMLInputElement).click()}
      >
        ${say('table-open')}
      </button>
      ${this.#table && this.#columns ? this.#found(say, this.#table, this.#columns) : nothing}
      ${this.#fault ? html`<div class="error" role="alert">${say(this.#fault)}</div>` : nothing}
    </details>`;
  }

  #found(say: Say, table: Table, columns: Columns): TemplateResult {
    const found = pointsOf(table, columns, this.#fit);
    return html`<div class="columns">
        ${(['x1', 'x2', 'label'] as const).map((name, which) => this.#choice(say, table, name, which, columns[which]))}
      </div>
      <dh-toggle
        .label=${say('table-fit')}
        .value=${this.#fit}
        @dh-input=${({ detail }: CustomEvent<{ value: boolean }>) => {
          this.#fit = detail.value;
          this.#owner.shown();
        }}
      ></dh-toggle>
      ${
        found
          ? this.#offer(say, found)
          : html`<div class="error" role="alert">${say('table-classes', { most: MOST_CLASSES })}</div>`
      }`;
  }

  #choice(say: Say, table: Table, name: string, which: number, chosen: number): TemplateResult {
    const usable = table.columns.flatMap((column, index) => (column.numbers || name === 'label' ? [index] : []));
    return html`<label for=${`table-${name}`}>${say(`table-${name}`)}</label>
      <select
        id=${`table-${name}`}
        @change=${(event: Event) => this.#choose(which, Number((event.target as HTMLSelectElement).value))}
      >
        ${usable.map(
          (index) => html`<option value=${index} .selected=${index === chosen}>${table.columns[index].name}</option>`,
        )}
      </select>`;
  }

  #offer(say: Say, { points, labels, left, complete }: OwnTable): TemplateResult {
    const named = labels.map((name, label) => (name === String(label) ? name : `${label} = ${name}`)).join(', ');
    const count = formatInteger(points.length);
    return html`<p>
        ${labels.length ? say('table-names', { named }) : nothing}
        ${left ? say('table-left', { count: formatInteger(left), rows: left }) : nothing}
        ${complete > MOST_POINTS ? say('table-some', { count: formatInteger(complete), most: MOST_POINTS }) : nothing}
      </p>
      <button type="button" class="primary" ?disabled=${!points.length} @click=${() => this.#take(points)}>
        ${say('table-use', { count, points: points.length })}
      </button>`;
  }
}
