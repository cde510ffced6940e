/** A linear layer as a product of matrices: which row and which column make a cell, what must fit, and what goes back. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import { getCore } from '../../core/core.ts';
import { formatNumber } from '../../plot/format.ts';
import type { ReportOf } from '../../fields/facts.ts';
import type { Table } from '../../controls/table.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { Widget } from '../../widget/widget.ts';
import { fields } from './fields.ts';
import type { facts } from './fields.ts';
import { chosenCell, matrix, productOf, resized } from './matrices.ts';
import type { Matrix, MatrixName, Product, State } from './matrices.ts';
import strings from './strings.json' with { type: 'json' };
import { styles } from './styles.ts';
import '../../controls/formula.ts';
import '../../controls/number.ts';

const SIZES = ['samples', 'inputs', 'outputs', 'weightRows'] as const;
const MATRICES = ['x', 'w', 'b', 'g'] as const;

const model = plan(fields).derive(
  'result',
  ['samples', 'inputs', 'outputs', 'weightRows', 'view', 'x', 'w', 'b', 'g'],
  async (given): Promise<Matrix | undefined> => {
    const state = { ...given, cell: [1, 1] } as State;
    if (state.view !== 'biases' && state.view !== 'weights' && state.weightRows !== state.inputs) return undefined;
    const { left, above } = productOf(state);
    const core = await getCore('neural');
    const layer = {
      samples: state.samples,
      inputs: state.inputs,
      outputs: state.outputs,
      x: matrix('x', state).values,
      // Slopes of weights and biases do not depend on the weights, so those may have another size.
      weights: state.weightRows === state.inputs ? matrix('w', state).values : Array<number>(state.inputs * state.outputs).fill(0),
      biases: matrix('b', state).values,
    };
    const values =
      state.view === 'forward'
        ? await core.linearLayer(layer)
        : (await core.linearLayerSlopes({ ...layer, slopes: matrix('g', state).values }))[state.view];
    return { rows: left.rows, columns: above.columns, values: [...values] };
  },
);

type Model = ModelOf<typeof model>;

const format = (value: number): string => formatNumber(value, { digits: 4 });
/** A number as a factor in a formula: negative ones in brackets. */
const factor = (value: number): string => {
  const text = format(value).replace('−', '-');
  return text.startsWith('-') ? `(${text})` : text;
};

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
    const after = { ...before, ...patch, ...rows } as State;
    if (!SIZES.some((key) => after[key] !== before[key])) return rows;
    const kept = MATRICES.filter((name) => !(name in patch)).map((name) => [name, resized(name, before, after)]);
    return { ...rows, ...Object.fromEntries(kept) };
  }

  // ---- Figure --------------------------------------------------------------------------------------------------------------------

  protected figure({ result }: Model, state: State) {
    const product = productOf(state);
    const { left, above, added, edits, names } = product;
    const [row, column] = chosenCell(state, product);
    const fits = result !== undefined;
    const columns = left.columns + above.columns;
    return html`<div class="product" style=${styleMap({ '--columns': String(columns) })}>
        <div class="corner" data-part="shapes">${this.#shapes(product, fits)}</div>
        <div class="above">
          ${this.#operand(above, names.above, edits.above, { column, lost: fits ? undefined : left.columns, along: 'rows' })}
          ${added && this.#operand(added, `+ ${names.added}`, edits.added, { column })}
        </div>
        <div class="left">${this.#operand(left, names.left, edits.left, { row, lost: fits ? undefined : above.rows, along: 'columns' })}</div>
        <div class="result" data-part="output">${this.#result(result, product, [row, column])}</div>
      </div>
      ${fits ? nothing : html`<p class="error" role="alert">${this.#mismatch(state)}</p>`}
      ${this.#unreadable ? html`<p class="error" role="alert">${this.#unreadable}</p>` : nothing}`;
  }

  #shapes({ left, above, names }: Product, fits: boolean) {
    const shape = (rows: number, columns: number) => html`${rows} × ${columns}`;
    return html`<span>${names.left}: ${shape(left.rows, left.columns)}</span>
      <span>${names.above}: ${shape(above.rows, above.columns)}</span>
      <span>${names.result}: ${fits ? shape(left.rows, above.columns) : '–'}</span>`;
  }

  #mismatch(state: State): string {
    const key = state.inputs > state.weightRows ? 'mismatch-inputs' : 'mismatch-weights';
    return this.sentences(key, { inputs: state.inputs, rows: state.weightRows, lost: Math.min(state.inputs, state.weightRows) + 1 });
  }

  /**
   * A matrix that goes into the product: its chosen row or column is lit, and what has no partner is marked. Arrow keys go from cell to cell.
   */
  #operand(
    { rows, columns, values }: Matrix,
    name: string,
    edits: MatrixName | undefined,
    { row, column, lost, along }: { row?: number; column?: number; lost?: number; along?: 'rows' | 'columns' },
  ): TemplateResult {
    const cell = (at: number) => {
      const [i, j] = [Math.floor(at / columns), at % columns];
      const classes = {
        lit: i === row || j === column,
        lost: lost !== undefined && (along === 'rows' ? i : j) >= lost,
      };
      const label = this.sentences('cell', { name, row: i + 1, column: j + 1 });
      if (!edits) return html`<span class=${classMap({ ...classes, fixed: true })} role="cell">${format(values[at])}</span>`;
      return html`<span class=${classMap(classes)} role="cell"
        ><dh-number
          .label=${label}
          .value=${values[at]}
          @dh-input=${(event: CustomEvent<{ value: number }>) => this.#edit(edits, at, event.detail.value)}
          @dh-unreadable=${(event: CustomEvent<string>) => {
            this.#unreadable = event.detail;
            this.requestUpdate();
          }}
        ></dh-number
      ></span>`;
    };
    return html`<div class="matrix">
      <span class="name">${name}</span>
      <div class="cells" role="table" aria-label=${name} style=${styleMap({ '--matrix-columns': String(columns) })}>
        ${Array.from(
          { length: rows },
          (_, i) => html`<div role="row">${Array.from({ length: columns }, (_, j) => cell(i * columns + j))}</div>`,
        )}
      </div>
    </div>`;
  }

  #edit(name: MatrixName, at: number, value: number): void {
    const values = [...matrix(name, this.state).values];
    values[at] = value;
    void this.propose({ [name]: values } as Partial<State>);
  }

  #result(result: Matrix | undefined, { left, above, names }: Product, [row, column]: [number, number]): TemplateResult {
    const cell = (i: number, j: number) => {
      const chosen = i === row && j === column;
      const value = result?.values[i * above.columns + j];
      return html`<button
        type="button"
        role="gridcell"
        class=${classMap({ chosen, lit: i === row || j === column })}
        tabindex=${chosen ? 0 : -1}
        aria-selected=${chosen}
        data-cell=${`${i},${j}`}
        ?disabled=${value === undefined}
        @pointerenter=${(event: PointerEvent) => event.pointerType === 'mouse' && this.#choose(i, j)}
        @click=${() => this.#choose(i, j)}
      >
        ${value === undefined ? '·' : format(value)}
      </button>`;
    };
    return html`<div class="matrix">
      <div
        class="cells"
        role="grid"
        aria-label=${names.result}
        style=${styleMap({ '--matrix-columns': String(above.columns) })}
        @keydown=${(event: KeyboardEvent) => void this.#walk(event, row, column, left.rows, above.columns)}
      >
        ${Array.from(
          { length: left.rows },
          (_, i) => html`<div role="row">${Array.from({ length: above.columns }, (_, j) => cell(i, j))}</div>`,
        )}
      </div>
      <span class="name below">${names.result}</span>
    </div>`;
  }

  #choose(row: number, column: number): void {
    void this.propose({ cell: [row + 1, column + 1] });
  }

  async #walk(event: KeyboardEvent, row: number, column: number, rows: number, columns: number): Promise<void> {
    const [down, right] =
      { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key] ?? [0, 0];
    if (!down && !right) return;
    event.preventDefault();
    const [i, j] = [row + down, column + right];
    if (i < 0 || j < 0 || i >= rows || j >= columns) return;
    await this.propose({ cell: [i + 1, j + 1] });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-cell="${i},${j}"]`)?.focus();
  }

  // ---- Controls and words --------------------------------------------------------------------------------------------------------

  protected controls(_: Model, state: State) {
    const views = fields.view.options.map((id) => this.sentences(`view-${id}`));
    return html`${this.control('samples')} ${this.control('inputs')} ${this.control('outputs')}
    ${this.control('weightRows', { hint: state.weightRows === state.inputs ? '' : this.sentences('apart') })}
    ${this.control('view', { labels: views })}`;
  }

  protected details({ result }: Model, state: State) {
    if (!result) return nothing;
    const { left, above, added, names } = productOf(state);
    const [row, column] = chosenCell(state, productOf(state));
    const terms = Array.from({ length: left.columns }, (_, k) => {
      const [a, b] = [left.values[row * left.columns + k], above.values[k * above.columns + column]];
      return `${factor(a)} \\cdot ${factor(b)}`;
    });
    const value = format(result.values[row * result.columns + column]).replace('−', '-');
    const sum = [...terms, ...(added ? [factor(added.values[column])] : [])].join(' + ');
    const latex = `${sum} = ${value}`;
    return html`<p class="term" data-part="term">
        ${this.sentences('term', { name: names.result, row: row + 1, column: column + 1 })}
        <dh-formula .latex=${latex} .text=${latex.replaceAll('\\cdot', '·').replaceAll('-', '−')}></dh-formula>
      </p>
      <p data-part="counts">${this.sentences('counts', this.#counts(state))}</p>`;
  }

  #counts(state: State) {
    const { left, above, added } = productOf(state);
    return {
      weights: state.weightRows * state.outputs,
      biases: state.outputs,
      parameters: (state.weightRows + 1) * state.outputs,
      multiplications: left.rows * left.columns * above.columns,
      numbers: left.rows * above.columns,
      rows: left.rows,
      columns: above.columns,
      added: added ? 1 : 0,
    };
  }

  protected sentence({ result }: Model, state: State): string {
    if (!result) return this.#mismatch(state);
    const product = productOf(state);
    const [row, column] = chosenCell(state, product);
    return this.sentences(`sentence-${state.view}`, {
      ...this.#counts(state),
      row: row + 1,
      column: column + 1,
      value: format(result.values[row * result.columns + column]),
    });
  }

  protected table({ result }: Model, state: State): Table {
    const { left, above, names } = productOf(state);
    return {
      columns: [
        { label: this.sentences('row'), value: (at) => Math.floor(at / above.columns) + 1 },
        { label: this.sentences('column'), value: (at) => (at % above.columns) + 1 },
        { label: names.result, value: (at) => result?.values[at] },
      ],
      count: result ? left.rows * above.columns : 0,
    };
  }

  protected facts({ result }: Model, state: State): ReportOf<typeof facts> {
    const { parameters, multiplications, numbers, rows, columns } = this.#counts(state);
    const [row, column] = chosenCell(state, productOf(state));
    const fits = result !== undefined;
    return {
      fits,
      parameters,
      numbers: fits ? numbers : 0,
      multiplications: fits ? multiplications : 0,
      rows,
      columns,
      value: result ? result.values[row * columns + column] : NaN,
    };
  }
}
customElements.define('dh-matrix-shapes', MatrixShapes);
