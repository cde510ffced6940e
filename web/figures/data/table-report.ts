/** What was found in a table: how it is laid out, what each column was taken for, what was left out, and how to read it otherwise. */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { formatInteger, formatNumber } from '../../plot/format.ts';
import { sayOfData } from './data-set.ts';
import type { Reading, TableColumn } from './tables/columns.ts';
import { decimalOf, groupOf } from './tables/numbers.ts';
import { ENCODINGS } from './tables/encoding.ts';
import type { Encoding } from './tables/encoding.ts';
import type { OpenOptions, OpenedTable } from './tables/open-table.ts';
import { SEPARATORS } from './tables/records.ts';
import type { Separator } from './tables/records.ts';
import type { TableProblem } from './tables/table.ts';

export const tableReportStyles = css`
  .report ul {
    margin: 0;
    padding-inline-start: 1.2em;
  }
  .report .ways,
  .report summary + ul {
    margin-block: var(--space-1);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-3);
    align-items: center;
  }
  .ways label,
  .column label {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
  }
  .header input {
    width: 1.15rem;
    height: 1.15rem;
    margin: 0;
    accent-color: var(--dh-accent);
  }
  .doubt {
    overflow-x: auto;
    margin-block: var(--space-1) var(--space-2);
  }
  .doubt table {
    border-collapse: collapse;
  }
  .doubt :is(th, td) {
    padding: 0.15rem var(--space-2);
    border: 1px solid var(--dh-line);
    text-align: end;
    font-weight: normal;
    white-space: nowrap;
  }
  .doubt .taken {
    background: var(--dh-panel);
  }
`;

/** Problems and columns told one by one; of the rest only the number. */
const MOST_PROBLEMS = 5;
const MOST_COLUMNS = 6;

interface Report {
  opened: OpenedTable;
  /** Of the file; nothing for what was typed. */
  name: string | undefined;
  /** The columns that are taken. */
  chosen: readonly number[];
  /** Reads the table in another way. */
  again(change: OpenOptions): void;
  readAs(column: number, reading: Reading): void;
}

export function tableReport(report: Report): TemplateResult {
  const { opened, name } = report;
  const { table, lost } = opened;
  const facts = {
    file: name === undefined ? sayOfData('editor-typed') : `${name}:`,
    rows: formatInteger(table.rows),
    columns: table.columns.length,
  };
  const columns = table.columns.map((column, index) => columnItem(report, column, index));
  return html`<div class="report">
    <p>
      ${sayOfData('editor-found', facts)}
      ${table.leftOut ? sayOfData('editor-left-out', { count: formatInteger(table.leftOut) }) : nothing}
      ${table.sameNames ? sayOfData('editor-same-names') : nothing}
      ${table.lineEnd ? sayOfData('editor-line-end', { end: table.lineEnd }) : nothing}
    </p>
    ${lost ? html`<p class="error">${sayOfData('editor-lost', { count: formatInteger(lost) })}</p>` : nothing}
    ${ways(report)}
    <ul>
      ${columns.slice(0, MOST_COLUMNS)}
    </ul>
    ${
      columns.length > MOST_COLUMNS
        ? html`<details>
            <summary>${sayOfData('editor-more-columns', { count: columns.length - MOST_COLUMNS })}</summary>
            <ul>
              ${columns.slice(MOST_COLUMNS)}
            </ul>
          </details>`
        : nothing
    }
    ${problems(opened)}
  </div>`;
}

const chosenIn = (event: Event): string => (event.target as HTMLSelectElement).value;

function select<Value extends string>(
  label: string,
  options: readonly Value[],
  value: Value,
  name: (option: Value) => string,
  choose: (option: Value) => void,
): TemplateResult {
  return html`<label
    >${label}
    <select @change=${(event: Event) => choose(chosenIn(event) as Value)}>
      ${options.map((option) => html`<option value=${option} .selected=${option === value}>${name(option)}</option>`)}
    </select></label
  >`;
}

/** What can be set for the whole table. */
function ways({ opened: { table, encoding }, again }: Report): TemplateResult {
  const named = (kind: string) => (option: string) => sayOfData(`${kind}-${option}`);
  return html`<div class="ways">
    <label class="header"
      ><input
        type="checkbox"
        .checked=${table.header}
        @change=${(event: Event) => again({ header: (event.target as HTMLInputElement).checked })}
      />${sayOfData('editor-header')}</label
    >
    ${select<Separator>(sayOfData('editor-separator'), SEPARATORS, table.separator, named('separator'), (separator) =>
      again({ separator, readings: {}, header: undefined }),
    )}
    ${
      encoding
        ? select<Encoding>(sayOfData('editor-encoding'), ENCODINGS, encoding, named('encoding'), (chosen) =>
            again({ encoding: chosen }),
          )
        : nothing
    }
  </div>`;
}

/** A number as the notation writes it. */
const example = (reading: Reading): string =>
  reading === 'text' ? sayOfData('reading-text') : `1${groupOf(reading)}234${decimalOf(reading)}5`;

function columnItem(report: Report, column: TableColumn, index: number): TemplateResult {
  const { name, reading, numbers, missing, other, others, units, zeros, readings } = column;
  const places = others.map(({ text, line }) => sayOfData('column-place', { line, text })).join(', ');
  const told = numbers
    ? [
        sayOfData('column-numbers', { name, count: formatInteger(numbers.length - missing - other) }),
        missing && sayOfData('column-missing', { count: formatInteger(missing) }),
        other && sayOfData('column-no-numbers', { count: formatInteger(other), places }),
        units && sayOfData('column-units', { count: formatInteger(units) }),
        zeros && sayOfData('column-zeros', { count: formatInteger(zeros) }),
      ]
    : [
        sayOfData('column-text', { name }),
        missing && sayOfData('column-missing', { count: formatInteger(missing) }),
        other && sayOfData('column-numbers-in-text', { count: formatInteger(other), places }),
      ];
  const choose = (chosen: Reading) => report.readAs(index, chosen);
  return html`<li class="column">
    ${told.filter(Boolean).join(' ')}
    ${select<Reading>(sayOfData('column-reading'), readings, reading, example, choose)} ${doubt(column, choose)}
  </li>`;
}

/** Both readings of a doubtful column side by side, and the other one to be taken by one click. */
function doubt({ name, reading, doubt: doubtful }: TableColumn, choose: (reading: Reading) => void) {
  if (!doubtful) return nothing;
  const value = (number: number | undefined, text: string) =>
    number === undefined ? `“${text}”` : formatNumber(number);
  return html`<div class="doubt">
    <p>${sayOfData('doubt')}</p>
    <table aria-label=${sayOfData('doubt-of', { name })}>
      <tr>
        <th scope="col">${sayOfData('doubt-text')}</th>
        <th scope="col" class="taken">${sayOfData('doubt-taken', { example: example(reading) })}</th>
        <th scope="col">
          <button type="button" @click=${() => choose(doubtful.other)}>
            ${sayOfData('doubt-other', { example: example(doubtful.other) })}
          </button>
        </th>
      </tr>
      ${doubtful.samples.map(
        ({ text, value: taken, other }) =>
          html`<tr>
            <td>${text}</td>
            <td class="taken">${value(taken, text)}</td>
            <td>${value(other, text)}</td>
          </tr>`,
      )}
    </table>
  </div>`;
}

function problems({ table: { problems: all, problemCount } }: OpenedTable) {
  if (!problemCount) return nothing;
  const shown = all.slice(0, MOST_PROBLEMS);
  const rest = problemCount - shown.length;
  const sentence = ({ kind, line, column, text }: TableProblem) => sayOfData(`problem-${kind}`, { line, column, text });
  return html`<ul class="error">
    ${shown.map((problem) => html`<li>${sentence(problem)}</li>`)}
    ${rest > 0 ? html`<li>${sayOfData('editor-more', { count: formatInteger(rest) })}</li>` : nothing}
  </ul>`;
}
