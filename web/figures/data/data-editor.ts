/** A panel for the reader's own data: type or paste a table, open a CSV file, choose columns, save. Nothing changes until it is taken over. */
import { LitElement, css, html, nothing } from 'lit';
import { getCore } from '../../core/core.ts';
import type { CsvOptions, CsvProblem, CsvTable } from '../../core/data/types.ts';
import { formatInteger } from '../../plot/format.ts';
import { MOST_POINTS } from './data-fields.ts';
import { sayOfData } from './data-set.ts';
import type { DataSet, PointTable } from './data-set.ts';
import errors from '../../language/errors.json' with { type: 'json' };
import { translator } from '../../language/language.ts';
import { problemFrom, sentenceOf } from '../../fields/problem.ts';
import { completePairs } from './real-data.ts';
import { save } from '../../widget/save.ts';
import { baseStyles, controlStyles } from '../../controls/styles.ts';

const sayError = translator(errors);

/** Problems told one by one; of the rest only the number. */
const MOST_PROBLEMS = 5;
/** Files beyond this would fill the memory of a phone. */
const MOST_MEGABYTES = 100;
/** Beyond this the powers of a value leave the range of numbers. */
const LARGEST = 1e9;
/** How long typing rests before it is read, in ms. */
const PATIENCE = 250;

/** Shows `data` as a table; sends `dh-data` with the points (a `PointTable`) that the reader wants instead. */
export class DataEditor extends LitElement {
  static properties = {
    data: { attribute: false },
    name: {},
    draft: { state: true },
    file: { state: true },
    table: { state: true },
    columns: { state: true },
    reading: { state: true },
    fault: { state: true },
  };
  static styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
      }
      textarea {
        font: inherit;
        font-family: var(--dh-mono);
        color: inherit;
        width: 100%;
        height: 10rem;
        padding: var(--space-2);
        border: 1px solid var(--dh-line);
        border-radius: var(--dh-radius);
        background: var(--dh-paper);
        resize: vertical;
      }
      .buttons,
      .columns {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-3);
        align-items: center;
      }
      .columns label,
      .header {
        display: flex;
        align-items: center;
        gap: var(--space-1);
      }
      .header input {
        width: 1.15rem;
        height: 1.15rem;
        margin: 0;
        accent-color: var(--dh-accent);
      }
      p,
      ul {
        margin: 0;
      }
      ul {
        padding-inline-start: 1.2em;
      }
      @media (pointer: coarse) {
        textarea {
          font-size: 1rem;
        }
      }
    `,
  ];
  declare data: DataSet;
  /** What the file is called that the data are saved to. */
  declare name: string;
  /** Text that is not taken over yet; undefined while the panel shows the data as they are. */
  declare draft: string | undefined;
  declare file: { name: string; text: string } | undefined;
  declare table: CsvTable | undefined;
  /** The columns for x and y among those of numbers. */
  declare columns: [number, number];
  declare reading: boolean;
  declare fault: string;

  #asked = 0;
  #timer = 0;

  constructor() {
    super();
    this.columns = [0, 1];
    this.#forget();
  }

  #forget(): void {
    this.#asked++;
    this.draft = this.file = this.table = undefined;
    this.reading = false;
    this.fault = '';
  }

  /** The data as text, one point a line. */
  #listing(): string {
    const { names, x, y } = this.data;
    if (x.length > MOST_POINTS) return '';
    const quoted = names.map((name) => (/[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name));
    return [quoted.join(','), ...Array.from(x, (value, row) => `${value},${y[row]}`)].join('\n');
  }

  // ---- Reading -------------------------------------------------------------------------------------------------------------

  #type(text: string): void {
    this.draft = text;
    this.file = undefined;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#read(text), PATIENCE);
  }

  async #open(file: File | undefined): Promise<void> {
    if (!file) return;
    if (file.size > MOST_MEGABYTES * 1e6) {
      this.fault = sayOfData('editor-file-too-large', { most: MOST_MEGABYTES });
      return;
    }
    clearTimeout(this.#timer);
    this.reading = true;
    try {
      const text = await file.text();
      this.file = { name: file.name, text };
      this.draft = undefined;
      await this.#read(text);
    } catch {
      this.reading = false;
      this.fault = sayOfData('editor-unreadable');
    }
  }

  async #read(text: string, options: CsvOptions = {}): Promise<void> {
    const asked = ++this.#asked;
    this.fault = '';
    if (text.trim() === '') {
      this.#forget();
      this.draft = text;
      this.fault = sayOfData('editor-empty');
      return;
    }
    this.reading = true;
    try {
      const table = await (await getCore('data')).readCsv(text, options);
      if (asked !== this.#asked) return;
      this.table = table;
      const numeric = this.#numeric;
      if (numeric.length < 2) this.fault = sayOfData('editor-no-columns');
      this.columns = [numeric[0] ?? 0, numeric[1] ?? 0];
    } catch (error) {
      if (asked === this.#asked) this.fault = sentenceOf(problemFrom(error));
    } finally {
      if (asked === this.#asked) this.reading = false;
    }
  }

  /** Indices of the columns that hold numbers. */
  get #numeric(): number[] {
    return (this.table?.columns ?? []).flatMap(({ numbers }, index) => (numbers ? [index] : []));
  }

  /** The points that the table and the chosen columns give. */
  #points(table: CsvTable): PointTable | undefined {
    const [x, y] = this.columns.map((index) => table.columns[index]);
    if (this.#numeric.length < 2) return undefined;
    if (!x?.numbers || !y?.numbers) return undefined;
    return { ...completePairs(x.numbers, y.numbers), names: table.header ? [x.name, y.name] : ['x', 'y'] };
  }

  // ---- Handing over ----------------------------------------------------------------------------------------------------------

  #take(points: PointTable): void {
    const outOfRange = (numbers: Float64Array) => numbers.some((number) => Math.abs(number) > LARGEST);
    const column = [points.x, points.y].findIndex(outOfRange);
    if (column >= 0) {
      this.fault = sayOfData('editor-too-large', { label: points.names[column], most: formatInteger(LARGEST) });
      return;
    }
    this.dispatchEvent(new CustomEvent<PointTable>('dh-data', { detail: points }));
    this.#forget();
  }

  async #save(): Promise<void> {
    const { names, x, y } = this.data;
    const text = await (
      await getCore('data')
    ).writeCsv([x, y].map((numbers, index) => ({ name: names[index], numbers })));
    // The mark tells spreadsheets that the file is UTF-8.
    await save(`${this.name}-data.csv`, new Blob(['\ufeff', text], { type: 'text/csv' }));
  }

  // ---- What it shows -----------------------------------------------------------------------------------------------------------

  render() {
    const count = formatInteger(this.data.x.length);
    const large = this.data.x.length > MOST_POINTS;
    return html`<label for="text">${sayOfData('editor-text')}</label>
      <textarea
        id="text"
        spellcheck="false"
        autocapitalize="off"
        autocomplete="off"
        placeholder=${large ? sayOfData('editor-large', { count }) : 'x,y'}
        .value=${this.draft ?? (this.file ? '' : this.#listing())}
        @input=${(event: InputEvent) => this.#type((event.target as HTMLTextAreaElement).value)}
        @dragover=${(event: DragEvent) => event.preventDefault()}
        @drop=${(event: DragEvent) => this.#drop(event)}
      ></textarea>
      <input
        id="file"
        class="hidden-visually"
        type="file"
        tabindex="-1"
        aria-hidden="true"
        accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
        @change=${(event: Event) => this.#chosen(event.target as HTMLInputElement)}
      />
      <div class="buttons">
        <button type="button" @click=${() => this.renderRoot.querySelector<HTMLInputElement>('#file')!.click()}>
          ${sayOfData('editor-open')}
        </button>
        <button type="button" ?disabled=${!this.data.x.length} @click=${() => void this.#save()}>
          ${sayOfData('editor-save')}
        </button>
      </div>
      ${this.table ? this.#found(this.table) : nothing}
      <div role="status">${this.reading ? sayOfData('editor-reading') : nothing}</div>
      <div role="alert">${this.fault ? html`<p class="error">${this.fault}</p>` : nothing}</div>`;
  }

  #drop(event: DragEvent): void {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    void this.#open(file);
  }

  #chosen(input: HTMLInputElement): void {
    const file = input.files?.[0];
    // The same file can then be opened again after it was changed.
    void this.#open(file).then(() => (input.value = ''));
  }

  #found(table: CsvTable) {
    const points = this.#points(table);
    const left = table.rows - (points?.x.length ?? table.rows);
    const source = this.draft ?? this.file?.text ?? '';
    return html`<p>
        ${sayOfData('editor-found', {
          file: this.file ? `${this.file.name}:` : sayOfData('editor-typed'),
          rows: formatInteger(table.rows),
          columns: table.columns.length,
          separator: sayOfData(`separator-${table.separator}`),
          decimal: sayOfData(`decimal-${table.decimal}`),
        })}
      </p>
      ${this.#problems(table)}
      <div class="columns">
        <label class="header"
          ><input
            type="checkbox"
            .checked=${table.header}
            @change=${(event: Event) => void this.#read(source, { header: (event.target as HTMLInputElement).checked })}
          />${sayOfData('editor-header')}</label
        >
        ${points ? [0, 1].map((which) => this.#choice(table, which)) : nothing}
      </div>
      ${points && left > 0 ? html`<p>${sayOfData('editor-missing', { count: left })}</p>` : nothing}
      ${points && !points.x.length ? html`<p class="error">${sayOfData('editor-no-rows')}</p>` : nothing}
      ${
        points?.x.length
          ? html`<div class="buttons">
              <button type="button" class="primary" @click=${() => this.#take(points)}>
                ${sayOfData('editor-use', { count: formatInteger(points.x.length) })}
              </button>
            </div>`
          : nothing
      }`;
  }

  #choice(table: CsvTable, which: number) {
    const id = which === 0 ? 'x' : 'y';
    const choose = (event: Event) => {
      const value = Number((event.target as HTMLSelectElement).value);
      this.columns = this.columns.with(which, value) as [number, number];
    };
    return html`<label for=${id}>${sayOfData(`editor-${id}`)}</label>
      <select id=${id} @change=${choose}>
        ${this.#numeric.map(
          (index) =>
            html`<option value=${index} .selected=${index === this.columns[which]}>
              ${table.columns[index].name}
            </option>`,
        )}
      </select>`;
  }

  #problems({ problems, problemCount }: CsvTable) {
    if (!problemCount) return nothing;
    const shown = problems.slice(0, MOST_PROBLEMS);
    const rest = problemCount - shown.length;
    const sentence = ({ code, line, column, text }: CsvProblem) => sayError(code, { line, column, text });
    return html`<ul class="error">
      ${shown.map((problem) => html`<li>${sentence(problem)}</li>`)}
      ${rest > 0 ? html`<li>${sayOfData('editor-more', { count: formatInteger(rest) })}</li>` : nothing}
    </ul>`;
  }
}
customElements.define('dh-data-editor', DataEditor);
