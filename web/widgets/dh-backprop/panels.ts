/** What stands round the graph: the values in memory, the check by two other ways, and the table of local derivatives. */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { explained } from '../../controls/explain.ts';
import { plainMath } from '../../controls/formula.ts';
import type { LocalRules } from '../../core/tape/types.ts';
import { rightDigits } from '../../figures/data/right-digits.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import { powerOfTen } from '../../plot/format.ts';
import type { LeafCheck } from './check.ts';
import type { Passes } from './passes.ts';
import { written } from './words.ts';
import '../../controls/formula.ts';

/** A value of the core, a double. */
const BYTES = 8;

/** How many values stand in memory now, and at most. */
export function memoryNow({ graph, position, questions }: Passes) {
  const { answer, training } = graph.memory;
  const count = answer.length;
  const step = questions ? count : position;
  const after = step > count ? step - 1 : step;
  return {
    answer: answer[Math.min(step, count) - 1] ?? 0,
    training: training[after - 1] ?? 0,
    mostAnswer: Math.max(0, ...answer),
    mostTraining: Math.max(0, ...training),
  };
}

/** The values kept for the way back beside those that the answer alone would need. */
export function memoryPanel(passes: Passes, say: Say): TemplateResult {
  const { answer, training, mostAnswer, mostTraining } = memoryNow(passes);
  const scale = Math.max(1, mostTraining);
  const row = (key: 'training' | 'answer', now: number, most: number) =>
    html`<div class="kept">
      <span>${say(`memory-${key}`)}</span>
      <span
        class="bar ${key}"
        aria-hidden="true"
        style=${styleMap({ '--now': String(now / scale), '--most': String(most / scale) })}
      ></span>
      <button
        type="button"
        ${explained(() => ({
          title: say(`memory-${key}`),
          latex: `${now} \\cdot ${BYTES} = ${now * BYTES}`,
          text: say(`memory-${key}-why`, { most, bytes: most * BYTES }),
        }))}
      >
        ${say('memory-count', { values: now, bytes: now * BYTES })}
      </button>
    </div>`;
  return html`<div class="memory" data-part="memory" role="group" aria-label=${say('memory')}>
    ${row('training', training, mostTraining)} ${row('answer', answer, mostAnswer)}
  </div>`;
}

/** A difference quotient with fewer right digits than these has met a kink or a jump. */
const FEW_DIGITS = 3;

/** The gradients of the leaves in three ways that know nothing of one another. */
export function checkPanel(passes: Passes, checks: readonly LeafCheck[], say: Say): TemplateResult {
  const { graph } = passes;
  const known = passes.atEnd && graph.broken === undefined;
  const rows = checks.map(({ name, text, latex, symbolic, central, h }, index) => {
    const gradient = graph.nodes[index].gradient;
    return html`<tr>
      <th scope="row"><i>${written(name)}</i></th>
      <td class="grad">${known ? format(gradient, 6) : '–'}</td>
      <td>
        ${
          known
            ? html`<dh-formula class="derived" .latex=${latex} .text=${plainMath(text)}></dh-formula>
                <div>${format(symbolic, 6)}</div>`
            : '–'
        }
      </td>
      <td>
        ${known ? html`${format(central, 6)}<br /><small><i>h</i> = ${powerOfTen(Math.round(Math.log10(h)))}</small>` : '–'}
      </td>
      <td>${known ? verdict(passes, gradient, symbolic, central, say) : nothing}</td>
    </tr>`;
  });
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${say('check')}>
    <table class="check">
      <caption>
        ${say(known ? 'check' : graph.broken === undefined ? 'check-later' : 'check-broken')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say('leaf')}</th>
          <th scope="col">${say('by-graph')}</th>
          <th scope="col">${say('by-symbols')}</th>
          <th scope="col">${say('by-difference')}</th>
          <th scope="col">${say('agreement')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

function verdict({ graph }: Passes, gradient: number, symbolic: number, central: number, say: Say): string {
  const digits = Number.isFinite(central) ? rightDigits(central, gradient) : 0;
  const differs = digits < FEW_DIGITS || (Number.isFinite(symbolic) && rightDigits(gradient, symbolic) < FEW_DIGITS);
  if (differs && graph.nodes.some(({ kink }) => kink)) return say('verdict-kink');
  if (!Number.isFinite(central)) return say('verdict-no-quotient');
  return differs ? say('verdict-differs') : say('verdict-agree', { digits: Math.min(digits, 15) });
}

export interface Rule extends LocalRules {
  op: string;
}

/** The table of local derivatives with their kinks; the operations of the present graph are marked. */
export function rulesPanel(
  rules: readonly Rule[] | undefined,
  used: ReadonlySet<string>,
  say: Say,
  open: (event: Event) => void,
): TemplateResult {
  const formula = (latex: string, text: string) =>
    html`<dh-formula .latex=${latex} .text=${plainMath(text)} .eager=${true}></dh-formula>`;
  return html`<details class="rules" @toggle=${open}>
    <summary>${say('rules')}</summary>
    ${
      rules
        ? html`<div class="scroll" tabindex="0" role="group" aria-label=${say('rules')}>
            <table>
              <caption>
                ${say('rules-caption')}
              </caption>
              <thead>
                <tr>
                  ${['operation', 'local-slopes', 'kinks', 'keeps'].map((key) => html`<th scope="col">${say(`rules-${key}`)}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${rules.map(
                  ({ op, calculation, slopes, kink, bytes }) =>
                    html`<tr class=${used.has(op) ? 'used' : ''}>
                      <th scope="row">${formula(calculation.latex, calculation.text)}</th>
                      <td>${slopes.map(({ latex, text }) => html`<div>${formula(latex, text)}</div>`)}</td>
                      <td>${kink ? kink.replace('f = u', say('whole-numbers')) : ''}</td>
                      <td>${bytes}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
        : nothing
    }
  </details>`;
}

export const panelStyles = css`
  .memory {
    display: grid;
    gap: var(--space-1);
    padding: var(--space-2) var(--space-3);
    border-block-start: 1px solid var(--dh-grid);
  }
  .kept {
    display: grid;
    grid-template-columns: 11rem minmax(3rem, 1fr) 10rem;
    align-items: center;
    gap: var(--space-3);
  }
  .kept button {
    justify-self: end;
  }
  .bar {
    position: relative;
    height: 0.6rem;
  }
  .bar::before,
  .bar::after {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    border-radius: 2px;
  }
  .bar::before {
    width: calc(100% * var(--most));
    border: 1px solid var(--dh-line);
  }
  .bar::after {
    width: calc(100% * var(--now));
    background: var(--dh-ink-soft);
  }
  .bar.training::after {
    background: var(--dh-gradient);
  }
  /* Positioned, so that what KaTeX hides for screen readers scrolls along. */
  .scroll {
    position: relative;
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    width: 100%;
  }
  caption {
    text-align: start;
    padding-block-end: var(--space-1);
  }
  :is(th, td) {
    padding: var(--space-1) var(--space-2);
    text-align: start;
    vertical-align: top;
    border-block-end: 1px solid var(--dh-grid);
    font-weight: 400;
  }
  thead th {
    color: var(--dh-ink-soft);
  }
  .check td {
    white-space: nowrap;
  }
  .check td:last-child {
    white-space: normal;
    min-width: 8rem;
  }
  .grad {
    color: var(--dh-gradient);
  }
  .rules .used {
    background: color-mix(in srgb, var(--dh-warning) 14%, transparent);
  }
  @container (max-width: 30rem) {
    .kept {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 var(--space-2);
    }
    .kept .bar {
      grid-column: 1 / -1;
      grid-row: 2;
    }
  }
`;
