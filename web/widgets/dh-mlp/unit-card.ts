/** A unit in full: the sum it forms at the point that is looked at, and its weights and bias to be changed. */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { LayerLayout } from '../../core/training/types.ts';
import type { UnitId } from '../../figures/networks/layout.ts';
import { alignedLatex, equalsLatex, factorLatex, numberLatex } from '../../language/latex.ts';
import { format, say as sayShared } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import { icons } from '../../controls/icons.ts';
import { floating } from '../../controls/styles.ts';
import type { Names } from './names.ts';
import type { Look } from './view.ts';
import '../../controls/formula.ts';
import '../../controls/number.ts';

export const cardStyles = css`
  .card {
    ${floating}
    max-width: min(27rem, calc(100vw - 1rem));
  }
  .card header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
    font-weight: 600;
  }
  .card header button {
    border: none;
    background: none;
    margin-inline-end: calc(-1 * var(--space-2));
  }
  .card p {
    margin: var(--space-1) 0;
  }
  .card .weights {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr));
    gap: var(--space-1) var(--space-3);
  }
  .card .weights label {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
  }
  .card dh-number {
    width: 6.5rem;
  }
`;

interface CardContent {
  say: Say;
  names: Names;
  unit: UnitId;
  layers: readonly LayerLayout[];
  look: Look;
  probe: readonly number[];
  /** What is wrong with what was typed. */
  error: string;
  edit(index: number, value: number): void;
  unreadable(sentence: string): void;
  close(): void;
}

export function unitCard(of: CardContent): TemplateResult {
  const { say, names, unit, layers, look } = of;
  const place = layers[unit.layer];
  const { outputs } = look.trace[unit.layer];
  return html`<header>
      <span id="card-title">${names.unit(unit)}</span>
      <button type="button" aria-label=${sayShared('close')} @click=${() => of.close()}>${icons.close}</button>
    </header>
    <p>
      ${say('card-at', { place: `(${of.probe.map((value) => format(value)).join(', ')})`, value: format(outputs[unit.unit]) })}
    </p>
    ${unit.layer > 0 ? html`<dh-formula .latex=${sumLatex(of)} .text=${''} .eager=${true}></dh-formula>` : nothing}
    ${unit.layer > 0 ? weightFields(of, place) : nothing}
    ${of.error ? html`<div class="error" role="alert">${of.error}</div>` : nothing}`;
}

/** Σ w x + b with its numbers, two terms a line, and what the activation makes of it. */
export function sumLatex({ names, unit: { layer, unit }, layers, look }: CardContent): string {
  const { weights, biases, inputs, activation } = layers[layer];
  const before = look.trace[layer - 1].outputs;
  const number = (value: number) => factorLatex(value, 3);
  const terms = Array.from(
    { length: inputs },
    (_, from) => `${number(look.parameters[weights + unit * inputs + from])} \\cdot ${number(before[from])}`,
  );
  terms.push(number(look.parameters[biases + unit]));
  const lines: string[] = [];
  for (let first = 0; first < terms.length; first += 2)
    lines.push(`${first === 0 ? '=' : '\\quad {}+'} ${terms.slice(first, first + 2).join(' + ')}`);
  const [sum, output] = [look.trace[layer].sums[unit], look.trace[layer].outputs[unit]];
  lines.push(`${equalsLatex(sum, 4)} ${numberLatex(sum, 4)}`);
  const symbol = names.latex({ layer, unit });
  if (activation === 'linear') return alignedLatex(symbol, ...lines);
  const name = activation.replace('-', '\\,');
  const value = `${symbol} &= \\operatorname{${name}}(z) ${equalsLatex(output, 4)} ${numberLatex(output, 4)}`;
  return alignedLatex('z', ...lines).replace('\\end{aligned}', `\\\\ ${value} \\end{aligned}`);
}

function weightFields(of: CardContent, { weights, biases, inputs }: LayerLayout): TemplateResult {
  const { say, names, unit, look } = of;
  const field = (index: number, label: string, short: string) =>
    html`<label
      ><span aria-hidden="true">${short}</span>
      <dh-number
        data-index=${index}
        .label=${label}
        .value=${look.parameters[index]}
        .invalid=${false}
        @dh-unreadable=${({ detail }: CustomEvent<string>) => of.unreadable(detail)}
        @dh-input=${({ detail }: CustomEvent<{ value: number }>) => of.edit(index, detail.value)}
      ></dh-number
    ></label>`;
  return html`<div class="weights" role="group" aria-label=${say('card-weights')}>
    ${Array.from({ length: inputs }, (_, from) =>
      field(
        weights + unit.unit * inputs + from,
        names.line({ ...unit, from }),
        `${names.short({ layer: unit.layer - 1, unit: from })} →`,
      ),
    )}
    ${field(biases + unit.unit, say('card-bias'), say('card-bias'))}
  </div>`;
}
