/** A panel for the reader's own data: type or paste a table, open a CSV file, choose columns, save. Nothing changes until it is taken over. */
import { LitElement, css, html, nothing } from 'lit';
import { formatInteger } from '../../plot/format.ts';
import { LARGEST, MOST_POINTS } from './data-fields.ts';
import { sayOfData } from './data-set.ts';
import type { DataSet, PointTable } from './data-set.ts';
import { completePairs } from './real-data.ts';
import { MOST_MEGABYTES, TableOpener } from './tables/open-table.ts';
import type { OpenOptions, OpenedTable } from './tables/open-table.ts';
import type { Reading } from './tables/columns.ts';
import { tableReport, tableReportStyles } from './table-report.ts';
import { save } from '../../widget/save.ts';
import { toCsv } from '../../controls/table.ts';
import { baseStyles, controlStyles } from '../../controls/styles.ts';

/** How long typing rests before it is read, in ms. */
const PATIENCE = 250;
/** A longer text is read as a file is: a field that shows it would hold the page up. */
const LONGEST_SHOWN = 200_000;

/** Shows `data` as a table; sends `dh-data` with the points (a `PointTable`) that the reader wants instead. */
export class DataEditor extends LitElement {
  static properties = {
    data: { attribute: false },
    name: {},
    draft: { state: true },
    file: { state: true },
    opened: { state: true },
    columns: { state: true },
    reading: { state: true },
    fault: { state: true },
  };
  static styles = [
    baseStyles,
    controlStyles,
    tableReportStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
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
      .columns label {
        display: flex;
        align-items: center;
        gap: var(--space-1);
      }
      p {
        margin: 0;
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
  /** What the table comes from that is not typed. */
  declare file: string | undefined;
  declare opened: OpenedTable | undefined;
  /** The columns for x and y among those of numbers. */
  declare columns: readonly [number, number];
  declare reading: boolean;
  declare fault: string;

  readonly #opener = new TableOpener();
  /** What the reader has set otherwise than it was found. */
  #options: OpenOptions = {};
  #timer = 0;
  #pairs: { opened: OpenedTable; columns: readonly [number, number]; points: PointTable } | undefined;

  constructor() {
    super();
    this.columns = [0, 1];
    this.#forget();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#opener.close();
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.draft = this.file = this.opened = this.#pairs = undefined;
    this.reading = false;
    this.fault = '';
    this.#options = {};
    this.#opener.close();
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
    this.#options = {};
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#read(text), PATIENCE);
  }

  #paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length <= LONGEST_SHOWN) return;
    event.preventDefault();
    this.#open(new Blob([text]), sayOfData('editor-pasted'));
  }

  #open(file: Blob | undefined, name: string): void {
    if (!file) return;
    if (file.size > MOST_MEGABYTES * 1e6) {
      const size = formatInteger(Math.ceil(file.size / 1e6));
      this.fault = sayOfData('editor-file-too-large', { size, most: MOST_MEGABYTES });
      return;
    }
    this.#forget();
    this.file = name;
    void this.#read(file);
  }

  async #read(source: Blob | string | undefined, options: OpenOptions = {}): Promise<void> {
    this.fault = '';
    if (typeof source === 'string' && source.trim() === '') {
      this.#forget();
      this.draft = source;
      this.fault = sayOfData('editor-empty');
      return;
    }
    this.reading = true;
    this.#options = options;
    try {
      const opened = await (source === undefined ? this.#opener.again(options) : this.#opener.open(source, options));
      if (!opened) return;
      this.#show(opened);
    } catch (error) {
      console.error(error);
      this.fault = sayOfData('editor-unreadable');
    }
    this.reading = false;
  }

  #show(opened: OpenedTable): void {
    this.opened = opened;
    const numeric = this.#numeric;
    if (!numeric.length && !opened.table.rows) this.fault = sayOfData('editor-nothing');
    else if (numeric.length < 2) this.fault = sayOfData('editor-no-columns');
    if (!this.columns.every((index) => numeric.includes(index)) || this.columns[0] === this.columns[1])
      this.columns = [numeric[0] ?? 0, numeric[1] ?? 0];
  }

  /** Reads what there is in another way. */
  #again(change: OpenOptions): void {
    void this.#read(undefined, { ...this.#options, ...change });
  }

  /** Indices of the columns that hold numbers. */
  get #numeric(): number[] {
    return (this.opened?.table.columns ?? []).flatMap(({ numbers }, index) => (numbers ? [index] : []));
  }

  /** The points that the table and the chosen columns give. */
  #points(opened: OpenedTable): PointTable | undefined {
    const { columns } = this;
    if (this.#pairs?.opened === opened && this.#pairs.columns === columns) return this.#pairs.points;
    const [x, y] = columns.map((index) => opened.table.columns[index]);
    if (this.#numeric.length < 2 || !x?.numbers || !y?.numbers) return undefined;
    const names = opened.table.header ? ([x.name, y.name] as const) : (['x', 'y'] as const);
    const points = { ...completePairs(x.numbers, y.numbers), names };
    this.#pairs = { opened, columns, points };
    return points;
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
    const columns = [x, y].map((numbers, index) => ({ label: names[index], value: (row: number) => numbers[row] }));
    // The mark tells spreadsheets that the file is UTF-8.
    const text = toCsv({ columns, count: x.length });
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
        @paste=${(event: ClipboardEvent) => this.#paste(event)}
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
      ${this.opened?.table.rows ? this.#found(this.opened) : nothing}
      <div role="status">${this.reading ? sayOfData('editor-reading') : nothing}</div>
      <div role="alert">${this.fault ? html`<p class="error">${this.fault}</p>` : nothing}</div>`;
  }

  #drop(event: DragEvent): void {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    this.#open(file, file.name);
  }

  #chosen(input: HTMLInputElement): void {
    const file = input.files?.[0];
    this.#open(file, file?.name ?? '');
    // The same file can then be opened again after it was changed.
    input.value = '';
  }

  #found(opened: OpenedTable) {
    const { table } = opened;
    const points = this.#points(opened);
    const left = table.rows - (points?.x.length ?? table.rows);
    return html`${tableReport({
      opened,
      name: this.file,
      chosen: points ? this.columns : [],
      again: (change) => this.#again(change),
      readAs: (index, reading: Reading) => this.#again({ readings: { ...this.#options.readings, [index]: reading } }),
    })}
    ${points ? html`<div class="columns">${[0, 1].map((which) => this.#choice(opened, which))}</div>` : nothing}
    ${points && left > 0 ? html`<p>${sayOfData('editor-missing', { count: formatInteger(left) })}</p>` : nothing}
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

  #choice({ table }: OpenedTable, which: number) {
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
}
customElements.define('dh-data-editor', DataEditor);
