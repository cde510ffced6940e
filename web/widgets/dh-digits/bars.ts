/** The probability of each digit for what is looked at, as bars that explain themselves. */
import { html, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { explained } from '../../controls/explain.ts';
import type { Explanation } from '../../controls/explain.ts';
import { equalsLatex, numberLatex } from '../../language/latex.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import { DIGITS } from './fields.ts';
import type { Lab, Reading } from './lab.ts';

const all = Array.from({ length: DIGITS }, (_, digit) => digit);

export function bars(say: Say, { reading }: Lab) {
  const most = reading?.predicted;
  return html`<ol class="bars" start="0" data-part="probabilities" aria-label=${say('probabilities')}>
    ${all.map((digit) => {
      const share = reading?.probabilities[digit] ?? 0;
      return html`<li class=${digit === most ? 'most' : ''}>
        <span class="digit" aria-hidden="true">${digit}</span>
        <span class="track" aria-hidden="true" style=${styleMap({ '--share': `${100 * share}%` })}></span>
        ${
          reading
            ? html`<button
                type="button"
                aria-label=${say('probability-of', { digit, value: share.toFixed(3) })}
                ${explained(() => explain(say, reading, digit))}
              >
                ${share.toFixed(3)}
              </button>`
            : nothing
        }
      </li>`;
    })}
  </ol>`;
}

/** Softmax of the scores, the largest taken off first. */
function explain(say: Say, { trace, probabilities }: Reading, digit: number): Explanation {
  const scores = trace.at(-1)!.outputs;
  const largest = Math.max(...scores);
  const sum = scores.reduce((total, score) => total + Math.exp(score - largest), 0);
  const share = probabilities[digit];
  return {
    title: say('probability-of', { digit, value: format(share) }),
    latex: `p_{${digit}} = \\frac{e^{z_{${digit}} - m}}{\\sum_k e^{z_k - m}} ${equalsLatex(sum, 4)} \\frac{e^{${numberLatex(scores[digit], 4)} - ${largest < 0 ? `(${numberLatex(largest, 4)})` : numberLatex(largest, 4)}}}{${numberLatex(sum, 4)}} ${equalsLatex(share, 4)} ${numberLatex(share, 4)}`,
    text: say('explain-probability', { digit, score: format(scores[digit]), largest: format(largest) }),
  };
}
