/** What can be known in a game: the secrets left, the best guesses, the answers of one of them, and the computer's whole strategy. */
import { html, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { explained } from '../../controls/explain.ts';
import type { StrategyResult } from '../../core/puzzles/types.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import type { Hints } from './model.ts';
import { explainGuess, explainPart, marks, scoreWords } from './words.ts';

/** How many of the secrets left are written out. */
const WRITTEN = 60;

const bar = (share: number) =>
  html`<span class="track" aria-hidden="true" style=${styleMap({ '--share': `${100 * share}%` })}></span>`;

export function hintPanels(
  { best, considered }: Hints,
  candidates: readonly string[],
  { say, consider }: { say: Say; consider(guess: string): void },
) {
  return html`<div class="panels" data-part="hints">
    ${ranking({ best, considered }, { say, consider })} ${answers({ best, considered }, candidates.length, say)}
    ${secretsLeft(candidates, say)}
  </div>`;
}

function ranking({ best, considered }: Hints, { say, consider }: { say: Say; consider(guess: string): void }) {
  return html`<section class="group" aria-label=${say('best')}>
    <p class="name" aria-hidden="true">${say('best')}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${say('guess')}</th>
          <th scope="col">${say('bits')}</th>
          <th scope="col">${say('expected-left')}</th>
        </tr>
      </thead>
      <tbody>
        ${best.map(
          ({ guess, bits, possible, expectedLeft }) =>
            html`<tr>
              <th scope="row">
                <button
                  type="button"
                  aria-pressed=${guess === considered.guess}
                  aria-label=${say(possible ? 'consider-possible' : 'consider', { guess })}
                  @click=${() => consider(guess)}
                >
                  ${guess}${possible ? html`<span aria-hidden="true">★</span>` : nothing}
                </button>
              </th>
              <td>${bits.toFixed(3)}</td>
              <td>${format(expectedLeft, 3)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="note">${say('star')}</p>
  </section>`;
}

function answers({ considered }: Hints, left: number, say: Say) {
  const { guess, bits, parts } = considered;
  const largest = Math.max(...parts.map(({ count }) => count));
  const name = say('answers-to', { guess });
  return html`<section class="group" aria-label=${name} data-part="parts">
    <p class="name" aria-hidden="true">${name}</p>
    <ul class="bars">
      ${parts.map(
        (part) =>
          html`<li>
            <span class="marks" aria-hidden="true">${marks(part)}</span>
            <span class="hidden-visually">${scoreWords(part, say)}</span>
            ${bar(part.count / largest)}
            <button
              type="button"
              aria-label=${say('part', { score: scoreWords(part, say), count: part.count })}
              ${explained(() => explainPart(part, left, say))}
            >
              ${say('so-many-numbers', { count: part.count })}
            </button>
          </li>`,
      )}
    </ul>
    <p class="note">
      ${say('average-bits')}
      <button
        type="button"
        aria-label=${say('guess-bits', { guess, bits: format(bits) })}
        ${explained(() => explainGuess(considered, left, say))}
      >
        ${say('so-many-bits', { bits: bits.toFixed(3) })}
      </button>
    </p>
  </section>`;
}

function secretsLeft(candidates: readonly string[], say: Say) {
  const name = say('candidates', { left: candidates.length });
  const rest = candidates.length - WRITTEN;
  return html`<section class="group wide" aria-label=${name} data-part="candidates">
    <p class="name" aria-hidden="true">${name}</p>
    <p class="numbers">${candidates.slice(0, WRITTEN).join(' ')} ${rest > 0 ? say('and-more', { rest }) : nothing}</p>
  </section>`;
}

/** How many secrets the computer finds with the first, second … guess. */
export function strategyPanel({ secrets, average, worst }: StrategyResult, say: Say) {
  const all = secrets.reduce((sum, count) => sum + count, 0);
  const largest = Math.max(...secrets);
  return html`<section class="group" aria-label=${say('strategy')} data-part="strategy">
    <p class="name" aria-hidden="true">${say('strategy')}</p>
    <p class="note">${say('strategy-result', { all, average: average.toFixed(4), worst, last: secrets[worst - 1] })}</p>
    <ul class="bars">
      ${secrets.map(
        (count, index) =>
          html`<li>
            <span class="marks">${say('so-many-guesses', { guesses: index + 1 })}</span>
            ${bar(count / largest)}
            <span class="count">${say('so-many-numbers', { count })}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}
