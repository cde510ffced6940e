/** A linear layer as a product of matrices: which row and which column make a cell, what must fit, and what goes back. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import { explained } from '../../controls/explain.ts';
import type { Table } from '../../controls/table.ts';
import { getCore } from '../../core/core.ts';
import type { ReportOf } from '../../fields/facts.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { Widget } from '../../widget/widget.ts';
import { fields } from './fields.ts';
import type { facts } from './fields.ts';
import { chosenCell, fits, matrix, productOf, resized } from './matrices.ts';
import type { Matrix, MatrixName, Product, State } from './matrices.ts';
import strings from './strings.json' with { type: 'json' };
import { styles } from './styles.ts';
import { explainCell, format, termLatex, valueOf } from './words.ts';
import '../../controls/formula.ts';
import '../../controls/number.ts';

const SIZES = ['samples', 'inputs', 'outputs', 'weightRows'] as const;
const MATRICES = ['x', 'w', 'b', 'g'] as const;

const model = plan(fields)
  .derive('product', ['samples', 'inputs', 'outputs', 'weightRows', 'view', ...MATRICES], (layer) => ({
    ...productOf(layer),
    layer,
  }))
  .derive('result', ['product'], async ({ product }): Promise<Matrix | undefined> => {
    const { layer: state, left, above } = product;
    if (!fits(state)) return undefined;
    const core = await getCore('neural');
    const [x, weights, biases, slopes] = MATRICES.map((name) => matrix(name, state).values);
    const layer = { samples: state.samples, inputs: state.inputs, outputs: state.outputs, x, weights, biases };
    const view = state.view as 'forward' | 'weights' | 'biases' | 'inputs';
    const values =
      view === 'forward' ? await core.linearLayer(layer) : (await core.linearLayerSlopes({ ...layer, slopes }))[view];
    return { rows: left.rows, columns: above.columns, values: [...values] };
  });

type Model = ModelOf<typeof model>;

/** How a matrix is shown. */
interface Look {
  /** What is lit. */
  row?: number;
  column?: number;
  /** From where on its numbers have no partner. */
  lost?: { from: number; along: 'rows' | 'columns' };
  /** Whether its name stands below, so that its rows are level with those of the result. */
  below?: boolean;
}

export class MatrixShapes extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [Widget.styles, styles];

  protected readonly plan = model;

  /** What is wrong with a number typed into a cell. */
  #unreadable = '';

  protected along(patch: Partial<State>): Partial<State> {
    const before = this.state;
    const rows = patch.inputs !== undefined && patch.weightRows === undefined ? { weightRows: patch.inputs } : {};
    const after = { ...before, ...patch, ...rows };
    if (!SIZES.some((key) => after[key] !== before[key])) return rows;
    const kept = MATRICES.filter((name) => !(name in patch)).map((name) => [name, resized(name, before, after)]);
    return { ...rows, ...Object.fromEntries(kept) };
  }

  // ---- Figure --------------------------------------------------------------------------------------------------------------------

  protected figure({ product, result }: Model, state: State) {
    const { left, above, added, edits, names } = product;
    const [row, column] = chosenCell(state, product);
    // Where the inner sizes differ, the last columns of X or the last rows of W have no partner.
    const forward = state.view === 'forward';
    const lost = (from: number, along: 'rows' | 'columns') => (result || !forward ? undefined : { from, along });
    const problem = this.#unreadable || this.errorOf(...MATRICES);
    return html`<div class="product" style=${styleMap({ '--columns': String(left.columns + above.columns) })}>
        <div class="corner" data-part="shapes">${this.#shapes(product, result)}</div>
        <div class="above">
          ${this.#operand(above, names.above, edits.above, { column, lost: lost(left.columns, 'rows') })}
          ${added && this.#operand(added, this.sentences('added'), edits.added, { column })}
        </div>
        <div class="left">
          ${this.#operand(left, names.left, edits.left, { row, lost: lost(above.rows, 'columns'), below: true })}
        </div>
        <div class="result" data-part="output">${this.#result(product, result, row, column)}</div>
      </div>
      ${result ? nothing : html`<p class="mismatch">${this.#mismatch(state)}</p>`}
      ${problem ? html`<p class="error" role="alert">${problem}</p>` : nothing}`;
  }

  #shapes({ left, above, names }: Product, result: Matrix | undefined) {
    const shape = (name: string, of: Matrix | undefined) =>
      html`<span>${name}: ${of ? `${of.rows} × ${of.columns}` : '–'}</span>`;
    return [shape(names.left, left), shape(names.above, above), shape(names.result, result)];
  }

  #mismatch({ inputs, weightRows }: State): string {
    const key = inputs > weightRows ? 'mismatch-inputs' : 'mismatch-weights';
    return this.sentences(key, { inputs, rows: weightRows, lost: Math.min(inputs, weightRows) + 1 });
  }

  /** A matrix that goes into the product, its numbers to be edited where the state has them. */
  #operand(
    of: Matrix,
    name: string,
    edits: MatrixName | undefined,
    { row, column, lost, below }: Look,
  ): TemplateResult {
    const cell = (i: number, j: number) => {
      const value = of.values[i * of.columns + j];
      const classes = {
        lit: i === row || j === column,
        lost: lost !== undefined && (lost.along === 'rows' ? i : j) >= lost.from,
      };
      if (!edits) return html`<span class=${classMap({ ...classes, fixed: true })} role="cell">${format(value)}</span>`;
      return html`<span class=${classMap(classes)} role="cell"
        ><dh-number
          .label=${this.sentences('cell', { name: edits.toUpperCase(), row: i + 1, column: j + 1 })}
          .value=${value}
          @dh-input=${(event: CustomEvent<{ value: number }>) => this.#edit(edits, i, j, event.detail.value)}
          @dh-unreadable=${(event: CustomEvent<string>) => this.#complain(event.detail)}
        ></dh-number
      ></span>`;
    };
    const title = html`<span class="name">${name}</span>`;
    return html`<div class="matrix">
      ${below ? nothing : title}
      <div class="cells" role="table" aria-label=${name}>${this.#rows(of, cell)}</div>
      ${below ? title : nothing}
    </div>`;
  }

  #rows({ rows, columns }: Matrix, cell: (row: number, column: number) => TemplateResult): TemplateResult[] {
    const style = styleMap({ '--matrix-columns': String(columns) });
    return Array.from(
      { length: rows },
      (_, i) => html`<div role="row" style=${style}>${Array.from({ length: columns }, (_, j) => cell(i, j))}</div>`,
    );
  }

  #edit(name: MatrixName, row: number, column: number, value: number): void {
    const { values, columns } = matrix(name, this.state);
    void this.propose({ [name]: values.with(row * columns + column, value) } as Partial<State>);
  }

  #complain(sentence: string): void {
    this.#unreadable = sentence;
    this.requestUpdate();
  }

  #result(product: Product, result: Matrix | undefined, row: number, column: number): TemplateResult {
    const shape = { rows: product.left.rows, columns: product.above.columns, values: [] };
    const cell = (i: number, j: number) => {
      const chosen = i === row && j === column;
      const classes = classMap({ chosen, lit: i === row || j === column });
      if (!result) return html`<span class="fixed" role="gridcell">·</span>`;
      const text = format(valueOf({ product, result, row: i, column: j }));
      return html`<button
        type="button"
        role="gridcell"
        class=${classes}
        tabindex=${chosen ? 0 : -1}
        aria-selected=${chosen}
        data-cell=${`${i},${j}`}
        @pointerenter=${(event: PointerEvent) => event.pointerType === 'mouse' && this.#choose(i, j)}
        @click=${() => this.#choose(i, j)}
        ${explained(() => explainCell({ product, result, row: i, column: j }, this.sentences))}
      >
        ${text}
      </button>`;
    };
    return html`<div class="matrix">
      <div
        class="cells"
        role="grid"
        aria-label=${product.names.result}
        @keydown=${(event: KeyboardEvent) => void this.#walk(event, row, column, shape)}
      >
        ${this.#rows(shape, cell)}
      </div>
      <span class="name">${product.names.result}</span>
    </div>`;
  }

  #choose(row: number, column: number): void {
    void this.propose({ cell: [row + 1, column + 1] });
  }

  async #walk(event: KeyboardEvent, row: number, column: number, { rows, columns }: Matrix): Promise<void> {
    const way = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key];
    if (!way) return;
    event.preventDefault();
    const [i, j] = [row + way[0], column + way[1]];
    if (i < 0 || j < 0 || i >= rows || j >= columns) return;
    await this.propose({ cell: [i + 1, j + 1] });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-cell="${i},${j}"]`)?.focus();
  }

  // ---- Controls and words --------------------------------------------------------------------------------------------------------

  protected controls(_: Model, state: State) {
    const views = fields.view.options.map((id) => this.sentences(`view-${id}`));
    return html`${this.control('samples')} ${this.control('inputs')} ${this.control('outputs')}
    ${this.control('weightRows', { hint: fits(state) ? '' : this.sentences('apart') })}
    ${this.control('view', { labels: views })}`;
  }

  protected details({ product, result }: Model, state: State) {
    if (!result) return nothing;
    const [row, column] = chosenCell(state, product);
    const cell = { product, result, row, column };
    const latex = termLatex(cell);
    const place = { name: product.names.result, row: row + 1, column: column + 1, value: format(valueOf(cell)) };
    return html`<p class="term" data-part="term">
        ${this.sentences('term', place)}
        <dh-formula .latex=${latex} .text=${latex.replaceAll('\\cdot', '·').replaceAll('-', '−')}></dh-formula>
      </p>
      <p data-part="counts">${this.sentences('counts', this.#counts(product, state))}</p>`;
  }

  #counts({ left, above }: Product, { samples, inputs, weightRows, outputs, view }: State) {
    return {
      weights: weightRows * outputs,
      biases: outputs,
      parameters: (weightRows + 1) * outputs,
      // Slopes of biases are only added up.
      multiplications: view === 'biases' ? 0 : left.rows * left.columns * above.columns,
      numbers: left.rows * above.columns,
      rows: left.rows,
      columns: above.columns,
      samples,
      inputs,
      weightRows,
      outputs,
    };
  }

  protected sentence({ product, result }: Model, state: State): string {
    if (!result) return this.sentences('sentence-mismatch', this.#counts(product, state));
    const [row, column] = chosenCell(state, product);
    const value = format(valueOf({ product, result, row, column }));
    const counts = this.#counts(product, state);
    return this.sentences(`sentence-${state.view}`, { ...counts, row: row + 1, column: column + 1, value });
  }

  protected table({ product, result }: Model): Table {
    const { columns } = product.above;
    return {
      columns: [
        { label: this.sentences('row'), value: (at) => Math.floor(at / columns) + 1 },
        { label: this.sentences('column'), value: (at) => (at % columns) + 1 },
        { label: product.names.result, value: (at) => result?.values[at] },
      ],
      count: result?.values.length ?? 0,
    };
  }

  protected facts({ product, result }: Model, state: State): ReportOf<typeof facts> {
    const { parameters, multiplications, numbers, rows, columns } = this.#counts(product, state);
    const [row, column] = chosenCell(state, product);
    return {
      fits: result !== undefined,
      parameters,
      numbers: result ? numbers : 0,
      multiplications: result ? multiplications : 0,
      rows,
      columns,
      value: result ? valueOf({ product, result, row, column }) : NaN,
    };
  }
}
customElements.define('dh-matrix-shapes', MatrixShapes);
